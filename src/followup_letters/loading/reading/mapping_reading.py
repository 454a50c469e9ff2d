"""A mapping to nodes: the data of a program, which has no lines.

Values keep their kind, for the models convert them; the models' own objects may stand anywhere.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from typing import Any

from followup_letters.arguments import kind_name
from followup_letters.bounds import check_bounds
from followup_letters.empty_cells import NO_EMPTY_CELL, is_empty_cell
from followup_letters.errors import Fault
from followup_letters.loading.reading.nodes import Node, Scalar, Sequence, Table, dotted, shown, str_of
from followup_letters.loading.reading.secret_paths import Path, fields_at, secret_in
from followup_letters.noun import Noun
from followup_letters.patterns import pattern
from followup_letters.private_keys import names_a_secret
from followup_letters.ways_to_data import way_to_data, way_to_list

_SURROGATE = pattern("[\ud800-\udfff]")  # half a character, which no file can hold

_LETTERHEADS = (("letter", "letterhead"), ("letter", "letterhead", "content"))

_PICTURES = (("candidate", "signature"), ("candidate", "signature", "image"))

_NAMED_FILES = {  # fields that may be the name of a file, or a table that has it as `file`; positions left out
    ("candidate",),
    ("candidate", "signature"),
    ("company",),
    ("position",),
    ("people", "card"),
    ("letter", "letterhead"),
}


def read_mapping(data: Mapping[str, Any]) -> tuple[Node, list[Fault]]:
    """The nodes of `data`, with a fault for each thing that no file could hold.

    Raises InputError for data too deep or too large.
    """
    check_bounds(data)
    reader = _Reader()
    return reader.node(data, (), ()), reader.faults


class _Reader:
    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def node(self, value: object, path: Path, told: Path) -> Node:
        """The node of the value at `path`, of which `told` is what a fault may tell."""
        if isinstance(value, Mapping):
            return self._table(value, path, told)
        if isinstance(value, tuple) and set(getattr(value, "_fields", ())) & set(fields_at(path)):
            self._refuse(path, told, "a table of fields", f"a {kind_name(value)}", way_to_data(value))
            return Scalar(None)
        if isinstance(value, list | tuple):
            return Sequence([self.node(item, *_below(path, told, place)) for place, item in enumerate(value)])
        if path in _LETTERHEADS and isinstance(value, bytes):
            return Scalar(value)
        if path in _PICTURES and isinstance(value, bytes):
            return Scalar(value)
        if isinstance(value, os.PathLike) and (path in _PICTURES or _is_named_file(path)):
            return Scalar(os.fsdecode(value))
        is_empty = is_empty_cell(value)
        if value is not None and (is_empty or not isinstance(value, str | int | float | dt.date | Noun)):
            rule = NO_EMPTY_CELL if is_empty else "texts, numbers, dates, yes or no, lists and mappings"
            self._refuse(
                path, told, rule, f"a value of the type {kind_name(value)}", way_to_data(value) or way_to_list(value)
            )
            return Scalar(None)
        return Scalar(str.__str__(value) if isinstance(value, str) else value)

    def _table(self, data: Mapping[Any, object], path: Path, told: Path) -> Table:
        table = Table({}, {})
        follows = False  # a private field, with no other field of the table between
        for key, value in data.items():
            is_name = isinstance(key, str) and not _SURROGATE.search(key)
            name = str.__str__(key) if is_name else str_of(key)  # whatever a class of the program's own would say it is
            is_private = names_a_secret(name)
            follows = is_private or (follows and name not in fields_at(path))
            below, shown_below = _below(path, told, name)
            if follows and not is_private:
                shown_below = told
            if is_name:
                table.add(name, self.node(value, below, shown_below), None)
            else:
                self._refuse(below, shown_below, "keys that are texts", shown(key), None)
        return table

    def _refuse(self, path: Path, told: Path, rule: str, found: str, hint: str | None) -> None:
        """Note what is wrong at `path`. Of a secret it tells where it is, and nothing of it."""
        secret = secret_in(path)
        may_be_told = min(path if secret is None else secret, told, key=len)
        is_hidden = secret is not None or told != path
        self.faults.append(Fault(rule, dotted(may_be_told) or "input", None if is_hidden else found, hint))


def _is_named_file(path: Path) -> bool:
    names = tuple(name for name in path if isinstance(name, str))
    return names in _NAMED_FILES or (names[:-1] in _NAMED_FILES and names[-1] == "file")


def _below(path: Path, told: Path, key: str | int) -> tuple[Path, Path]:
    """The path of `key` below `path`, and what of it may be told, of which `told` is known."""
    return (*path, key), (*path, key) if told == path else told
