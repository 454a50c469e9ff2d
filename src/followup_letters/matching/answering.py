"""What the user said outright: which responsibility a strength answers.

Here an `answers` entry is led to the responsibility it means. Nothing is scored against strengths; an entry that fits
no responsibility is handed back, so that somebody can say so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from followup_letters.matching.items import ResponsibilityLike, StrengthLike, answers_said, by_importance, text_of
from followup_letters.matching.terms import stems_of

_CLOSE = 0.8  # how much of an entry a responsibility must hold to be what it means
_AHEAD = 0.1  # and by how much more than any other responsibility
_LONGEST_MISTYPED = 100  # letters of an entry that is compared letter by letter; a longer one is known by its words
_NEAREST = 3  # responsibilities that an entry is compared with letter by letter, which takes long


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


def doubled_answers(
    responsibilities: Sequence[str | ResponsibilityLike], strengths: Sequence[str | StrengthLike]
) -> list[DoubledAnswer]:
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
    responsibilities: Sequence[str | ResponsibilityLike], strengths: Sequence[str | StrengthLike]
) -> list[UnresolvedAnswer]:
    """The `answers` entries that fit no responsibility, in the order of the strengths; plain strings have none."""
    needs = _Needs(responsibilities)
    return [
        UnresolvedAnswer(text_of(strength), answer, index)
        for index, strength in enumerate(strengths)
        for answer in answers_said(strength)
        if needs.meant_by(answer) is None
    ]


def answered(
    responsibilities: Sequence[str | ResponsibilityLike], strengths: Sequence[str | StrengthLike]
) -> list[tuple[int, int]]:
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


@dataclass(frozen=True)
class _Text:
    """A text to compare: without capitals and stops, its stems, and the pairs of letters in it."""

    plain: str

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(stems_of(self.plain))

    @cached_property
    def pairs(self) -> frozenset[str]:
        return frozenset(map("".join, pairwise(self.plain)))


class _Needs:
    """The responsibilities, the most important first, so that an entry that fits two of them means the first."""

    def __init__(self, responsibilities: Sequence[str | ResponsibilityLike]) -> None:
        self._order = by_importance(responsibilities)
        self._texts = tuple(_plain(text_of(responsibilities[index])) for index in self._order)

    def meant_by(self, answer: str) -> int | None:
        """The responsibility with this very text, else one that contains it, else the only one close to it."""
        place = _meant(_plain(answer), self._texts)
        return None if place is None else self._order[place]


@lru_cache(maxsize=1024)  # which strength answers what is asked several times over
def _meant(wanted: str, texts: tuple[str, ...]) -> int | None:
    if not wanted:
        return None
    whole = (place for place, text in enumerate(texts) if text == wanted)
    part = (place for place, text in enumerate(texts) if wanted in text)
    found = next(whole, next(part, None))
    return _closest(_Text(wanted), _compared(texts)) if found is None else found


@lru_cache(maxsize=4)
def _compared(texts: tuple[str, ...]) -> tuple[_Text, ...]:
    return tuple(map(_Text, texts))


def _closest(wanted: _Text, texts: Sequence[_Text]) -> int | None:
    near = sorted(range(len(texts)), key=lambda place: _alikeness(wanted, texts[place]), reverse=True)[:_NEAREST]
    close = [max(_held(wanted, text), _spelt_like(wanted, text) if n in near else 0.0) for n, text in enumerate(texts)]
    ranked = sorted(range(len(texts)), key=lambda place: (-close[place], place))
    if not ranked or close[ranked[0]] < _CLOSE:
        return None
    ahead = len(ranked) == 1 or close[ranked[0]] - close[ranked[1]] >= _AHEAD
    return ranked[0] if ahead else None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".;,")


def _held(wanted: _Text, text: _Text) -> float:
    """How much of the entry the responsibility holds by its words, if it has several."""
    return len(wanted.stems & text.stems) / len(wanted.stems) if len(wanted.stems) > 1 else 0.0


def _alikeness(wanted: _Text, text: _Text) -> float:
    """How many pairs of letters the two have in common, which is soon told."""
    return len(wanted.pairs & text.pairs) / max(1, len(wanted.pairs) + len(text.pairs))


def _spelt_like(wanted: _Text, text: _Text) -> float:
    """How alike the two are letter by letter, for what was mistyped; 0 where their lengths tell that they are not."""
    lengths = len(wanted.plain), len(text.plain)
    if lengths[0] > _LONGEST_MISTYPED or 2 * min(lengths) < (_CLOSE - _AHEAD) * sum(lengths):
        return 0.0
    from difflib import SequenceMatcher  # rarely needed, and slow to load

    return SequenceMatcher(None, wanted.plain, text.plain).ratio()
