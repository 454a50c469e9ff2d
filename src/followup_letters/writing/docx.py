"""Word: one walk over the tree, into a package whose constant parts are prepared once.

Every part of a letter is a named style that a person with Word can change; only the words and the properties are
written for each document. Nothing in the file depends on the clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape  # saxutils imports urllib
from io import BytesIO
from itertools import count, zip_longest
from zipfile import ZipFile

from followup_letters.markup import Element, Page
from followup_letters.writing.blocks import blocks, holds_blocks, is_blank
from followup_letters.writing.breaking import FIRM_HYPHEN, well_broken
from followup_letters.writing.docx_languages import added, handed_down, spoken
from followup_letters.writing.docx_package import add_file, constant_package, style_id
from followup_letters.writing.docx_pictures import drawn, mark, pictures_in
from followup_letters.writing.docx_places import framed, headers
from followup_letters.writing.layouts import Layout, layout_of
from followup_letters.writing.running import PAGE_NUMBER

STYLE_OF_CLASS = {
    "name": "Sender Name",
    "date": "Date",
    "inside-address": "Inside Address",
    "reference": "Reference Line",
    "subject": "Subject Line",
    "salutation": "Salutation",
    "matches": "Matches",
    "closing": "Closing",
    "signature-image": "Signature Image",
    "signed": "Signed Name",
    "signature": "Signature",
    "enclosures": "Enclosures",
    "cc": "Copies",
    "private": "Private Line",
    "card-head": "Card Head",
    "note": "Side Note",
    "fill-1": "Fill One",
    "fill-2": "Fill Two",
    "fill-3": "Fill Three",
    "next": "Next Step",
}
"""The Word style of each part of a letter or a call sheet, by the class of its HTML."""

_CHARACTER_STYLE_OF_CLASS = {"goal": "Card Goal", "label": "Fill Label", "blank": "Fill Rule"}

_STYLE_OF_TAG = {"h1": "heading 1", "h2": "heading 2", "hr": "Rule", "th": "Table Heading", "td": "Table Text"}
_LONGEST_TITLE = 255  # characters; Word calls a file with a longer title damaged

_CORE = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>\
<dc:language>{language}</dc:language></cp:coreProperties>"""

_DOCUMENT = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{words}{page}</w:body>\
</w:document>"""


def write(page: Page) -> bytes:
    """`page` as a Word document."""
    numbered = sum(element.tag == "ol" for element in page.root.walk())
    layout = layout_of(page)
    outside = headers(page, layout, _paragraph)
    pictures = pictures_in(page.root, layout)
    prepared = constant_package(layout, page.language, numbered, tuple(outside), tuple(pictures))
    file = BytesIO()
    file.write(prepared.content)
    with ZipFile(file, "a") as package:
        add_file(package, "docProps/core.xml", _properties(page))
        for kind, header in outside.items():
            add_file(package, f"word/header-{kind}.xml", header)
        for name, picture in pictures.items():
            add_file(package, f"word/media/{name}.png", picture.content)
        words = drawn(_words_of(page, layout), pictures, layout)
        add_file(package, "word/document.xml", _DOCUMENT.format(words=words, page=prepared.page_setup))
    return file.getvalue()


def _properties(page: Page) -> str:
    title, author = escape(page.title[:_LONGEST_TITLE]), escape(page.author[:_LONGEST_TITLE])
    return _CORE.format(title=title, author=author, language=escape(page.language))


def _words_of(page: Page, layout: Layout) -> str:
    root = handed_down(well_broken(page.root, layout))
    words = framed("".join(_Walk().block(root, "Body Text")), layout)
    if words.endswith("</w:tbl>"):
        words += "<w:p/>"  # Word calls a document damaged that ends with a table
    return words


class _Walk:
    """One walk over a document; it counts the numbered lists, because each begins at 1."""

    def __init__(self) -> None:
        self._list_number = count(2)  # 1 is the list of bullets, see numbering.xml

    def block(self, element: Element, style: str, *, keep: bool = False) -> Iterator[str]:
        """The paragraphs and tables of one block, in `style` unless its class or tag has its own."""
        style = _style(element, style)
        if element.tag in {"ul", "ol"}:
            yield from self._list(element, keep=keep)
        elif element.tag == "table":
            yield self._table(element)
        elif holds_blocks(element):
            yield from self._inner(element, style)
        elif not is_blank(element):
            yield _paragraph(element, style, keep=keep)

    def _inner(self, element: Element, style: str) -> Iterator[str]:
        """The blocks in a block. The last of a letter's body stays with the closing, what leads to a list with it."""
        inner = blocks(element)
        for child, following in zip_longest(inner, inner[1:]):
            keep = "body" in element.classes and (following is None or following.tag in {"ul", "ol"})
            if "contact" in child.classes:
                yield from self.block(child, "Sender Contact" if "sender" in element.classes else "Signature Contact")
            else:
                yield from self.block(child, style, keep=keep)

    def _list(self, element: Element, *, keep: bool) -> Iterator[str]:
        style = _style(element, "List Bullet" if element.tag == "ul" else "List Number")
        number = next(self._list_number) if element.tag == "ol" else None
        items = [item for item in blocks(element) if not is_blank(item)]
        for item in items:
            first, *rest = blocks(item) if holds_blocks(item) else [item]
            yield _paragraph(first, style, keep=keep and item is items[-1] and not rest, number=number)
            for block in rest:
                yield from self.block(block, "Body Text")

    def _table(self, element: Element) -> str:
        rows = [blocks(row) for row in blocks(element)]
        columns = max(map(len, rows), default=0)
        grid = "<w:gridCol/>" * columns
        written = "".join(self._row(row) for row in rows)
        return (
            '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
            '<w:right w:w="160" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl>"
        )

    def _row(self, cells: list[Element]) -> str:
        heading = "<w:trPr><w:tblHeader/></w:trPr>" if cells and all(cell.tag == "th" for cell in cells) else ""
        # A cell without a paragraph is a file that Word calls damaged.
        written = ("".join(self.block(cell, _style(cell, ""))) or "<w:p/>" for cell in cells)
        return f"<w:tr>{heading}{''.join(f'<w:tc>{content}</w:tc>' for content in written)}</w:tr>"


