"""What a letter prints of a place and of a name as it was noted: a place without its "in", a note within a name."""

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


@pytest.mark.parametrize("note", ["(HR)", "[HR]", "(HR", "\uff08HR\uff09", "\uff08HR", "\u3010HR\u3011"])
def test_a_note_within_a_name_is_told_however_its_brackets_are(note: str) -> None:
    (message,) = _told("people[0].name", f"Dr. Priya Raman {note}", "name-aside")
    assert f"“{note}”" in message
