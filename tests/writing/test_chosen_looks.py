"""The looks that an interview file asks for are those of its letters; the words do not change with them."""

from __future__ import annotations

from typing import Any

import pytest

from followup_letters import compose, load
from followup_letters.documents import Letter
from followup_letters.errors import FollowupError

_STRENGTH = "Cut order-to-ship time from five days to 36 hours across three sites"


def _letters(*, people: int = 1, topic: str = "the scrap rate", **letter: object) -> list[Letter]:
    met: list[dict[str, Any]] = [{"name": "Priya Raman", "role": "hiring manager", "talked_about": topic}]
    met += [{"name": f"Ada {'BCDEF'[number]}olt", "role": "panel"} for number in range(people - 1)]
    address = ["1200 W Lake St", "Chicago, IL 60607"]
    interview = {
        "candidate": {"name": "Maya Okafor", "address": address, "phone": "312 555 0142", "strengths": [_STRENGTH]},
        "company": {"name": "Northwind Logistics, Inc.", "address": "400 W Superior St\nChicago, IL 60654"},
        "position": {"title": "Operations Manager", "responsibilities": ["Bring order-to-ship time under two days"]},
        "interview": {"date": "2026-11-18"},
        "people": met,
        "letter": letter,
    }
    return compose(load(interview))


@pytest.mark.parametrize(
    ("settings", "looks"),
    [
        ({}, ("us-block", "letter", "XCharter")),
        ({"language": "en-GB"}, ("uk", "a4", "XCharter")),
        ({"medium": "email"}, ("plain", "letter", "XCharter")),
        ({"layout": "US modified block", "face": "lato"}, ("us-modified-block", "letter", "Lato")),
        ({"layout": "din5008-b", "paper": "a4", "face": "EB Garamond"}, ("din5008-b", "a4", "EB Garamond")),
        ({"layout": "din5008-b"}, ("din5008-b", "a4", "XCharter")),
        ({"layout": "din5008-b", "paper": "letter"}, ("din5008-b", "letter", "XCharter")),
        ({"layout": "", "face": ""}, ("us-block", "letter", "XCharter")),
    ],
)
def test_layout_paper_and_face_are_those_asked_for(settings: dict[str, str], looks: tuple[str, str, str]) -> None:
    [letter] = _letters(**settings)
    assert (letter.page.layout, letter.page.paper, letter.page.face) == looks


@pytest.mark.parametrize(("field", "word"), [("layout", "baroque"), ("face", "Comic Sans")])
def test_looks_that_there_are_not_are_a_fault_with_its_place(field: str, word: str) -> None:
    with pytest.raises(FollowupError, match=field):
        _letters(**{field: word})


def test_the_words_are_the_same_in_every_layout() -> None:
    texts = {_letters(layout=name)[0].text for name in ("us-block", "us-modified-block", "uk", "din5008-b", "plain")}
    assert len(texts) == 1


def test_the_head_of_a_second_page_names_reader_date_and_page() -> None:
    [letter] = _letters()
    assert letter.page.running is not None
    head = letter.page.running.part("continuation")
    assert head is not None
    assert head.text == "Priya Raman · November 19, 2026 · Page\u00a0"
    back = letter.page.running.part("return-address")
    assert back is not None
    assert back.text == "Maya Okafor, 1200 W Lake St, Chicago, IL 60607"


def test_all_letters_of_a_set_are_tightened_like_the_longest() -> None:
    topic = "how the second shift learns from the first what it left behind on the line, " * 3 + "and who tells it"
    plan = "a plan of the {}th week, with the names of all who would have a part in it, there and in town"
    enclosed = [plan.format(number) for number in range(12)]
    letters = _letters(people=3, topic=topic, enclosures=enclosed, cc=[f"Person Number {n}" for n in range(6)])
    assert len(letters) == 3
    assert {letter.page.step for letter in letters} == {letters[0].page.step}
    assert letters[0].page.step > 0
    assert [letter.pages for letter in letters] == [1, 1, 1]
