"""A letter on a letterhead is measured on it: what is said to be one page is one page, as LibreOffice sets it."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from docx import Document
from docx.shared import Mm, Pt

import followup_letters as fl
from writing.placing import needs_office, through_office

from .making import changed, letterhead

SCRIPT = Path(sys.executable).parent / "render-letter"
EXAMPLES = Path(__file__).parents[2] / "examples"
SHEETS = [(32, 48, 12.0), (45, 60, 12.0), (55, 70, 13.0), (60, 90, 14.0), (25, 30, 11.0)]
"""Margins at the sides and at the top in mm, and the size of the text in pt."""


def _sheet(side_mm: float, top_mm: float, size_pt: float) -> bytes:
    document = Document(BytesIO(letterhead()))
    section = document.sections[0]
    section.left_margin = section.right_margin = Mm(side_mm)
    section.top_margin = Mm(top_mm)
    document.styles["Normal"].font.size = Pt(size_pt)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _letter(content: bytes, folder: Path) -> fl.Letter:
    (folder / "mine.docx").write_bytes(content)
    return fl.compose(fl.load(EXAMPLES / "hospital-pharmacist.yaml"), letterhead=folder / "mine.docx")[0]


@needs_office
def test_no_letter_takes_more_pages_than_was_said(tmp_path: Path) -> None:
    letters = {str(number): _letter(_sheet(*sheet), tmp_path) for number, sheet in enumerate(SHEETS)}
    made = through_office({name: letter.render("docx") for name, letter in letters.items()}, tmp_path)
    taken = {name: len(pypdf.PdfReader(BytesIO(content)).pages) for name, content in made.items()}
    assert all(taken[name] <= letter.pages for name, letter in letters.items())
    assert {letter.pages for letter in letters.values()} >= {1, 2}  # told as longer than it is, at most
    assert taken["0"] == taken["4"] == letters["0"].pages == letters["4"].pages == 1


def test_a_letter_that_runs_over_on_its_letterhead_is_told(tmp_path: Path) -> None:
    (tmp_path / "mine.docx").write_bytes(_sheet(60, 90, 14.0))
    command = [SCRIPT, EXAMPLES / "hospital-pharmacist.yaml", "--letterhead", "mine.docx"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "runs to a second page" in done.stderr


@needs_office
def test_the_lines_of_a_header_are_as_high_as_their_styles_make_them(tmp_path: Path) -> None:
    """The usual Word file has space below each paragraph, said neither by the paragraph nor by its style."""
    letters = {str(number): _letter(_with_lines_in_the_header(number), tmp_path) for number in (1, 6, 9, 11, 14)}
    made = through_office({name: letter.render("docx") for name, letter in letters.items()}, tmp_path)
    taken = {name: len(pypdf.PdfReader(BytesIO(content)).pages) for name, content in made.items()}
    assert all(taken[name] <= letter.pages for name, letter in letters.items())
    assert taken["1"] == letters["1"].pages == 1
    assert taken["14"] == 2


def _with_lines_in_the_header(count: int) -> bytes:
    document = Document()
    for number in range(count):
        document.sections[0].header.add_paragraph(f"line {number}, of a letterhead with many")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_tall_header_takes_room(tmp_path: Path) -> None:
    tall = Document(BytesIO(letterhead()))
    for _ in range(30):
        tall.sections[0].header.add_paragraph("Okafor & Daughters")
    file = BytesIO()
    tall.save(file)
    assert _letter(letterhead(), tmp_path).pages == 1 < _letter(file.getvalue(), tmp_path).pages


@pytest.mark.parametrize("size", ["", "-240", "nonsense", "99999999999999", "0"])
def test_numbers_that_are_none_stop_nothing(size: str, tmp_path: Path) -> None:
    odd = changed(
        letterhead(),
        document=lambda xml: xml.replace('w:top="', f'w:top="{size}" w:was="', 1),
        styles=lambda xml: xml.replace('<w:sz w:val="', f'<w:sz w:val="{size}" w:was="'),
    )
    letter = _letter(odd, tmp_path)
    assert letter.pages >= 1
    assert letter.render("docx")


@pytest.mark.parametrize("size", ["0", "-4", "11pt", "2.5", "", "99999999", "9" * 400])
def test_a_size_of_type_in_the_header_that_is_none_counts_as_the_usual_one(size: str, tmp_path: Path) -> None:
    def pages(said: str, lines: int) -> int:
        line = f'<w:p><w:r><w:rPr><w:sz w:val="{said}"/></w:rPr><w:t>Okafor</w:t></w:r></w:p>'
        header = changed(letterhead(), header=lambda xml: xml.replace("</w:hdr>", f"{line * lines}</w:hdr>"))
        return _letter(header, tmp_path).pages

    assert pages(size, 1) == pages("24", 1) == 1
    assert pages(size, 30) == pages("24", 30) > 1
