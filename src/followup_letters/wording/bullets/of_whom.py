"""Of whom a strength tells: what says "he" or "they" of somebody whom it has not named is not said with "I"."""

from __future__ import annotations

from collections.abc import Sequence

from followup_letters.lexicon import verbs, words
from followup_letters.wording.grammar.objects import Word, is_number
from followup_letters.wording.grammar.phrases import may_be_several
from followup_letters.wording.grammar.plurals_first import has_company
from followup_letters.wording.grammar.the_living import are_a_body, are_alive

_HE_OR_SHE = frozenset("he she his her him hers himself herself he's she's".split())
_OF_THE_WRITER = frozenset("his her hers himself herself".split())
_THEY = frozenset("they they'd they've they're".split())
_SOMEBODY = frozenset("anybody anyone everybody everyone nobody people somebody someone whoever".split())
_JOINTS = frozenset({"and", "&", "or", "but", "then", ","})
_SUBORDINATING = frozenset(
    "after although as because before if once since so than that though unless until when while".split()
)
_WHOLE = frozenset("it them him her everything everybody".split())


def is_of_somebody_unnamed(read: Sequence[Word], *, in_the_third: bool) -> bool:
    """True for "his brother" and "himself" of the writer, and for the "they" of "the person they asked".

    In the third person the writer is "he" or "she", whoever else is named; else only where nobody is. A "they" with a
    verb of its own after "and" or "when" is whoever was there, and is told as it was typed.
    """
    cores = [word.core.replace("’", "'") for word in read]
    for place, core in enumerate(cores):
        before = cores[:place]
        is_of_the_writer = core in (_HE_OR_SHE if in_the_third else _OF_THE_WRITER)
        if is_of_the_writer and (in_the_third or not (any(map(_is_somebody, before)) or _is_a_name(read, place))):
            return True
        if core in _THEY and (not before or (_is_told_of(before[-1]) and not _are_named(before[:-1]))):
            return True
    return False


def _is_told_of(before: str) -> bool:
    """True for a noun that "they" follows at once: "the person they asked"; not for "and they", "when they"."""
    return before.isalpha() and before not in _JOINTS | _SUBORDINATING | words("prepositions", "adverbs")


def _are_named(before: Sequence[str]) -> bool:
    return any(may_be_several(core) or _is_somebody(core) for core in before)


def _is_somebody(core: str) -> bool:
    one = core.removesuffix("s")
    is_called_so = one.endswith(("ist", "ian", "ee", "man")) and len(one) > len("woman")
    return (
        core in _SOMEBODY or one in words("vessels", "offices") or is_called_so or are_alive(core) or are_a_body(core)
    )


def _is_a_name(read: Sequence[Word], place: int) -> bool:
    """True if what is typed there may be a name, "the film Her", or if somebody is named by one before it."""
    return (place > 0 and read[place].is_name) or any(word.is_name for word in read[1:place])


def goes_on_in_the_third(read: Sequence[Word], at: int) -> bool:
    """True if another verb in the third person may be joined to the one `at`: "… and cooks for 90", "…, runs it"."""
    for place in range(at + 2, len(read)):
        core, before = read[place].core, read[place - 1].core
        if before in words("adverbs") | {"also", "still", "always"} and place > at + 2:
            before = read[place - 2].core
        if before in _JOINTS and core in verbs().third and _may_be_a_verb(read, place):
            return True
    return False


def _may_be_a_verb(read: Sequence[Word], place: int) -> bool:
    """True unless a third person is surely a noun: "manages orders and returns"."""
    core, base = read[place].core, verbs().third[read[place].core]
    after = read[place + 1].core if place + 1 < len(read) else ""
    if base not in words("noun_verbs") and core not in words("before_nouns"):
        return core in {"is", "has", "does"} or (core not in words("small_letters") and bool(after))
    return (
        after in words("determiners") - words("prepositions") | _WHOLE or is_number(after) or has_company(core, after)
    )
