"""TOML to nodes: bare values stay the text that was typed, every key and value knows its place.

tomllib keeps no places, so the statements are walked here; whether they are TOML is tomllib's to say. It is
given the same text with each bare value blanked out, so that `2026-02-30` reaches the models, which can say
what is wrong with it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from followup_letters.bounds import TOO_DEEP
from followup_letters.errors import Fault, InputError
from followup_letters.fields import NoNumberError
from followup_letters.loading.reading.nodes import (
    Allowance,
    Node,
    Place,
    Scalar,
    Sequence,
    Source,
    Table,
    fault_at,
    fault_in,
    shown,
    twice,
)
from followup_letters.loading.reading.secret_lines import without_secret
from followup_letters.loading.reading.secret_paths import Path
from followup_letters.loading.reading.toml_mistakes import explain_syntax, is_repetition

_BLANK = re.compile(r"[ \t]*")
_BLANK_LINES = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_END_OF_LINE = re.compile(r"[ \t]*(?:#[^\n]*)?(?:\n|\Z)")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_STRING = re.compile(r'''"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*\'''', re.DOTALL)
_DAY = r"\d{4}-\d{1,2}-\d{1,2}"
_BARE = re.compile(rf"{_DAY}[ Tt]\d[\d:.]*(?:[Zz]|[+-]\d\d:\d\d)?|[^\s,\]}}#\"'\[{{=]+")

_NO_NUMBER = re.compile(r"[-+]?(?:nan|inf)")
_REST = re.compile(r"[^\n#,\]}\"']*")


class _LostError(Exception):
    """The text is no TOML as far as this walk can tell."""


def read_toml(source: Source) -> tuple[Node, list[Fault]]:
    """A TOML file, with the faults that leave it readable. Raises InputError for others."""
    reader = _Reader(source)
    lost = None
    try:
        reader.statements()
    except _LostError:
        lost = explain_syntax(source, reader.at, "")
    fault = _refusal(source, reader) or lost
    if fault is not None:
        raise InputError([*reader.faults, fault])
    return reader.root, reader.faults


def _refusal(source: Source, reader: _Reader) -> Fault | None:
    """What tomllib says against the text. What stands twice is told already, with both places."""
    try:
        tomllib.loads(reader.skeleton())
    except tomllib.TOMLDecodeError as error:
        if not (is_repetition(str(error)) and reader.faults):
            return explain_syntax(source, reader.at, str(error))
    except RecursionError:
        return fault_at(source.at(reader.at), TOO_DEEP)
    return None


class _Reader:
    """One walk over a source; `at` is how far it has come."""

    def __init__(self, source: Source) -> None:
        self.root = Table({}, {}, source.at(0))
        self.faults: list[Fault] = []
        self.at = 0
        self._source, self._text = source, source.text
        self._bare: list[tuple[int, int]] = []
        self._declared: set[int] = set()  # the tables that have had their [header], by identity
        self._table: Table = self.root
        self._path: Path = ()
        self._allowance = Allowance()

    def skeleton(self) -> str:
        """The text with each bare value made a 0, everything at its old place."""
        parts, end = [], 0
        for start, stop in self._bare:
            parts += [self._text[end:start], "0".ljust(stop - start)]
            end = stop
        return "".join([*parts, self._text[end:]])

    def statements(self) -> None:
        while True:
            self._skip(_BLANK_LINES)
            if self.at == len(self._text):
                return
            if self._text[self.at] == "[":
                self._header()
            else:
                self._assignment(self._table, self._path, 1)
            if not self._skip(_END_OF_LINE):
                raise _LostError

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        match = pattern.match(self._text, self.at)
        self.at = match.end() if match else self.at
        return match is not None

    def _takes(self, sign: str) -> bool:
        """Step over `sign`, blanks before it included, if it comes next."""
        self._skip(_BLANK)
        follows = self._text.startswith(sign, self.at)
        self.at += len(sign) if follows else 0
        return follows

    def _expect(self, sign: str) -> None:
        if not self._takes(sign):
            raise _LostError

    # ---------------------------------------------------------------------------------- statements

    def _header(self) -> None:
        """`[position]` or `[[people]]`: the table that the following lines fill."""
        place = self._source.at(self.at)
        many = self._text.startswith("[[", self.at)
        self._expect("[[" if many else "[")
        *above, (name, name_place) = self._keys(1)
        self._expect("]]" if many else "]")
        parent, path = self._descend(self.root, (), above)
        before = parent.entries.get(name)
        table = Table({}, {}, place)
        if many and (before is None or isinstance(before, Sequence)):
            table, path = self._appended(parent, name, table, name_place, path)
        elif before is None:
            parent.add(name, table, name_place)
            path = (*path, name)
        elif isinstance(before, Table) and id(before) not in self._declared:
            table, path = before, (*path, name)
        else:
            self.faults.append(twice(name, path, name_place, parent.keys[name]))
        self._declared.add(id(table))
        self._table, self._path = table, path

    def _appended(self, parent: Table, name: str, table: Table, name_place: Place, path: Path) -> tuple[Table, Path]:
        if name not in parent.entries:
            parent.add(name, Sequence([], table.place), name_place)
        sequence = parent.entries[name]
        if isinstance(sequence, Sequence):
            sequence.items.append(table)
            path = (*path, name, len(sequence.items) - 1)
        return table, path

    def _assignment(self, table: Table, path: Path, depth: int) -> None:
        """`key = value`, also in a table on one line."""
        *above, (name, place) = self._keys(depth)
        self._expect("=")
        self._skip(_BLANK)
        table, path = self._descend(table, path, above)
        node = self._value((*path, name), depth + len(above) + 1)
        if name in table.entries:
            self.faults.append(twice(name, path, place, table.keys[name]))
        else:
            table.add(name, node, place)

    def _keys(self, depth: int) -> list[tuple[str, Place]]:
        """A key with its dots."""
        keys: list[tuple[str, Place]] = []
        while not keys or self._takes("."):
            self._skip(_BLANK)
            place = self._source.at(self.at)
            self._allowance.take(place, depth + len(keys))
            if not self._skip(_KEY):
                raise _LostError
            keys.append((self._decoded(self._text[place.offset : self.at]), place))
        return keys

    def _descend(self, table: Table, path: Path, keys: list[tuple[str, Place]]) -> tuple[Table, Path]:
        """The table that dotted keys lead to, made where it is not there yet."""
        for name, place in keys:
            if name not in table.entries:
                table.add(name, Table({}, {}, place), place)
            below: Node = table.entries[name]
            path = (*path, name)
            if isinstance(below, Sequence) and below.items:
                path = (*path, len(below.items) - 1)
                below = below.items[-1]
            if not isinstance(below, Table):
                self.faults.append(twice(name, path[:-1], place, table.keys[name]))
                below = Table({}, {}, place)
            table = below
        return table, path

    # -------------------------------------------------------------------------------------- values

    def _value(self, path: Path, depth: int) -> Node:
        place = self._source.at(self.at)
        self._allowance.take(place, depth)
        if self._takes("["):
            return Sequence(list(self._items(path, depth)), place)
        if self._takes("{"):
            return self._inline_table(path, depth, place)
        if self._skip(_STRING):
            return Scalar(self._decoded(self._text[place.offset : self.at]), place)
        if not self._skip(_BARE):
            raise _LostError
        if not _is_bare_value(self._text[place.offset : self.at]):
            self._unquoted(place, path)
        self._bare.append((place.offset, self.at))
        text = self._text[place.offset : self.at]
        if _NO_NUMBER.fullmatch(text):
            hint = "leave the field out, or put the text in quotes"
            self.faults.append(fault_in(path, place, NoNumberError.rule, found=text, hint=hint))
        return Scalar(text, place)

    def _unquoted(self, place: Place, path: Path) -> None:
        """Step over a text that lacks its quotes, with a fault."""
        self._skip(_REST)
        text = self._text[place.offset : self.at].rstrip()
        self.at = place.offset + len(text)
        rule = "a value: text in quotes, a number, a date, true, false"
        hint = f'write "{shown(text)}"' if without_secret(text) == text else None
        self.faults.append(fault_in(path, place, rule, found=shown(text), hint=hint))

    def _items(self, path: Path, depth: int) -> Iterator[Node]:
        count = 0
        while True:
            self._skip(_BLANK_LINES)
            if self._takes("]"):
                return
            yield self._value((*path, count), depth + 1)
            count += 1
            self._skip(_BLANK_LINES)
            if not self._takes(","):
                self._expect("]")
                return

    def _inline_table(self, path: Path, depth: int, place: Place) -> Table:
        table = Table({}, {}, place)
        self._declared.add(id(table))
        if self._takes("}"):
            return table
        while True:
            self._assignment(table, path, depth)
            if not self._takes(","):
                self._expect("}")
                return table

    def _decoded(self, token: str) -> str:
        """The text of a quoted token; a bare key is its own text."""
        if token[0] not in "\"'":
            return token
        if "\\" not in token and not token.startswith(('"""', "'''")):
            return token[1:-1]
        try:
            return str(tomllib.loads(f"text = {token}")["text"])
        except tomllib.TOMLDecodeError:
            self.at -= len(token)
            raise _LostError from None


def _is_bare_value(token: str) -> bool:
    """A number, a yes or no, a time; any day that is written like one."""
    if re.fullmatch(_DAY, token):
        return True
    try:
        tomllib.loads(f"value = {token}")
    except ValueError:  # tomllib's own error is one; so is a number of too many digits
        return False
    return True
