"""The user's values as templates see them: each knows which field of the input it came from.

A value that was not given is Missing: false in a test, and whatever would print it is left out. Nothing is worded here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from functools import cached_property
from typing import Any

from pydantic import BaseModel


class Unsayable(Exception):
    """A sentence would print a value that the input does not have. `field` is its dotted path."""

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__(field)


class Told(str):
    """A text from the input; `path` is the field it came from, such as `people[0].talked_about`."""

    path: str

    def __new__(cls, text: str, path: str) -> Told:
        told = super().__new__(cls, text)
        told.path = path
        return told


class Missing:
    """A value that the input does not have: false in a test, and not to be printed."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __bool__(self) -> bool:
        return False

    def __getattr__(self, name: str) -> Missing:
        if name.startswith("_"):
            raise AttributeError(name)
        return Missing(f"{self.path}.{name}")

    def __str__(self) -> str:
        raise Unsayable(self.path)


class Several(tuple[Any, ...]):
    """Several values; one past the end is Missing, so that a template may ask for a second that need not be there."""

    path: str

    def __new__(cls, items: Iterable[Any], path: str) -> Several:
        several = super().__new__(cls, items)
        several.path = path
        return several

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, int) and index >= len(self):
            return Missing(f"{self.path}[{index}]")
        return super().__getitem__(index)


class Later(Sequence[Any]):
    """The same, made when a template first asks for them: few letters do."""

    def __init__(self, make: Callable[[], Iterable[Any]], path: str) -> None:
        self._make, self.path = make, path

    @cached_property
    def _items(self) -> Several:
        return Several(self._make(), self.path)

    def __getitem__(self, index: Any) -> Any:
        return self._items[index]

    def __len__(self) -> int:
        return len(self._items)


class View:
    """One model of the input, read by its own field names; `path` is where it stands in the input."""

    def __init__(self, model: BaseModel, path: str) -> None:
        self._model, self._path = model, path

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        value = told(getattr(self._model, name), f"{self._path}.{name}".removeprefix("."))
        self.__dict__[name] = value  # where the next reader finds it
        return value

    def __dir__(self) -> list[str]:
        return list(type(self._model).model_fields)

    def __repr__(self) -> str:
        """Raises TypeError: whichever way a template prints a whole table, it is a slip."""
        raise TypeError(f"prints a whole table of fields; say one of them: {', '.join(dir(self))}")


def told(value: Any, path: str) -> Any:
    """`value` of the field `path` as a template sees it."""
    if value is None:
        return Missing(path)
    if isinstance(value, BaseModel):
        return View(value, path)
    if isinstance(value, tuple):
        return Several((told(item, f"{path}[{index}]") for index, item in enumerate(value)), path)
    if isinstance(value, str) and not isinstance(value, Enum):
        return Told(value, path)
    return value


def becoming(original: Told | Missing, text: str | None) -> Told | Missing:
    """`text`, made from `original` and so from the same field; Missing if there is none."""
    return Missing(original.path) if text is None else Told(text, original.path)
