"""Where a field stands in an interview file, for those who have something to say of it later.

The file is read a second time for its marks only; what it means is not asked again.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from followup_letters.loading.named.filling import fill
from followup_letters.loading.reading.files import read
from followup_letters.loading.reading.formats import parsed
from followup_letters.loading.reading.nodes import Node, Place, Sequence, Table

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


class Marks:
    """The places of the fields of one interview file, and of those that it names."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Read the file at `path`. Raises InputError, as `load` does, if it cannot be read."""
        self._root, _ = parsed(read(Path(path)))
        if isinstance(self._root, Table):
            fill(self._root, Path(path).parent)

    def place(self, field: str) -> tuple[str, int] | None:
        """The file and line (from 1) of `field`, such as `people[1].title`; of the table around it if it is not there.

        None for a file of no fields.
        """
        node: Node = self._root
        found = node.place
        for name, index in _STEP.findall(field):
            place = node.keys.get(name) if isinstance(node, Table) else None
            below = _below(node, name, index)
            if below is None:
                break
            node, found = below, _own_file(place, below) or below.place or found
        return (found.source.name, found.line) if found else None


def _below(node: Node, name: str, index: str) -> Node | None:
    if isinstance(node, Table) and name:
        return node.entries.get(name)
    if isinstance(node, Sequence) and index and int(index) < len(node.items):
        return node.items[int(index)]
    return None


def _own_file(key: Place | None, node: Node) -> Place | None:
    """The place of the key, unless its value was fetched from another file."""
    return key if key and node.place and key.source is node.place.source else None
