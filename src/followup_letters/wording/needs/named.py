"""A thing as it is named: with "the" or "a" before it where it takes one, "the overtime budget", "stock counts"."""

from __future__ import annotations

from collections.abc import Sequence

from followup_letters.lexicon import verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.articles import OF_WORK, with_article
from followup_letters.wording.grammar.nouns import end_of_noun, is_common
from followup_letters.wording.grammar.objects import Word, needs_no_article, words_of
from followup_letters.wording.needs.wants import NONE_AT_ALL, asks_for_more, is_activity, is_measured, tells_a_state

_OF_A_NAME = pattern(r"(?:Board|Department|Duke|Freedom|House|Ministry|Office|School) of [A-Z]")
_TWO_DONE_TO = pattern(r"[a-z]+ing and [a-z]+ing (?:up |out |off |down )?of ")
_ABSTRACT = pattern(r"[a-z]{3,}(?:ility|ivity|ness|ency|ancy|ance|ence)")
_OF_THE_FIRST = frozenset("aid class floor line time year".split())  # "first aid cover"
_OF_SO_MANY = pattern(r"(?:[a-z-]+ )?(?:crew|gang|staff|team) of \S*\d\S*")
_HOW_OFTEN = frozenset({"once", "twice", "every", "each"})
_OF_DOING = pattern(r"[a-z]{3,}(?:ing|ation|ction|ition)")  # "wheel building", "liner installation"
_PLACES = frozenset("building station section location collection exhibition competition position wing ring".split())
_JOINTS = frozenset({"and", "or", "but", "&"})


def as_named(text: str) -> str:
    """A thing as it is named: "the capital plan for a new plant", "the overtime budget", but "stock counts"."""
    read = words_of(text)
    lowered = text if _OF_A_NAME.match(text) else text[0].lower() + text[1:]
    if len(read) > 1 and (_TWO_DONE_TO.match(lowered) or (read[1].core == "of" and _ABSTRACT.fullmatch(read[0].core))):
        return f"the {lowered}"
    is_plain = _is_plain(lowered, read)
    is_comparative = read[0].core in words("comparatives") and not is_plain  # "a faster month-end close"
    is_a_first = len(read) > 2 and read[0].core == "first" and read[1].core not in _OF_THE_FIRST
    is_a_first = is_a_first and is_common(read[1].core) and not needs_no_article(read[1].core)
    if is_comparative or is_a_first or (_OF_SO_MANY.fullmatch(lowered) and is_plain):  # "a seasonal crew of 60"
        return with_article(lowered)
    return lowered if is_plain or read[0].core in words("determiners") | NONE_AT_ALL else f"the {lowered}"


def _is_plain(lowered: str, read: Sequence[Word]) -> bool:
    """True for what is named without an article: several, a substance, or what is done or wished for."""
    end = end_of_noun(read, 0) or len(read)
    first, second = read[0].core, read[1].core if len(read) > 1 else ""
    is_several = needs_no_article(first)
    if first in verbs().gerund and second == "of":  # "the casting of 40 parts a year"
        return False
    if (first in verbs().gerund and needs_no_article(second)) or (second in _HOW_OFTEN and is_several):
        return True  # "coaching swimmers", "recitals twice a year"
    if tells_a_state(second) and not is_several:  # "the museum open on Mondays"
        return False
    is_wished = asks_for_more(lowered) and not (is_measured(lowered) and end == 2 and is_common(second))
    is_work = len(read) > 1 and _is_work(read, end)
    return needs_no_article(read[end - 1].core) or is_activity(lowered) or is_wished or is_work


def _is_work(read: Sequence[Word], end: int) -> bool:
    """True for a name of work: "inbox management in June", "liner installation", "piano and antique handling"."""
    last = read[-1].core
    is_of_it = end < len(read) and read[end].core == "of"  # "the complete installation of the pool"
    is_listed = all(word.core not in words("prepositions") - words("determiners") - _JOINTS for word in read)
    is_doing = (end > 1 and not is_of_it and _is_of_doing(read[end - 1].core)) or (is_listed and _is_of_doing(last))
    return is_doing or not OF_WORK.isdisjoint({read[end - 1].core, last})


def _is_of_doing(core: str) -> bool:
    """True for the last word of "liner installation", "wheel building": what is done, and no place."""
    return _OF_DOING.fullmatch(core) is not None and core not in _PLACES
