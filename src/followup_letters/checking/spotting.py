"""Finding phrases of the lexicon, runs of words, and figures in a text.

Nothing is judged here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from followup_letters.lexicon import lines

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_FIGURE = re.compile(r"(?<![\w.,])\d[\d.,]*(?<![.,])")


def may_hold(text: str, table: str) -> bool:
    """False where no phrase of the lexicon's `table` can stand in `text`, which is sooner told than where one does."""
    return not _beginnings(table).keys().isdisjoint(_beginnings_in(text))


def spots(text: str, table: str) -> list[str]:
    """The phrases of the lexicon's `table` that stand in `text`, as they stand there, each once."""
    begun, said = _beginnings(table), _beginnings_in(text)
    if begun.keys().isdisjoint(said):
        return []
    ranks = sorted(rank for first in begun.keys() & said for rank, needed in begun[first] if needed <= said)
    if not ranks:
        return []
    plain = text.replace("’", "'").replace("\u00a0", " ")
    ranked = _ranked(table)
    found = _scanned(plain, [_pattern(ranked[rank]) for rank in ranks])
    return list(dict.fromkeys(" ".join(phrase.split()) for phrase in found))


_BEGINNING = re.compile(r"\b\w{1,4}")  # of a word
_SHORT_STEM = re.compile(r"\b\w{1,3}\*")  # which may go on, so that it is no whole beginning


@lru_cache(maxsize=2048)  # several tables are looked for in one text
def _beginnings_in(text: str) -> frozenset[str]:
    return frozenset(_BEGINNING.findall(text.casefold()))


@cache
def _ranked(table: str) -> Sequence[str]:
    """The lines of a table, the longest first: where two can stand in one place, the longer does."""
    return sorted(lines(table), key=len, reverse=True)


@cache
def _beginnings(table: str) -> Mapping[str, Sequence[tuple[int, frozenset[str]]]]:
    """How the phrases of a table begin → their ranks, each with the beginnings of all its words.

    Where no word of a text begins as one of a phrase does, the phrase cannot stand.
    """
    found: dict[str, list[tuple[int, frozenset[str]]]] = {}
    for rank, line in enumerate(_ranked(table)):
        first = _BEGINNING.findall(line.casefold())[0]
        needed = frozenset(_BEGINNING.findall(_SHORT_STEM.sub("", line.casefold())))
        found.setdefault(first, []).append((rank, needed))
    return found


def _scanned(text: str, patterns: Sequence[re.Pattern[str]]) -> Iterator[str]:
    """What the patterns match in `text`, from left to right; where several do, the first of them."""
    ahead = [(found.start(), rank, found) for rank, each in enumerate(patterns) if (found := each.search(text))]
    while ahead:
        _, _, first = min(ahead)
        yield first.group()
        done = first.end()
        again = (
            (rank, patterns[rank].search(text, done)) if start < done else (rank, found) for start, rank, found in ahead
        )
        ahead = [(found.start(), rank, found) for rank, found in again if found]


@cache
def _pattern(line: str) -> re.Pattern[str]:
    """The pattern of one line of a table; a * at the end of a word stands for any ending."""
    words = re.escape(line).replace(r"\*", r"[\w'-]*").replace(r"\ ", r"\s+")
    return re.compile(rf"(?<![\w'-])(?:{words})(?![\w-]|'\w)", re.IGNORECASE)


def words_of(text: str) -> list[str]:
    """The words of `text` in small letters, without punctuation."""
    return list(_words_of(text))


@lru_cache(maxsize=2048)  # the rules look at the same sentences, each in its own way
def _words_of(text: str) -> tuple[str, ...]:
    composed = unicodedata.normalize("NFC", text.replace("’", "'"))  # of an accent by itself no word is known again
    return tuple(map(str.casefold, _WORD.findall(composed)))


def as_they_stand(text: str, first: int, count: int) -> str:
    """So many words of `text`, from the place `first` among its `words_of` on, with what stands between them."""
    composed = unicodedata.normalize("NFC", text)
    found = [*_WORD.finditer(composed)][first : first + count]
    return composed[found[0].start() : found[-1].end()] if found else ""


@lru_cache(maxsize=1024)  # of which each field is asked for every private note
def runs(text: str, length: int) -> frozenset[tuple[str, ...]]:
    """Every run of `length` words in `text`."""
    words = words_of(text)
    return frozenset(zip(*(words[start:] for start in range(length)), strict=False))


def figures(text: str) -> list[str]:
    """The numbers of `text` that are written in figures, without what follows them: "$1,200.50" → "1,200.50"."""
    return _FIGURE.findall(text)


def quoted(text: str, most: int = 90) -> str:
    """`text` in quotes and in one line, cut at a word where it is long."""
    text = " ".join(text.split())
    if len(text) > most:
        text = text[: most - 1].rsplit(" ", 1)[0] + "…"
    return f"“{text}”"
