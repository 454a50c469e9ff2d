"""Findings that are measured on the finished PDF: its pages, its glyphs, the edges of its paper."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pypdf
import pytest
from pypdf.generic import NameObject, StreamObject

import followup_letters as fl
from checking.staging import interview, letter_saying
from followup_letters.checking import Findings, Severity, check, check_pdf
from followup_letters.checking.pdf_reading import read_pdf
from followup_letters.choices import FindingId
from followup_letters.markup import parse

pytest.importorskip("weasyprint", exc_type=OSError)

GLYPH = FindingId.MISSING_GLYPH
LINE = "The lanes at Joliet were on my mind, and so was the way in which they are run. "


def ids(found: Findings) -> set[FindingId]:
    return {finding.id for finding in found}


def changed(pdf: bytes, old: bytes, new: bytes) -> bytes:
    """`pdf` with every `old` in the content of its pages made `new`."""
    writer = pypdf.PdfWriter(io.BytesIO(pdf))
    for page in writer.pages:
        content = page.get_contents()
        assert content is not None
        stream = StreamObject()
        stream.set_data(re.sub(old, new, content.get_data()))
        page[NameObject("/Contents")] = writer._add_object(stream)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def letter() -> fl.Letter:
    return fl.compose(interview())[0]


@pytest.fixture(scope="module")
def pdf(letter: fl.Letter) -> bytes:
    return letter.render("pdf")


def test_a_letter_of_ours_has_nothing_wrong_with_its_file(letter: fl.Letter) -> None:
    printed = {FindingId.OVER_A_PAGE, FindingId.MISSING_GLYPH, FindingId.OFF_THE_PAGE}
    assert not ids(check(letter, formats=("pdf",))) & printed


def test_the_file_is_looked_at_only_when_asked(letter: fl.Letter) -> None:
    assert FindingId.OVER_A_PAGE not in ids(check(letter_saying(LINE * 80)))


def test_a_second_page_is_an_error() -> None:
    found = check(letter_saying(LINE * 45), formats=("pdf",)).errors
    assert "has 2 pages" in str(next(each for each in found if each.id is FindingId.OVER_A_PAGE))


def test_every_character_of_a_letter_is_read_with_its_place(letter: fl.Letter, pdf: bytes) -> None:
    printed = read_pdf(pdf)
    said = "".join(glyph.text for glyph in printed.glyphs)
    body = letter.page.root.part("body")
    assert body is not None
    assert re.sub(r"\s", "", body.text) in re.sub(r"\s", "", said)
    width, height = printed.sizes_pt[0]
    assert all(0 < glyph.left_pt <= glyph.right_pt < width and 0 < glyph.base_pt < height for glyph in printed.glyphs)
    assert not any(glyph.is_missing for glyph in printed.glyphs)


def test_a_character_that_no_font_has_is_named_and_nothing_is_raised() -> None:
    (finding,) = [each for each in check(letter_saying("The sign \u0378."), formats=("pdf",)) if each.id == GLYPH]
    assert finding.severity is Severity.ERROR
    assert "U+0378" in finding.message


def test_a_box_in_the_file_is_found_in_its_font(letter: fl.Letter, pdf: bytes) -> None:
    boxed = changed(pdf, rb"(?<=\[<)[0-9a-f]{4}", b"0000")
    (finding, *_) = [each for each in check_pdf(letter, boxed) if each.id is FindingId.MISSING_GLYPH]
    assert finding.where.part == "page 1"


def test_words_beyond_the_edge_of_the_paper_are_found(letter: fl.Letter, pdf: bytes) -> None:
    pushed = changed(pdf, rb"1 0 0 -1 \d+(?:\.\d+)? ", b"1 0 0 -1 700 ")
    (finding, *_) = [each for each in check_pdf(letter, pushed) if each.id is FindingId.OFF_THE_PAGE]
    assert re.search(r"runs \d+ mm over the edge", finding.message)


def test_what_the_interview_ignores_is_not_told_of_the_file_either(pdf: bytes) -> None:
    quiet = fl.compose(interview({"letter": {"ignore": ["off-the-page"]}}))[0]
    pushed = changed(pdf, rb"1 0 0 -1 \d+(?:\.\d+)? ", b"1 0 0 -1 700 ")
    found = check_pdf(quiet, pushed)
    assert FindingId.OFF_THE_PAGE not in ids(found)
    assert found.switched_off["off-the-page"] > 0


def test_a_letter_set_tighter_says_so(letter: fl.Letter) -> None:
    tight = replace(letter, page=replace(letter.page, step=2))
    assert FindingId.TIGHTENED in ids(check(tight))


def test_an_image_of_a_signature_does_not_trouble_the_reading(letter: fl.Letter) -> None:
    dot = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVO"
    dot += "RK5CYII="
    root = letter.page.root
    signed = parse(f'<section><p class="signature"><img src="{dot}" alt="signature"></p></section>', "test")
    page = replace(letter.page, root=replace(root, children=(*root.children, *signed.children)))
    assert read_pdf(replace(letter, page=page).render("pdf")).pages == 1
