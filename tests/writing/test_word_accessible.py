"""What Word's accessibility checker reads from a file, read here by python-docx and lxml: every golden case and layout.

Title and language; a text for every picture; no table or text box for layout; no blank paragraph for a space; lists
that are lists; headings that are headings; grey that can still be read; no line kept together by spaces or tabs.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn

import followup_letters as fl

GOLDEN = sorted((Path(__file__).parents[1] / "golden").glob("*/interview.yaml"))
LAYOUTS = ("us-block", "us-modified-block", "uk", "din5008-b", "plain")
ON_LETTERHEAD = "on a letterhead"
LETTERHEAD = Path(__file__).parents[2] / "examples" / "house-style" / "letterhead.docx"
_LEAST_CONTRAST = 4.5  # of text against paper: WCAG 2, AA


@cache
def _opened(case: Path, layout: str) -> tuple[tuple[fl.Letter, Opened], ...]:
    interview = fl.load(case)
    chosen = None if layout == ON_LETTERHEAD else layout
    looks = interview.with_(letter=interview.letter.with_(layout=chosen))
    letters = fl.compose(looks, letterhead=None if chosen else LETTERHEAD)
    return tuple((letter, Document(BytesIO(letter.render("docx")))) for letter in letters)


@pytest.fixture(params=[*LAYOUTS, ON_LETTERHEAD])
def files(request: pytest.FixtureRequest) -> list[tuple[fl.Letter, Opened]]:
    found = [file for case in GOLDEN for file in _opened(case, request.param)]
    assert len(found) > len(GOLDEN) > 40
    return found


Files = list[tuple[fl.Letter, Opened]]


def _parts(file: Opened) -> Iterator[Any]:
    """The body, and every header and footer."""
    yield file.element.body
    for relation in file.part.rels.values():
        if relation.reltype.endswith(("/header", "/footer")):
            yield relation.target_part.element


def test_title_author_and_language_are_set(files: Files) -> None:
    for letter, file in files:
        assert file.core_properties.title.strip()
        assert letter.recipient.name in file.core_properties.title
        assert file.core_properties.author == letter.interview.candidate.name
        language = letter.interview.letter.language.value
        assert file.core_properties.language == language
        assert file.styles.element.xpath("w:docDefaults//w:lang/@w:val") == [language]


def test_every_picture_has_a_text(files: Files) -> None:
    drawings = [each for _, file in files for part in _parts(file) for each in part.iter("{*}drawing", "{*}pict")]
    on_letterhead = [letter for letter, _ in files if letter.page.letterhead]
    assert len(drawings) >= len(on_letterhead)
    for drawing in drawings:
        told = [each.get("descr") for each in drawing.iter("{*}docPr")]
        assert told
        assert all(told)


def test_nothing_is_laid_out_by_tables_text_boxes_or_columns(files: Files) -> None:
    for _, file in files:
        for part in _parts(file):
            for name in ("tbl", "txbxContent", "textbox"):
                assert not [*part.iter(f"{{*}}{name}")]
            assert {"1"}.issuperset(part.xpath(".//w:cols/@w:num"))


def test_no_paragraph_is_blank_for_a_space(files: Files) -> None:
    for letter, file in files:
        paragraphs = [each for part in _parts(file) for each in part.iter("{*}p") if each.find(".//{*}drawing") is None]
        blank = [each for each in paragraphs if not "".join(each.itertext()).strip()]
        styles = {style for each in blank for style in each.xpath("w:pPr/w:pStyle/@w:val")}
        # In the window layout alone, in its header: the marks to fold at, and the height of the letterhead.
        assert styles <= ({"FoldMark", "AboveSubject"} if letter.page.layout == "din5008-b" else set())


def test_no_space_is_made_by_spaces_tabs_or_line_ends(files: Files) -> None:
    for letter, file in files:
        typed = letter.page.root.text
        for paragraph in file.paragraphs:
            assert "   " not in paragraph.text or "   " in typed
            assert "\t" not in paragraph.text or "\t" in typed
            assert not paragraph.text.startswith("\n")
            assert not paragraph.text.endswith("\n")


def test_lists_are_lists(files: Files) -> None:
    seen = 0
    for letter, file in files:
        items = [element for element in letter.page.root.walk() if element.tag == "li"]
        listed = [each for each in file.paragraphs if each.style.element.xpath("w:pPr/w:numPr")]
        assert len(listed) == len(items)
        seen += len(listed)
        typed = tuple(element.text.strip() for element in letter.page.root.walk() if "data-from" in element.attributes)
        for paragraph in file.paragraphs:
            faked = paragraph.text.lstrip().startswith(("•", "- ", "* ", "– "))
            assert not faked or paragraph.text.strip().startswith(typed)
    assert seen > 0


def test_no_heading_is_faked(files: Files) -> None:
    """A paragraph all bold or all capitals that is not the sender's name would be a heading to the eye alone."""
    for _, file in files:
        for paragraph in file.paragraphs:
            is_bold = [run for run in paragraph.runs if run.text.strip() and run.bold]
            assert len(is_bold) < len(paragraph.runs) or not is_bold
            bold_style = paragraph.style.font.bold
            assert not bold_style or paragraph.style.name in {"Subject Line", "Reference Line"}
        assert not [*file.element.body.iter("{*}outlineLvl")]


def test_every_colour_can_be_read_on_white(files: Files) -> None:
    colours: set[str] = set()
    for _, file in files:
        used = {each.style.style_id for each in file.paragraphs} | {"Header"}
        for style in file.styles.element:
            if style.get(qn("w:styleId")) in used:
                colours.update(style.xpath("w:rPr/w:color/@w:val"))
        colours.update(colour for part in _parts(file) for colour in part.xpath(".//w:rPr/w:color/@w:val"))
    assert all(_contrast(colour) >= _LEAST_CONTRAST for colour in colours)
    assert colours or "plain" in {letter.page.layout for letter, _ in files}


def _contrast(colour: str) -> float:
    """The contrast of a colour with white paper, as WCAG 2 counts it."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


def test_the_words_are_read_in_their_order(files: Files) -> None:
    for letter, file in files:
        shown = " ".join("\n".join(paragraph.text for paragraph in file.paragraphs).split())
        at = 0
        for source in letter.sources:
            place = shown.find(" ".join(source.sentence.split()).replace("\u2011", "-"), at)
            assert place >= at
            at = place
