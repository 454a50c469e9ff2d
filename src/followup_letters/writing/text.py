"""Plain text: blocks parted by blank lines, lines never wrapped, because every mail program wraps for itself."""

from __future__ import annotations

from collections.abc import Iterator

from followup_letters.markup import Element, Page
from followup_letters.writing.blocks import blocks, holds_blocks, is_blank

_RULE = "----"


def write(page: Page) -> bytes:
    """The words of `page` as UTF-8 text that ends with a newline."""
    return ("\n\n".join(_paragraphs(page.root)) + "\n").encode()


def _paragraphs(element: Element) -> Iterator[str]:
    if element.tag in {"ul", "ol"}:
        yield "\n".join(_items(element))
    elif element.tag == "table":
        yield "\n".join(_rows(element))
    elif element.tag == "hr":
        yield _RULE
    elif holds_blocks(element):
        yield from _inner(element)
    elif element.text.strip():  # a picture says nothing here
        yield _words(element)


def _inner(element: Element) -> Iterator[str]:
    """The blocks in a block. How to reach the sender stands on the line below the name."""
    lines: list[str] = []
    for block in blocks(element):
        if lines and "contact" not in block.classes:
            yield "\n".join(lines)
            lines = []
        *whole, last = list(_paragraphs(block)) or [""]
        yield from whole
        lines += [last] if last else []
    if lines:
        yield "\n".join(lines)


def _items(element: Element) -> Iterator[str]:
    items = [item for item in blocks(element) if not is_blank(item)]
    for number, item in enumerate(items, start=1):
        mark = "- " if element.tag == "ul" else f"{number}. "
        yield mark + "\n".join(_paragraphs(item)).replace("\n", "\n" + " " * len(mark))


def _rows(table: Element) -> Iterator[str]:
    for row in blocks(table):
        yield " | ".join(" ".join(_paragraphs(cell)) for cell in blocks(row))


def _words(element: Element) -> str:
    """The text of one block. Our own non-breaking spaces are for print; the user's characters stay as typed."""
    parts = []
    for child in element.children:
        if isinstance(child, str):
            parts.append(child.replace("\u00a0", " "))
        elif child.tag == "br":
            parts.append("\n")
        else:
            parts.append(child.text if "data-from" in child.attributes else _words(child))
    return "".join(parts)
