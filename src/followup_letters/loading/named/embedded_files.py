"""Files that a letter is made with, put in place of their names: the picture of a signature, a letterhead.

Each lies in the folder of the file that names it, or in a folder below; a link that leads out of it is not followed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from followup_letters.errors import Fault, InputError
from followup_letters.loading.named.references import Reference, read_content, reference_in
from followup_letters.loading.reading.nodes import Node, Scalar, Table


class Kind(NamedTuple):
    """A kind of file: the key that names it, its formats, how large it may be, and what becomes of it.

    `is_given` tells a node that holds the file itself already; `filled` makes of its content the table to put in place.
    `hint` says what to do about a file that lies elsewhere.
    """

    key: str
    suffixes: Sequence[str]
    largest: int
    is_given: Callable[[Node], bool]
    filled: Callable[[Reference, bytes], Table]
    hint: str


def take(kind: Kind, table: Node | None, under: str, folder: Path | None) -> list[Fault]:
    """Put the file that `table` names, if it names one of this kind, in place of its name; return what is wrong."""
    named = table.entries.get(kind.key) if isinstance(table, Table) else None
    if not isinstance(table, Table) or named is None or kind.is_given(named):
        return []
    try:
        reference = reference_in(named, under, folder, kind.suffixes)
        if reference is not None:
            _refuse_outside(reference, kind.hint)
            table.entries[kind.key] = kind.filled(reference, read_content(reference, kind.suffixes, kind.largest))
    except InputError as error:
        table.entries[kind.key] = Scalar(None, named.place)  # the models need not say so once more
        return list(error.faults)
    return []


def _refuse_outside(reference: Reference, hint: str) -> None:
    try:
        folder, path = reference.folder.resolve(), reference.path.resolve()
    except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL in the name
        raise reference.fault("a file that can be read") from None
    if not path.is_relative_to(folder):
        rule = "a file in the folder of the file that names it, or in a folder below, and no link that leads out"
        raise reference.fault(rule, hint=hint)
