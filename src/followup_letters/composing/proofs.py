"""What one reader of a set is told of the candidate's work (R24, R25); which strengths those are, `proving` settles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from followup_letters.composing.answering import Answer
from followup_letters.matching import Match


@dataclass(frozen=True)
class Proofs:
    """What one reader is told of the candidate's work; every number is a position in the input's own list.

    `touching` is a strength that touches what was talked about, `near` how near it comes to it; `answers` are needs
    with their strengths, the most important first, and `touching` may be one of them; `beside` are strengths told by
    themselves; `needs` are the responsibilities in the order to name them where none has a strength.
    """

    answers: tuple[Answer, ...] = ()
    touching: int | None = None
    near: float = 0.0
    beside: tuple[int, ...] = ()
    needs: tuple[int, ...] = ()
    in_brief: bool = False
    """True if another letter of the set tells the strength whole, and this one no more than its first part."""

    def counted(self, positions: Sequence[int]) -> Proofs:
        """The same, with strengths counted as `positions` has them: one for each that stood in the list of before."""
        touching = None if self.touching is None else positions[self.touching]
        answers = tuple(answer.of(positions[answer.strength]) for answer in self.answers)
        return replace(self, answers=answers, touching=touching, beside=tuple(positions[each] for each in self.beside))

    @property
    def matches(self) -> tuple[Match, ...]:
        """Those answers that are certain."""
        return tuple(answer.match for answer in self.answers if answer.match)
