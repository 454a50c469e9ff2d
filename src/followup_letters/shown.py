"""How values show themselves in IPython's terminal: as `print` does, and in a line where they are a part of another.

Also how it shows what is wrong: by the lines that its user wrote. What a notebook shows is each value's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Never, ParamSpec, Self, SupportsIndex, TypeVar, overload

from followup_letters.listed import Listed
from followup_letters.spelling import nearest

_Item = TypeVar("_Item")
_Back = TypeVar("_Back")
_Given = ParamSpec("_Given")


def as_printed(value: object, printer: Any, cycle: bool) -> None:
    """For IPython, as the `_repr_pretty_` of a class: the words of a value, and the line of one that is a part.

    IPython looks no further than a class with a `__repr__`, so each such class has it by name.
    """
    is_part = cycle or len(printer.stack) > 1
    printer.text(repr(value) if is_part else str(value))


def own_lines(error: BaseException) -> list[str]:
    """For IPython, as the `_render_traceback_` of an error: the lines that the user wrote, and the message, in one
    piece, for some of its modes (%xmode Plain) put pieces together without an end of line.

    The lines of libraries that led to it are in `traceback.print_last()`.
    """
    from traceback import extract_tb  # only once something is wrong

    frames = extract_tb(error.__traceback__)
    own = (f"----> {frame.lineno} {frame.line}" for frame in frames if frame.line and _is_own(frame.filename))
    name = next(kind.__name__ for kind in type(error).__mro__ if kind.__module__ != __name__)  # as Python calls it
    return ["\n".join([*dict.fromkeys(own), f"{name}: {error}"])]  # a loop within a line has that line as well


def _is_own(file: str) -> bool:
    """True for a file of the user's, or a cell: none of ours, of Python's or of another library's."""
    from sysconfig import get_path

    return not file.startswith((str(Path(__file__).parent), get_path("stdlib"))) and "-packages" not in file


class Absent(AttributeError):
    """What was asked of a value and is not there."""

    _render_traceback_ = own_lines


class BeyondEnd(IndexError):
    """A place beyond the end of a list."""

    _render_traceback_ = own_lines


class Misused(TypeError):
    """A call without an argument that must be given, or a list that is asked by what is no place."""

    _render_traceback_ = own_lines


def called_as(
    way: str, elsewhere: Callable[[str], str | None] | None = None
) -> Callable[[Callable[_Given, _Back]], Callable[_Given, _Back]]:
    """Lets a function tell the `way` it is called, where an argument lacks or is unknown.

    `elsewhere` says of the name of an unknown one where that is said, if it is no argument at all; one that is like an
    argument is told with that.
    """

    def telling(function: Callable[_Given, _Back]) -> Callable[_Given, _Back]:
        @wraps(function)
        def call(*given: _Given.args, **named: _Given.kwargs) -> _Back:
            try:
                return function(*given, **named)
            except TypeError as error:
                if error.__traceback__ is None or error.__traceback__.tb_next is not None:  # it had begun
                    raise
                unknown = re.search(r"unexpected keyword argument '(\w+)'", str(error))
                meant = elsewhere(unknown[1]) if unknown and elsewhere else None
                near = nearest(unknown[1], _arguments(function)) if unknown and not meant else None
                raise Misused(f"{error}; {meant or (f'did you mean {near}?' if near else way)}") from None

        return call

    return telling


def _arguments(function: Callable[..., object]) -> list[str]:
    return [name for name in function.__annotations__ if name != "return"]


_TABLES = frozenset({"to_pandas", "to_frame", "to_df", "to_dataframe", "dataframe", "df", "to_polars"})
"""What is asked of what is no table, by who would have one."""
_SHOWS = frozenset({"show", "display", "view", "preview"})
"""What other libraries call that a notebook shows a value."""


