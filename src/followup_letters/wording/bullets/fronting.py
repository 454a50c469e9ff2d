"""A clause of the writer's that begins with its time, place or means: "In two years I cut complaints by half".

Or with those of whom it tells more: "Of the eleven shift leads I trained, four now run sites".
Only an end that can belong to nothing but the verb is moved; it keeps its words, and so does the rest.
"""

from __future__ import annotations

import re
from itertools import pairwise

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.bullets.said import Said
from followup_letters.wording.grammar.objects import is_number, needs_no_article, words_of

_NUMBER = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|\d\d?"
    r"|my last|a single|under an?)"
)
# A day or a week is left out: "delivered bids in two days" says how fast, not when; a year long past is of the thing.
_TERM = r"(?:month|quarter|season|winter|summer|term|semester|year)s?"
_TIME = pattern(
    rf"(.+) ((?:in|(?<!for )over) {_NUMBER} (?:[a-z]+ )?{_TERM}(?: and a half| running)?"
    rf"|for {_NUMBER} {_TERM}(?: running)?|in (?:19[89]|20\d)\d)"
)
_ON = r"(?!(?:from|to|by|with|into|across|for|on|over|in|under|after|without|less|more|than|no)\b)"  # no second phrase
_PLACE = pattern(
    rf"(.+) (at (?:an? |the |some |two |three |four |five )?(?:{_ON}(?:[A-Za-z][\w'’-]*|\d+-\w+|of \d+)(?: |$))+)"
)
_MEANS = pattern(r"(.+) (by [a-z]+ing .+)")
_NO_PLACE = pattern(
    r"at (?:an? |the |some )?(?:time|sitting|stretch|"
    r"average|rate|cost|price|pace|level|total|end|profit|loss|once|risk|ease|bay"
    r"|arm|capacity|readiness|temperature|anchor|stud|times|full|half|above|zero|inflation|home|short|same|top|table"
    r"|first-time|last|any)\b|at (?!(?:sea|night|college|university)$)[a-z]+$"
)
_NO_MEANS = pattern(
    r"by (?:living|emerging|leading|rising|visiting|working|competing|nursing|trading|holding|grazing|building"
    r"|training)\b"
)
_SEVERAL_PARTS = pattern(r"[,;:()–—]\s|\b(?:which|who|whose|that|where|when|while|until|after|before|so)\b")
_YEAR = pattern(r"\b(?:19|20)\d\d\b")
_TOLD_OF = pattern(r"\b(?:about|on|history)\b")  # "a play about the miners in 1984"
_LASTING = frozenset(
    """ran drove held kept managed led taught worked served chaired sat supervised covered maintained lived volunteered
    cared coached edited trained tended acted coordinated deputised deputized cooked looked stood dug counted hosted
    presented framed toured balanced accompanied predicted forecast tutored organised organized scheduled
    read reported sang played farmed""".split()
)
_DONE_TO = frozenset("aimed directed pitched capped priced pegged set fixed won gained kept held sold targeted".split())
_LEADING_ON = frozenset({"learned", "learnt", "managed", "helped", "began"})  # "learned to weld in three years"
_ENDED = frozenset("burned burnt closed shut torn taken set laid broken put".split())  # "a school burned down"
_REFERRING = pattern(r"\b(?:ones?|it|its|them|they|their|each other)\b")  # of what has not been named yet
_AND_WHEN = pattern(
    r"\b(?:early|late|earlier|later|ahead|sooner|alone|twice|again)$"
)  # "at the museum five months early"
_LONGEST = 8  # words that may stand before "I"


_OF_THOSE = pattern(
    r"(?P<verb>[a-z]+) (?P<those>\S+ [^,;:()–—]+), (?P<some>[\w-]+|all but \w+) of (?:whom|which) (?P<did>[^;:()–—]+)"
)
_HOW_MANY = frozenset({"all", "both", "most", "many", "none", "each"})
_AMISS = frozenset("wrong late failed lost broke broken rejected refused left died complained returned".split())
_MOST_OF_THOSE = 6  # words by which they are named


def fronted(said: Said) -> str | None:
    """The clause with its time, its place or its means before "I": "in two years I cut complaints by half".

    None where its end may be said of a thing ("signed a lease for two years"), or of one deed of several. What tells of
    so many people what became of some begins with them: "of the eleven leads I trained, four now run sites".
    """
    if said.subject == "I" and said.helper in {"", "have"} and _OF_THOSE.fullmatch(said.rest):
        return _of_those(said)
    if said.subject != "I" or said.helper not in {"", "have"} or _SEVERAL_PARTS.search(said.rest):
        return None
    found = _TIME.fullmatch(said.rest) or _MEANS.fullmatch(said.rest) or _PLACE.fullmatch(said.rest)
    if found is None:
        return None
    rest, end = found.groups()
    if (
        _REFERRING.search(end)
        or _AND_WHEN.search(end)
        or len(end.split()) > _LONGEST
        or not _is_one_deed(rest)
        or _may_be_of_a_thing(rest, end)
    ):
        return None
    if _TIME.fullmatch(rest):  # "at a yard I mixed paint for two summers": one of the two would hang at the end
        return None
    return f"{end} {said._replace(rest=rest).clause}"


def _of_those(said: Said) -> str | None:
    """ "of the eleven leads I trained, four now run sites", of "I trained eleven leads, four of whom now run sites"."""
    found = _OF_THOSE.fullmatch(said.rest)
    if found is None:
        return None
    those, some = words_of(found["those"]), found["some"]
    is_plain = len(those) <= _MOST_OF_THOSE and not any(
        word.core in words("prepositions") or word.core in {"and", "or", "who", "that", "which"} for word in those
    )
    is_counted = is_number(those[0].core) and those[0].core != "one" and needs_no_article(those[-1].core)
    is_known = found["verb"] in verbs().past and (is_number(some) or some in _HOW_MANY or some.startswith("all but"))
    went_wrong = some != "none" and not _AMISS.isdisjoint(found["did"].split())  # of which no sentence is to be about
    if not (is_plain and is_counted and is_known and not went_wrong):
        return None
    return f"of the {found['those']} {' '.join(filter(None, ('I', said.helper, found['verb'])))}, {some} {found['did']}"


def _is_one_deed(rest: str) -> bool:
    """True for one verb, with an object that no participle ends ("a store opened"), and no verb that it leads on to."""
    cores = [word.core for word in words_of(rest)]
    done = words("odd_participles") | verbs().past.keys()
    if len(cores) < 3 or cores[0] not in verbs().past or cores[-1] in done or cores[-2] in done & _ENDED:
        return False
    later = [after for before, after in pairwise(cores) if before in {"and", "but", "then"}]
    leads_on = cores[1] == "to" and cores[0] not in _LEADING_ON
    return not leads_on and not any(core in verbs().past for core in later)


def _may_be_of_a_thing(rest: str, end: str) -> bool:
    """True where the time, place or means may belong to what was done something to: "a lease for two years"."""
    verb, preposition = rest.split(maxsplit=1)[0], end.split(maxsplit=1)[0]
    match preposition:
        case "for":
            return verb not in _LASTING
        case "at":
            return verb in _DONE_TO or _NO_PLACE.match(end) is not None
        case "by":
            return _NO_MEANS.match(end) is not None
        case "over":
            has_an_age = words_of(rest)[-1].core in words("with_an_age")
            return has_an_age or re.search(r"[$£€%]|percent|per cent", rest) is not None
    is_year = end[3:].isdigit()  # which stays with another, "from 64 in 2023 to 22 in 2025"
    return is_year and (_TOLD_OF.search(rest) or _YEAR.search(rest)) is not None
