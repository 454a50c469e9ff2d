"""`letter: {letterhead: mine.docx}`: the Word file itself, put in place of its name.

The file lies in the folder of the interview file, or in a folder below; a link that leads out of it is not followed.
"""

from __future__ import annotations

from pathlib import Path

from followup_letters.errors import Fault, InputError
from followup_letters.letterheads import LARGEST, SUFFIXES, Refused, checked
from followup_letters.loading.named.references import Reference, read_content, reference_in
from followup_letters.loading.reading.nodes import Node, Scalar, Table

_KEY = "letterhead"
_FIELD = f"letter.{_KEY}"


def take_letterhead(letter: Node | None, folder: Path) -> list[Fault]:
    """Put the letterhead that `letter` names, if it names one, in place of its name; return what is wrong with it."""
    named = letter.entries.get(_KEY) if isinstance(letter, Table) else None
    if not isinstance(letter, Table) or named is None or (isinstance(named, Table) and "content" in named.entries):
        return []
    try:
        reference = reference_in(named, _FIELD, folder, SUFFIXES)
        if reference is not None:
            letter.entries[_KEY] = _letterhead(reference)
    except InputError as error:
        letter.entries[_KEY] = Scalar(None, named.place)  # the models need not say so once more
        return list(error.faults)
    return []


def _letterhead(reference: Reference) -> Table:
    _refuse_outside(reference)
    content = read_content(reference, SUFFIXES, LARGEST)
    try:
        checked(content)
    except Refused as fault:
        raise reference.fault(str(fault), hint=fault.hint) from None
    return reference.filled({"file": reference.name, "content": content})


def _refuse_outside(reference: Reference) -> None:
    try:
        folder, path = reference.folder.resolve(), reference.path.resolve()
    except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL in the name
        raise reference.fault("a file that can be read") from None
    if not path.is_relative_to(folder):
        rule = "a file in the folder of the interview file, or in a folder below, and no link that leads out"
        raise reference.fault(rule, hint="copy it there; on the command line, --letterhead takes a file from anywhere")
