"""What a letter prints of a place, a length and a name as it was noted: a place without its "in", a length in
shorthand, a note within a name."""

from __future__ import annotations

import pytest

import followup_letters as fl
from promises.stage import changed


def _told(path: str, value: str, id: str) -> list[str]:
    letters = fl.compose(fl.load(changed((path, value))))
    return [found.message for found in fl.check(letters) if found.id.value == id]


@pytest.mark.parametrize("place", ["Springfield", "zoom", "Teams", "Virtually"])
def test_a_place_that_the_letter_says_with_at_by_itself_is_told(place: str) -> None:
    assert any(f"“{place}” stands alone" in message for message in _told("interview.place", place, "place-bare"))


@pytest.mark.parametrize("place", ["in Springfield", "on Zoom", "upstairs", "your depot", "reception", "head office"])
def test_a_place_that_reads_well_is_not(place: str) -> None:
    assert not _told("interview.place", place, "place-bare")


@pytest.mark.parametrize(
    ("lasted", "way"),
    [
        ("2 hrs", "“2 hours”"),
        ("1h", "“an hour”"),
        ("1h30", "“an hour and 30 minutes”"),
        ("2 h 15 min.", "“2 hours and 15 minutes”"),
        ("45 mins", "“45 minutes”"),
        ("90 m", "“90 minutes”"),
        ("1.5 hrs", "“1.5 hours”"),
        ("about 45 min", "such as “an hour and a half”"),
        ("two hrs", "such as “an hour and a half”"),
        ("9:30 to 12", "such as “an hour and a half”"),
        ("from 10 am – noon", "such as “an hour and a half”"),
    ],
)
def test_a_length_in_shorthand_or_by_the_clock_is_told_as_a_letter_can_say_it(lasted: str, way: str) -> None:
    (message,) = _told("interview.lasted", lasted, "length-short")
    assert message.endswith(f"; write it as it follows “You gave me”, {way}")


@pytest.mark.parametrize(
    "lasted",
    """the better part of a morning; 45 minutes; just under an hour; two hours and a half; 1.5 hours; 2-3 hours; all of
    90 minutes; an hour, 10 minutes; 10 minutes more than planned; forty-five minutes; half a day; 3 mornings""".split(
        ";"
    ),
)
def test_a_length_that_reads_well_is_not(lasted: str) -> None:
    assert not _told("interview.lasted", " ".join(lasted.split()), "length-short")


@pytest.mark.parametrize("note", ["(HR)", "[HR]", "(HR", "\uff08HR\uff09", "\uff08HR", "\u3010HR\u3011"])
def test_a_note_within_a_name_is_told_however_its_brackets_are(note: str) -> None:
    (message,) = _told("people[0].name", f"Dr. Priya Raman {note}", "name-aside")
    assert f"“{note}”" in message
