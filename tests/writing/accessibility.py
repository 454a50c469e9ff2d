"""What a reader who does not see the page would miss: read from a PDF by pypdf, from a Word file by python-docx.

For a PDF, the points of PDF/UA-1 that a program can judge; for a Word file, those of Word's own checker.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdf
from docx import Document
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, IndirectObject

_ROLES = set("/Document /Part /Sect /Div /P /H1 /H2 /L /LI /Lbl /LBody /Table /TR /TH /TD /THead /TBody".split())
_ROLES |= set("/Span /Link /Figure /NonStruct".split())
_SHOWING = {b"Tj", b"TJ", b"'", b'"', b"Do"}
_LEAST_CONTRAST = 4.5  # of text against paper: WCAG 2, AA


# --------------------------------------------------------------------------------------------------- PDF


def pdf_faults(content: bytes) -> set[str]:
    """What is wrong with a PDF, each in a few words; nothing if a screen reader is told all."""
    reader = pypdf.PdfReader(BytesIO(content))
    root = reader.root_object
    tree = root.get("/StructTreeRoot")
    found = {fault for fault, is_so in _of_the_file(reader, root).items() if is_so}
    found |= set(_of_pages(reader))
    return found | (set(_of_tree(reader, tree.get_object())) if tree else {"no structure"})


def _of_the_file(reader: pypdf.PdfReader, root: Any) -> dict[str, bool]:
    about = root.get("/Metadata")
    xmp = about.get_object().get_data().decode("utf-8", "replace") if about else ""
    return {
        "not marked as tagged": not _is_set(root, "/MarkInfo", "/Marked"),
        "no language": not root.get("/Lang"),
        "title not shown": not _is_set(root, "/ViewerPreferences", "/DisplayDocTitle"),
        "no title": not re.search(r"<dc:title>.*?[^\s<>/].*?</dc:title>", xmp, re.DOTALL)
        or not (reader.metadata and reader.metadata.title),
        "does not say PDF/UA": "pdfuaid:part" not in xmp,
    }


def _is_set(root: Any, table: str, key: str) -> bool:
    return bool(getattr(root.get(table, {}).get(key), "value", False))


def _of_pages(reader: pypdf.PdfReader) -> Iterator[str]:
    for page in reader.pages:
        if page.get("/Tabs") != "/S":
            yield "tab order"
        for font in page["/Resources"].get("/Font", {}).values():
            yield from _of_font(font.get_object())
        if -1 in set(_marks(page, reader)):
            yield "unmarked content"


def _of_font(font: Any) -> Iterator[str]:
    if "/ToUnicode" not in font:
        yield "font without characters"
    inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
    about = inner.get("/FontDescriptor", {})
    if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(about.get_object() if about else {}):
        yield "font not embedded"


def _of_tree(reader: pypdf.PdfReader, tree: Any) -> Iterator[str]:
    elements = list(_elements(tree))
    known = set(tree.get("/RoleMap", {})) | _ROLES
    if not elements or elements[0]["/S"] != "/Document":
        yield "no document in the structure"
    for element in elements:
        if element["/S"] not in known:
            yield "unknown role"
        if element["/S"] == "/Figure" and not str(element.get("/Alt", "")).strip():
            yield "picture without text"
        if element["/S"] == "/L" and {"/LI"} != {each["/S"] for each in _below(element)} - {"/Caption"}:
            yield "list without items"
    held = Counter(mark for element in elements for mark in _held(element))
    if max(held.values(), default=0) > 1:
        yield "content twice in the structure"
    shown = {(page.indirect_reference.idnum, mark) for page in reader.pages for mark in _marks(page, reader)}  # type: ignore[union-attr]
    if not shown:
        yield "nothing shown"
    if {each for each in shown if each[1] not in (None, -1)} - set(held):
        yield "content outside the structure"


def _below(node: Any) -> list[DictionaryObject]:
    kids = node.get("/K", [])
    kids = kids.get_object() if isinstance(kids, IndirectObject) else kids
    each = (kid.get_object() for kid in (kids if isinstance(kids, ArrayObject) else [kids]))
    return [kid for kid in each if isinstance(kid, DictionaryObject) and "/S" in kid]


def _elements(node: Any) -> Iterator[DictionaryObject]:
    for element in _below(node):
        yield element
        yield from _elements(element)


def _held(element: DictionaryObject) -> Iterator[tuple[int, int]]:
    """The marked pieces that an element holds itself: their page, and their number there."""
    kids = element.get("/K", [])
    kids = kids.get_object() if isinstance(kids, IndirectObject) else kids
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        found = kid.get_object() if isinstance(kid, IndirectObject) else kid
        if isinstance(found, DictionaryObject) and found.get("/Type") == "/MCR":
            yield found.raw_get("/Pg").idnum, int(found["/MCID"])
        elif isinstance(found, int):
            yield element.raw_get("/Pg").idnum, int(found)


def _marks(page: pypdf.PageObject, reader: pypdf.PdfReader) -> Iterator[int | None]:
    """For each text or picture that a page shows, the number of its mark: None in an artifact, -1 without one."""
    content = page["/Contents"].get_object()
    marks: list[int | None] = []
    for operands, operator in ContentStream(content, reader).operations:
        if operator in (b"BDC", b"BMC"):
            told = operands[1] if len(operands) > 1 else {}
            marks.append(None if operands[0] == "/Artifact" else told.get("/MCID", -1))
        elif operator == b"EMC":
            marks.pop()
        elif operator in _SHOWING:
            yield None if None in marks else next((mark for mark in reversed(marks) if mark != -1), -1)


# -------------------------------------------------------------------------------------------------- Word


def word_faults(content: bytes) -> set[str]:
    """What is wrong with a Word file, each in a few words; nothing if Word's accessibility checker is content."""
    file = Document(BytesIO(content))
    about, styles = file.core_properties, file.styles.element
    found = {
        "no title": not about.title.strip(),
        "no author": not about.author.strip() or about.author == "python-docx",
        "no language": not (about.language and styles.xpath("w:docDefaults//w:lang/@w:val")),
    }
    parts = [file.element.body]
    parts += [
        each.target_part.element for each in file.part.rels.values() if each.reltype.endswith(("header", "footer"))
    ]
    told = {fault for part in parts for fault in _of_part(part)}
    return {fault for fault, is_so in found.items() if is_so} | told | set(_of_paragraphs(file))


