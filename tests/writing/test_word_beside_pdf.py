"""Word and PDF put every line at the same place: LibreOffice lays the Word file out, and the baselines are compared."""

from __future__ import annotations

import re

import pytest

from followup_letters.markup import Page
from followup_letters.writing import render
from followup_letters.writing.layouts import looser

from .conftest import PAGES, lengthened, sample
from .placing import Line, lines, needs_office, through_office

LAYOUTS = ("us-block", "us-modified-block", "uk", "din5008-b", "plain")
_NEAREST_MM = 1.0


def _pages() -> dict[str, Page]:
    """Every layout on both papers, every face, every step of the fit, a second page, and every sample letter."""
    pages = {path.stem: sample(path.stem) for path in PAGES if path.stem != "call-sheet"}  # tables differ
    for layout in LAYOUTS:
        for paper in ("letter", "a4"):
            pages[f"{layout}-{paper}"] = sample("us-full", layout=layout, paper=paper)
        pages[f"{layout}-long"] = lengthened(sample("us-full", layout=layout), 30)
        pages[f"{layout}-signed"] = sample("us-signed", layout=layout)
        pages[f"{layout}-hard"] = sample("us-hard", layout=layout)
    for face in ("EB Garamond", "Lato"):
        pages[face] = sample("us-full", layout="uk", paper="a4", face=face)
    for step in range(-len(looser()), 0):
        pages[f"looser-{-step}"] = sample("us-signed", step=step)
        pages[f"looser-{-step}-uk"] = sample("us-short", step=step, layout="uk", paper="a4")
        pages[f"looser-{-step}-din"] = sample("us-short", step=step, layout="din5008-b", paper="a4")
    for step in range(1, 6):
        pages[f"step-{step}"] = lengthened(sample("us-full", step=step), step * 2)
    return pages


def _letters(line: Line) -> str:
    return re.sub(r"\W", "", line.words)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[list[Line], list[Line]]]:
    """The lines of every page, in our PDF and in the Word file as LibreOffice sets it."""
    pages = _pages()
    words = through_office(
        {name: render(page, "docx") for name, page in pages.items()}, tmp_path_factory.mktemp("office")
    )
    return {name: (lines(render(page, "pdf")), lines(words[name])) for name, page in pages.items()}


@needs_office
def test_lines_hold_the_same_words_and_stand_at_the_same_place(
    written: dict[str, tuple[list[Line], list[Line]]],
) -> None:
    compared, apart = 0, []
    for name, (ours, words) in written.items():
        assert [_letters(line) for line in ours] == [_letters(line) for line in words], name
        for line, its in zip(ours, words, strict=True):
            distance = max(abs(line.left_mm - its.left_mm), abs(line.baseline_mm - its.baseline_mm))
            if line.page != its.page or distance > _NEAREST_MM:
                apart.append((name, line, its))
            compared += 1
    assert compared > 700
    assert apart == []
