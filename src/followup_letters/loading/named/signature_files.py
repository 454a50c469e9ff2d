"""`signature: signature.png` of the candidate: the picture itself, put in place of the name of its file."""

from __future__ import annotations

from pathlib import Path

from followup_letters.errors import Fault
from followup_letters.loading.named.embedded_files import Kind, take
from followup_letters.loading.named.references import LARGEST_FOREIGN, Reference
from followup_letters.loading.reading.nodes import Node, Scalar, Table
from followup_letters.pictures import SUFFIXES, checked

KEY = "signature"


def take_signature(candidate: Node | None, folder: Path | None, under: str = f"candidate.{KEY}") -> list[Fault]:
    """Put the picture that `candidate` names, if it names one, in place of its name; return what is wrong with it."""
    return take(_SIGNATURE, candidate, under, folder)


def _is_given(node: Node) -> bool:
    """Whether the picture itself stands there already, as a program gives it."""
    image = node.entries.get("image") if isinstance(node, Table) else node
    value = image.value if isinstance(image, Scalar) else None
    return isinstance(value, bytes) or str(value or "").lstrip().startswith("data:")


def _filled(reference: Reference, content: bytes) -> Table:
    try:
        picture = checked(content)
    except ValueError as fault:
        raise reference.fault(str(fault)) from None
    return reference.filled({"file": reference.name, "image": picture.source})


_SIGNATURE = Kind(
    key=KEY,
    suffixes=SUFFIXES,
    largest=LARGEST_FOREIGN,  # so that of one a little too large it is told what a picture may be
    is_given=_is_given,
    filled=_filled,
    hint="copy the picture there",
)