def _of_part(part: Any) -> Iterator[str]:
    for drawing in part.iter("{*}drawing", "{*}pict"):
        if not any((each.get("descr") or "").strip() for each in drawing.iter("{*}docPr")):
            yield "picture without text"
        if next(drawing.iterancestors("{*}r")) is not None and next(drawing.iter("{*}anchor"), None) is not None:
            yield "picture not in its line"
    if [*part.iter("{*}tbl")]:
        yield "table for layout"
    if [*part.iter("{*}txbxContent")]:
        yield "text box"
    for colour in part.xpath(".//w:rPr/w:color/@w:val"):
        if colour != "auto" and _contrast(colour) < _LEAST_CONTRAST:
            yield "too pale"


def _of_paragraphs(file: Any) -> Iterator[str]:
    used = set()
    for paragraph in file.paragraphs:
        used.add(paragraph.style.style_id)
        is_picture = next(paragraph._p.iter("{*}drawing"), None) is not None
        if not paragraph.text.strip() and not is_picture:
            yield "blank paragraph"
        if "   " in paragraph.text or "\t\t" in paragraph.text:
            yield "space made of spaces"
        if re.match(r"\s*([•*‣–-]|\d+[.)])\s", paragraph.text):
            yield "typed list"
        runs = [run for run in paragraph.runs if run.text.strip()]
        if runs and all(run.bold for run in runs) and not paragraph.style.name.lower().startswith("heading"):
            yield "faked heading"
    for style in file.styles.element:
        if style.get("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}styleId") in used:
            for colour in style.xpath("w:rPr/w:color/@w:val"):
                if colour != "auto" and _contrast(colour) < _LEAST_CONTRAST:
                    yield "too pale"


def _contrast(colour: str) -> float:
    """The contrast of a colour with white paper, as WCAG 2 counts it."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)
