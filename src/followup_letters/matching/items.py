"""What may be matched: plain strings, or objects that look like the input models. Nothing is compared here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from followup_letters.arguments import refused
from followup_letters.ways_to_data import is_content

_LONGEST_RANKED = 7  # responsibilities; a longer list was copied, and not told with the most important first


class ResponsibilityLike(Protocol):
    """A responsibility with its rank: 1 the most important; None by its place in the list."""

    @property
    def text(self) -> str: ...
    @property
    def importance(self) -> int | None: ...


class StrengthLike(Protocol):
    """A strength, with the responsibilities that its owner says it answers: empty for none, None if nothing is said."""

    @property
    def text(self) -> str: ...
    @property
    def answers(self) -> tuple[str, ...] | None: ...


_OF_AN_INTERVIEW = {
    "importance": "interview.position.responsibilities",
    "answers": "interview.candidate.strengths",
}


def check_items(items: object, field: str, beside: str) -> None:
    """Raise InputError unless `items` is a list of texts, or of models: what has a text, and `beside` it that."""
    if isinstance(items, str) or not isinstance(items, Sequence):
        is_one = isinstance(items, str) and not is_content(items)
        hint = f"[{items!r}]" if is_one else f"of an interview: {_OF_AN_INTERVIEW[beside]}"
        raise refused(field, items, "a list, of texts or of the models", hint)
    for index, item in enumerate(items):
        if not isinstance(item, str) and not (hasattr(item, "text") and hasattr(item, beside)):
            raise refused(f"{field}[{index}]", item, "a text, or one of the models")


def text_of(item: str | ResponsibilityLike | StrengthLike) -> str:
    """The words of a responsibility or strength, however it is given."""
    return item if isinstance(item, str) else item.text


def answers_said(strength: str | StrengthLike) -> tuple[str, ...]:
    """What the owner of a strength says that it answers."""
    return () if isinstance(strength, str) else strength.answers or ()


def may_answer(strength: str | StrengthLike) -> bool:
    """False for a strength of which its owner says that it answers nothing: `answers: []`."""
    return isinstance(strength, str) or strength.answers is None or len(strength.answers) > 0


def may_be_answered(responsibility: str | ResponsibilityLike) -> bool:
    """False for a responsibility of which it is said that no strength answers it: `answered: false`."""
    return getattr(responsibility, "answered", None) is not False  # which the needs of other programs do not have


def each_once(strengths: Sequence[str | StrengthLike]) -> list[int]:
    """The positions of the strengths, of those that say the same the first; but all for which the user named a need."""
    named = [index for index, each in enumerate(strengths) if answers_said(each)]
    first: dict[tuple[str, ...], int] = {}
    for index in (*named, *range(len(strengths))):
        first.setdefault(tuple(text_of(strengths[index]).rstrip(". ").casefold().split()), index)
    return sorted({*named, *first.values()})


def by_importance(responsibilities: Sequence[str | ResponsibilityLike]) -> list[int]:
    """The positions of the responsibilities, the most important first; equal ranks in the order of their text."""
    return sorted(range(len(responsibilities)), key=lambda index: _rank(responsibilities[index], index))


def is_unranked(responsibilities: Sequence[str | ResponsibilityLike]) -> bool:
    """True for a list so long that its order says nothing of what matters most, and that gives no ranks itself."""
    given = (None if isinstance(item, str) else item.importance for item in responsibilities)
    return len(responsibilities) > _LONGEST_RANKED and all(rank is None for rank in given)


def _rank(item: str | ResponsibilityLike, index: int) -> tuple[int, str, int]:
    given = None if isinstance(item, str) else item.importance
    return (index + 1 if given is None else given, text_of(item), index)
