"""The table of word meanings, meanings.txt and meanings.bin: 64 numbers a word, alike where words are used alike.

The table is read here; what a text means, and how near two texts are, `matching` decides. How it was made stands in
benchmarks/matching/make_meanings.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from followup_letters.lexicon import lines

NUMBERS = 64
_ENDINGS = (("ies", "y"), ("s", ""), ("es", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))


def meanings(words: list[str]) -> Iterator[memoryview]:
    """The numbers of each of `words` that the table holds, if only without its ending; signed, from -127 to 127."""
    numbers = _numbers()
    for place in map(_place_of, words):
        if place is not None:
            yield numbers[place * NUMBERS : (place + 1) * NUMBERS]


@lru_cache(maxsize=16384)
def _place_of(word: str) -> int | None:
    places = _places()
    return next((places[form] for form in forms(word) if form in places), None)


def forms(word: str) -> Iterator[str]:
    """A word, and what it may be the plural, the past or the form in -ing of."""
    yield word
    for ending, bare in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            yield word.removesuffix(ending) + bare


@cache
def _places() -> Mapping[str, int]:
    return {word: place for place, word in enumerate(lines("meanings"))}


@cache
def _numbers() -> memoryview:
    return memoryview(files(__package__).joinpath("meanings.bin").read_bytes()).cast("b")
