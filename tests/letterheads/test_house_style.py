"""The house style of examples/: its own words, looks and letterhead, rendered as its page says and looked through."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from docx import Document

import followup_letters as fl
from writing.placing import lines, needs_office, through_office

HOUSE = Path(__file__).parents[2] / "examples" / "house-style"
SCRIPT = Path(sys.executable).parent / "render-letter"


@pytest.fixture(scope="module")
def letters() -> list[fl.Letter]:
    return fl.compose(fl.load(HOUSE / "interview.yaml"), templates=HOUSE / "templates")


def test_it_is_rendered_by_the_command_that_its_page_gives(tmp_path: Path) -> None:
    command = [SCRIPT, "interview.yaml", "--templates", "templates", "-f", "docx,pdf", "-o", str(tmp_path)]
    assert " ".join(map(str, command[1:6])) in (HOUSE / "interview.yaml").read_text()
    done = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".docx", ".docx", ".pdf", ".pdf"]


def test_no_error_is_found_in_its_letters(letters: list[fl.Letter]) -> None:
    assert {finding.id for finding in fl.check(letters).grave} == {"name-unconfirmed"}


def test_its_words_are_its_own_for_personnel_and_ours_for_the_others(letters: list[fl.Letter]) -> None:
    ours = fl.compose(fl.load(HOUSE / "interview.yaml"))
    assert letters[1].text != ours[1].text
    assert "The day was arranged with care" in " ".join(letters[1].text.split())
    assert letters[0].text == ours[0].text


def test_its_looks_are_the_same_in_pdf_and_word(letters: list[fl.Letter]) -> None:
    pdf = pypdf.PdfReader(BytesIO(letters[0].render("pdf")))
    assert b"0.184314 0.290196 0.290196 rg" in pdf.pages[0].get_contents().get_data()
    without = fl.compose(fl.load(HOUSE / "interview.yaml"), templates=HOUSE / "templates", letterhead="")
    styles = Document(BytesIO(without[0].render("docx"))).styles
    assert str(styles["Sender Name"].font.color.rgb) == "2F4A4A"
    assert styles["Reference Line"].font.italic


def test_its_word_files_are_on_the_letterhead(letters: list[fl.Letter]) -> None:
    for letter in letters:
        found = Document(BytesIO(letter.render("docx")))
        header = found.sections[0].first_page_header
        assert header.paragraphs[0].text.strip() == "Ines Calder"
        assert [each.get("descr") for each in header._element.iter("{*}docPr")] == [
            "Monogram of Ines Calder: the letters I and C in a circle"
        ]
        assert found.paragraphs[0].style.name == "Date"
        assert letter.recipient.name in found.sections[0].header.paragraphs[0].text


@needs_office
def test_each_letter_is_one_page_with_header_words_and_footer_in_their_places(
    letters: list[fl.Letter], tmp_path: Path
) -> None:
    made = through_office({str(number): letter.render("docx") for number, letter in enumerate(letters)}, tmp_path)
    assert len(made) == 2
    for content in made.values():
        found = lines(content)
        assert {line.page for line in found} == {0}
        places = {line.words: line.baseline_mm for line in found}
        assert found[0].words.startswith("Ines Calder")
        assert 50 < places["November 12, 2026"] < 70
        assert found[-1].words.startswith("18 Tolman Place")
        assert found[-1].baseline_mm > 250
