"""Marks what stands in the margins of a PDF as artifacts, which a screen reader passes over.

WeasyPrint writes a head or a return address as text with a mark that leads nowhere in the structure.
"""

from __future__ import annotations

from typing import Any


def mark_artifacts(document: Any, pdf: Any) -> None:
    """Turn the text of `pdf` that its structure does not hold into artifacts: a finisher for WeasyPrint."""
    objects: dict[bytes, Any] = {each.reference: each for each in pdf.objects}
    root = objects[pdf.catalog["StructTreeRoot"]]
    held = _held(root["K"], objects)
    numbers = objects[root["ParentTree"]]["Nums"]
    for page, elements in zip(pdf.page_references, numbers[1 : 2 * len(pdf.page_references) : 2], strict=True):
        lost = {number for number, element in enumerate(elements) if element not in held}
        for number in lost:
            elements[number] = b"null"
        if lost:
            _unmark(objects[objects[page]["Contents"]].stream, lost)


def _held(roots: list[Any], objects: dict[bytes, Any]) -> set[bytes]:
    """The references of all elements below `roots`."""
    held: set[bytes] = set()
    waiting = list(roots)
    while waiting:
        reference = waiting.pop()
        if isinstance(reference, bytes) and reference not in held:
            held.add(reference)
            waiting.extend(objects[reference].get("K", ()))
    return held


def _unmark(stream: list[Any], lost: set[int]) -> None:
    """Make artifacts of the pieces of `stream` whose numbers are `lost`: tag, properties and operator are three."""
    for place, operator in enumerate(stream):
        if operator == b"BDC" and stream[place - 1].get("MCID") in lost:
            stream[place - 2 : place + 1] = ["/Artifact", b"", b"BMC"]
