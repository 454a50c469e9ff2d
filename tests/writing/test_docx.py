"""A Word file that a person with Word can work in: named styles, no tricks, no traces of the tool that made it."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.shared import Mm, Pt

from followup_letters.errors import TemplateError
from followup_letters.markup import Page
from followup_letters.writing import render
from followup_letters.writing.layouts import layout

from .conftest import PAGES, letter_saying, page_of


def _sample(name: str) -> Page:
    path = next(path for path in PAGES if path.stem == name)
    return page_of(path.read_text("utf-8"), name)


def _xml(page: Page, part: str = "word/document.xml") -> str:
    return ZipFile(BytesIO(render(page, "docx"))).read(part).decode()


def test_every_part_of_a_letter_has_its_own_style() -> None:
    document = docx.Document(BytesIO(render(_sample("us-full"), "docx")))
    styles = list(dict.fromkeys(paragraph.style.name for paragraph in document.paragraphs))
    assert styles == [
        "Sender Name",
        "Sender Contact",
        "Date",
        "Inside Address",
        "Reference Line",
        "Salutation",
        "Body Text",
        "Matches",
        "Closing",
        "Signature",
        "Enclosures",
    ]


_WORDLESS = {"Rule", "Signature Image"}


def test_no_paragraph_is_blank_and_no_letter_uses_a_table(page: Page) -> None:
    document = docx.Document(BytesIO(render(page, "docx")))
    assert len(document.paragraphs) > 5
    assert [p for p in document.paragraphs if not p.text.strip() and p.style.name not in _WORDLESS] == []
    assert bool(document.tables) == (page.root.part("call-sheet") is not None)


def test_nothing_is_formatted_outside_the_styles_but_emphasis_and_direction(page: Page) -> None:
    allowed = {"w:rPr", "w:b", "w:bCs", "w:i", "w:iCs", "w:rtl"}
    runs = re.findall(r"<w:rPr>(.*?)</w:rPr>", _xml(page))
    assert {f"w:{tag}" for run in runs for tag in re.findall(r"<w:(\w+)", run)} <= allowed


def test_the_properties_name_title_author_and_language_and_no_tool() -> None:
    content = render(_sample("uk-full"), "docx")
    properties = docx.Document(BytesIO(content)).core_properties
    assert (properties.title, properties.author, properties.language) == (
        "Letter to Dr. Priya Raman",
        "Maya Okafor",
        "en-GB",
    )
    assert properties.created is None
    assert properties.comments == ""
    package = ZipFile(BytesIO(content))
    assert all(b"python-docx" not in package.read(name) for name in package.namelist())
    assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_page_is_the_layouts() -> None:
    section = docx.Document(BytesIO(render(_sample("uk-full"), "docx"))).sections[0]
    chosen = layout("uk", "a4")
    assert abs(section.page_width - Mm(210)) < Mm(0.1)
    assert abs(section.top_margin - Mm(chosen.margin_top_mm)) < Mm(0.1)
    assert abs(section.page_width - section.left_margin - section.right_margin - Mm(chosen.text_width_mm)) < Mm(0.1)


def test_the_styles_are_the_layouts() -> None:
    styles = docx.Document(BytesIO(render(_sample("us-full"), "docx"))).styles
    chosen = layout("us-block")
    assert styles["Body Text"].font.size == Pt(chosen.size_pt)
    assert styles["Date"].paragraph_format.space_before == Pt(chosen.above_date_pt)
    assert styles["Closing"].paragraph_format.keep_with_next is True


def test_the_list_is_a_real_list_in_its_style() -> None:
    document = docx.Document(BytesIO(render(_sample("us-full"), "docx")))
    assert document.styles["Matches"].element.xpath("./w:pPr/w:numPr/w:numId/@w:val") == ["1"]
    assert len([p for p in document.paragraphs if p.style.name == "Matches"]) == 2


def test_every_numbered_list_begins_at_one() -> None:
    page = page_of("<section><ol><li>a</li><li>b</li></ol><p>then</p><ol><li>c</li></ol></section>")
    assert re.findall(r'<w:numId w:val="(\d+)"/>', _xml(page)) == ["2", "2", "3"]
    assert _xml(page, "word/numbering.xml").count('<w:startOverride w:val="1"/>') == 2


def test_the_last_words_of_the_body_stay_with_the_closing() -> None:
    paragraphs = docx.Document(BytesIO(render(_sample("us-full"), "docx"))).paragraphs
    closing = next(i for i, p in enumerate(paragraphs) if p.style.name == "Closing")
    assert paragraphs[closing - 1].paragraph_format.keep_with_next is True
    assert paragraphs[closing - 2].paragraph_format.keep_with_next is None


@pytest.mark.parametrize("name", ["דוד לוי", "محمد علي", "דוד"])
def test_a_name_written_from_right_to_left_is_one_run_of_its_own(name: str) -> None:
    xml = _xml(letter_saying(f"Dr. {name}, Haifa"))
    assert f'<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">{name}</w:t></w:r>' in xml
    assert xml.count("<w:rtl/>") == 1


def test_line_ends_and_tabs_in_a_value_are_words_own() -> None:
    xml = _xml(letter_saying("one\r\ntwo\tthree"))
    assert 'one</w:t><w:br/><w:t xml:space="preserve">two</w:t><w:tab/>' in xml


def test_a_title_is_cut_at_the_length_that_word_takes() -> None:
    page = letter_saying("x")
    long = Page(page.root, "T" * 300, page.author, page.language, page.paper, page.layout)
    assert docx.Document(BytesIO(render(long, "docx"))).core_properties.title == "T" * 255


def test_an_image_that_is_none_is_refused_rather_than_left_out() -> None:
    page = page_of('<section><p class="signature"><img src="data:image/png;base64,AA==" alt="x">Maya</p></section>')
    with pytest.raises(TemplateError, match="image"):
        render(page, "docx")
