"""JSON to nodes: every value with its place; numbers, true and false stay what was typed, null is None.

But a whole number with .0, which only programs write, is one of theirs (see `_bare`). The standard
library's reader keeps no places; here it reads the strings only.
"""

from __future__ import annotations

import json
import re

from followup_letters.errors import Fault, InputError
from followup_letters.loading.reading.nodes import (
    Allowance,
    Node,
    Scalar,
    Sequence,
    Source,
    Table,
    fault_at,
    twice,
)
from followup_letters.loading.reading.secret_paths import Path
from followup_letters.patterns import pattern

_WITH_POINT = pattern(r"-?\d{1,15}\.0", re.ASCII)
_BLANK = pattern(r"[ \t\n\r]*")
_NUMBER = r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])"
_WORD = pattern(rf"{_NUMBER}|(?:true|false|null)(?!\w)", re.ASCII)
_STRINGS = json.JSONDecoder()


def read_json(source: Source) -> tuple[Node, list[Fault]]:
    """One JSON value, with the faults that leave it readable. Raises InputError for others."""
    return _Reader(source).document()


class _Reader:
    """One pass over a source; `_at` is how far it has come."""

    def __init__(self, source: Source) -> None:
        self._source, self._text, self._at = source, source.text, 0
        self._faults: list[Fault] = []
        self._allowance = Allowance()

    def document(self) -> tuple[Node, list[Fault]]:
        if not self._next():
            return Scalar(None, self._source.at(0)), []
        node = self._node((), 1)
        if self._next():
            raise self._failure("nothing after the end of the data", _after(self._text[self._at]))
        return node, self._faults

    def _next(self) -> str:
        """The next character that is not blank; empty at the end."""
        blank = _BLANK.match(self._text, self._at)
        self._at = blank.end() if blank else self._at
        return self._text[self._at : self._at + 1]

    def _node(self, path: Path, depth: int) -> Node:
        first, place = self._next(), self._source.at(self._at)
        self._allowance.take(place, depth)
        if first == "{":
            return self._table(path, depth)
        if first == "[":
            return self._sequence(path, depth)
        if first == '"':
            return Scalar(self._string(), place)
        word = _WORD.match(self._text, self._at)
        if word is None:
            raise self._failure("a value: text in double quotes, a number, true, false, null, [ or {", _value(first))
        self._at = word.end()
        return Scalar(None if word.group() == "null" else _bare(word.group()), place)

    def _string(self) -> str:
        try:
            text, self._at = _STRINGS.raw_decode(self._text, self._at)
        except json.JSONDecodeError as error:
            raise self._string_failure(error) from None
        return str(text)

    def _string_failure(self, error: json.JSONDecodeError) -> InputError:
        if error.msg.startswith(("Unterminated", "Invalid control")):
            hint = r"a line break in a text is written \n"
            return self._failure('a text that is closed with " on the same line', hint)
        self._at = error.pos
        return self._failure(r"a backslash is written \\", None)

    def _sequence(self, path: Path, depth: int) -> Sequence:
        sequence = Sequence([], self._source.at(self._at))
        self._at += 1
        if self._next() == "]":
            self._at += 1
            return sequence
        while True:
            sequence.items.append(self._node((*path, len(sequence.items)), depth + 1))
            if self._ends("]", sequence):
                return sequence

    def _table(self, path: Path, depth: int) -> Table:
        table = Table({}, {}, self._source.at(self._at))
        self._at += 1
        if self._next() == "}":
            self._at += 1
            return table
        while True:
            self._entry(table, path, depth)
            if self._ends("}", table):
                return table

    def _entry(self, table: Table, path: Path, depth: int) -> None:
        first, place = self._next(), self._source.at(self._at)
        if first != '"':
            raise self._failure("a key in double quotes", _key(first))
        key = self._string()
        if self._next() != ":":
            raise self._failure("a colon after the key", None)
        self._at += 1
        node = self._node((*path, key), depth + 1)
        if key in table.entries:
            self._faults.append(twice(key, path, place, table.keys[key]))
        else:
            table.add(key, node, place)

    def _ends(self, bracket: str, opened: Sequence | Table) -> bool:
        """Step over the bracket and say yes, or over a comma and say no."""
        character = self._next()
        if character == bracket:
            self._at += 1
            return True
        if character == ",":
            comma = self._at
            self._at += 1
            if self._next() == bracket:
                self._at = comma
                raise self._failure(f"no comma before the closing {bracket}", "delete the comma")
            return False
        if not character and opened.place is not None:
            self._at = opened.place.offset
            raise self._failure(f"a bracket that is closed with {bracket}", None)
        raise self._failure(f"a comma between two entries, or {bracket} after the last", None)

    def _failure(self, rule: str, hint: str | None) -> InputError:
        return InputError([fault_at(self._source.at(self._at), rule, hint=hint, excerpt=True)])


def _value(first: str) -> str | None:
    if first == "'":
        return "JSON takes \" and not '"
    if first in ("/", "#"):
        return "JSON has no comments; YAML has"
    return 'put text between " and "' if first.isalpha() else None


def _key(first: str) -> str | None:
    if first in ("/", "#", "'"):
        return _value(first)
    return "delete the comma before it" if first == "}" else None


def _after(first: str) -> str | None:
    return "is there one closing bracket too many?" if first in "]}" else _value(first)


def _bare(text: str) -> str | float:
    """What stands without quotes: the text that was typed; a number where a program has written it with .0.

    It has no other form by which the models know one of Python's own.
    """
    return float(text) if _WITH_POINT.fullmatch(text) else text
