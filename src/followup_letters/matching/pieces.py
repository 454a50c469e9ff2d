"""A text as the pieces of words that the encoder knows: whole words where it knows them, else their longest parts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import islice

from followup_letters.once import once
from followup_letters.patterns import pattern

_INSIDE = "##"  # stands before a piece that does not begin a word
_TOKEN = pattern(r"[^\W_]+|[^\w\s]|_")
_LONGEST_WORD = 100  # letters; a longer one is no word
_PLAIN = str.maketrans("’‘“”–—…", "''\"\"--.")


def pieces_of(text: str, most: int) -> list[int]:
    """The places in pieces.txt of the first pieces of `text`, `most` at most; capitals and accents are not read.

    A word that no pieces make up, as of another script, is passed over.
    """
    letters = unicodedata.normalize("NFD", text.lower().translate(_PLAIN))
    plain = letters if letters.isascii() else "".join(each for each in letters if not unicodedata.combining(each))
    tokens = (found[0] for found in _TOKEN.finditer(plain) if len(found[0]) <= _LONGEST_WORD)
    return list(islice((place for token in tokens for place in _parts_of(token)), most))


@lru_cache(maxsize=16384)
def _parts_of(word: str) -> tuple[int, ...]:
    known = _known()
    whole = known.get(word)
    return (whole,) if whole is not None else tuple(_longest_parts(word, known))


def _longest_parts(word: str, known: Mapping[str, int]) -> Iterator[int]:
    """The parts of `word`, each the longest that is known; none if they do not make up the whole."""
    parts, start = list[int](), 0
    while start < len(word):
        inside = _INSIDE if start else ""
        ends = range(len(word), start, -1)
        end = next((end for end in ends if inside + word[start:end] in known), None)
        if end is None:
            break
        parts.append(known[inside + word[start:end]])
        start = end
    if start == len(word):
        yield from parts


@once
def _known() -> Mapping[str, int]:
    text = files(__package__).joinpath("pieces.txt").read_text(encoding="utf-8")
    return {piece: place for place, piece in enumerate(text.splitlines())}
