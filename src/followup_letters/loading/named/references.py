"""Names of files in an interview file: which file is meant, what stands beside its name, and what is in it.

A name is relative to the interview file, and nothing is fetched. What is wrong with a file as a whole is told where it
is named; what stands in it is told in it. What it means is for candidate_files.py, job_files.py and card_files.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from followup_letters.errors import Fault, InputError
from followup_letters.loading.foreign.taking import Taking, built, given
from followup_letters.loading.reading.files import SUFFIXES, read, read_bytes
from followup_letters.loading.reading.formats import parsed
from followup_letters.loading.reading.nodes import (
    Node,
    Place,
    Scalar,
    Table,
    fault_at,
    found,
    goes_on_in_a_secret,
    shown,
    whole,
)
from followup_letters.loading.reading.nodes import Sequence as Listed
from followup_letters.loading.reading.secret_lines import without_secret
from followup_letters.noun import Noun
from followup_letters.patterns import pattern
from followup_letters.taken import Taken

LARGEST_FOREIGN = 10_000_000  # bytes of a saved page or an exported address book
_URL = pattern(r"[A-Za-z][A-Za-z0-9+.-]+:/", re.ASCII)
_T = TypeVar("_T")


@dataclass
class Filling:
    """What one file gives: the table that stands for it in the interview, its record, and faults that leave it so."""

    node: Node
    taken: Taken | None = None
    faults: list[Fault] = field(default_factory=list)


@dataclass(frozen=True)
class Reference:
    """A file that is named: `under` which field, at which place, in which folder; `typed` stands beside the name."""

    name: str
    place: Place | None
    under: str
    folder: Path
    typed: Table

    @property
    def field(self) -> str:
        """The field without what is above it."""
        return self.under.rpartition(".")[2]

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.folder / self.name

    def fault(self, rule: str, *, what: str | None = None, hint: str | None = None) -> InputError:
        """A fault at the place where the file is named."""
        told = shown(self.name) if what is None else what
        return InputError([fault_at(self.place, rule, field=self.under, found=told, hint=hint, kind="file")])

    def taking(self, model: type[Noun], form: str) -> Taking:
        """A record of what is taken from the file for a table of `model`."""
        return Taking(model, file=self.name, form=form, under=self.under, typed=self.typed)

    def filled(self, data: dict[str, Any]) -> Table:
        """The table in the interview: what was taken, and what stands beside the name."""
        return self.merged(Table({key: built(value, self.place) for key, value in data.items()}, {}))

    def merged(self, table: Table) -> Table:
        """The table of the file with what stands beside the name, which wins."""
        return Table(table.entries | self.typed.entries, table.keys | self.typed.keys, self.place)


def reference_in(node: Node | None, under: str, folder: Path | None, suffixes: Sequence[str]) -> Reference | None:
    """The file that a field names, by its name alone or by `file` in a table; None if it names none.

    Raises InputError for a text that can be no file of these formats, and for any where `folder` is None.
    """
    table = Table({}, {}, node.place if node is not None else None)
    if isinstance(node, Table) and "file" in node.entries:
        beside = {key: value for key, value in node.entries.items() if key != "file" and given(node, key) is not None}
        table = Table(beside, node.keys, node.place)
        node = node.entries["file"]
        if not isinstance(node, Scalar) or not str(node.value or "").strip():
            rule = f"the name of a file ({', '.join(suffixes)})"
            raise InputError([fault_at(node.place, rule, field=f"{under}.file", found=found(node, ()))])
    if not isinstance(node, Scalar) or not isinstance(node.value, str) or not node.value.strip():
        return None
    if goes_on_in_a_secret(node):
        raise InputError(
            [fault_at(node.place, f"the name of a file ({', '.join(suffixes)})", field=under, kind="file")]
        )
    reference = Reference(node.value.strip(), node.place, under, folder or Path(), table)
    if folder is None:
        raise _not_read(reference, suffixes)
    _refuse_what_is_no_file(reference, suffixes)
    return reference


def is_url(name: str) -> bool:
    """Whether `name` is the address of a page, and of no file on this machine."""
    return _URL.match(name) is not None


def _not_read(reference: Reference, suffixes: Sequence[str]) -> InputError:
    """The fault of a name where no file is read: what no file of these formats is called is the name of something."""
    is_of_a_file = is_url(reference.name) or reference.name.lower().endswith(tuple(suffixes))
    if is_of_a_file or reference.field not in _TABLES:
        return reference.fault("what would stand in the file, in its place: no file is read here")
    return reference.fault("a table of fields; no file is read here", hint=_way_to_table(reference))


def _refuse_what_is_no_file(reference: Reference, suffixes: Sequence[str]) -> None:
    if is_url(reference.name):
        rule = "the name of a file on this machine; nothing is fetched"
        raise reference.fault(rule, hint="save the page from your browser, and name the saved file")
    if not reference.name.lower().endswith(tuple(suffixes)):
        rule = f"a table of fields, or the name of a file ({', '.join(suffixes)})"
        raise reference.fault(rule, hint=_way_to_table(reference))


def _way_to_table(reference: Reference) -> str:
    """How a line is written that lacks its colon, or the table that is meant."""
    line = _LINE_OF_A_TABLE.match(reference.name)
    return f"write {line['key']}: {whole(without_secret(line['rest']))}" if line else _as_table(reference)


def _as_table(reference: Reference) -> str:
    """How the table is written, with what was typed in its place where that is no more than a name or a title."""
    shown_as = _AS_TABLE[reference.field]
    return shown_as.replace("…", reference.name, 1) if _PLAIN.fullmatch(reference.name) else shown_as


_LINE_OF_A_TABLE = pattern(r"(?P<key>name|title|email|phone|address) (?P<rest>\S.*)")  # without its colon
_PLAIN = pattern(r"[^\W\d_][\w .'’&-]{0,60}")
_TABLES = ("candidate", "position", "company", "card")
_AS_TABLE = {
    "candidate": "for a name, write a table: {name: …, email: …}",
    "position": "for a title, write a table: {title: …}",
    "company": "for a name, write a table: {name: …}",
    "letterhead": "in Word or LibreOffice, save it as “Word Document (.docx)”, with a picture in its header",
    "signature": "save the picture of your signature as PNG or SVG",
    "card": "for a card in your hand, write a table: {name: …, title: …}",
}


def read_nodes(reference: Reference) -> tuple[Table | Listed, list[Fault]]:
    """The data of a file in one of our own formats, and the faults that leave it readable. Raises InputError."""
    node, faults = parsed(_at_its_place(reference, lambda: read(reference.path)))
    if isinstance(node, Scalar):
        raise InputError([*faults, fault_at(node.place, "a table of fields", found=found(node, ()))])
    return node, faults


def read_content(reference: Reference, suffixes: Sequence[str], largest: int = LARGEST_FOREIGN) -> bytes:
    """The content of a file in another format, of at most `largest` bytes. Raises InputError."""
    path = reference.path
    return _at_its_place(reference, lambda: read_bytes(path, str(path), suffixes, largest))


def is_ours(reference: Reference) -> bool:
    """Whether the file is in one of the formats of interview files."""
    return reference.name.lower().endswith(SUFFIXES)


def _at_its_place(reference: Reference, reading: Callable[[], _T]) -> _T:
    """What `reading` gives. What is wrong with the file as a whole is told at the place that names it."""
    try:
        return reading()
    except InputError as error:
        faults = error.faults
    if any(fault.line is not None for fault in faults):
        raise InputError(faults)
    first = faults[0]
    place, rule = reference.place, f"{first.rule}: {first.file}"
    told = fault_at(place, rule, field=reference.under, found=shown(reference.name), kind="file")
    raise InputError([replace(told, hint=first.hint)])
