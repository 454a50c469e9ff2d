"""How values show themselves in IPython's terminal: as `print` does, and in a line where they are a part of another.

What a notebook shows is each value's own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self, SupportsIndex, TypeVar, overload

from followup_letters.listed import Listed

_Item = TypeVar("_Item")


def as_printed(value: object, printer: Any, cycle: bool) -> None:
    """For IPython, as the `_repr_pretty_` of a class: the words of a value, and the line of one that is a part.

    IPython looks no further than a class with a `__repr__`, so each such class has it by name.
    """
    is_part = cycle or len(printer.stack) > 1
    printer.text(repr(value) if is_part else str(value))


class ShownList(list[_Item], metaclass=Listed):
    """A list whose slices, copies and sums show themselves as it does."""

    _repr_pretty_ = as_printed

    if not TYPE_CHECKING:  # or type checkers would take every name for one of the list

        def __getattr__(self, name):
            """What is asked of the list, and each of its items has."""
            is_theirs = not name.startswith("_") and len(self) and hasattr(self[0], name)
            asked = f"{name}(…)" if is_theirs and callable(getattr(self[0], name)) else name
            hint = f": each of its items has, as [each.{asked} for each in …], or […][0].{asked}" if is_theirs else ""
            raise AttributeError(f"{type(self).__name__} is a list, and has no {name}{hint}")

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
