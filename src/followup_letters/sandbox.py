"""Jinja's sandbox with bounds: what a template may make of a text, so that none of a few lines takes all memory.

Jinja sees to what a template may reach; here it is how much. How long a template may take is not bounded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Iterator
from functools import wraps
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, markup_join, str_join
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST_MADE = 1_000_000  # characters; a letter has a few thousand
# What prints as Python does, makes links that no letter may have, and takes a minute to break one long word.
_NO_FILTERS = ("pprint", "urlize", "wordwrap")
_WIDEST = 10_000  # columns that a text is filled up to
_HIGHEST_POWER = 64
_MOST_BITS = 10_000  # of a number that two are multiplied to
_WIDE = re.compile(r"%[^a-zA-Z%]*(?:\d{5,}|\*)|\{[^{}]*(?:\d{5,}|\{)")  # a width in a format, or one that is computed
TOO_MUCH = f"makes more than {MOST_MADE:,} characters"


def whole(pieces: Iterable[str], most: int = MOST_MADE) -> str:
    """The text of a template, or of a macro; a whole template is told as soon as it is too long."""
    if isinstance(pieces, list):
        if sum(map(len, pieces)) > most:
            raise ValueError(TOO_MUCH)
        return "".join(pieces)
    return "".join(counted(pieces, most))


def counted(pieces: Iterable[str], most: int = MOST_MADE) -> Iterator[str]:
    """What a template makes, piece by piece, until it is too much: then the template raises ValueError, in its line."""
    made = 0
    for piece in pieces:
        made += len(piece)
        if made > most and isinstance(pieces, Generator):
            pieces.throw(ValueError(TOO_MUCH))  # where the template is, which is told by that
        yield piece


def _size(value: Any) -> int:
    """How many characters and items `value` holds, at any depth; of too much, no more than that."""
    if isinstance(value, str):
        return len(value)
    inside: Iterable[Any] = [*value, *value.values()] if isinstance(value, dict) else value
    held = 1
    for each in inside if isinstance(value, list | tuple | dict) else ():
        held += _size(each)
        if held > MOST_MADE:
            break
    return held


def _not_too_much(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """`values`, unless all together are too much. Raises ValueError."""
    if _size(values) > MOST_MADE:
        raise ValueError(TOO_MUCH)
    return values


class _Joining(CodeGenerator):
    """Jinja's compiler, which has what `~` joins looked at first."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        """Write what Jinja does for `left ~ right`, of operands that are not too much."""
        self.write("environment.concatenated(context.eval_ctx, (")
        for operand in node.nodes:
            self.visit(operand, frame)
            self.write(", ")
        self.write("))")


class Bounded(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which no text becomes longer than MOST_MADE by one step, nor all of them together."""

    concat = staticmethod(whole)
    code_generator_class = _Joining
    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.filters = {name: _bounded(name, each) for name, each in self.filters.items()}
        for name in _NO_FILTERS:
            self.filters.pop(name, None)
        self.globals.pop("lipsum", None)  # words without end, that no letter says

    def concatenated(self, evaluated: EvalContext, operands: tuple[Any, ...]) -> str:
        """What Jinja gives for `left ~ right`, unless that would be too much."""
        return (markup_join if evaluated.autoescape else str_join)(_not_too_much(operands))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """What Jinja gives for `left * right`, unless that would be too much."""
        if operator == "+":
            _not_too_much((left, right))
        elif operator == "*":
            _refuse_product(left, right)
        elif operator == "**":
            _refuse_power(left, right)
        elif isinstance(left, str):
            _refuse_stretching("format", (left, right))
        return super().call_binop(context, operator, left, right)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """What Jinja gives for `text.format`, unless the text asks for too much."""
        wrapped = super().wrap_str_format(value)
        return wrapped and _bounded("format", wrapped, value.__self__)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """What Jinja holds to be safe, but for making as many bytes as a number says."""
        return attr != "to_bytes" and super().is_safe_attribute(obj, attr, value)

    def call(self, context: Context, called: Any, /, *values: Any, **named: Any) -> Any:
        """What Jinja gives for a call, such as `text.center(80)`, unless that would be too much."""
        text = getattr(called, "__self__", None)
        if isinstance(text, str):
            _refuse_stretching(getattr(called, "__name__", ""), (text, *values, *named.values()))
        return super().call(context, called, *values, **named)


def _bounded(name: str, function: Callable[..., Any], *text: str) -> Callable[..., Any]:
    """`function`, a filter or a method of `text`, unless what it is given, or would make of it, is too much."""

    @wraps(function)
    def within(*values: Any, **named: Any) -> Any:
        _refuse_stretching(name, (*text, *values, *named.values()))
        return function(
            *(_bounded_one_by_one(each) if isinstance(each, Generator) else each for each in values), **named
        )

    return within


def _bounded_one_by_one(values: Iterable[Any]) -> Iterator[Any]:
    """The `values` that a filter gives to the next, until they are too much."""
    made = 0
    for value in values:
        made += _size(value)
        if made > MOST_MADE:
            raise ValueError(TOO_MUCH)
        yield value


def _refuse_stretching(name: str, values: tuple[Any, ...]) -> None:
    """Refuse a call of what makes one text of `values` that is far longer than they are. Raises ValueError."""
    sizes = [_size(value) for value in values]
    lengths = sorted(len(value) for value in values if isinstance(value, str | list | tuple | dict))
    widest = max((value for value in values if isinstance(value, int)), default=0)
    text = next((value for value in values if isinstance(value, str)), "")
    if name in ("format", "format_map"):
        _refuse_format(text, max(sizes[1:], default=0))
    if name in _WIDENING and widest > _WIDEST:
        raise ValueError(TOO_MUCH)
    made = [
        *sizes,
        lengths[-1] * lengths[-2] if name in _MULTIPLYING and len(lengths) > 1 else 0,
        widest * text.count(_WIDENING.get(name) or "\0"),
    ]
    if max(made) > MOST_MADE:
        raise ValueError(TOO_MUCH)


_MULTIPLYING = frozenset({"indent", "join", "replace", "translate"})
_WIDENING = dict.fromkeys(("batch", "center", "ljust", "rjust", "slice", "tojson", "zfill")) | {
    "expandtabs": "\t",
    "indent": "\n",
}
"""What makes a text or a list as long as a number says, and at which character, if it does so more than once."""


def _refuse_format(text: str, largest: int) -> None:
    """Refuse a format, and values of which the `largest` may stand wherever one is asked for. Raises ValueError."""
    if _WIDE.search(text):
        raise ValueError("formats a text wider than a line; give a width of four digits at most")
    widths = [int(width) for width in re.findall(r"[0-9]{1,4}", text)]
    if (text.count("%") + text.count("{")) * max(largest, *widths, 1) > MOST_MADE:
        raise ValueError(TOO_MUCH)


def _refuse_product(left: Any, right: Any) -> None:
    if isinstance(left, int) and isinstance(right, int) and left.bit_length() + right.bit_length() > _MOST_BITS:
        raise ValueError("multiplies numbers that are too high")
    for text, times in ((left, right), (right, left)):
        if isinstance(text, str | list | tuple) and isinstance(times, int) and _size(text) * times > MOST_MADE:
            raise ValueError(TOO_MUCH)


def _refuse_power(left: Any, right: Any) -> None:
    is_high = isinstance(right, int | float) and abs(right) > _HIGHEST_POWER
    if is_high or (isinstance(left, int) and isinstance(right, int) and left.bit_length() * right > _MOST_BITS):
        raise ValueError("takes a power that is too high")
