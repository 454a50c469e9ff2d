"""Word: one walk over the tree, into a package whose constant parts are prepared once.

Every part of a letter is a named style that a person with Word can change. Only the words and the properties are
written for each document; nothing in the package depends on the clock.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from followup_letters.markup import Element, Page
from followup_letters.writing.docx_styles import STYLE_OF_CLASS, prepared_parts, style_id

_CONTAINERS = frozenset({"section", "header", "footer"})
_LONGEST_TITLE = 255  # characters; Word calls a file with a longer title damaged
_DATED = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip file can give: the same bytes on every day

_CORE = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>\
<dc:language>{language}</dc:language></cp:coreProperties>"""


def write(page: Page) -> bytes:
    """`page` as a Word document."""
    parts = prepared_parts(page.layout, page.paper, page.language)
    core = _CORE.format(
        title=escape(page.title[:_LONGEST_TITLE]), author=escape(page.author), language=escape(page.language)
    )
    body = "".join(_block(page.root))
    start, end = parts.around_the_words
    return _zipped({**parts.constant, "word/document.xml": start + body + end, "docProps/core.xml": core})


def _zipped(parts: dict[str, str | bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            entry = ZipInfo(name, _DATED)
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, content)
    return file.getvalue()


# ----------------------------------------------------------------------------------------------- blocks


def _block(element: Element, style: str = "Body Text") -> Iterator[str]:
    """The paragraphs of one block."""
    if element.tag in _CONTAINERS:
        yield from _container(element)
    elif element.tag in {"ul", "ol"}:
        yield from _list(element)
    elif element.tag == "table":
        yield _table(element)
    else:
        yield _paragraph(element, _style(element, style))


def _container(element: Element) -> Iterator[str]:
    children = [child for child in element.children if isinstance(child, Element)]
    in_body = "body" in element.classes
    for child in children:
        if in_body and child is children[-1] and child.tag == "p":
            yield _paragraph(child, _style(child, "Body Text"), keep=True)
        else:
            yield from _block(child)


def _list(element: Element) -> Iterator[str]:
    plain = "List Bullet" if element.tag == "ul" else "List Number"
    for item in element.children:
        if isinstance(item, Element):
            yield _paragraph(item, _style(element, plain))


def _table(element: Element) -> str:
    rows = []
    for row in element.children:
        if isinstance(row, Element):
            cells = [cell for cell in row.children if isinstance(cell, Element)]
            rows.append(
                "<w:tr>" + "".join(f"<w:tc>{_paragraph(cell, 'Body Text')}</w:tc>" for cell in cells) + "</w:tr>"
            )
    return f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid/>{"".join(rows)}</w:tbl>'


def _style(element: Element, otherwise: str) -> str:
    """The style of a block: by its class, else by its tag."""
    for name in element.classes:
        if name in STYLE_OF_CLASS:
            return STYLE_OF_CLASS[name]
    return {"h1": "Heading 1", "h2": "Heading 2", "hr": "Rule"}.get(element.tag, otherwise)


def _paragraph(element: Element, style: str, *, keep: bool = False) -> str:
    together = "<w:keepNext/>" if keep else ""
    properties = f'<w:pPr><w:pStyle w:val="{style_id(style)}"/>{together}</w:pPr>'
    return f"<w:p>{properties}{''.join(_runs(element, ''))}</w:p>"


# ------------------------------------------------------------------------------------------------- runs

_EMPHASIS = {"strong": "<w:b/>", "em": "<w:i/>"}


def _runs(element: Element, properties: str) -> Iterator[str]:
    """The runs of text in a block, with the properties that its inline elements give them."""
    for child in element.children:
        if isinstance(child, str):
            yield _run(child, properties)
        elif child.tag == "br":
            yield "<w:r><w:br/></w:r>"
        else:
            yield from _runs(child, properties + _EMPHASIS.get(child.tag, "") + _direction(child))


def _run(text: str, properties: str) -> str:
    formatted = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{formatted}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


@lru_cache(maxsize=4096)
def _is_right_to_left(character: str) -> bool:
    return unicodedata.bidirectional(character) in {"R", "AL"}


def _direction(element: Element) -> str:
    """The user's words that are written from right to left are a run of their own."""
    told = "data-from" in element.attributes
    return "<w:rtl/>" if told and any(map(_is_right_to_left, element.text)) else ""
