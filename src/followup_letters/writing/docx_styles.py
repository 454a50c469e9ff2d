"""The constant parts of a Word document: styles, page, fonts, made once for each layout, paper and language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from followup_letters.writing.layouts import PAPERS_MM, Layout, layout

if TYPE_CHECKING:
    from docx.document import Document

STYLE_OF_CLASS = {
    "name": "Sender Name",
    "contact": "Sender Contact",
    "date": "Date",
    "inside-address": "Inside Address",
    "reference": "Reference Line",
    "subject": "Subject Line",
    "salutation": "Salutation",
    "matches": "Matches",
    "closing": "Closing",
    "signature": "Signature",
    "enclosures": "Enclosures",
}
"""The Word style of each part of a letter, by the class of its HTML."""

_BUILT_IN = ("Normal", "Body Text", "List Bullet", "List Number", "Heading 1", "Heading 2", "Table Grid")
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PLACE_OF_WORDS = "⁂"
_ADDRESS_LINES = frozenset({"Inside Address", "Sender Contact"})


@dataclass(frozen=True)
class Parts:
    """A package without its words: the constant files, and the document's XML before and after the words."""

    constant: dict[str, str | bytes]
    around_the_words: tuple[str, str]


def style_id(name: str) -> str:
    """The identifier by which a paragraph names the style `name`."""
    return name.replace(" ", "")


@lru_cache(maxsize=32)
def prepared_parts(layout_name: str, paper: str, language: str) -> Parts:
    """The parts that all documents of one layout, paper and language share."""
    import docx

    document = docx.Document()
    _strip(document)
    _set_page(document, layout(layout_name), paper)
    _set_styles(document, layout(layout_name), language)
    document.add_paragraph(_PLACE_OF_WORDS, style="Body Text")
    file = BytesIO()
    document.save(file)
    with ZipFile(file) as package:
        files = {name: package.read(name) for name in package.namelist()}
    words = files.pop("word/document.xml").decode()
    del files["docProps/core.xml"]
    files["word/fontTable.xml"] = _font_table(layout(layout_name)).encode()
    start, _, rest = words.partition("<w:body>")
    _, _, end = rest.rpartition("<w:sectPr")
    return Parts({**files}, (start + "<w:body>", "<w:sectPr" + end))


def _strip(document: Document) -> None:
    """Take out of the stock package what a letter has no use for: its thumbnail, its custom XML, its styles."""
    for relations in (document.part.package.rels, document.part.rels):
        for identifier, relation in list(relations.items()):
            if relation.reltype.endswith(("/thumbnail", "/customXml")):
                del relations[identifier]
    for style in list(document.styles):
        if style.name not in _BUILT_IN and not style.element.get(_w("default")):
            style.delete()


def _set_page(document: Document, chosen: Layout, paper: str) -> None:
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = map(Mm, PAPERS_MM[paper])
    section.top_margin, section.bottom_margin = Mm(chosen.margin_top_mm), Mm(chosen.margin_bottom_mm)
    section.left_margin = section.right_margin = Mm(chosen.margin_side_mm(paper))


def _set_styles(document: Document, chosen: Layout, language: str) -> None:
    from docx.shared import Pt

    _set_normal(document, chosen, language)
    for name, size, above, keep in _styles(chosen):
        style = _style(document, name)
        style.font.size = Pt(size)
        paragraph = style.paragraph_format
        paragraph.space_before, paragraph.space_after = Pt(above), Pt(0)
        paragraph.line_spacing = Pt(round(size * (1.2 if name == "Sender Name" else chosen.leading), 1))
        _at_least(paragraph)
        paragraph.keep_with_next = keep
        paragraph.keep_together = name in _ADDRESS_LINES
    _style(document, "Subject Line").font.bold = True
    _number(document, "Matches", "List Bullet")
    if chosen.rule_below_sender:
        _rule(_style(document, "Sender Contact"), space_pt=7)
    _rule(_style(document, "Rule"), space_pt=1)


def _styles(chosen: Layout) -> Iterator[tuple[str, float, float, bool]]:
    """Name, size, space above and keep-with-next of every style of a letter."""
    body, small = chosen.size_pt, chosen.contact_size_pt
    yield "Sender Name", chosen.name_size_pt, 0, True
    yield "Sender Contact", small, 3, False
    yield "Date", body, chosen.above_date_pt, False
    yield "Inside Address", body, chosen.above_inside_address_pt, False
    yield "Reference Line", body, chosen.above_reference_pt, False
    yield "Subject Line", body, chosen.above_reference_pt, False
    yield "Salutation", body, chosen.above_salutation_pt, True
    yield "Body Text", body, chosen.between_paragraphs_pt, False
    yield "Matches", body, 3, False
    yield "List Bullet", body, 3, False
    yield "List Number", body, 3, False
    yield "Closing", body, chosen.above_closing_pt, True
    yield "Signature", body, chosen.space_to_sign_pt, False
    yield "Enclosures", small, chosen.above_enclosures_pt, False
    yield "Heading 1", chosen.name_size_pt, chosen.above_date_pt, True
    yield "Heading 2", body, chosen.above_closing_pt, True
    yield "Rule", small, chosen.between_paragraphs_pt, False


def _set_normal(document: Document, chosen: Layout, language: str) -> None:
    """Face and language of everything; widows and orphans of two lines."""
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    normal: Any = document.styles["Normal"]
    normal.font.size = Pt(chosen.size_pt)
    normal.paragraph_format.widow_control = True
    properties = normal.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(_w(script), chosen.word_face)
    spoken = OxmlElement("w:lang")
    spoken.set(_w("val"), language)
    properties.append(spoken)


def _font_table(chosen: Layout) -> str:
    """The one face of the document, and what to take where a machine does not have it."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:fonts xmlns:w="{_NAMESPACE}"><w:font w:name="{chosen.word_face}">'
        f'<w:altName w:val="{chosen.word_fallback}"/><w:family w:val="roman"/><w:pitch w:val="variable"/>'
        "</w:font></w:fonts>"
    )


def _style(document: Document, name: str) -> Any:
    """The paragraph style `name`, made if it is not there, in black, on Normal."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import RGBColor

    if name not in {style.name for style in document.styles}:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    style: Any = document.styles[name]
    style.hidden, style.quick_style = False, True
    style.font.color.rgb = RGBColor(0x11, 0x11, 0x11)
    for fonts in style.element.xpath("./w:rPr/w:rFonts"):
        fonts.getparent().remove(fonts)
    return style


def _at_least(paragraph: Any) -> None:
    from docx.enum.text import WD_LINE_SPACING

    paragraph.line_spacing_rule = WD_LINE_SPACING.AT_LEAST


def _number(document: Document, name: str, like: str) -> None:
    """Give the style `name` the bullets of the style `like`."""
    from copy import deepcopy

    properties = _style(document, name).element.get_or_add_pPr()
    for numbering in document.styles[like].element.xpath("./w:pPr/w:numPr"):
        properties.insert_element_before(
            deepcopy(numbering), "w:pBdr", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl"
        )


def _rule(style: Any, *, space_pt: int) -> None:
    """A thin line below the paragraphs of `style`."""
    from docx.oxml import OxmlElement

    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in {"val": "single", "sz": "4", "space": str(space_pt), "color": "888888"}.items():
        bottom.set(_w(name), value)
    borders.append(bottom)
    style.element.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl"
    )


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(f"w:{name}")
