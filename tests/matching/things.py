"""Responsibilities and strengths as a caller may have them, and a similarity that says what a test wants said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Need:
    text: str
    importance: int | None = None


@dataclass(frozen=True)
class Proof:
    text: str
    answers: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Fixed:
    """Scores by pair of texts; what is not listed scores nothing."""

    scores: Mapping[tuple[str, str], float]
    threshold: float = 0.5

    def __call__(self, responsibilities: Sequence[str], strengths: Sequence[str]) -> list[list[float]]:
        return [[self.scores.get((need, proof), 0.0) for proof in strengths] for need in responsibilities]

    def explain(self, responsibility: str, strength: str) -> str:
        return f"{responsibility} and {strength}"
