"""HTML: the letter as one standalone page, style sheet inside, for screen, print and notebook."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from html import escape

from followup_letters.html_subset import VOID
from followup_letters.markup import Element, Page
from followup_letters.writing import mail
from followup_letters.writing.layouts import layout_of, style_sheet

_TRACES = frozenset({"data-from", "data-sentence"})  # where words came from is for programs, not for readers


def write(page: Page) -> bytes:
    """`page` as a complete HTML document in UTF-8.

    No face is embedded, so that the file stays small: the letter's own where it is installed, else its relatives.
    """
    layout = layout_of(page)
    style = style_sheet(layout, (layout.face.family, *layout.face.fallback))
    return standalone(page, style, outside=_mail_link(page)).encode()


def in_notebook(page: Page) -> str:
    """The letter as a piece of a notebook, whose style sheet holds for it alone and not for the letters beside it."""
    layout = layout_of(page)
    style = style_sheet(layout, (layout.face.family, *layout.face.fallback))
    own = f"followup-{hashlib.sha256(style.encode()).hexdigest()[:12]}"
    return (
        f'<div class="{own}" lang="{escape(page.language)}">\n<style>\n.{own} {{\n{style}}}\n</style>\n'
        f'{_mail_link(page)}<main class="sheet">{serialize(page.root)}</main>\n</div>\n'
    )


def _mail_link(page: Page) -> str:
    """The words that open an e-mail in a mail program, above the letter; nothing for what cannot be opened so."""
    words = page.running.part(mail.LINK) if page.running else None
    address = mail.link(page)
    if words is None or address is None:
        return ""
    return f'<p class="{mail.LINK}"><a href="{escape(address)}">{escape(words.text)}</a></p>\n'


def standalone(page: Page, style: str, text: Callable[[str], str] = escape, outside: str = "") -> str:
    """`page` as a complete HTML document with `style` inside; `text` turns each piece of text into HTML.

    `outside` is the HTML of what stands outside the text of a printed page.
    """
    sheet = f"<style>\n{style}</style>\n" if style else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(page.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(page.title)}</title>\n"
        f'<meta name="author" content="{escape(page.author)}">\n'
        f'{sheet}</head>\n<body class="desk">\n{outside}'
        f'<main class="sheet">{serialize(page.root, text)}</main>\n</body>\n</html>\n'
    )


def serialize(element: Element, text: Callable[[str], str] = escape) -> str:
    """`element` as HTML, without the traces; the user's own words keep their spaces."""
    attributes = {name: value for name, value in element.attributes.items() if name not in _TRACES}
    if "data-from" in element.attributes and _would_fold(element.text):
        attributes["class"] = " ".join((*element.classes, "typed"))
    inside = "".join(text(child) if isinstance(child, str) else serialize(child, text) for child in element.children)
    if element.tag == "span" and not attributes:
        return inside
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f"<{element.tag}{written}>" + ("" if element.tag in VOID else f"{inside}</{element.tag}>")


def _would_fold(words: str) -> bool:
    """Whether a browser would show other spaces than those of `words`."""
    return any(fold in words for fold in ("  ", "\n", "\t", "\r", "\f")) or words != words.strip(" ")
