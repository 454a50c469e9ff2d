"""HTML: the letter as one standalone page, style sheet inside, for screen, print and notebook."""

from __future__ import annotations

from html import escape

from followup_letters.markup import VOID, Element, Page
from followup_letters.writing.layouts import style_sheet

_TRACES = ("data-from",)  # where words came from is for programs, not for readers of the file


def write(page: Page) -> bytes:
    """`page` as a complete HTML document in UTF-8."""
    return standalone(page, style_sheet(page.layout, page.paper)).encode()


def standalone(page: Page, style: str) -> str:
    """`page` as a complete HTML document with `style` inside."""
    return (
        "<!DOCTYPE html>\n"
        f'<html lang="{escape(page.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(page.title)}</title>\n"
        f'<meta name="author" content="{escape(page.author)}">\n'
        f"<style>\n{style}\n</style>\n</head>\n<body>\n"
        f'<main class="sheet">{serialize(page.root)}</main>\n</body>\n</html>\n'
    )


def serialize(element: Element) -> str:
    """`element` as HTML, without the traces; the user's own words keep their spaces."""
    if list(element.attributes) == ["data-from"] and "  " not in element.text:
        return "".join(_child(child) for child in element.children)
    attributes = {name: value for name, value in element.attributes.items() if name not in _TRACES}
    if "data-from" in element.attributes:
        attributes["data-kept"] = ""
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    if element.tag in VOID:
        return f"<{element.tag}{written}>"
    inside = "".join(_child(child) for child in element.children)
    return f"<{element.tag}{written}>{inside}</{element.tag}>"


def _child(child: Element | str) -> str:
    return escape(child) if isinstance(child, str) else serialize(child)
