"""What a file says as plain data, before anybody asks whether it is an interview."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from followup_letters.errors import InputError
from followup_letters.loading.reading.files import decoded, read
from followup_letters.loading.reading.formats import parsed
from followup_letters.loading.reading.nodes import Node, Place, Source, Table, plain


def data_of(path: Path, text: str | None = None) -> Any:
    """The tables, lists and texts of the file at `path`, or of `text` read as that file. Raises InputError."""
    return plain(_node_of(read(path) if text is None else decoded(text, str(path), path.suffix.lower())))


def place_of_table(path: Path, key: str) -> Place | None:
    """Where the value of `key` in the file at `path` stands, if it is a table. Raises InputError."""
    root = _node_of(read(path))
    value = root.entries.get(key) if isinstance(root, Table) else None
    return value.place if isinstance(value, Table) else None


def _node_of(source: Source) -> Node:
    node, faults = parsed(source)
    if faults:
        raise InputError(faults)
    return node
