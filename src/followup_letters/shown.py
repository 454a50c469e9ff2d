"""How values show themselves in IPython's terminal: as `print` does, and in a line where they are a part of another.

What a notebook shows is each value's own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self, SupportsIndex, TypeVar, overload

_Item = TypeVar("_Item")


class Shown:
    """A value whose `str` is what people read, and whose `repr` is a line."""

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        # IPython looks no further than a class with a __repr__, so that each has its own.
        cls._repr_pretty_ = Shown._repr_pretty_  # type: ignore[method-assign]  # the very same

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """For IPython: the words of a value, and the line of one that stands in a list or a table."""
        is_part = cycle or len(printer.stack) > 1
        printer.text(repr(self) if is_part else str(self))


class ShownList(Shown, list[_Item]):
    """A list whose slices, copies and sums show themselves as it does."""

    def _like(self, items: Iterable[_Item]) -> Self:
        """A list of the same kind of `items`."""
        return type(self)(items)

    def copy(self) -> Self:
        """A list of the same kind with the same items."""
        return self._like(self)

    @overload
    def __getitem__(self, place: SupportsIndex, /) -> _Item: ...
    @overload
    def __getitem__(self, place: slice, /) -> Self: ...
    def __getitem__(self, place: SupportsIndex | slice, /) -> _Item | Self:
        return self._like(super().__getitem__(place)) if isinstance(place, slice) else super().__getitem__(place)

    def __add__(self, more: list[Any], /) -> Any:
        both = super().__add__(more)
        return self._like(both) if isinstance(more, type(self)) else both
