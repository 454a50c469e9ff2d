"""The layouts measured on the written page: margins, the places of the parts, type; DIN 5008 by its own numbers."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pypdf
import pytest
from docx import Document

from followup_letters.choices import Face, Layout
from followup_letters.errors import TemplateError
from followup_letters.writing import render
from followup_letters.writing.fonts import font_folder
from followup_letters.writing.layouts import PAPERS_MM, face, layout, steps

from .conftest import sample
from .placing import Line, lines, needs_poppler, words

_LAYOUTS = [each.value for each in Layout]
_FACES = [each.value for each in Face]
_PAPERS = ["letter", "a4"]
_NEAR_MM = 0.5


def _lines(name: str, **settings: str | int) -> list[Line]:
    return lines(render(sample(name, **settings), "pdf"))


def _line(found: list[Line], part: str) -> Line:
    return next(line for line in found if part in line.words.replace("\u00a0", " "))


def test_every_layout_and_face_of_the_interview_file_is_there() -> None:
    assert len(_LAYOUTS) == 5
    assert len(_FACES) == 3
    assert {layout(name).face.family for name in _LAYOUTS} == {"XCharter"}
    assert [face(name).family for name in _FACES] == _FACES


@pytest.mark.parametrize("name", _LAYOUTS)
@pytest.mark.parametrize("paper", _PAPERS)
def test_nothing_stands_outside_the_margins_however_long_a_name(name: str, paper: str) -> None:
    chosen = layout(name, paper)
    for page in ("us-full", "us-hard"):
        sheet = pypdf.PdfReader(BytesIO(render(sample(page, layout=name, paper=paper), "pdf"))).pages[0]
        assert (float(sheet.mediabox.width), float(sheet.mediabox.height)) == pytest.approx(
            [side * 72 / 25.4 for side in PAPERS_MM[paper]], abs=0.1
        )
        found = lines(render(sample(page, layout=name, paper=paper), "pdf"))
        assert len(found) > 20
        assert min(line.left_mm for line in found) == pytest.approx(chosen.margin_left_mm, abs=_NEAR_MM)
        assert max(line.baseline_mm for line in found) < PAPERS_MM[paper][1] - chosen.margin_bottom_mm


@needs_poppler
@pytest.mark.parametrize("name", _LAYOUTS)
@pytest.mark.parametrize("page", ["us-full", "us-hard", "us-long"])
def test_no_line_is_longer_than_the_measure(name: str, page: str) -> None:
    found = words(render(sample(page, layout=name), "pdf"))
    assert len(found) > 80
    assert max(word.right_mm for word in found) <= 215.9 - layout(name).margin_right_mm + 0.1


@needs_poppler
def test_in_the_modified_block_the_sender_stands_in_the_middle() -> None:
    first, last = words(render(sample("us-full", layout="us-modified-block"), "pdf"))[:2]
    assert (first.text, last.text) == ("Maya", "Okafor")
    assert (first.left_mm + last.right_mm) / 2 == pytest.approx(215.9 / 2, abs=_NEAR_MM)


@pytest.mark.parametrize("name", _LAYOUTS)
def test_the_measure_is_that_of_a_book(name: str) -> None:
    assert 130 <= layout(name).text_width_mm <= 140


@pytest.mark.parametrize("family", _FACES)
@pytest.mark.parametrize("step", range(steps()))
def test_a_full_line_has_sixty_to_ninety_characters(family: str, step: int) -> None:
    found = [line for line in _lines("us-long", face=family, step=step) if len(line.words) > 55]
    assert len(found) > 10
    assert sum(len(line.words) for line in found) / len(found) > 60
    assert max(len(line.words) for line in found) <= 92


@pytest.mark.parametrize("family", _FACES)
def test_the_leading_and_the_size_are_those_of_the_face(family: str) -> None:
    chosen = layout("us-block", "letter", family)
    text = _lines("us-long", face=family)
    steps_mm = {round(after.baseline_mm - before.baseline_mm, 1) for before, after in pairwise(text)}
    assert round(chosen.line_pt / 72 * 25.4, 1) in steps_mm
    assert 10.5 <= chosen.size_pt <= 12.5
    assert 1.3 <= chosen.leading <= 1.4


@pytest.mark.parametrize("family", _FACES)
def test_each_face_is_embedded_and_named_in_word_with_what_stands_in_for_it(family: str) -> None:
    page = sample("us-full", face=family)
    fonts = pypdf.PdfReader(BytesIO(render(page, "pdf"))).pages[0]["/Resources"]["/Font"].values()
    names = {str(font.get_object()["/BaseFont"]).replace("-", "") for font in fonts}
    assert names
    assert all(family.replace(" ", "") in name for name in names)
    table = ZipFile(BytesIO(render(page, "docx"))).read("word/fontTable.xml").decode()
    assert f'<w:font w:name="{family}"><w:altName w:val="{",".join(face(family).fallback)}"/>' in table


@pytest.mark.parametrize("family", _FACES)
def test_each_face_comes_with_a_licence_that_lets_it_be_embedded(family: str) -> None:
    texts = [path.read_text("utf-8") for path in Path(font_folder() / family).iterdir() if path.suffix in ("", ".txt")]
    assert any("SIL Open Font License" in text or "use, copy, modify, sublicense, sell" in text for text in texts)


def test_in_the_modified_block_date_and_close_begin_in_the_middle() -> None:
    found = _lines("us-full", layout="us-modified-block")
    for part in ("November 20, 2026", "Sincerely,"):
        assert _line(found, part).left_mm == pytest.approx(215.9 / 2, abs=_NEAR_MM)
    assert found[-2].words == "Maya Okafor"
    assert found[-2].left_mm == pytest.approx(215.9 / 2, abs=_NEAR_MM)


def test_a_long_name_in_the_modified_block_takes_date_and_close_with_it_to_the_left() -> None:
    found = _lines("us-hard", layout="us-modified-block")
    places = {_line(found, part).left_mm for part in ("November 20, 2026", "Sincerely,")} | {found[-1].left_mm}
    assert found[-1].words == "Aurelia Wolfeschlegelsteinhausenbergerdorffmann"
    assert max(places) - min(places) < 0.1
    assert max(places) < 100


@pytest.mark.parametrize("paper", _PAPERS)
def test_din_5008_b_stands_in_the_window_and_folds_at_its_marks(paper: str) -> None:
    found = [line for line in _lines("us-full", layout="din5008-b", paper=paper) if line.page == 0]
    address = [line for line in found if 62 < line.baseline_mm < 90 and line.left_mm < 30]
    assert [line.words.split("November")[0].strip() for line in address] == [
        "Dr. Priya Raman",
        "Director of Operations",
        "Northwind Logistics, Inc.",
        "400 W Superior St, Suite 900",
        "Chicago, IL 60654",
    ]
    assert {round(line.left_mm) for line in found} == {25, 27, 31}  # the text, the marks of a list, its items
    back = _line(found, "Maya Okafor, 1200 W Lake St")
    assert 50 < back.baseline_mm < 62.7  # the last line of the zone above the address
    assert found[0].baseline_mm < 45  # the letterhead
    assert _line(found, "Re: Regional").baseline_mm == pytest.approx(98.46 + 4.2, abs=1)


def test_din_5008_b_goes_on_below_an_address_too_long_for_its_window() -> None:
    found = _lines("us-hard", layout="din5008-b")
    below = [line.baseline_mm for line in found]
    assert min(after - before for before, after in pairwise(below)) > 2


def test_a_layout_or_face_that_there_is_not_is_refused() -> None:
    for name in ("baroque", "common", "steps"):
        with pytest.raises(TemplateError, match="no layout"):
            layout(name)
    with pytest.raises(TemplateError, match="no face 'Comic'"):
        layout("uk", "a4", "Comic")


@pytest.mark.parametrize("name", _LAYOUTS)
def test_what_a_letter_is_about_is_a_heading_where_no_word_says_so(name: str) -> None:
    page, is_heading = sample("us-full", layout=name), name in {"uk", "din5008-b"}
    assert bool(Document(BytesIO(render(page, "docx"))).styles["Reference Line"].font.bold) is is_heading
    assert (".sheet .subject, .sheet .reference { font-weight: bold; }" in render(page, "html").decode()) is is_heading
