"""`letter: {letterhead: mine.docx}`: the Word file itself, put in place of its name."""

from __future__ import annotations

from pathlib import Path

from followup_letters.errors import Fault
from followup_letters.letterheads import FIELD, LARGEST, SUFFIXES, Refused, checked
from followup_letters.loading.named.embedded_files import Kind, take
from followup_letters.loading.named.references import Reference
from followup_letters.loading.reading.nodes import Node, Table


def take_letterhead(letter: Node | None, folder: Path | None) -> list[Fault]:
    """Put the letterhead that `letter` names, if it names one, in place of its name; return what is wrong with it."""
    return take(_LETTERHEAD, letter, FIELD, folder)


def _filled(reference: Reference, content: bytes) -> Table:
    try:
        checked(content)
    except Refused as fault:
        raise reference.fault(str(fault), hint=fault.hint) from None
    return reference.filled({"file": reference.name, "content": content})


_LETTERHEAD = Kind(
    key="letterhead",
    suffixes=SUFFIXES,
    largest=LARGEST,
    is_given=lambda node: isinstance(node, Table) and "content" in node.entries,
    filled=_filled,
    hint="copy it there; on the command line, --letterhead takes a file from anywhere",
)
