"""Plain text: blocks parted by blank lines, lines never wrapped, because every mail program wraps for itself."""

from __future__ import annotations

from followup_letters.markup import BLOCKS, Element, Page

_CONTAINERS = frozenset({"section", "header", "footer"})


def write(page: Page) -> bytes:
    """The words of `page` as UTF-8 text that ends with a newline."""
    return ("\n\n".join(_blocks(page.root)) + "\n").encode()


def _blocks(element: Element) -> list[str]:
    if element.tag in _CONTAINERS:
        return [block for child in element.children if isinstance(child, Element) for block in _blocks(child)]
    if element.tag in {"ul", "ol"}:
        return ["\n".join(_items(element))]
    if element.tag == "table":
        return ["\n".join(" | ".join(_line(cell) for cell in _rows(row)) for row in _rows(element))]
    if element.tag == "hr":
        return ["----"]
    return [_line(element)]


def _items(element: Element) -> list[str]:
    marks = ("- " if element.tag == "ul" else f"{number}. " for number in range(1, len(element.children) + 1))
    return [mark + _line(item).replace("\n", "\n  ") for mark, item in zip(marks, _rows(element), strict=False)]


def _rows(element: Element) -> list[Element]:
    return [child for child in element.children if isinstance(child, Element) and child.tag in BLOCKS]


def _line(element: Element) -> str:
    """The text of one block. Our own non-breaking spaces are for print; the user's characters stay as typed."""
    parts = []
    for child in element.children:
        if isinstance(child, str):
            parts.append(child.replace("\u00a0", " "))
        elif child.tag == "br":
            parts.append("\n")
        else:
            parts.append(child.text if "data-from" in child.attributes else _line(child))
    return "".join(parts)
