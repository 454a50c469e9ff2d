"""A mapping to nodes: the data of a program, which has no lines.

Values keep their kind, for the models convert them; the models' own objects may stand anywhere.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from typing import Any

from followup_letters.arguments import kind_name, way_to_data
from followup_letters.bounds import check_bounds
from followup_letters.errors import Fault
from followup_letters.loading.reading.nodes import Node, Path, Scalar, Sequence, Table, dotted, shown, str_of
from followup_letters.noun import Noun
from followup_letters.patterns import pattern

_SURROGATE = pattern("[\ud800-\udfff]")  # half a character, which no file can hold

_LETTERHEADS = (("letter", "letterhead"), ("letter", "letterhead", "content"))

_PICTURES = (("candidate", "signature"), ("candidate", "signature", "image"), ("candidate", "signature", "file"))


def read_mapping(data: Mapping[str, Any]) -> tuple[Node, list[Fault]]:
    """The nodes of `data`, with a fault for each thing that no file could hold.

    Raises InputError for data too deep or too large.
    """
    check_bounds(data)
    reader = _Reader()
    return reader.node(data, ()), reader.faults


class _Reader:
    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def node(self, value: object, path: Path) -> Node:
        if isinstance(value, Mapping):
            return self._table(value, path)
        if isinstance(value, list | tuple):
            return Sequence([self.node(item, (*path, place)) for place, item in enumerate(value)])
        if path in _LETTERHEADS and isinstance(value, bytes):
            return Scalar(value)
        if path in _PICTURES and isinstance(value, bytes | os.PathLike):
            return Scalar(value if isinstance(value, bytes) else os.fsdecode(value))
        if value is not None and not isinstance(value, str | int | float | dt.date | Noun):
            rule = "texts, numbers, dates, yes or no, lists and mappings"
            found, hint = f"a value of the type {kind_name(value)}", way_to_data(value)
            self.faults.append(Fault(rule=rule, field=dotted(path), found=found, hint=hint))
            return Scalar(None)
        return Scalar(str.__str__(value) if isinstance(value, str) else value)

    def _table(self, data: Mapping[Any, object], path: Path) -> Table:
        table = Table({}, {})
        for key, value in data.items():
            if isinstance(key, str) and not _SURROGATE.search(key):
                name = str.__str__(key)  # a text, whatever a class of the program's own would say it is
                table.add(name, self.node(value, (*path, name)), None)
            else:
                self.faults.append(Fault("keys that are texts", field=dotted((*path, str_of(key))), found=shown(key)))
        return table