def in_a_notebook(name: str, rows: str = "") -> str:
    """The way to what a notebook is asked for by `name`, as a hint: to see a value, or a table of its `rows`."""
    if name in _SHOWS:
        return "; the last line of a cell shows it, and display(…) does elsewhere in a cell"
    return f"; pandas.DataFrame({rows}) makes a table" if name in _TABLES and rows else ""


def _there(name: str, there: Iterable[str]) -> str:
    """The name of what is there that `name` is like, or all the names, as a hint."""
    names = [each for each in there if not each.startswith("_")]
    near = nearest(name, names)
    return f"; did you mean {near}?" if near else f"; there are: {', '.join(names)}"


class Hinting(Listed):
    """Lets what is made of a class tell, where a name is asked of it that it does not have, the nearest, or all it has.

    `_ways` of the class has what to say of names that are meant otherwise than those like them.
    """

    def __new__(cls, name: str, bases: tuple[type, ...], names: dict[str, Any], **more: Any) -> Hinting:
        return super().__new__(cls, name, bases, {"__getattr__": _absent} | names, **more)


def _absent(value: object, name: str) -> Never:
    ways: Mapping[str, str] = getattr(type(value), "_ways", {})
    rows = "[it.as_dict()]" if "as_dict" in dir(value) else ""
    hint = "" if name.startswith("_") else ways.get(name) or in_a_notebook(name, rows) or _there(name, dir(value))
    raise Absent(f"{type(value).__name__} has no {name}{hint}")


class ShownList(list[_Item], metaclass=Listed):
    """A list whose slices, copies and sums show themselves as it does."""

    _repr_pretty_ = as_printed
    _ways: ClassVar[Mapping[str, str]] = {}
    """What is said of what is asked of the list, and is one of its items'."""
    _rows: ClassVar[str] = "[each.as_dict() for each in it]"
    """What the rows of a table of it are."""

    def _by_name(self, name: str) -> str:
        """How one item is had by a name, as a hint."""
        return ""

    if not TYPE_CHECKING:  # or type checkers would take every name for one of the list

        def __getattr__(self, name):
            """What is asked of the list, and each of its items has; else what the list itself has."""
            is_theirs = not name.startswith("_") and len(self) and hasattr(self[0], name)
            asked = f"{name}(…)" if is_theirs and callable(getattr(self[0], name)) else name
            usual = f": each of its items has, as [each.{asked} for each in …], or […][0].{asked}"
            hint = self._ways.get(name, usual) if is_theirs else in_a_notebook(name, self._rows)
            if not hint and not name.startswith("_"):
                hint = _there(name, sorted({*dir(self)} - {*dir(list)}))
            raise Absent(f"{type(self).__name__} is a list, and has no {name}{hint}")

    def _like(self, items: Iterable[_Item]) -> Self:
        """A list of the same kind of `items`."""
        return type(self)(items)

    def copy(self) -> Self:
        """A list of the same kind with the same items."""
        return self._like(self)

    @overload  # type: ignore[override]  # for what completes names in a notebook, to which an int is no SupportsIndex
    def __getitem__(self, place: int, /) -> _Item: ...
    @overload
    def __getitem__(self, place: SupportsIndex, /) -> _Item: ...
    @overload
    def __getitem__(self, place: slice, /) -> Self: ...
    def __getitem__(self, place: SupportsIndex | slice, /) -> _Item | Self:
        try:
            return self._like(super().__getitem__(place)) if isinstance(place, slice) else super().__getitem__(place)
        except IndexError:
            name = type(self).__name__
            there_is = f"{name} of {len(self)} begin with [0]" if self else f"these {name} are empty"
            raise BeyondEnd(f"there is no [{place}]; {there_is}") from None
        except TypeError as error:
            raise Misused(f"{error}{self._by_name(place)}" if isinstance(place, str) else str(error)) from None

    def __add__(self, more: list[Any], /) -> Any:
        both = super().__add__(more)
        return self._like(both) if isinstance(more, type(self)) else both
