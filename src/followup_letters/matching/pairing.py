"""Pairing needs with proofs: the user's own word first, then the best assignment of what is left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any, ClassVar, Self

from followup_letters.arguments import refused, shown
from followup_letters.errors import counted
from followup_letters.matching.answering import answered
from followup_letters.matching.assigning import best_assignment
from followup_letters.matching.items import (
    ResponsibilityLike,
    StrengthLike,
    by_importance,
    check_items,
    may_answer,
    may_be_answered,
    text_of,
)
from followup_letters.matching.similarity import NOTHING_IN_COMMON, Similarity, WordSimilarity
from followup_letters.shown import Hinting, ShownList, as_printed, called_as
from followup_letters.tables import html_table

_NONE_CERTAIN = "no match is certain; what a letter tells of a need even so, letter.unsure has"
_NOT_ALL = "of the other needs no match is certain; what a letter tells of one even so, letter.unsure has"
_NONE_NEAR = (
    "nothing has a word or idea in common with it; prepare it for the call; "
    "what a letter tells of it even so, letter.unsure has"
)
_NONE_OPEN = "no need is open"
_TOLD = (
    "told, not certain: to confirm a pair, name the need in `answers` of the strength; to refuse it, write `answers: "
    "[]` there, or `answered: false` on the need"
)
_OF_AN_INTERVIEW = "of an interview: interview.position.responsibilities, interview.candidate.strengths"
_CLEARLY_AHEAD = 0.1  # how far a pair must score above every rival


@dataclass(frozen=True, repr=False)
class Match(metaclass=Hinting):
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

    _repr_pretty_ = as_printed

    def __str__(self) -> str:
        return f"{self.responsibility}: {self.strength} ({self.why}; {self.score:.2f})"

    def __repr__(self) -> str:
        return f"<Match {self.score:.2f} of “{shown(self.responsibility)}” and “{shown(self.strength)}”>"

    def _repr_html_(self) -> str:
        return Matches([self])._repr_html_()

    def as_dict(self) -> dict[str, Any]:
        """The match as data, for programs."""
        return asdict(self)


@dataclass(frozen=True, repr=False)
class Suggestion(metaclass=Hinting):
    """A responsibility that no strength answers for certain, and the likeliest strengths, the best first.

    Those that have something in common with it, `near`, are shown. `choices` is empty where every strength is taken, or
    the user said that none answers it: it is what to prepare for the call.
    """

    responsibility: str
    responsibility_index: int
    choices: tuple[Match, ...]

    _repr_pretty_ = as_printed

    def __str__(self) -> str:
        return str(Suggestions([self]))

    def __repr__(self) -> str:
        return f"<Suggestion of {counted(len(self.near), 'strength')} for “{shown(self.responsibility)}”>"

    def _repr_html_(self) -> str:
        return Suggestions([self])._repr_html_()

    @property
    def near(self) -> tuple[Match, ...]:
        """Those of `choices` that have a word or an idea in common with the need."""
        return tuple(choice for choice in self.choices if choice.why != NOTHING_IN_COMMON)


class Matches(ShownList[Match]):
    """Matches, which a notebook shows as a table."""

    _none: ClassVar[str] = _NONE_CERTAIN
    """What is said where there are none."""
    _note: str = ""
    """What is said of those there are."""

    def _like(self, items: Iterable[Match]) -> Self:
        like = super()._like(items)
        like._note = self._note
        return like

    def __str__(self) -> str:
        return "\n".join(filter(None, [*map(str, self), self._caption]))

    def _repr_html_(self) -> str:
        rows = [(pair.responsibility, pair.strength, pair.why, f"{pair.score:.2f}") for pair in self]
        return html_table(("Need", "Proof", "Why", "Score"), rows, caption=self._caption)

    @property
    def _caption(self) -> str:
        return self._note if self else self._none


class Unsure(Matches):
    """Pairs that a letter tells though no match is certain of them, with the way to confirm or refuse each."""

    _none = "whatever is told is certain"
    _note = _TOLD


class Suggestions(ShownList[Suggestion]):
    """Suggestions, which a notebook shows as a table, a line for each choice."""

    def __str__(self) -> str:
        lines = [(need or " ", *said) for asked in self for need, *said in _lines(asked)]
        return "\n".join("; ".join(cell for cell in line if cell) for line in lines) or _NONE_OPEN

    def _repr_html_(self) -> str:
        rows = [line for asked in self for line in _lines(asked)]
        return html_table(("Which answers …", "This?", "Why", "Score"), rows, caption="" if self else _NONE_OPEN)


def _lines(asked: Suggestion) -> list[tuple[str, str, str, str]]:
    if not asked.near:
        return [(asked.responsibility, _NONE_NEAR, "", "")]
    named = [asked.responsibility, *[""] * len(asked.near)]
    return [
        (name, choice.strength, choice.why, f"{choice.score:.2f}")
        for name, choice in zip(named, asked.near, strict=False)
    ]


@called_as(_OF_AN_INTERVIEW)
def match(
    responsibilities: Sequence[str | ResponsibilityLike],
    strengths: Sequence[str | StrengthLike],
    *,
    similarity: Similarity | None = None,
    limit: int = 3,
) -> Matches:
    """The strengths that answer responsibilities, one to one, at most `limit`, the most important need first (R25).

    The user's own `answers` come first and are never scored away; a strength whose `answers` is empty, and a need whose
    `answered` is False, are paired with nothing. Of the rest, the assignment with the greatest sum of
    (score − threshold) is taken; a pair below the threshold, or not clearly ahead of its rivals, is left out, though a
    letter may tell it, without saying that the one answers the other. The result does not depend on the order of the
    input beyond the order that gives importance.
    """
    _check("match", responsibilities, strengths, similarity, limit)
    table = _Table(responsibilities, strengths, similarity or _built_in())
    order = by_importance(responsibilities)
    said = sorted(table.said(), key=lambda pair: order.index(pair.responsibility_index))
    found = sorted(table.found(), key=lambda pair: (-pair.score, pair.responsibility, pair.strength))
    kept = (said + found)[:limit]
    matches = Matches(sorted(kept, key=lambda pair: order.index(pair.responsibility_index)))
    matches._note = _NOT_ALL if table.leaves_open([*said, *found]) else ""
    return matches


@called_as(_OF_AN_INTERVIEW)
def suggest(
    responsibilities: Sequence[str | ResponsibilityLike],
    strengths: Sequence[str | StrengthLike],
    *,
    similarity: Similarity | None = None,
    limit: int = 3,
) -> Suggestions:
    """For each responsibility that `match` leaves open, its likeliest free strengths, at most `limit` (R25).

    A need is open if no pair is certain of it, however many pairs a letter prints. The most important comes first.
    """
    _check("suggest", responsibilities, strengths, similarity, limit)
    table = _Table(responsibilities, strengths, similarity or _built_in())
    paired = [*table.said(), *table.found()]
    closed = {pair.responsibility_index for pair in paired}
    taken = {pair.strength_index for pair in paired}
    return Suggestions(
        Suggestion(text_of(responsibilities[need]), need, tuple(table.likeliest(need, taken)[:limit]))
        for need in by_importance(responsibilities)
        if need not in closed
    )


def told_as_near(
    responsibilities: Sequence[ResponsibilityLike], strengths: Sequence[StrengthLike], pairs: Iterable[tuple[int, int]]
) -> Unsure:
    """The `pairs`, by the places of need and strength, with what joins the two."""
    table = _Table(responsibilities, strengths, _built_in())
    return Unsure(table.pair(need, strength) for need, strength in pairs)


def _check(function: str, responsibilities: object, strengths: object, similarity: object, limit: object) -> None:
    """Raise InputError for an argument of `function` that is not what it takes."""
    check_items(responsibilities, f"{function}(responsibilities)", "importance")
    check_items(strengths, f"{function}(strengths)", "answers")
    if similarity is not None and not hasattr(similarity, "explain"):
        rule = "a Similarity, which can be called and can explain itself"
        raise refused(f"{function}(similarity)", similarity, rule, "None takes the built-in one")
    if not isinstance(limit, int) or isinstance(limit, bool) or limit < 0:
        raise refused(f"{function}(limit)", limit, "a whole number, such as 3")


@cache
def _built_in() -> Similarity:
    return WordSimilarity()


class _Table:
    """The scores of every pair, with what the user said; lines and columns in the order of their texts."""

    def __init__(
        self,
        responsibilities: Sequence[str | ResponsibilityLike],
        strengths: Sequence[str | StrengthLike],
        similarity: Similarity,
    ) -> None:
        self._needs = [text_of(item) for item in responsibilities]
        self._proofs = [text_of(item) for item in strengths]
        self._similarity = similarity
        self._answered = answered(responsibilities, strengths)
        self._closed = {i for i, need in enumerate(responsibilities) if not may_be_answered(need)}
        self._useless = {j for j, proof in enumerate(strengths) if not may_answer(proof)}
        self._rows = sorted(range(len(self._needs)), key=lambda i: (self._needs[i], i))
        self._columns = sorted(range(len(self._proofs)), key=lambda j: (self._proofs[j], j))
        self._scores = self._scored() if self._rows and self._columns else {}

    def _scored(self) -> dict[tuple[int, int], float]:
        matrix = self._similarity([self._needs[i] for i in self._rows], [self._proofs[j] for j in self._columns])
        return {(i, j): matrix[r][c] for r, i in enumerate(self._rows) for c, j in enumerate(self._columns)}

    def said(self) -> list[Match]:
        """The pairs that the user named."""
        return [Match(self._needs[i], self._proofs[j], 1.0, "you said so", i, j) for i, j in self._answered]

    def found(self) -> list[Match]:
        """The pairs of the best assignment of what the user left open that are above the threshold and clear."""
        rows = [i for i in self._rows if i not in self._closed | {need for need, _ in self._answered}]
        columns = [j for j in self._columns if j not in self._useless | {proof for _, proof in self._answered}]
        gains = [[self._scores[i, j] - self._similarity.threshold for j in columns] for i in rows]
        pairs = [(rows[r], columns[c]) for r, c in best_assignment(gains)]
        return [self.pair(i, j) for i, j in pairs if self._is_clear(i, j, rows, columns)]

    def leaves_open(self, pairs: Sequence[Match]) -> bool:
        """Whether a need and a strength are left that `pairs` have not, and that may belong together."""
        needs = {*self._rows} - self._closed - {pair.responsibility_index for pair in pairs}
        return bool(needs and {*self._columns} - self._useless - {pair.strength_index for pair in pairs})

    def likeliest(self, need: int, taken: set[int]) -> list[Match]:
        """The free strengths for one need that have anything to do with it, the best first."""
        if need in self._closed:
            return []
        near = [j for j in self._columns if j not in taken | self._useless and self._scores[need, j] > 0]
        near.sort(key=lambda j: (-self._scores[need, j], self._proofs[j], j))
        return [self.pair(need, j) for j in near]

    def _is_clear(self, need: int, proof: int, rows: list[int], columns: list[int]) -> bool:
        """True if no other strength for the need, and no other need for the strength, comes close."""
        rivals = [self._scores[need, j] for j in columns if j != proof]
        rivals += [self._scores[i, proof] for i in rows if i != need]
        return self._scores[need, proof] >= max(rivals, default=0.0) + _CLEARLY_AHEAD

    def pair(self, need: int, proof: int) -> Match:
        """The two together, with their score and what joined them."""
        text, strength = self._needs[need], self._proofs[proof]
        score = min(1.0, self._scores[need, proof])
        return Match(text, strength, score, self._similarity.explain(text, strength), need, proof)
