"""The part of a bullet after a semicolon, a dash or its last comma: "Started hourly rounds; falls are down to three".

In a letter it goes on in one sentence: with "and" before a verb of its own, with "with" where it has none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.bullets.measures import moved
from followup_letters.wording.bullets.verbs_of_parts import FINITE, SHARE, WHOLE, may_have_a_verb, place_of_verb
from followup_letters.wording.grammar.articles import OF_HOW_MANY, article_of
from followup_letters.wording.grammar.nouns import is_common
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article, words_of
from followup_letters.wording.grammar.quotations import keeping_quotations
from followup_letters.wording.grammar.splices import is_a_sentence, what_averages

_SPLICED = pattern(  # ", losses fell from 22 percent to 15": a sentence of its own
    r", (?!(?:and|but|so|then|none|all|each|some|most) )(?!\S* ?(?:which|whom?) )"
    r"(?=(?:[^\s,]+ ){1,5}?(?:fell|rose|went|dropped|grew|climbed) )"
)
_STILL_DOING = pattern(r", (?=still (?P<verb>[a-z]+) )")
_UNSAFE = pattern(r"[;?!…:()\x00-\x1f\x7f-\x9f\u2028\u2029]|\.\s")
_CERTIFIED = pattern(r"[A-Z]{2,} (\w+ed) and [A-Z]\S* \w+ed")  # "HCPC registered; Hanen certified"
_GOING_ON = frozenset("also still now then never always even just can could will would may had has have was".split())
_PRONOUNS = frozenset("it they he she this that these those there one".split())
_RELATIVES = frozenset({"which", "who", "whose", "whom", "where"})
_WITH_ITS_YEARS = pattern(r"(?P<what>[A-Za-z][a-z]+(?: [a-z0-9]+){1,5}), (?P<years>(?:[a-z]+|\d+) years)")
_OTHERS = frozenset("it he she they we nobody everybody everyone somebody".split())
_OF_SO_MANY_DONE = pattern(
    r"[\w.%]+ (?:out )?of (?:the )?(?!which|whom)[\w.]+ (?:passed|qualified|finished|stayed|came|went|got|won)\b"
)
_SO_MANY_DO = pattern(r"(?:about|some|nearly|around|over) \d+ (?:come|came|stay|stayed|return|returned|are|were)\b")
_CONTRACTED = pattern(r"(?:it|he|she|they|that)['’](?:s|re|ve|d|ll)\b")
_ARTICLES = frozenset("the our my every each".split())
_BETWEEN = frozenset("now still also always never all usually".split())
_NUMBERED = frozenset("Class Level Type Grade Part Phase Stage Tier Category".split())
_SPEAKERS = frozenset("i you your yours".split())
_MEASURED = pattern(r"(?:up|down)\s+(?:by|from|to|\S*\d).*", re.DOTALL)
_DASHED = pattern(r"(.*\w[\w)%.]) [-–—] (\S.*)", re.DOTALL)
FINISHED = pattern(
    r"(?:finished|completed|delivered) (?:[\w-]+ ){0,3}(?:early|late|ahead|on time|in time|under budget)\b"
)
_YEARS = pattern(r"(?:19|20)\d\d(?: and (?:19|20)\d\d)?")
_FROM_YEAR_TO_YEAR = pattern(r"((?:19|20)\d\d)(?: to | ?[-–] ?)((?:19|20)\d\d)")
_SPANS = frozenset("years months weeks winters summers seasons terms".split())
# Deeds that go on for as long as is told; of others it is told how long they took.
_LASTING = frozenset(
    """ran taught managed worked drove lived kept led supervised served coached cooked headed chaired captained edited
    directed tended nursed patrolled tutored mentored volunteered played""".split()
)
_PASSIVE = frozenset("certified promoted hired funded approved published licensed rehomed".split())
_OF_SO_MANY = pattern(r"(team|fleet|crew|staff) of [1-9]\d[\d,]*")
_SECOND = pattern(r"(?:no|zero|nothing|none|all|both|each|every|nobody)\b")
_AND_NONE = pattern(r"and (?P<none>(?:no|not one|not a single) [^,;:]+)")
_TOOK = pattern(r"took (?:about |nearly |just over |some )?[\w-]+ (?:days|weeks|months|years|seasons)")
_AVERAGED = pattern(  # "team average was 140"
    r"(?:[a-z]+ )?(?:average|record|target|norm|goal|quota) (?:was|is) \S*\d\S*(?: [a-z]+)?"
)
_UNHURT = pattern(r"(?:nobody|no one|no-one|nobody else) (?:badly |seriously )?(?:hurt|injured|killed|harmed)")
_WITHOUT = pattern(r"[\w-]+ (?:years|months|weeks) without\b")
_COUNTED = pattern(r"(?:most|some|many)\b")  # and numbers, of which only what they did is joined on
_OF_WHICH = pattern(r"\bof wh(?:ich|om)\b")
_FROM_TO = pattern(r"[$£€]?\d[\d.,]*\S* to [$£€]?\d")  # "6% to 3% in two years"
_AS_IT_IS = frozenset("none all both each every nobody".split())  # "all on time" needs no "with"
# Deeds by which something was brought from one figure to another; "worked" and "read" are none.
_CHANGING = frozenset(
    """automated brought built changed created cut designed introduced installed launched led managed merged moved
    overhauled put raised ran rebuilt redesigned redrew renegotiated reorganised reorganized replaced replanned rerouted
    restructured rewrote set simplified standardised standardized started switched took trained wrote""".split()
)
_RANGE = pattern(r"\b(?:aged|ages|ranging|some|groups?|of from|of up)\b|^[^%]*\bup to\b(?!.*%)", re.IGNORECASE)


@cache
def _doing_still() -> frozenset[str]:
    """Verbs of today that are neither participles nor adjectives: not "still run by parents", "still open"."""
    return (words("everyday_verbs", "plain_bases") | {"do"}) - verbs().past.keys() - {"open"}


@keeping_quotations
def with_its_and(body: str) -> str:
    """`body` with an "and" before a sentence of its own: "…, losses fell to 15" → "…, and losses fell to 15";
    and before what the writer does still: "…, still help out" → "…, and still help out".
    """
    still = _STILL_DOING.search(body)
    if still and still["verb"] in _doing_still():
        body = f"{body[: still.start()]}, and {body[still.end() :]}"
    return _SPLICED.sub(", and ", body, count=1)


@keeping_quotations
def in_one_sentence(body: str) -> str | None:
    """A bullet of two parts as one: "Agreed a rota, no days lost" → "Agreed a rota, with no days lost".

    None where it has one part, or its second makes no sentence with the first; after a semicolon it then has no form.
    """
    first, mark, part = body.partition("; ")
    if mark and len(first.split()) == len(part.split()) == 2 and _CERTIFIED.fullmatch(f"{first} and {part}"):
        return f"{first} and {part}"
    if mark:
        joined = joined_on(part) or _brought(first, part) or _with_its_verb(part)
        return joined and first + joined
    dashed = _DASHED.fullmatch(body)
    if dashed:
        first, part = dashed.groups()
        joined = f", and {part}" if FINISHED.match(part) else joined_on(part) or _brought(first, part)
        return joined and first + joined
    first, comma, part = body.rpartition(", ")
    if comma and _UNHURT.fullmatch(part):
        return f"{first}, with {part}"
    if comma and _TOOK.fullmatch(part):
        return f"{first}, which {part}"
    if comma and _AVERAGED.fullmatch(part):
        return f"{first}, and the {part}"
    none = _AND_NONE.fullmatch(part)
    if comma and none and not any(word.core in verbs().past for word in words_of(part)):
        return f"{first}, with {none['none']}"
    start, _, span = first.rpartition(", ")
    lasted = _measure_of(start, span) if start and ", " not in start else None  # "…, 4 years, no permit violations"
    first = start + lasted.removeprefix(",") if lasted else first
    is_clause = part.partition(" ")[0] in _RELATIVES  # "which now takes 70 calls a week"
    if comma and not is_clause and (is_told_of_others(part) or is_a_sentence(part)):
        measured = what_averages(part)
        return f"{first}, and {article_of(words_of(measured)) if measured else ''}{part}"
    joined = _after_comma(first, part) if comma and first[-1:].isalnum() and ", " not in first else None
    return joined and first + joined


def is_told_of_others(part: str) -> bool:
    """True for "it was 11 before I came", "the kitchen takes everything it grows", "locals call it the pram road"."""
    read = [word for word in words_of(part) if word.core not in _BETWEEN]
    if len(read) < 2 or _UNSAFE.search(part):
        return False
    first, verb, after = (word.core for word in [*read, Word("", "")][:3])
    if _CONTRACTED.match(first):
        return True
    if _OF_SO_MANY_DONE.match(part) or _SO_MANY_DO.match(part):
        return True
    if first in _OTHERS:
        is_now = verb in verbs().third or (first in {"they", "we"} and verb in verbs().base)
        return is_now or verb in FINITE or verb in verbs().past
    if first in _ARTICLES:
        subject = read[1 : place_of_verb(read) or 1]
        return bool(subject) and not any(word.core in _PRONOUNS | words("determiners") for word in subject)
    return needs_no_article(first) and is_common(first) and verb in verbs().base and after in WHOLE | {"me", "my"}


def _after_comma(first: str, part: str) -> str | None:
    """What goes on after the only comma: ", with no days lost", ", and brought waits from 12 days to 3"."""
    if _YEARS.fullmatch(part):
        return f", in {part}"
    span = _FROM_YEAR_TO_YEAR.fullmatch(part)
    if span:
        return f", from {span[1]} to {span[2]}"
    if _FROM_TO.match(part):
        return f", from {part}"
    told = _measure_of(first, part) or _became(part)
    if told:
        return told
    brought = _brought(first, part)
    if brought:
        return brought
    joined = joined_on(part)
    is_one_list = part.startswith("no ") and " no " in first  # "lost no fingers, no gear and no men"
    if joined is None or joined == f", {part}" or _WITHOUT.match(part) or is_one_list:
        return None
    begins = part.split(maxsplit=1)[0].casefold()
    if _SECOND.match(part) or SHARE.match(part):
        is_plain = joined.startswith(", with") and begins in _AS_IT_IS
        return None if is_plain else joined
    is_counted = is_number(begins) or _COUNTED.match(part)
    return joined if is_counted and joined.startswith(", and") else None


def _measure_of(first: str, part: str) -> str | None:
    """How long what lasted went on, and with how many: ", for five years", ", with a fleet of 160"."""
    number, _, unit = part.partition(" ")
    if re.search(r"\bsince\b", first):
        return None
    if first.partition(" ")[0].casefold() in _LASTING and is_number(number) and unit in _SPANS:
        return f", for {part}"
    group = _OF_SO_MANY.fullmatch(part)
    return f", with a {part}" if group and not re.search(rf"\b{group[1]}\b", first) else None


def _became(part: str) -> str | None:
    """What became of so many: ", and 20 passed", ", with 70 certified"."""
    number, _, core = part.partition(" ")
    if not is_number(number):
        return None
    if core in words("intransitives"):
        return f", and {part}"
    return f", with {part}" if core in _PASSIVE else None


def _brought(first: str, part: str) -> str | None:
    """What a deed brought from one figure to another; None for a range, and after a deed that changes nothing."""
    verb, read = first.partition(" ")[0].casefold(), words_of(part)
    if verb not in _CHANGING or _RANGE.search(part) or not read or any(map(_has_moved, read)):
        return None
    change = moved(part, read)
    if change is None:
        return None
    return f", and {change.rest.removeprefix('brought ') if verb == 'brought' else change.rest}"


def _has_moved(word: Word) -> bool:
    """True for the verb of "falls went from eleven to three", which says by itself what happened."""
    return word.core in words("intransitives") or word.core in {"dropped", "climbed"}


def joined_on(part: str) -> str | None:
    """What goes on after the first part of a bullet: ", and falls went from eleven to three", ", with none lost since".

    None where `part` tells another deed of the writer's, or nothing that makes a sentence.
    """
    read = words_of(part)
    if len(read) < 2 or _UNSAFE.search(part) or _is_spoken(read):
        return None
    first, following = read[0].core, read[1].core
    if first == "which" or _OF_WHICH.search(part):
        return f", {part}"
    if first == "we":
        return None
    share = SHARE.match(part)
    if share and re.search(r" of them\b", part):  # "96 per cent of them within a day"
        return None
    if first in words("adverbs") or first in _GOING_ON or _is_best(read) or (share and share["than"]):
        return None
    if first in _PRONOUNS:
        is_told = following in FINITE or (following in verbs().past and first != "one")  # "one picked up by Arte"
        return f", and {part}" if is_told else None
    verb = place_of_verb(read)
    if verb is not None:
        return None if _may_be_a_deed(first) else f", and {article_of(read[:verb])}{part}"
    if may_have_a_verb(read):
        return None
    if first in OF_HOW_MANY or first in words("determiners") or is_number(first):
        return f", with {part}"
    return f", with {article_of(_before_measure(read))}{part}" if _is_measured(part, read) else None


def years_of(body: str) -> str | None:
    """Work with its years behind it, as years of it: "Screen printing, two years" → "two years of screen printing"."""
    found = _WITH_ITS_YEARS.fullmatch(body)
    if found is None:
        return None
    what = words_of(found["what"])
    after = words("prepositions") - {"and", "or"}
    head = next((n for n, word in enumerate(what) if n and word.core in after), len(what)) - 1
    is_verb = what[0].core in verbs().past or what[0].core in words("plain_bases")
    is_work = is_common(what[0].core) and not is_verb and needs_no_article(what[head].core)
    if not is_work or what[head].core.removesuffix("s") in words("job_titles", "roles", "offices"):
        return None
    return f"{found['years']} of {found['what'][0].lower()}{found['what'][1:]}"


def is_sentence_of_its_own(part: str) -> bool:
    """True for "three of them lead teams now", "nobody had to go back out": a subject that is no "I", and its verb."""
    read = words_of(part)
    is_of_them = any(of.core == "of" and them.core == "them" for of, them in pairwise(read[:4]))
    if not _is_spoken(read) and is_a_sentence(part):
        return True
    return is_told_of_others(part) or (is_of_them and (joined_on(part) or "").startswith(", and "))


def _with_its_verb(part: str) -> str | None:
    """A second part with its own subject, verb and article: ", and the first run balanced"; None if it has none."""
    read = words_of(part)
    if len(read) < 3 or _UNSAFE.search(part) or _is_spoken(read) or ", " in part:
        return None
    first = read[0].core
    if _may_be_a_deed(first) or first in words("adverbs") or first in _GOING_ON or first in {"we", "which"}:
        return None
    pasts = verbs().past.keys() | words("finite_pasts", "intransitives")
    verb = next((place for place in range(1, min(4, len(read))) if read[place].core in pasts), None)
    return None if verb is None else f", and {article_of(read[:verb])}{part}"


def _is_spoken(read: Sequence[Word]) -> bool:
    """True where "I" or "you" is said; the I of "Class I" is a numeral."""
    return any(
        word.core in _SPEAKERS and not (word.typed == "I" and before.typed in _NUMBERED)
        for before, word in pairwise([Word("", ""), *read])
    )


def _is_best(read: Sequence[Word]) -> bool:
    """True for "the best in the region": what somebody or something was, and not what came of it."""
    is_named = read[0].core == "the" and place_of_verb(read) is None
    return is_named and not _is_measured(" ".join(word.typed for word in read), read)


def _may_be_a_deed(first: str) -> bool:
    return first in verbs().past or first in verbs().gerund or first == "not"


def _is_measured(part: str, read: Sequence[Word]) -> bool:
    """True for "complaints about the food down by 44 percent": what was moved, and how far."""
    place = next((n for n, word in enumerate(read) if n and word.core in {"up", "down"}), None)
    return place is not None and not _may_be_a_deed(read[0].core) and _MEASURED.search(part) is not None


def _before_measure(read: Sequence[Word]) -> Sequence[Word]:
    """What was moved, of "error rate down by half"."""
    return read[: next(n for n, word in enumerate(read) if n and word.core in {"up", "down"})]
