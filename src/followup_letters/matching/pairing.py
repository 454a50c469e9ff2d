"""Pairing needs with proofs: the user's own word first, then the best assignment of what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from followup_letters.matching.assigning import best_assignment
from followup_letters.matching.similarity import Similarity, WordSimilarity

_CLEARLY_AHEAD = 0.02  # how far a pair must score above every rival that is still free


class Duty(Protocol):
    """A responsibility with its rank: 1 the most important; None by its place in the list."""

    @property
    def text(self) -> str: ...
    @property
    def importance(self) -> int | None: ...


class Proof(Protocol):
    """A strength, with the responsibilities that its owner says it answers."""

    @property
    def text(self) -> str: ...
    @property
    def answers(self) -> tuple[str, ...]: ...


@dataclass(frozen=True)
class Match:
    """A responsibility and the strength that answers it.

    `score` runs from 0 to 1, and is 1 where the user said so; `why` names what joined them; the indices are the
    positions of the two in the sequences that were given.
    """

    responsibility: str
    strength: str
    score: float
    why: str
    responsibility_index: int
    strength_index: int


def match(
    responsibilities: Sequence[str | Duty],
    strengths: Sequence[str | Proof],
    *,
    similarity: Similarity | None = None,
    limit: int = 3,
) -> list[Match]:
    """The strengths that answer responsibilities, one to one, at most `limit`, the most important need first (R25).

    The user's own `answers` come first and are never scored away. Of the rest, the assignment with the greatest sum of
    (score − threshold) is taken; a pair below the threshold, or not clearly ahead of its rivals, is left out. The
    result does not depend on the order of the input beyond the order that gives importance.
    """
    duties, proofs = [_text(item) for item in responsibilities], [_text(item) for item in strengths]
    found = _by_answers(duties, strengths)
    free_duties = [i for i in range(len(duties)) if i not in {pair.responsibility_index for pair in found}]
    free_proofs = [j for j in range(len(proofs)) if j not in {pair.strength_index for pair in found}]
    found += _by_similarity(duties, proofs, free_duties, free_proofs, similarity or _built_in())
    best = sorted(found, key=lambda pair: (-pair.score, pair.responsibility, pair.strength))[:limit]
    return sorted(best, key=lambda pair: _rank(responsibilities, pair.responsibility_index))


@lru_cache(maxsize=1)
def _built_in() -> Similarity:
    return WordSimilarity()


def _text(item: str | Duty | Proof) -> str:
    return item if isinstance(item, str) else item.text


def _rank(responsibilities: Sequence[str | Duty], index: int) -> tuple[int, int]:
    item = responsibilities[index]
    given = None if isinstance(item, str) else item.importance
    return (index + 1 if given is None else given, index)


def _by_answers(duties: list[str], strengths: Sequence[str | Proof]) -> list[Match]:
    """The pairs that the user named: by the whole text of a responsibility, else by a part of it."""
    found: list[Match] = []
    taken: set[int] = set()
    for index, strength in enumerate(strengths):
        if isinstance(strength, str):
            continue
        for answer in strength.answers:
            duty = _answered(answer, duties, taken)
            if duty is not None:
                taken.add(duty)
                found.append(Match(duties[duty], strength.text, 1.0, "you said so", duty, index))
                break
    return found


def _answered(answer: str, duties: list[str], taken: set[int]) -> int | None:
    wanted = answer.casefold().strip()
    whole = (i for i, duty in enumerate(duties) if i not in taken and duty.casefold() == wanted)
    part = (i for i, duty in enumerate(duties) if i not in taken and wanted in duty.casefold())
    return next(whole, next(part, None))


def _by_similarity(
    duties: list[str], proofs: list[str], free_duties: list[int], free_proofs: list[int], similarity: Similarity
) -> list[Match]:
    if not free_duties or not free_proofs:
        return []
    rows = sorted(free_duties, key=lambda i: (duties[i], i))
    columns = sorted(free_proofs, key=lambda j: (proofs[j], j))
    matrix = similarity([duties[i] for i in rows], [proofs[j] for j in columns])
    gains = [[score - similarity.threshold for score in row] for row in matrix]
    found = []
    for row, column in best_assignment(gains):
        if _is_ahead(matrix, row, column):
            duty, proof = duties[rows[row]], proofs[columns[column]]
            why = similarity.explain(duty, proof)
            found.append(Match(duty, proof, min(1.0, matrix[row][column]), why, rows[row], columns[column]))
    return found


def _is_ahead(matrix: Sequence[Sequence[float]], row: int, column: int) -> bool:
    """True if no other strength for the need, and no other need for the strength, comes close."""
    score = matrix[row][column]
    rivals = [other for j, other in enumerate(matrix[row]) if j != column]
    rivals += [matrix[i][column] for i in range(len(matrix)) if i != row]
    return score >= max(rivals, default=0.0) + _CLEARLY_AHEAD
