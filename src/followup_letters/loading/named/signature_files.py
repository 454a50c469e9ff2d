"""`signature: signature.png` of the candidate: the picture itself, put in place of the name of its file.

The file lies in the folder of the file that names it, or in a folder below; a link that leads out of it is not
followed.
"""

from __future__ import annotations

from pathlib import Path

from followup_letters.errors import Fault, InputError
from followup_letters.loading.named.references import Reference, read_content, reference_in
from followup_letters.loading.reading.nodes import Node, Scalar, Table
from followup_letters.pictures import LARGEST, SUFFIXES, checked

KEY = "signature"


def take_signature(candidate: Node | None, folder: Path, under: str = f"candidate.{KEY}") -> list[Fault]:
    """Put the picture that `candidate` names, if it names one, in place of its name; return what is wrong with it."""
    named = candidate.entries.get(KEY) if isinstance(candidate, Table) else None
    if not isinstance(candidate, Table) or named is None or _is_given(named):
        return []
    try:
        reference = reference_in(named, under, folder, SUFFIXES)
        if reference is not None:
            candidate.entries[KEY] = _signature(reference)
    except InputError as error:
        candidate.entries[KEY] = Scalar(None, named.place)  # the models need not say so once more
        return list(error.faults)
    return []


def _is_given(node: Node) -> bool:
    """Whether the picture itself stands there already, as a program gives it."""
    image = node.entries.get("image") if isinstance(node, Table) else node
    value = image.value if isinstance(image, Scalar) else None
    return isinstance(value, bytes) or str(value or "").lstrip().startswith("data:")


def _signature(reference: Reference) -> Table:
    _refuse_outside(reference)
    content = read_content(reference, SUFFIXES, LARGEST)
    try:
        picture = checked(content)
    except ValueError as fault:
        raise reference.fault(str(fault)) from None
    return reference.filled({"file": reference.name, "image": picture.source})


def _refuse_outside(reference: Reference) -> None:
    try:
        folder, path = reference.folder.resolve(), reference.path.resolve()
    except (OSError, RuntimeError, ValueError):  # a loop of links, a NUL in the name
        raise reference.fault("a file that can be read") from None
    if not path.is_relative_to(folder):
        rule = "a file in the folder of the file that names it, or in a folder below, and no link that leads out"
        raise reference.fault(rule, hint="copy the picture there")
