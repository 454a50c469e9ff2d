"""What the user said outright: which responsibility a strength answers.

Here an `answers` entry is led to the responsibility it means. Nothing is scored against strengths; an entry that fits
no responsibility is handed back, so that somebody can say so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from followup_letters.matching.items import Need, Proof, answers_said, by_importance, text_of
from followup_letters.matching.terms import stems_of

_CLOSE = 0.8  # how much of an entry a responsibility must hold to be what it means
_AHEAD = 0.1  # and by how much more than any other responsibility


@dataclass(frozen=True)
class UnresolvedAnswer:
    """An `answers` entry that fits no responsibility: the strength it stands under, and the entry as typed."""

    strength: str
    answer: str
    strength_index: int


@dataclass(frozen=True)
class DoubledAnswer:
    """A strength that is said to answer a need that an earlier one is said to answer, and so is paired with none.

    `taken_by` is the strength that counts; the indices are the positions of the three in the sequences that were given.
    """

    responsibility: str
    strength: str
    taken_by: str
    responsibility_index: int
    strength_index: int
    taken_by_index: int


def doubled_answers(responsibilities: Sequence[str | Need], strengths: Sequence[str | Proof]) -> list[DoubledAnswer]:
    """The strengths all of whose `answers` are taken by those before them, in their order, with the first such need."""
    needs, pairs = _Needs(responsibilities), dict(answered(responsibilities, strengths))
    found = []
    for index, strength in enumerate(strengths):
        if index in pairs.values():
            continue
        meant = next((need for need in map(needs.meant_by, answers_said(strength)) if need is not None), None)
        if meant is not None:
            need, holder = text_of(responsibilities[meant]), text_of(strengths[pairs[meant]])
            found.append(DoubledAnswer(need, text_of(strength), holder, meant, index, pairs[meant]))
    return found


def unresolved_answers(
    responsibilities: Sequence[str | Need], strengths: Sequence[str | Proof]
) -> list[UnresolvedAnswer]:
    """The `answers` entries that fit no responsibility, in the order of the strengths; plain strings have none."""
    needs = _Needs(responsibilities)
    return [
        UnresolvedAnswer(text_of(strength), answer, index)
        for index, strength in enumerate(strengths)
        for answer in answers_said(strength)
        if needs.meant_by(answer) is None
    ]


def answered(responsibilities: Sequence[str | Need], strengths: Sequence[str | Proof]) -> list[tuple[int, int]]:
    """The pairs (responsibility, strength) that the user named, one to one; of two claims the first listed holds.

    A strength whose first entry is taken already falls back to its next one.
    """
    needs = _Needs(responsibilities)
    pairs: dict[int, int] = {}
    for index, strength in enumerate(strengths):
        meant = (needs.meant_by(answer) for answer in answers_said(strength))
        free = next((need for need in meant if need is not None and need not in pairs), None)
        if free is not None:
            pairs[free] = index
    return list(pairs.items())


class _Needs:
    """The responsibilities, the most important first, so that an entry that fits two of them means the first."""

    def __init__(self, responsibilities: Sequence[str | Need]) -> None:
        self._texts = [(index, _plain(text_of(responsibilities[index]))) for index in by_importance(responsibilities)]

    def meant_by(self, answer: str) -> int | None:
        """The responsibility with this very text, else one that contains it, else the only one close to it."""
        wanted = _plain(answer)
        if not wanted:
            return None
        whole = (index for index, text in self._texts if text == wanted)
        part = (index for index, text in self._texts if wanted in text)
        found = next(whole, next(part, None))
        return self._closest(wanted) if found is None else found

    def _closest(self, wanted: str) -> int | None:
        ranked = sorted(((_closeness(wanted, text), -index) for index, text in self._texts), reverse=True)
        if not ranked or ranked[0][0] < _CLOSE:
            return None
        ahead = len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= _AHEAD
        return -ranked[0][1] if ahead else None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".;,")


def _closeness(wanted: str, text: str) -> float:
    """How much of the entry the responsibility holds: by its words if it has several, or letter by letter (typos)."""
    from difflib import SequenceMatcher  # rarely needed, and slow to load

    words = frozenset(stems_of(wanted))
    held = len(words & frozenset(stems_of(text))) / len(words) if len(words) > 1 else 0.0
    return max(held, SequenceMatcher(None, wanted, text).ratio())
