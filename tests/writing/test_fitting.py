"""The fit is decided before anything is written; here its measure is held against the pages that are written."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from followup_letters.markup import Page
from followup_letters.writing import render
from followup_letters.writing.fitting import fit, pages
from followup_letters.writing.layouts import layout, layout_of, looser, steps
from letterheads.making import pictured

from .conftest import lengthened, letter_saying, sample
from .placing import lines, needs_office, through_office

_LAYOUTS = ("us-block", "us-modified-block", "uk", "din5008-b", "plain")
_LAST = steps() - 1


def _written(page: Page) -> int:
    return len(pypdf.PdfReader(BytesIO(render(page, "pdf"))).pages)


def _longest(page: Page) -> int:
    """How many more sentences `page` can take and still be one page by the measure."""
    return next(count for count in range(60) if pages(lengthened(page, count + 1)) > 1)


def test_a_letter_that_fills_its_page_is_not_touched() -> None:
    full = next(lengthened(sample("us-full"), count) for count in range(40) if not _is_loose(count))
    assert fit([sample("us-short"), full]) == 0


def _is_loose(count: int) -> bool:
    return fit([lengthened(sample("us-full"), count)]) < 0


@pytest.mark.parametrize("layout", _LAYOUTS)
def test_the_shorter_a_letter_the_looser_it_stands_and_more_white_is_below_than_above(layout: str) -> None:
    base = sample("us-short", layout=layout)
    found = [fit([lengthened(base, count)]) for count in range(30)]
    loose = [step for step in found if step < 0]
    assert loose == sorted(loose)
    assert len(set(loose)) > 1
    for count in range(0, len(loose), 4):
        page = replace(lengthened(base, count), step=found[count])
        placed = lines(render(page, "pdf"))
        height = layout_of(page).paper_height_mm
        assert {line.page for line in placed} == {0}
        assert height - placed[-1].baseline_mm > placed[0].baseline_mm


def test_letters_of_one_set_are_loosened_alike_as_far_as_the_longest_allows() -> None:
    short, longer = sample("us-short"), lengthened(sample("us-short"), 8)
    assert fit([short]) < fit([longer]) < 0
    assert fit([short, longer]) == fit([longer, short]) == fit([longer])


def test_looser_is_no_other_size_and_nothing_inside_the_body() -> None:
    assert len(looser()) > 1
    drawn = layout("us-block")
    for step in range(-len(looser()), 0):
        loose = layout("us-block", step=step)
        same = ("size_pt", "leading", "text_width_mm", "between_paragraphs_pt", "space_to_sign_pt", "above_closing_pt")
        assert all(getattr(loose, name) == getattr(drawn, name) for name in same)
        assert loose.margin_top_mm > drawn.margin_top_mm
        assert loose.above_date_pt > drawn.above_date_pt


def test_on_a_letterhead_it_is_loosened_only_as_far_as_that_has_room() -> None:
    page = sample("us-short")
    found = [fit([replace(page, letterhead=pictured(top_mm))]) for top_mm in range(40, 140, 10)]
    assert found == sorted(found)
    assert found[0] == fit([page]) < 0
    assert found[-1] > 0
    for top_mm, step in zip(range(40, 140, 10), found, strict=True):
        assert pages(replace(page, letterhead=pictured(top_mm), step=step)) == 1


@pytest.mark.parametrize("layout", _LAYOUTS)
@pytest.mark.parametrize("step", [0, 2, _LAST])
@pytest.mark.parametrize("name", ["us-short", "us-signed"])
def test_what_is_measured_as_one_page_is_one_page_up_to_the_last_line(layout: str, step: int, name: str) -> None:
    page = sample(name, layout=layout, step=step)
    longest = _longest(page)
    assert longest > 3
    for count in range(longest - 2, longest + 1):
        assert _written(lengthened(page, count)) == 1


@needs_office
def test_word_too_sets_on_one_page_what_is_measured_as_one(tmp_path: Path) -> None:
    full = {}
    for name in _LAYOUTS:
        for step, face in ((0, "XCharter"), (1, "Lato"), (3, "EB Garamond"), (_LAST, "XCharter")):
            for letter in ("us-short", "us-signed"):
                page = sample(letter, layout=name, step=step, face=face)
                full[f"{letter}-{name}-{step}"] = lengthened(page, _longest(page))
    words = through_office({key: render(page, "docx") for key, page in full.items()}, tmp_path)
    assert {key: len(pypdf.PdfReader(BytesIO(content)).pages) for key, content in words.items()} == dict.fromkeys(
        full, 1
    )


@pytest.mark.parametrize("face", ["XCharter", "EB Garamond", "Lato"])
@pytest.mark.parametrize("name", ["us-short", "us-signed"])
def test_the_measure_is_at_most_four_lines_too_careful(face: str, name: str) -> None:
    page = sample(name, face=face)
    longest = _longest(page)
    assert _written(lengthened(page, longest)) == 1
    assert _written(lengthened(page, longest + 4)) == 2


@needs_office
def test_names_in_other_scripts_take_no_more_room_than_measured(tmp_path: Path) -> None:
    full = {}
    for name, text in {"ja": "山田太郎 様 ", "lv": "Ģirts Ħal, ", "el": "Ελένη και Νίκος, "}.items():
        longest = next(count for count in range(20, 2000, 5) if pages(letter_saying(text * (count + 5))) > 1)
        full[name] = letter_saying(text * longest)
        assert _written(full[name]) == 1
    office = through_office({name: render(page, "docx") for name, page in full.items()}, tmp_path)
    assert [len(pypdf.PdfReader(BytesIO(content)).pages) for content in office.values()] == [1, 1, 1]


def test_pages_are_never_more_than_measured() -> None:
    measured = []
    for count in range(0, 120, 17):
        page = lengthened(sample("us-full"), count)
        measured.append(pages(page))
        assert _written(page) <= pages(page)
    assert measured[-1] >= 3


def test_a_letter_a_little_too_long_is_tightened_until_it_is_one_page() -> None:
    seen = set()
    for count in range(40):
        page = lengthened(sample("us-short"), count)
        step = fit([page])
        if pages(page) > 1 and step:
            seen.add(step)
            assert pages(replace(page, step=step)) == 1
            assert pages(replace(page, step=step - 1)) > 1
    assert seen == set(range(1, steps()))


def test_a_letter_much_too_long_keeps_its_size_and_says_how_many_pages_it_takes() -> None:
    page = lengthened(sample("us-short"), 45)
    assert fit([page]) == 0
    assert pages(page) == 2
    assert _written(page) == 2


def test_letters_of_one_set_are_all_tightened_alike_and_a_hopeless_one_has_no_say() -> None:
    base = sample("us-short")
    long = next(lengthened(base, count) for count in range(40) if fit([lengthened(base, count)]) == 2)
    assert fit([base, long, base]) == 2
    assert fit([base, lengthened(base, 60)]) == 0
    assert fit([]) == 0


def test_each_step_takes_less_room_and_stays_readable() -> None:
    for face in ("XCharter", "EB Garamond", "Lato"):
        drawn = [layout("us-block", "letter", face, step) for step in range(steps())]
        room = [one.line_pt + one.margin_top_mm + one.space_to_sign_pt for one in drawn]
        assert room == sorted(room, reverse=True)
        assert len(set(room)) == len(room)
        assert min(one.size_pt for one in drawn) >= 10.5
        assert min(one.leading for one in drawn) >= 1.25


def test_a_page_with_a_size_of_its_own_is_not_tightened() -> None:
    assert layout("call-sheet", step=_LAST) == layout("call-sheet")