def _style(element: Element, otherwise: str) -> str:
    """The style of a block: by its class, else by its tag."""
    for name in element.classes:
        if name in STYLE_OF_CLASS:
            return STYLE_OF_CLASS[name]
    return _STYLE_OF_TAG.get(element.tag, otherwise)


def _paragraph(element: Element, style: str, *, keep: bool = False, number: int | None = None) -> str:
    together = "<w:keepNext/>" if keep else ""
    numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    properties = f'<w:pPr><w:pStyle w:val="{style_id(style)}"/>{together}{numbered}</w:pPr>'
    return f"<w:p>{properties}{_runs(element, spoken(element, ''))}</w:p>"


# ------------------------------------------------------------------------------------------------- runs

_EMPHASIS = {"strong": "<w:b/><w:bCs/>", "em": "<w:i/><w:iCs/>"}
_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_LINE_ENDS_AND_TABS = re.compile("(\r\n|[\r\n\t])")

# Hebrew, Arabic and their neighbours, with the spaces between two such words.
_LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
_RIGHT_TO_LEFT = re.compile(f"([{_LETTERS}]+(?:[ \u00a0'’.-]+[{_LETTERS}]+)*)")


def _runs(element: Element, properties: str) -> str:
    """The runs of text in a block, with the properties that its inline elements give them."""
    return "".join(
        [
            _directed(child, properties) if isinstance(child, str) else _inline(child, properties)
            for child in element.children
        ]
    )


def _inline(element: Element, properties: str) -> str:
    """The runs of one inline element."""
    if element.tag == "br":
        return "<w:r><w:br/></w:r>"
    if element.tag == "img":
        return mark(element)
    if PAGE_NUMBER in element.classes:
        return '<w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    if "blank" in element.classes:  # a rule up to the paragraph's tab stop
        return f"<w:r><w:rPr>{_character_style(element)}</w:rPr><w:tab/></w:r>"
    if element.tag == "a" and "href" in element.attributes:
        return _link(element, properties)
    said = added(_character_style(element) + properties, _EMPHASIS.get(element.tag, ""))
    return _runs(element, spoken(element, said))


def _character_style(element: Element) -> str:
    named = (_CHARACTER_STYLE_OF_CLASS[name] for name in element.classes if name in _CHARACTER_STYLE_OF_CLASS)
    return next((f'<w:rStyle w:val="{style_id(name)}"/>' for name in named), "") if element.classes else ""


def _link(element: Element, properties: str) -> str:
    """A link as a field, which needs no entry outside the document's own XML."""
    target = element.attributes["href"].replace('"', "%22")
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">HYPERLINK "{escape(target)}"</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_runs(element, properties)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _directed(text: str, properties: str) -> str:
    """`text` as one run, or as several where words are written from right to left."""
    if text.isascii() or not _RIGHT_TO_LEFT.search(text):
        return _run(text, properties)
    pieces = enumerate(_RIGHT_TO_LEFT.split(text))
    return "".join(_run(piece, added(properties, "<w:rtl/>" * (place % 2))) for place, piece in pieces if piece)


def _run(text: str, properties: str) -> str:
    formatted = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    pieces = _LINE_ENDS_AND_TABS.split(text)
    words = "".join([_BREAKS.get(piece) or _words(piece) for piece in pieces if piece])
    return f"<w:r>{formatted}{words}</w:r>"


def _words(text: str) -> str:
    if text.startswith("\r"):
        return "<w:br/>"
    pieces = FIRM_HYPHEN.split(text) if "-" in text else [text]
    return "<w:noBreakHyphen/>".join(
        [f'<w:t xml:space="preserve">{escape(piece, quote=False)}</w:t>' for piece in pieces]
    )
