"""How near a strength is to a responsibility, by the words they share, each weighed by its rarity among the rest."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol


class Similarity(Protocol):
    """Anything that scores needs against proofs."""

    @property
    def threshold(self) -> float:
        """The score from which a pair may be believed."""
        ...

    def __call__(self, responsibilities: Sequence[str], strengths: Sequence[str]) -> Sequence[Sequence[float]]:
        """A row for each responsibility, a score from 0 to 1 for each strength."""
        ...

    def explain(self, responsibility: str, strength: str) -> str:
        """What joins the two, in words for the writer of the letter."""
        ...


_STOP_WORDS = frozenset(
    """the and for with from that this our your their into under over without within across all any each every who
    which what when where how has have had was were are been being its not new one two three four five six seven eight
    nine ten more than they them you will can able about time work job team people year years month months week weeks
    day days per make made take took keep kept get got use used""".split()
)


class WordSimilarity:
    """The built-in similarity: shared word stems, weighed by their rarity among the texts of the case."""

    threshold = 0.25

    def __call__(self, responsibilities: Sequence[str], strengths: Sequence[str]) -> list[list[float]]:
        """The cosine of the two texts' weighted stems, for every pair."""
        texts = [_stems(text) for text in (*responsibilities, *strengths)]
        spread = Counter(stem for text in texts for stem in set(text))
        vectors = [_weighted(text, spread, len(texts)) for text in texts]
        needs, proofs = vectors[: len(responsibilities)], vectors[len(responsibilities) :]
        return [[_cosine(need, proof) for proof in proofs] for need in needs]

    def explain(self, responsibility: str, strength: str) -> str:
        """The words of the strength whose stems are in the responsibility too."""
        shared = set(_stems(responsibility)) & set(_stems(strength))
        words = dict.fromkeys(word for word in _words(strength) if _stem(word) in shared)
        return f"both speak of {', '.join(words)}"


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W_]{3,}", text.casefold()) if word not in _STOP_WORDS]


def _stems(text: str) -> list[str]:
    return [_stem(word) for word in _words(text)]


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@lru_cache(maxsize=1)
def _stemmer():  # type: ignore[no-untyped-def]  # snowballstemmer ships no types
    import snowballstemmer

    return snowballstemmer.stemmer("english")


def _weighted(stems: Sequence[str], spread: Counter[str], texts: int) -> dict[str, float]:
    return {stem: 1 + math.log((1 + texts) / (1 + spread[stem])) for stem in stems}


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    shared = math.fsum(sorted(weight * other[stem] for stem, weight in one.items() if stem in other))
    lengths = _length(one) * _length(other)
    return shared / lengths if lengths else 0.0


def _length(vector: dict[str, float]) -> float:
    return math.sqrt(math.fsum(sorted(weight * weight for weight in vector.values())))
