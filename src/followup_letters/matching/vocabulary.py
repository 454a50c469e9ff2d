"""The stems of the table of ideas: which stems speak of which ideas, and which count as one word.

Cutting words to stems is the slow part, and a letter has few words: so only that part of the table is cut whose words
begin as the words of the texts do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from followup_letters.lexicon import verbs
from followup_letters.lexicon.ideas import families, ideas
from followup_letters.matching.stemming import stem
from followup_letters.once import once

Phrase = tuple[str, ...]  # the stems of a word or of several

_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)?")
# Beginnings that the stemmer changes: dying → die, skies → sky.
_CHANGED = (("dyi", "die"), ("lyi", "lie"), ("tyi", "tie"), ("ski", "sky"))


class Shelf(NamedTuple):
    """The part of the table whose entries begin with one stem: phrases with their ideas, and what is said of life off
    duty."""

    ideas: Mapping[Phrase, tuple[int, ...]]
    aside: frozenset[Phrase]
    longest: int


def words_in(text: str) -> list[str]:
    """The words of a text in lower case, figures included; hyphens part words, "R&D" is one."""
    return _WORD.findall(text.casefold())


@lru_cache(maxsize=16384)
def stem_of(word: str) -> str:
    """The stem of a word in lower case; irregular pasts and families have one stem (taught → teach, safety → safe)."""
    bare = stem(_regular(word))
    return _families_at(beginning_of(word)).get(bare, bare)


def beginning_of(word: str) -> str:
    """The shelf of a word: its first letters, the same for all words that may have its stem."""
    known = _regular(word)
    is_plural = len(known) == 3 and known[2] == "s" and known[1] not in "aeious"
    letters = known[:2] if is_plural else known[:3]
    return _alike().get(letters, letters)


def shelf_of(word: str) -> Shelf | None:
    """The entries of the table that begin with the stem of a word in lower case; None if there is none."""
    return _shelf(beginning_of(word), stem_of(word))


@cache
def _shelf(beginning: str, first: str) -> Shelf | None:
    """The entries with this beginning whose first word has the stem `first`, cut to their stems."""
    found: dict[Phrase, list[int]] = {}
    aside: set[Phrase] = set()
    for entry, number in _by_first_stem(beginning).get(first, ()):
        phrase = tuple(map(stem_of, words_in(entry)))
        if ideas()[number].is_aside:
            aside.add(phrase)
        elif number not in (numbers := found.setdefault(phrase, [])):
            numbers.append(number)
    if not found and not aside:
        return None
    ideas_of = {phrase: tuple(numbers) for phrase, numbers in found.items()}
    return Shelf(ideas_of, frozenset(aside), max(map(len, (*found, *aside))))


@cache
def _by_first_stem(beginning: str) -> Mapping[str, Sequence[tuple[str, int]]]:
    """The entries with this beginning, with the number of their idea, by the stem of their first word."""
    found: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for entry, number in _entries().get(beginning, ()):
        found[stem_of(_first_word(entry))].append((entry, number))
    return dict(found)


@once
def _entries() -> Mapping[str, Sequence[tuple[str, int]]]:
    """Beginning → the entries that begin so, with the number of their idea."""
    entries: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for number, idea in enumerate(ideas()):
        for entry in idea.entries:
            entries[_beginning_of(_first_word(entry))].append((entry, number))
    return dict(entries)


def _first_word(entry: str) -> str:
    first = entry.partition(" ")[0]
    return first if first.isalnum() else words_in(first)[0]


_beginning_of = cache(beginning_of)  # many entries have the same first word


@cache
def _families_at(beginning: str) -> Mapping[str, str]:
    """The stems with this beginning → the stem of the first word of their family."""
    near = _families().get(beginning, ())
    return {stem(_regular(word)): stem(_regular(family[0])) for family in near for word in family}


@once
def _families() -> Mapping[str, Sequence[Sequence[str]]]:
    """Beginning → the families whose first word begins so."""
    found: defaultdict[str, list[Sequence[str]]] = defaultdict(list)
    for family in families():
        found[beginning_of(family[0])].append(family)
    return dict(found)


@once
def _alike() -> Mapping[str, str]:
    """Beginnings that belong together, because a family or the stemmer joins them → one of them."""
    group: dict[str, set[str]] = {}
    for family in (*families(), *_CHANGED):
        joined = {_regular(word)[:3] for word in family}
        joined = joined.union(*(group.get(letters, set()) for letters in joined))
        group.update(dict.fromkeys(joined, joined))
    return {letters: min(joined) for letters, joined in group.items()}


def _regular(word: str) -> str:
    return _irregular().get(word, word)


@once
def _irregular() -> Mapping[str, str]:
    """Pasts that the stemmer cannot lead back to their verb → the verb."""
    return {past: verb for past, verb in verbs().past.items() if not past.endswith("ed") and past != verb}
