"""How near a strength is to a responsibility, by the words they share, each weighed by its rarity among the rest."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from followup_letters.matching.terms import stem_of, stems_of, words_of


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


class WordSimilarity:
    """The built-in similarity: shared word stems, weighed by their rarity among the texts of the case."""

    threshold = 0.25

    def __call__(self, responsibilities: Sequence[str], strengths: Sequence[str]) -> list[list[float]]:
        """The cosine of the two texts' weighted stems, for every pair."""
        texts = [stems_of(text) for text in (*responsibilities, *strengths)]
        spread = Counter(stem for text in texts for stem in set(text))
        vectors = [_weighted(text, spread, len(texts)) for text in texts]
        needs, proofs = vectors[: len(responsibilities)], vectors[len(responsibilities) :]
        return [[_cosine(need, proof) for proof in proofs] for need in needs]

    def explain(self, responsibility: str, strength: str) -> str:
        """The words of the strength whose stems are in the responsibility too."""
        shared = set(stems_of(responsibility)) & set(stems_of(strength))
        words = dict.fromkeys(word for word in words_of(strength) if stem_of(word) in shared)
        return f"both speak of {', '.join(words)}"


def _weighted(stems: Sequence[str], spread: Counter[str], texts: int) -> dict[str, float]:
    return {stem: 1 + math.log((1 + texts) / (1 + spread[stem])) for stem in stems}


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    shared = math.fsum(sorted(weight * other[stem] for stem, weight in one.items() if stem in other))
    lengths = _length(one) * _length(other)
    return shared / lengths if lengths else 0.0


def _length(vector: dict[str, float]) -> float:
    return math.sqrt(math.fsum(sorted(weight * weight for weight in vector.values())))
