"""Finding phrases of the lexicon, runs of words, and figures in a text.

Nothing is judged here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from followup_letters.lexicon import lines

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_FIGURE = re.compile(r"(?<![\w.,])\d[\d.,]*(?<![.,])")


def may_hold(text: str, table: str) -> bool:
    """False where no phrase of the lexicon's `table` can stand in `text`, which is sooner told than where one does."""
    return not _beginnings(table).isdisjoint(_beginnings_in(text))


def spots(text: str, table: str) -> list[str]:
    """The phrases of the lexicon's `table` that stand in `text`, as they stand there, each once."""
    if not may_hold(text, table):
        return []
    plain = text.replace("’", "'").replace("\u00a0", " ")
    found = (match.group() for match in _pattern(table).finditer(plain))
    return list(dict.fromkeys(" ".join(phrase.split()) for phrase in found))


_BEGINNING = re.compile(r"\b\w{1,4}")  # of a word


@lru_cache(maxsize=2048)  # several tables are looked for in one text
def _beginnings_in(text: str) -> frozenset[str]:
    return frozenset(_BEGINNING.findall(text.casefold()))


@cache
def _beginnings(table: str) -> frozenset[str]:
    """How the phrases of a table begin: in a text where no word begins so, none of them can stand."""
    return frozenset(_BEGINNING.findall(line.casefold())[0] for line in lines(table))


@cache
def _pattern(table: str) -> re.Pattern[str]:
    """One pattern for all lines of a table, the longest first; a * at the end of a word stands for any ending."""
    ranked = sorted(lines(table), key=len, reverse=True)
    return re.compile(rf"(?<![\w'-])(?:{_either(ranked)})(?![\w-]|'\w)", re.IGNORECASE)


def _either(ranked: Sequence[str], letters: int = 2) -> str:
    """The alternatives in their order, with those that begin alike together, so that most are passed over at once."""
    if not letters or not all(ranked):
        return "|".join(map(_written, ranked))
    begun: dict[str, list[str]] = {}
    for line in ranked:
        begun.setdefault(line[0].casefold(), []).append(line[1:])
    return "|".join(f"{_written(first)}(?:{_either(rest, letters - 1)})" for first, rest in begun.items())


def _written(line: str) -> str:
    return re.escape(line).replace(r"\*", r"[\w'-]*").replace(r"\ ", r"\s+")


def words_of(text: str) -> list[str]:
    """The words of `text` in small letters, without punctuation."""
    return list(_words_of(text))


@lru_cache(maxsize=2048)  # the rules look at the same sentences, each in its own way
def _words_of(text: str) -> tuple[str, ...]:
    return tuple(map(str.casefold, _WORD.findall(text.replace("’", "'"))))


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """Every run of `length` words in `text`."""
    words = words_of(text)
    return set(zip(*(words[start:] for start in range(length)), strict=False))


def figures(text: str) -> list[str]:
    """The numbers of `text` that are written in figures, without what follows them: "$1,200.50" → "1,200.50"."""
    return _FIGURE.findall(text)


def quoted(text: str, most: int = 90) -> str:
    """`text` in quotes and in one line, cut at a word where it is long."""
    text = " ".join(text.split())
    if len(text) > most:
        text = text[: most - 1].rsplit(" ", 1)[0] + "…"
    return f"“{text}”"
