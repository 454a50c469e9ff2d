"""Letterheads made by a program that shares no code with ours, and broken on purpose."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.shared import Mm, Pt

from pictures.drawing import png

HEADER = "word/header1.xml"
DOCUMENT_RELATIONS = "word/_rels/document.xml.rels"


@cache  # a Word file holds the second in which it was made
def letterhead(header: str = "Okafor & Daughters", footer: str = "Chicago · Joliet") -> bytes:
    """A letterhead with margins, a size of text and a style of its own, and sample text that no letter should have."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.top_margin = Mm(32), Mm(48)
    section.header.paragraphs[0].text = header
    section.footer.paragraphs[0].text = footer
    document.styles["Normal"].font.name = "EB Garamond"
    document.styles["Normal"].font.size = Pt(12)
    document.styles.add_style("Reference Line", 1).font.italic = True
    document.add_paragraph("Sample text, to be written over")
    document.core_properties.author, document.core_properties.comments = "The designer", "third draft"
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def changed(content: bytes, **parts: str | bytes | Callable[[str], str] | None) -> bytes:
    """A Word file with parts replaced or added; a function is given the text of the part that is there."""
    renamed = {_NAMES.get(name, name): value for name, value in parts.items()}
    file = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            value = renamed.pop(name, old.read(name))
            if callable(value):
                before = old.read(name).decode()
                value = value(before)
                assert value != before
            if value is not None:
                new.writestr(name, value)
        for name, added in renamed.items():
            assert isinstance(added, str | bytes)
            new.writestr(name, added)
    return file.getvalue()


_NAMES = {
    "document": "word/document.xml",
    "relations": DOCUMENT_RELATIONS,
    "header": HEADER,
    "styles": "word/styles.xml",
    "settings": "word/settings.xml",
    "types": "[Content_Types].xml",
    "top": "_rels/.rels",
    "header_relations": "word/_rels/header1.xml.rels",
}


def relation(kind: str, target: str, *, outside: bool = True) -> Callable[[str], str]:
    """What adds a relation of `kind` to `target` to a part of relations."""
    mode = ' TargetMode="External"' if outside else ""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    added = f'<Relationship Id="rIdX" Type="{office}/{kind}" Target="{target}"{mode}/></Relationships>'
    return lambda xml: xml.replace("</Relationships>", added)


def relations(kind: str, target: str) -> str:
    """A part of relations with one alone."""
    empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    return relation(kind, target)(empty)


def first_paragraph(xml: str) -> Callable[[str], str]:
    """What puts `xml` before the end of the first paragraph of a part."""
    return lambda part: re.sub("</w:p>", lambda _: f"{xml}</w:p>", part, count=1)


def pictured(top_mm: float = 48, side_mm: float = 32, shows: str = "", text: str = "", header: str = "") -> bytes:
    """A letterhead with these margins, a picture in its `header` that is said to show `shows`, and `text` as text."""
    document = Document(BytesIO(letterhead(header) if header else letterhead()))
    document.paragraphs[0].text = text
    section = document.sections[0]
    section.top_margin, section.left_margin, section.right_margin = Mm(top_mm), Mm(side_mm), Mm(side_mm)
    run = section.header.paragraphs[0].add_run()
    run.add_picture(BytesIO(png()), width=Mm(20))
    (about,) = run._r.iter("{*}docPr")
    about.set("descr", shows)
    file = BytesIO()
    document.save(file)
    return file.getvalue()
