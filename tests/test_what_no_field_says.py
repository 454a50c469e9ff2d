"""A letter offers, promises and remembers nothing that its notes do not bear out, whichever way it is said."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import followup_letters as fl

TEMPLATES = Path(__file__).parents[1] / "templates" / "en"
NAMES = ["Ann Ash", "Ben Bay", "Cal Cove", "Dee Dale", "Eli Elm", "Fay Fen", "Gil Glen"]


def letters_to(people: list[dict[str, Any]], how: str | None = "on site", **more: Any) -> list[fl.Letter]:
    """Letters of one set to `people`, each with a name of its own, so that many ways of a slot are seen."""
    data = {
        "candidate": {"name": "Maya Okafor", "phone": "(312) 555-0142"},
        "company": {"name": "Northwind"},
        "position": {"title": "Clerk"},
        "interview": {"date": "2026-11-19", "how": how},
        "people": [{"name": name, **each} for name, each in zip(NAMES, people, strict=False)],
    }
    return list(fl.compose(fl.load(data | more)))


def test_no_way_to_tell_a_promise_says_soon_for_the_promise_says_when() -> None:
    files = sorted(TEMPLATES.rglob("promised*.j2"))
    assert len(files) == 2
    for file in files:
        assert not re.search(r"\b(?:soon|shortly|at once|presently)\b", file.read_text("utf-8")), file


def test_references_and_dates_are_offered_only_to_those_who_would_like_them() -> None:
    ways = [line for file in TEMPLATES.rglob("*.html.j2") for line in file.read_text("utf-8").splitlines()]
    offers = [way for way in ways if re.search(r"\b[Rr]eferences\b|\b[Dd]ates (?:and|or) ", way) and "{%" not in way]
    assert len(offers) >= 9
    for way in offers:
        assert re.search(r"\b(?:[Ii]f|Should)\b", way), way


@pytest.mark.parametrize("topic", ["the night rota", "the holiday dates", "the parking and the DBS form"])
def test_what_two_went_over_was_no_help_unless_the_notes_say_so(topic: str) -> None:
    people = [{"role": "panel", "talked_about": f"{topic} at {place}"} for place in ("York", "Hull", "Goole", "Leeds")]
    for letter in letters_to(people, outlook={"interested": False}):
        assert not re.search(r"\bhelp", letter.text)


@pytest.mark.parametrize("how", ["video", "phone", None])
@pytest.mark.parametrize("outlook", [{"interested": False}, {"interested": False, "withdraw": True}, {}])
def test_nobody_is_to_come_back_who_was_never_there(how: str | None, outlook: dict[str, bool]) -> None:
    people = [{"role": "panel", "talked_about": thing} for thing in ("the mobile van", "the key cupboard")] + [{}] * 5
    found = letters_to(people, how, outlook=outlook | {"told_not_strong": not outlook})
    assert len(found) == 7
    for letter in found:
        assert not re.search(r"come back and|the visit|come to see|saw and heard", letter.text), letter.text
        assert how is None or not re.search(r"sit down|to meet again", letter.text), letter.text


def test_a_thing_that_was_only_named_is_remembered_as_a_talk() -> None:
    topics = ["the mobile van", "the key cupboard", "the boiler", "the green folder", "the roof", "the yard"]
    found = letters_to(
        [{"role": "panel", "talked_about": each} for each in topics], "video", outlook={"interested": False}
    )
    for letter, topic in zip(found, topics, strict=True):
        assert re.search(rf"(?:about|thinking about|about|over) {topic}", letter.text), letter.text


def test_experience_is_announced_only_where_a_deed_follows() -> None:
    seen = 0
    for strength in ("Fluent in Polish", "Sold 40 vans a month"):
        candidate = {"name": "Maya Okafor", "strengths": [strength]}
        position = {"title": "Clerk", "responsibilities": ["Sell vans to Polish builders"]}
        for name in NAMES:
            person = {"name": name, "role": "hiring manager"}
            (letter,) = letters_to([person], candidate=candidate, position=position)
            seen += 1
            assert not re.search(r"experience of my own\. I am", letter.text)
    assert seen == 14
