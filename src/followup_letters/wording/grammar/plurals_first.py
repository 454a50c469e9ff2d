"""Whether what may be a verb in the third person is a plural noun: "books bound by hand", "lambs dying in March".

What comes after tells it. A noun goes on with what became of it, how late it is, where it is from or what it is for.
"""

from __future__ import annotations

from collections.abc import Sequence

from followup_letters.lexicon import phrases, verbs, words
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.nouns import is_participle
from followup_letters.wording.grammar.objects import Word, is_number, needs_no_article
from followup_letters.wording.grammar.sentences import HELPING

_OF_A_THING = frozenset("for from in on to at of".split())
_LATE = frozenset("ahead behind early late old out overdue short".split())
_READY = frozenset("late live online overdue ready right".split())  # as things are to be
_PEOPLE = frozenset("everybody everyone i nobody people they we you".split())
_TIMES = pattern(r"(?:minute|hour|day|week|month|year)s?")
_SURELY = frozenset("has is does goes".split())


def is_a_plural_first(read: Sequence[Word], at: int) -> bool:
    """True if the word `at`, which may be a verb in the third person, is a noun by what comes after it."""
    core, after = read[at].core, [word.core for word in read[at + 1 :]]
    if core not in verbs().third or core in _SURELY or not after:
        return False
    if is_participle(after[0]) and not needs_no_article(after[0]):
        return _ends_there(after[1:2])
    if happens(after[0]):
        return True
    if is_so_late(after):
        return True
    if not _is_a_noun(core):
        return False
    is_for = after[0] in _OF_A_THING and not has_company(core, after[0])
    return is_for or after[0] in _READY or _is_of_people(core, after)


def _is_of_people(core: str, after: Sequence[str]) -> bool:
    """True for "reports nobody reads": a noun, and what people do with that; not for "helps people find work"."""
    verb = after[1] if len(after) > 1 else ""
    is_verb = verb in verbs().base or verb in verbs().third or verb in HELPING
    return core != "helps" and after[0] in _PEOPLE and is_verb


def has_company(core: str, after: str) -> bool:
    """True for "works" before "with", "looks" before "after": what may be a plural noun is surely a verb there."""
    return after in phrases("with_company").get(core, ())


def is_so_late(after: Sequence[str]) -> bool:
    """True for what follows in "books two months behind": a length of time, and that it is early or late by so much."""
    return len(after) > 2 and is_number(after[0]) and _TIMES.fullmatch(after[1]) is not None and after[2] in _LATE


def _ends_there(after: Sequence[str]) -> bool:
    """True if no noun comes next, of which a participle would tell: "bound by hand"; not "used cars"."""
    if not after:
        return True
    going_on = words("prepositions", "adverbs", "afterwards", "particles") | {",", "when", "while", "until", "before"}
    return after[0] in going_on - {"and", "or", "&"} or after[0].endswith("ly") or after[0] in verbs().gerund


def happens(core: str) -> bool:
    """True for "dying", "leaking": what goes on with a thing, and is no work."""
    stem = core.removesuffix("ing")
    known = words("happening_verbs", "done_by_things")
    return stem != core and (core in {"dying", "lying"} or not known.isdisjoint({stem, f"{stem}e", stem[:-1]}))


def _is_a_noun(core: str) -> bool:
    """True for "reports", "leads", "shelves": what several things are called."""
    base = verbs().third[core]
    ones = {core, core.removesuffix("s"), base}
    is_known = any(one in words("noun_verbs", "small_letters", "rarer_nouns", "before_nouns") for one in ones)
    return is_known and base not in words("plain_bases")
