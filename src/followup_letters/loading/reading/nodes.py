"""The data of a file, with the place where each value stands.

Every reader (YAML, TOML, JSON, a mapping) makes these same nodes: texts, lists and tables, nothing converted.
The limits on depth and number are kept here, so that no reader builds what nobody could have meant.
What the values mean is the models' business.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeAlias

from followup_letters.arguments import kind_name
from followup_letters.bounds import DEEPEST, MOST_VALUES, TOO_DEEP, TOO_MANY
from followup_letters.errors import Fault, FaultKind, InputError
from followup_letters.loading.reading.secret_lines import is_secret_line, without_secret
from followup_letters.loading.reading.secret_paths import (
    Path,
    is_of_fields,
    is_secret,
    leads_to_a_secret,
    secret_in,
    up_to_no_field,
)

NOT_SHOWN = "the line is not shown here, because it may be private"
ONCE = "each key once in its table"  # the rule, in words

_LONGEST_FOUND = 60  # characters of a value that are shown in a fault
_LONGEST_COPIED = 200  # characters of a line that a hint shows as it is to be written
_LONGEST_EXCERPT = 96  # characters of a source line that are shown


@dataclass(frozen=True)
class Source:
    """The text of one file and the name by which the user knows it; `suffix` names its format."""

    name: str
    suffix: str
    text: str = field(repr=False)

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        while end := self.text.find("\n", starts[-1]) + 1:
            starts.append(end)
        return starts

    def at(self, offset: int) -> Place:
        """The place `offset` characters into the text."""
        return Place(self, min(offset, len(self.text)))

    def row(self, offset: int) -> int:
        """The line of `offset`, counted from 0."""
        return bisect_right(self._starts, offset) - 1

    def start(self, row: int) -> int:
        """Where line `row` begins; the end of the text if there is no such line."""
        return self._starts[row] if row < len(self._starts) else len(self.text)

    def line(self, row: int) -> str:
        """The text of line `row`, counted from 0, without its line break; empty if there is no such line."""
        return self.text[self.start(row) : self.start(row + 1)].rstrip("\n") if row >= 0 else ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a source."""

    source: Source
    offset: int

    @property
    def line(self) -> int:
        """Counted from 1."""
        return self.source.row(self.offset) + 1

    @property
    def column(self) -> int:
        """Counted from 1, in characters."""
        return self.offset - self.source.start(self.line - 1) + 1

    @property
    def excerpt(self) -> str:
        """The source line with a caret below this place; a long line is shown in part."""
        line, column = self.source.line(self.line - 1), self.column - 1
        first = max(0, column - _LONGEST_EXCERPT // 2)
        part = "".join(_one_cell(character) for character in line[first : first + _LONGEST_EXCERPT])
        return f"{part.rstrip()}\n{' ' * _width(part[: column - first])}^"


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value: the text that was typed, or None. From a mapping: any single value.

    `end` is where it ends in its source, if it may go on in further lines.
    """

    value: object
    place: Place | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: list[Node]
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Keys and values, in the order of the file; `keys` holds the places of the keys."""

    entries: dict[str, Node]
    keys: dict[str, Place]
    place: Place | None = None

    def add(self, key: str, node: Node, key_place: Place | None) -> None:
        """Enter one key."""
        self.entries[key] = node
        if key_place is not None:
            self.keys[key] = key_place


Node: TypeAlias = Scalar | Sequence | Table


@dataclass(slots=True)
class Allowance:
    """How many values one file may still hold."""

    left: int = MOST_VALUES

    def take(self, place: Place | None, depth: int, count: int = 1) -> None:
        """Count `count` values at `depth`. Raises InputError, at `place`, when it is too much."""
        self.left -= count
        if self.left < 0:
            raise InputError([fault_at(place, TOO_MANY)])
        if depth > DEEPEST:
            raise InputError([fault_at(place, TOO_DEEP)])


def plain(node: Node) -> Any:
    """The node as ordinary data, for the models."""
    if isinstance(node, Table):
        return {key: plain(value) for key, value in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.value


def size(node: Node) -> tuple[int, int]:
    """How many values the node holds, itself included, and how deep they go."""
    children = [size(child) for child in _children(node)]
    return 1 + sum(count for count, _ in children), 1 + max((depth for _, depth in children), default=0)


def _children(node: Node) -> Iterator[Node]:
    if isinstance(node, Table):
        yield from node.entries.values()
    elif isinstance(node, Sequence):
        yield from node.items


# ------------------------------------------------------------------------------------------- in words


def fault_at(
    place: Place | None,
    rule: str,
    *,
    field: str | None = None,
    found: str | None = None,
    hint: str | None = None,
    excerpt: bool = False,
    kind: FaultKind = "value",
) -> Fault:
    """A fault at a place; `excerpt` adds the source line with a caret, for errors of syntax."""
    fault = Fault(rule=rule, field=field, found=found, hint=hint, kind="syntax" if excerpt else kind)
    if place is None:
        return fault
    fault = replace(fault, file=place.source.name, line=place.line, column=place.column)
    if not excerpt:
        return fault
    if is_secret_line(place.source.text, place.line - 1):
        return replace(fault, hint=NOT_SHOWN)
    return replace(fault, excerpt=place.excerpt)


def fault_in(
    path: Path, place: Place, rule: str, *, found: str | None, hint: str | None, key: str | None = None
) -> Fault:
    """How the value at `path` is written is wrong, or a `key` of the table there.

    Of a secret it tells where it is, and nothing of it; nor of what may be a line of one.
    """
    whole = path if key is None else (*path, key)
    secret = secret_in(whole)
    if secret is None and is_secret_line(place.source.text, place.line - 1) and not is_of_fields(whole):
        secret = up_to_no_field(whole)
    if secret is not None:
        return fault_at(place, rule, field=dotted(secret[: len(path)]), kind="syntax")
    return fault_at(place, rule, field=dotted(path), found=found, hint=hint, kind="syntax")


def twice(key: str, path: Path, second: Place, first: Place) -> Fault:
    """The fault of a key that stands twice in one table."""
    rule = f"{ONCE}; this one is in line {first.line}, column {first.column} already"
    hint = "keep one of the two" + "; if another entry begins here, begin it with a dash" * is_of_an_entry(path)
    return fault_in((*path, key), second, rule, found=shown(key), hint=hint)


def is_of_an_entry(path: Path) -> bool:
    """True for the table of an entry of a list, and for the one of people, which may stand without a dash."""
    return path == ("people",) or (bool(path) and isinstance(path[-1], int))


def dotted(path: Path) -> str | None:
    """The path as people write it: `people[1].title`; None for the whole file."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{shown(part) or repr(part)}" for part in path)
    return text.removeprefix(".") or None


def texts_of(node: Node, path: Path = ()) -> Iterator[tuple[Path, str, Place | None]]:
    """Each text in and below `node`, with its path and its place."""
    if isinstance(node, Scalar):
        if isinstance(node.value, str):
            yield path, node.value, node.place
        return
    below = node.entries.items() if isinstance(node, Table) else enumerate(node.items)
    for key, each in below:
        yield from texts_of(each, (*path, key))


def is_hidden(node: Node, path: Path) -> bool:
    """Whether nothing of the node at `path` may be shown: it is private, or goes on in lines that may be."""
    return is_secret(path) or goes_on_in_a_secret(node)


def goes_on_in_a_secret(node: Node) -> bool:
    """Whether a text in `node` has further lines that may be private: of a note into which a field was put."""
    if not isinstance(node, Scalar):
        return any(map(goes_on_in_a_secret, _children(node)))
    if node.place is None or node.end is None:
        return False
    source, first = node.place.source, node.place.line  # counted from 1: the row of the line after it
    return any(is_secret_line(source.text, row) for row in range(first, source.row(node.end - 1) + 1))


def found(node: Node, path: Path) -> str | None:
    """What stands at a place, in few words; None where it is nobody's business."""
    if is_hidden(node, path):
        return None
    if isinstance(node, Table):
        return f"a table of {_counted(node.entries, 'key')}"
    if isinstance(node, Sequence):
        return f"a list of {_counted(node.items, 'entry', 'entries')}"
    if node.value is None:
        return "nothing"
    if leads_to_a_secret(path):  # it may be what belongs one level further in
        return "a text" if isinstance(node.value, str) else f"a value of the type {kind_name(node.value)}"
    return shown(node.value) if str_of(node.value).strip() else "an empty text"


def str_of(value: object) -> str:
    """`str(value)`, for a number of any length as well, and for what a program made that cannot say what it is."""
    try:
        return str(value)
    except ValueError:
        return f"{type(value).__name__} of very many digits"
    except Exception:
        return f"a value of the type {type(value).__name__}"


def shown(value: object) -> str:
    """A value in one line of printable characters, shortened; where it ends in a private one, that is left out."""
    return in_one_line(without_secret(str_of(value)))


def in_one_line(text: str) -> str:
    """A text in one line of printable characters, shortened."""
    text = text if len(text) <= _LONGEST_FOUND else text[: _LONGEST_FOUND - 1].rstrip() + "…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _counted(things: Mapping[str, Node] | list[Node], one: str, many: str | None = None) -> str:
    return f"{len(things)} {one if len(things) == 1 else many or one + 's'}"


def _one_cell(character: str) -> str:
    if character.isprintable():
        return character
    return " " if character.isspace() else "\N{REPLACEMENT CHARACTER}"


def _width(text: str) -> int:
    """How many cells of a terminal the text fills."""
    return sum(
        0 if unicodedata.combining(character) else 1 + (unicodedata.east_asian_width(character) in "WF")
        for character in text
    )


def whole(text: str) -> str:
    """A line of the file for a hint that is copied: nothing of it is lost unseen, and a very long one ends in "…"."""
    return text if len(text) <= _LONGEST_COPIED else f"{text[:_LONGEST_COPIED]} …"
