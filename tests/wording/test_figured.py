"""A thing told with a figure can be pointed to; a change between two times was brought from one to the other."""

from __future__ import annotations

import pytest

from followup_letters.wording.bullets.saying import as_told


@pytest.mark.parametrize(
    ("bullet", "clause"),
    [
        ("monthly valuations, 31 in a row and never late", "monthly valuations, 31 in a row and never late"),
        ("Snowdrop walk, opened 2024, 5,100 visitors", "a snowdrop walk, opened 2024, 5,100 visitors"),
        ("losses under 4 % at the second winter", "losses under 4 % at the second winter"),
        ("Estimates within 4% on the last ten jobs", "estimates within 4% on the last ten jobs"),
        ("Recipe cards for all 14 of our articles", "recipe cards for all 14 of our articles"),
        ("Tech packs for two factories in Vietnam", "tech packs for two factories in Vietnam"),
        ("A staircase in oak, 31 treads, no visible fixing", "a staircase in oak, 31 treads, no visible fixing"),
    ],
)
def test_a_thing_with_a_figure_is_pointed_to(bullet: str, clause: str) -> None:
    assert as_told(bullet) == f"I can point to {clause}"


@pytest.mark.parametrize(
    "bullet",
    [
        "Help desk, two years",
        "slate, tile, lead, all three properly",
        "Practice educator, seven students all passed",
        "forklift, reach truck and cherry picker all current",
        "Level 3 food hygiene, 2024",
        "writing desk, 14 drawers",
        "night shift, 12 beds",
        "team of six, two of them now head pastry elsewhere",
        "Parking spaces for 40 coaches",
    ],
)
def test_nobody_points_at_people_spans_or_certificates(bullet: str) -> None:
    assert as_told(bullet) is None


@pytest.mark.parametrize(
    ("bullet", "clause"),
    [
        (
            "Desk turnover: 64 percent in 2023, 22 percent in 2025",
            "desk turnover from 64 percent in 2023 to 22 percent in 2025",
        ),
        ("Food cost: 34% when I arrived, 27.5% now", "the food cost from 34% when I arrived to 27.5% now"),
        (
            "Drying losses: 12 per cent in 2022, 5 per cent in 2025",
            "drying losses from 12 per cent in 2022 to 5 per cent in 2025",
        ),
        ("Efficiency 61% to 78% on the day shift", "efficiency up from 61% to 78% on the day shift"),
        ("Class 1 pack-out 84% from 71% in three seasons", "class 1 pack-out up from 71% to 84% in three seasons"),
        ("picks per hour 84 to 117", "picks per hour up from 84 to 117"),
        ("Agency hours: 210 a week then, 22 now", "agency hours from 210 a week then to 22 now"),
        ("Infections: seven in 2023, one so far this year", "infections from seven in 2023 to one so far this year"),
        ("Reopened claims down from 9 percent to 4", "reopened claims down from 9 percent to 4"),
    ],
)
def test_a_change_is_told_however_its_figures_stand(bullet: str, clause: str) -> None:
    assert as_told(bullet) == f"I brought {clause}"


@pytest.mark.parametrize("bullet", ["Ages 4 to 11", "Class sizes 20 to 30", "Teams 12 to 40", "Wages: 34 in 2023"])
def test_a_range_is_no_change(bullet: str) -> None:
    assert as_told(bullet) is None
