"""Mends the structure of a PDF where WeasyPrint leaves a screen reader in the dark.

It writes a head or a return address as text with a mark that leads nowhere in the structure: that becomes an artifact,
which a screen reader passes over. And it tells where a picture stands in its own units, from the top of the page.
"""

from __future__ import annotations

from typing import Any

_PT_IN_PX = 0.75


def mend(document: Any, pdf: Any) -> None:
    """Mend the structure of `pdf`: a finisher for WeasyPrint."""
    mark_artifacts(document, pdf)
    place_figures(document, pdf)


def place_figures(document: Any, pdf: Any) -> None:
    """Tell of each picture of `pdf` where it stands in the units of a PDF, from the foot of its page."""
    for element in pdf.objects:
        if isinstance(element, dict) and element.get("S") == "/Figure" and "A" in element:
            page = document.pages[pdf.page_references.index(element["Pg"])]
            left, top, right, bottom = element["A"]["BBox"]
            box = (left, page.height - bottom, right, page.height - top)
            element["A"]["BBox"][:] = [round(side * _PT_IN_PX, 3) for side in box]


def mark_artifacts(document: Any, pdf: Any) -> None:
    """Turn the text of `pdf` that its structure does not hold into artifacts."""
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
