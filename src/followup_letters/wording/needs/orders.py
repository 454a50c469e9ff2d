"""Needs that begin with a verb spelt like a noun, where the words after it prove the verb: "Train apprentices and keep
them", "Return as many finds as possible", "Spot disease before it spreads".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.adjectives_of_work import is_adjective_of_work
from followup_letters.wording.grammar.asides import without_aside
from followup_letters.wording.grammar.objects import Word, needs_no_article, words_of
from followup_letters.wording.grammar.phrases import speaks_to_you, without_stop
from followup_letters.wording.needs.infinitives import infinitive
from followup_letters.wording.needs.things import SEVERAL_PARTS, is_described

_AFTER_A_VERB = frozenset("new young old junior senior other small large clear fresh local good better".split())
_MORE = frozenset("more fewer less".split())
_HOW_OFTEN = frozenset("daily nightly weekly monthly quarterly yearly annual".split())
_OF_PEOPLE = frozenset("brief coach mentor recruit train".split())  # said of people, and before these no noun
_ANSWERED = frozenset("calls complaints emails e-mails enquiries inquiries letters phones queries questions".split())
_STEADY = frozenset("steady constant level".split())
_TAKES_A_COMPOUND = frozenset("brief fit lay load ship treat".split())  # "fit lower-limb prostheses"
_DONE_WITH_THEM = pattern(r"\b(?:and|or|then) (?P<verb>[a-z]+) (?:it|them|him|her)\b")
_BEFORE_IT_DOES = pattern(r"\b(?:before|until|as soon as|so that) (?:it|they|he|she)\b")
_COMPOUNDING = frozenset(
    "budget coach fire food lead light market plant sample set shift stage staff water work".split()
)
_AT_ONCE = frozenset("answer catch report return spot stop treat".split())  # before it spreads
_HOW_IT_IS_DONE = frozenset("better sooner faster earlier quickly often".split())
_MOVING = frozenset("decrease increase lower raise".split())
_NEAR = 4  # words, within which an object begins


def plain_order(need: str) -> str | None:
    """A need that its next words show to be an order, as it follows "to": "Train new technicians", "Lead crews of six".

    What comes after a verb, and not after a noun that is spelt like one, proves it; None where nothing does.
    """
    read = words_of(need)
    if is_adjective_of_work(read):
        return None
    if _is_put_right(read):
        return _small(need)
    if len(read) < 3 or read[0].core not in verbs().base or not read[0].is_name or is_described(need, read[0].core):
        return None
    is_order = any(proves(read) for proves in _PROOFS) or _goes_on_with_it(need, read)
    return infinitive(f"To {need[:1].lower()}{need[1:]}") if is_order else None


def order_done(need: str, strengths: Iterable[str]) -> str | None:
    """A need whose first word a strength has done, as it follows "to"; None if none has, or if it may be a noun.

    "Requeened 60 skeps" proves a verb in "Requeen the hives every other year", which no list of ours has; what comes
    after must be what only an object begins with, as in "Budget reviews" it is not.
    """
    read = words_of(need)
    if len(read) < 3 or not read[0].is_name or not re.fullmatch(r"[a-z]{3,}", read[0].core):
        return None
    first = read[0].core
    if read[1].core not in words("determiners"):
        return None
    pasts = {f"{first}d"} if first.endswith("e") else {f"{first}ed", f"{first[:-1]}ied"}
    if not any(text.split(maxsplit=1)[0].casefold() in pasts for text in strengths if text.strip()):
        return None
    return _small(need)


def _small(need: str) -> str | None:
    """`need` with a small letter at its head; None for a text of two parts, or one that speaks to "you"."""
    said = without_stop(without_aside(need))
    return None if SEVERAL_PARTS.search(said) or speaks_to_you(said) else f"{said[0].lower()}{said[1:]}"


def _is_put_right(read: Sequence[Word]) -> bool:
    """True for "Fix forecasting", for no fix is named so."""
    return len(read) > 1 and read[0].typed == "Fix" and read[1].core.endswith("ing") and read[1].typed.islower()


def _goes_on_with_it(need: str, read: Sequence[Word]) -> bool:
    """True for "Train apprentices and keep them", "Spot disease before it spreads", where "it" is what is done with.

    Not where the first word may be one with the next: "Water quality reports before they go out", "Coach tours".
    """
    first, joined = read[0].core, _DONE_WITH_THEM.search(need)
    is_object = first not in _COMPOUNDING and needs_no_article(read[1].core)
    is_joined = joined is not None and joined["verb"] in verbs().base and is_object
    return is_joined or (first in _AT_ONCE and _BEFORE_IT_DOES.search(need) is not None)


def _has_an_adjective(read: Sequence[Word]) -> bool:
    return read[1].core in _AFTER_A_VERB and any(needs_no_article(word.core) for word in read[2:_NEAR])


def _is_no_noun(read: Sequence[Word]) -> bool:
    return read[0].core in words("plain_bases") and needs_no_article(read[1].core)


def _is_of_people(read: Sequence[Word]) -> bool:
    """True for "Lead crews of six", "Recruit and train poll clerks"."""
    if read[0].core == "lead":
        return any(are_people(word.core) for word in read[1:_NEAR])
    of_people = read[2:] if read[1].core in {"and", "&"} and read[2].core in _OF_PEOPLE else read
    if not {read[0].core, of_people[0].core} <= _OF_PEOPLE:
        return False
    plain = (word for word in of_people[1:3] if word.typed.islower() and word.typed[-1].isalpha())  # no "technicians’"
    return any(are_people(word.core) for word in plain)


def _is_of_more(read: Sequence[Word]) -> bool:
    """True for "Return more of what is found", "Return as many articles as possible"."""
    return read[1].core in _MORE or (read[1].core == "as" and read[2].core in {"many", "much", "few", "little"})


def _is_before_what(read: Sequence[Word]) -> bool:
    """True for "Value what is brought to the counter": no noun stands before "what"."""
    return read[1].core in {"what", "whatever"} and read[1].typed.islower()


def _is_done_regularly(read: Sequence[Word]) -> bool:
    return read[1].core in _HOW_OFTEN and needs_no_article(read[2].core)


def _is_of_its_verb(read: Sequence[Word]) -> bool:
    """True for "Stay within the budget", "Answer readers' letters", "Hold the humidity steady"."""
    first, near = read[0].core, {word.core for word in read[1 : _NEAR + 1]}
    if first == "stay":
        return read[1].core in {"within", "under"}
    return (first == "answer" and not near.isdisjoint(_ANSWERED)) or (
        first == "hold" and any(word.core in _STEADY for word in read[2:])
    )


def _has_a_compound(read: Sequence[Word]) -> bool:
    return read[0].core in _TAKES_A_COMPOUND and "-" in read[1].core and needs_no_article(read[2].core)


def are_people(core: str) -> bool:
    """True for several people, by a title or what they are together: "technicians", "crews", "messmen"."""
    one = core.removesuffix("s")
    return core.endswith("men") or (core != one and (one in words("collectives") or one in words("job_titles")))


def _brings_about(read: Sequence[Word]) -> bool:
    """True for "Increase spend per head"; not for "Increase in members", "Target figures"."""
    is_bare = read[1].core not in words("prepositions") | {",", "and", "or"} and read[1].typed.islower()
    return read[0].core in _MOVING and is_bare


def _is_to_be_more(read: Sequence[Word]) -> bool:
    """True for "Serve guests better", "Hire nurses sooner": what a verb is done to, and how it is to be done."""
    return read[-1].core in _HOW_IT_IS_DONE and needs_no_article(read[1].core) and read[1].typed.islower()


_PROOFS: Sequence[Callable[[Sequence[Word]], bool]] = (
    _has_an_adjective,
    _is_no_noun,
    _is_of_people,
    _is_of_more,
    _is_before_what,
    _is_done_regularly,
    _is_of_its_verb,
    _has_a_compound,
    _brings_about,
    _is_to_be_more,
)
