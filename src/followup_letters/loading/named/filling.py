"""The files that an interview file names, put in place of their names: candidate, position, company, and cards.

Each is read by its own module; here they are put in order, and what goes wrong in one hides nothing of the others.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from followup_letters.errors import Fault, InputError
from followup_letters.loading.named.letterhead_files import take_letterhead
from followup_letters.loading.named.references import Filling, Reference, reference_in
from followup_letters.loading.named.signature_files import take_signature
from followup_letters.loading.reading.files import SUFFIXES
from followup_letters.loading.reading.nodes import Scalar, Table
from followup_letters.loading.reading.nodes import Sequence as Listed
from followup_letters.taken import Taken

if TYPE_CHECKING:
    from followup_letters.loading.named.card_files import CardFile


@dataclass
class Filled:
    """What the files gave: the records, the faults, and the fields that stay without a value because of a fault."""

    taken: list[Taken] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def explains(self, fault: Fault) -> bool:
        """Whether a fault only repeats that a file could not be read."""
        missing = ("", ".name", ".title") if fault.rule.endswith("must be given") else ("", ".file")
        return any(fault.field == under + end for under in self.unread for end in missing)


def fill(root: Table, folder: Path | None) -> Filled:
    """Put into `root` what the files say that it names, relative to `folder`; where that is None, no name is taken."""
    filled = Filled()
    filled.faults += take_letterhead(root.entries.get("letter"), folder)
    if isinstance(root.entries.get("candidate"), Table):
        filled.faults += take_signature(root.entries["candidate"], folder)
    if _refers(root, "candidate"):
        from followup_letters.loading.named.candidate_files import candidate_from

        _fill_in(root, "candidate", "candidate", SUFFIXES, candidate_from, folder, filled)
    if _refers(root, "position") or _refers(root, "company"):
        from followup_letters.loading.named.job_files import JOB_SUFFIXES, JobFiles

        jobs = JobFiles(is_shared=_file_in(root, "position") == _file_in(root, "company"))
        _fill_in(root, "position", "position", JOB_SUFFIXES, jobs.position_from, folder, filled)
        _fill_in(root, "company", "company", JOB_SUFFIXES, jobs.company_from, folder, filled)
    people = root.entries.get("people")
    files: dict[Path, CardFile] = {}
    for number, person in enumerate(people.items if isinstance(people, Listed) else [people]):
        if isinstance(person, Table) and _refers(person, "card"):
            _fill_in_card(root, person, f"people[{number}]", folder, filled, files)
    return filled


def _refers(table: Table, key: str) -> bool:
    node = table.entries.get(key)
    return (isinstance(node, Table) and "file" in node.entries) or bool(_file_in(table, key))


def _file_in(table: Table, key: str) -> str | None:
    """What a field says where the name of a file may stand."""
    node = table.entries.get(key)
    node = node.entries.get("file") if isinstance(node, Table) else node
    return node.value.strip() if isinstance(node, Scalar) and isinstance(node.value, str) else None


def _fill_in_card(
    root: Table, person: Table, under: str, folder: Path | None, filled: Filled, files: dict[Path, CardFile]
) -> None:
    from followup_letters.loading.named.card_files import CARD_SUFFIXES, card_from

    company = root.entries.get("company")

    def read(reference: Reference) -> Filling:
        return card_from(reference, person, company if isinstance(company, Table) else Table({}, {}), files)

    _fill_in(person, "card", f"{under}.card", CARD_SUFFIXES, read, folder, filled)
    if f"{under}.card" in filled.unread:
        filled.unread.append(under)  # its name may stand on the card


def _fill_in(
    table: Table,
    key: str,
    under: str,
    suffixes: Sequence[str],
    read: Callable[[Reference], Filling],
    folder: Path | None,
    filled: Filled,
) -> None:
    try:
        reference = reference_in(table.entries.get(key), under, folder, suffixes)
        if reference is None:
            return
        filling = read(reference)
    except InputError as error:
        filled.faults += error.faults
        filled.unread.append(under)
        return
    table.entries[key] = filling.node
    filled.faults += filling.faults
    filled.taken += [filling.taken] if filling.taken is not None else []
