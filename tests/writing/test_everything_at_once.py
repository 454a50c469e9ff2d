"""Signature, enclosures, copies and a letterhead together, with usual names and with the longest: in every layout."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

import followup_letters as fl
from followup_letters.pictures import checked
from followup_letters.writing.layouts import layout_of
from pictures.drawing import png, svg

from .placing import Line, lines, needs_office, needs_poppler, through_office, words

LAYOUTS = ("us-block", "us-modified-block", "uk", "din5008-b", "plain")
LETTERHEAD = Path(__file__).parents[2] / "examples" / "house-style" / "letterhead.docx"
SURNAME = "Wolfeschlegelsteinhausenbergerdorffverde"
FIRM = "Vereinigte Norddeutsche Lager- und Speditionsgesellschaften AG"
_NEAREST_MM = 2.0
_SAME_COLUMN_MM = 60.0  # where the date stands beside the address, it begins further to the right

USUAL: dict[str, Any] = {
    "candidate": {
        "name": "Maya Okafor",
        "email": "maya.okafor@example.com",
        "phone": "+1 312 555 0142",
        "address": ["1200 W Lake St, Apt 5", "Chicago, IL 60607"],
        "strengths": ["Cut order-to-ship time from five days to 36 hours across three sites"],
    },
    "company": {"name": "Northwind Logistics, Inc.", "address": ["400 W Superior St, Suite 900", "Chicago, IL 60654"]},
    "position": {
        "title": "Regional Operations Manager",
        "reference": "NW-2291",
        "responsibilities": ["Bring order-to-ship time under two days across three sites"],
    },
    "interview": {"date": "2026-11-18", "how": "on site"},
    "people": [
        {
            "name": "Dr. Priya Raman",
            "title": "Director of Operations",
            "role": "hiring manager",
            "courtesy_title": "Dr.",
            "family": "Raman",
            "talked_about": "the scrap rate on the Leipzig line",
        }
    ],
    "outlook": {"interested": True, "reasons": ["your supervisors run their own morning meeting"]},
}
LONGEST: dict[str, Any] = USUAL | {
    "candidate": USUAL["candidate"]
    | {
        "name": f"Maya {SURNAME}",
        "address": [
            "Apartment 1204, The Residences at Lakeshore Gardens, 120012 West Lake Street",
            "Chicago, IL 60607",
        ],
    },
    "company": {
        "name": FIRM,
        "address": [
            "Building 14, Northern Business Park and Logistics Centre, 40012 West Superior Avenue",
            "Chicago, IL 60654",
        ],
    },
    "people": [
        USUAL["people"][0]
        | {
            "name": f"Dr. Priya {SURNAME}",
            "family": SURNAME,
            "title": "Director of Operations for the Whole of the Midwest and of the Great Lakes Region",
        }
    ],
}
NAMES = {"usual": USUAL, "longest": LONGEST}


def _letter(names: str, layout: str, picture: bytes, letterhead: Path | None = None) -> fl.Letter:
    notes = NAMES[names]
    notes = notes | {"candidate": notes["candidate"] | {"signature": {"image": checked(picture).source}}}
    paper = "a4" if layout in {"uk", "din5008-b"} else "letter"
    looks = {"layout": layout, "paper": paper, "cc": ["Ana Ruiz", "Bo Lindqvist"]}
    looks["enclosures"] = ["list of references", "certificate of the EWM migration"]
    (letter,) = fl.compose(fl.load(notes | {"letter": looks}), letterhead=letterhead)
    return letter


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[fl.Letter, bytes, bytes, bytes]]:
    """By layout and names: the letter, our PDF, the Word file and the one on a letterhead as LibreOffice sets them."""
    letters, files = {}, {}
    for names in NAMES:
        for layout, picture in zip(LAYOUTS, (svg(), png(), svg(), svg(), png()), strict=True):
            case = f"{layout}-{names}"
            letters[case] = _letter(names, layout, picture)
            files[case] = letters[case].render("docx")
            files[f"{case}-headed"] = _letter(names, layout, picture, LETTERHEAD).render("docx")
    office = through_office(files, tmp_path_factory.mktemp("office"))
    assert len(letters) == 10
    return {
        case: (letter, letter.render("pdf"), office[case], office[f"{case}-headed"]) for case, letter in letters.items()
    }


Made = dict[str, tuple[fl.Letter, bytes, bytes, bytes]]


def _letters_of(line: Line) -> str:
    return re.sub(r"\W", "", line.words)


@needs_office
def test_word_and_pdf_agree_line_by_line(made: Made) -> None:
    for case, (_, pdf, word, _) in made.items():
        ours, its = lines(pdf), lines(word)
        assert [_letters_of(line) for line in ours] == [_letters_of(line) for line in its], case
        for line, other in zip(ours, its, strict=True):
            assert line.page == other.page == 0, case
            assert abs(line.left_mm - other.left_mm) < _NEAREST_MM, (case, line)
            assert abs(line.baseline_mm - other.baseline_mm) < _NEAREST_MM, (case, line)


@needs_office
@needs_poppler
def test_every_word_stands_between_the_margins(made: Made) -> None:
    seen = 0
    for case, (letter, pdf, word, headed) in made.items():
        layout = layout_of(letter.page)
        right = layout.paper_width_mm - layout.margin_right_mm
        for content in (pdf, word):
            for each in words(content):
                assert each.left_mm > layout.margin_left_mm - 0.5, (case, each)
                assert each.right_mm < right + 0.5, (case, each)
                seen += 1
        for each in words(headed):
            assert 20 < each.left_mm < each.right_mm < layout.paper_width_mm - 20, (case, each)
    assert seen > 2000


@needs_office
@needs_poppler
def test_no_name_is_split_where_a_line_can_hold_it(made: Made) -> None:
    for case, (letter, *files) in made.items():
        for content in files:
            found = {each.text for each in words(content)}
            set_lines = [line.words.replace("\xa0", " ") for line in lines(content)]
            if case.endswith("longest"):
                assert SURNAME in found, case
                assert f"{SURNAME}:" in found, case
            assert set_lines.count(letter.interview.candidate.name) >= 2, case  # the sender, and below the signature
            if case != "din5008-b-longest":  # no window is as wide as that name
                assert any(line.startswith(letter.recipient.name) for line in set_lines), case


@needs_office
def test_no_two_lines_touch(made: Made) -> None:
    for case, (_, *files) in made.items():
        for content in files:
            for one, other in combinations(lines(content), 2):
                if one.page != other.page or abs(one.left_mm - other.left_mm) > _SAME_COLUMN_MM:
                    continue
                assert abs(one.baseline_mm - other.baseline_mm) > 2.5, (case, one.words, other.words)


@needs_office
def test_on_a_letterhead_the_same_words_stand_in_the_same_order(made: Made) -> None:
    for case, (_, pdf, _, headed) in made.items():
        said = "".join(map(_letters_of, lines(pdf)))
        there = "".join(map(_letters_of, lines(headed)))
        for part in ("Sincerely", "Enclosureslistofreferencesand", "ccAnaRuizBoLindqvist"):
            assert said.count(part) == there.count(part) == 1, (case, part)
        places = [there.index(part) for part in ("Sincerely", "Enclosures", "ccAna")]
        assert places == sorted(places)


def test_an_address_ends_its_line_between_two_pieces() -> None:
    for layout in LAYOUTS:
        found = [line.words for line in lines(_letter("longest", layout, svg()).render("pdf"))]
        at = found.index("Chicago, IL 60607")
        assert found[at - 1].endswith("120012 West Lake Street,"), layout
