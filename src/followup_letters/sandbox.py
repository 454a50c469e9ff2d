"""Jinja's sandbox with bounds: what a template may make of a text, so that none of a few lines takes all memory.

Jinja sees to what a template may reach; here it is how much. How long a template may take is not bounded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Iterator
from functools import wraps
from typing import Any

from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST_MADE = 1_000_000  # characters; a letter has a few thousand
_WIDEST = 10_000  # columns that a text is filled up to
_HIGHEST_POWER = 64
_WIDE = re.compile(r"%[^a-zA-Z%]*(?:\d{5,}|\*)|\{[^{}]*(?:\d{5,}|\{)")  # a width in a format, or one that is computed
TOO_MUCH = f"makes more than {MOST_MADE:,} characters"


def _joined(pieces: Iterable[str]) -> str:
    """The text of a template, or of a macro; a whole template is told as soon as it is too long."""
    return "".join(pieces if isinstance(pieces, list) else _counted(pieces))


def _counted(pieces: Iterable[str]) -> Iterator[str]:
    made = 0
    for piece in pieces:
        made += len(piece)
        if made > MOST_MADE and isinstance(pieces, Generator):
            pieces.throw(ValueError(TOO_MUCH))  # where the template is, which is told by that
        yield piece


class Bounded(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which no text becomes longer than MOST_MADE by one step, nor all of them together."""

    concat = staticmethod(_joined)
    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.filters |= {name: _bounded(self.filters[name]) for name in _STRETCHING & self.filters.keys()}
        self.filters.pop("pprint", None)  # which prints what Python, not a letter, makes of a value

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """What Jinja gives for `left * right`, unless that would be too much."""
        if operator == "*":
            _refuse_product(left, right)
        elif operator == "**" and isinstance(right, int | float) and abs(right) > _HIGHEST_POWER:
            raise ValueError("takes a power that is too high")
        elif operator == "%" and isinstance(left, str):
            _refuse_stretching("format", (left,))
        return super().call_binop(context, operator, left, right)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """What Jinja gives for `text.format`, unless the text asks for a width that no line has."""
        wrapped = super().wrap_str_format(value)
        if wrapped is not None:
            _refuse_stretching("format", (value.__self__,))
        return wrapped

    def call(self, context: Context, called: Any, /, *values: Any, **named: Any) -> Any:
        """What Jinja gives for a call, such as `text.center(80)`, unless that would be too much."""
        text = getattr(called, "__self__", None)
        if isinstance(text, str):
            _refuse_stretching(getattr(called, "__name__", ""), (text, *values, *named.values()))
        return super().call(context, called, *values, **named)


_STRETCHING = frozenset({"center", "format", "indent", "join", "replace", "wordwrap"})


def _bounded(function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def within(*values: Any, **named: Any) -> Any:
        _refuse_stretching(function.__name__.removeprefix("do_").removeprefix("sync_do_"), (*values, *named.values()))
        return function(*values, **named)

    return within


def _refuse_stretching(name: str, values: tuple[Any, ...]) -> None:
    """Refuse a call of what makes one text of `values` that is far longer than they are. Raises ValueError."""
    texts = [len(value) for value in values if isinstance(value, str | list | tuple)]
    wide = any(isinstance(value, int) and value > _WIDEST for value in values)
    if name in ("center", "ljust", "rjust", "zfill", "indent", "expandtabs") and wide:
        raise ValueError(TOO_MUCH)
    if name in ("format", "format_map") and any(isinstance(value, str) and _WIDE.search(value) for value in values):
        raise ValueError("formats a text wider than a line; give a width of four digits at most")
    if name in ("replace", "join", "indent") and len(texts) > 1 and max(texts) * sorted(texts)[-2] > MOST_MADE:
        raise ValueError(TOO_MUCH)


def _refuse_product(left: Any, right: Any) -> None:
    for text, times in ((left, right), (right, left)):
        if isinstance(text, str | list | tuple) and isinstance(times, int) and len(text) * times > MOST_MADE:
            raise ValueError(TOO_MUCH)
