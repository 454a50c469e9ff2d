"""A strength in brief: its first part, where that says what the whole would (R24)."""

from __future__ import annotations

import pytest

from followup_letters.wording.bullets.briefly import in_brief


@pytest.mark.parametrize(
    ("bullet", "brief"),
    [
        ("Repowered nine boats, 30 to 44 feet, and none came back", "Repowered nine boats"),
        ("Trained five technicians; before that it was me", "Trained five technicians"),
        ("Cut waits to four weeks (2023, all clinics)", "Cut waits to four weeks"),
        (
            "Rebuilt the loop on a 380,000-gallon exhibit, fish in the tank",
            "Rebuilt the loop on a 380,000-gallon exhibit",
        ),
        ("Opened two rooms in rural towns", "Opened two rooms in rural towns"),
    ],
)
def test_what_is_added_is_left_to_the_letter_that_tells_the_whole(bullet: str, brief: str) -> None:
    assert in_brief(bullet) == brief


@pytest.mark.parametrize(
    "bullet",
    [
        "Passed 16 night inspections, but only because the pumps were new",
        "Ran the ward for a month, until the sister came back",
        "Lost three cows of 200, it was eleven before",
        "Cut, sewed and fitted 40 suits",
        "Opened the mountain top to bottom a week early three seasons out of four",
    ],
)
def test_what_might_be_taken_back_or_is_long_is_not_told_in_brief(bullet: str) -> None:
    assert in_brief(bullet) is None
