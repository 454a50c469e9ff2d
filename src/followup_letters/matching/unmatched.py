"""What stands in no pair of `match`, and why, so that no line of an interview file is passed over without a word (R25).

The reasons are of the built-in similarity. What to do about it, the caller says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from followup_letters.matching.items import ResponsibilityLike, StrengthLike, may_answer, may_be_answered, text_of
from followup_letters.matching.pairing import Match
from followup_letters.matching.similarity import NOTHING_IN_COMMON, WordSimilarity


@dataclass(frozen=True)
class Unmatched:
    """A responsibility or a strength that no pair has; `index` is its position in the sequence that was given."""

    text: str
    why: str
    index: int


def unmatched_needs(
    responsibilities: Sequence[str | ResponsibilityLike],
    strengths: Sequence[str | StrengthLike],
    pairs: Sequence[Match],
) -> list[Unmatched]:
    """The responsibilities that none of `pairs` has, in their order; by their text, which tells them apart."""
    near, taken = _Near(responsibilities, strengths), {pair.strength for pair in pairs}
    matched, found = {pair.responsibility for pair in pairs}, []
    for index, need in enumerate(responsibilities):
        if text_of(need) not in matched:
            why = "you said that no strength answers it"
            if may_be_answered(need):
                why = _why(near.to_need(text_of(need)), taken, "no strength shares a word or idea with it")
            found.append(Unmatched(text_of(need), why, index))
    return found


def unmatched_strengths(
    responsibilities: Sequence[str | ResponsibilityLike],
    strengths: Sequence[str | StrengthLike],
    pairs: Sequence[Match],
) -> list[Unmatched]:
    """The strengths that none of `pairs` has, in their order; by their text, which tells them apart."""
    near, taken = _Near(responsibilities, strengths), {pair.responsibility for pair in pairs}
    matched, found = {pair.strength for pair in pairs}, []
    for index, strength in enumerate(strengths):
        if text_of(strength) not in matched:
            why = "you said that it answers none of them"
            if may_answer(strength):
                why = _why(near.to_strength(text_of(strength)), taken, "it shares no word or idea with any of them")
            found.append(Unmatched(text_of(strength), why, index))
    return found


class _Near:
    """What has something in common, among those that may be paired at all."""

    def __init__(
        self, responsibilities: Sequence[str | ResponsibilityLike], strengths: Sequence[str | StrengthLike]
    ) -> None:
        self._similarity = WordSimilarity()
        self._needs = [text_of(each) for each in responsibilities if may_be_answered(each)]
        self._proofs = [text_of(each) for each in strengths if may_answer(each)]
        self._scores = self._similarity(self._needs, self._proofs)

    def to_need(self, need: str) -> list[str]:
        """The strengths near to `need`, the nearest first."""
        row = self._scores[self._needs.index(need)]
        nearest = sorted(zip(row, self._proofs, strict=True), key=lambda each: -each[0])
        return [proof for _, proof in nearest if self._similarity.explain(need, proof) != NOTHING_IN_COMMON]

    def to_strength(self, proof: str) -> list[str]:
        """The responsibilities near to the strength `proof`, the nearest first."""
        column = [row[self._proofs.index(proof)] for row in self._scores]
        nearest = sorted(zip(column, self._needs, strict=True), key=lambda each: -each[0])
        return [need for _, need in nearest if self._similarity.explain(need, proof) != NOTHING_IN_COMMON]


def _why(near: Sequence[str], taken: set[str], nothing: str) -> str:
    """The reason, from what is `near` and what of it is `taken` by another pair."""
    free = next((text for text in near if text not in taken), None)
    if free is not None:
        return f"near to “{free}”, but not for certain"
    return f"near to “{near[0]}”, which goes with another" if near else nothing
