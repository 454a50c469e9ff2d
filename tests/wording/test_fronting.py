"""A clause begins with its time, place or means only where that can be said of the deed alone."""

from __future__ import annotations

import pytest

from followup_letters.wording.bullets.fronting import fronted
from followup_letters.wording.bullets.saying import said_of


@pytest.mark.parametrize(
    ("bullet", "clause"),
    [
        ("Cut complaints from 19 to 6 in two years", "in two years I cut complaints from 19 to 6"),
        (
            "Brought the wait down by a third in a year and a half",
            "in a year and a half I brought the wait down by a third",
        ),
        ("Held margin at 43 percent for two years running", "for two years running I held margin at 43 percent"),
        (
            "Raised first-time fix to 88% by restocking the vans",
            "by restocking the vans I raised first-time fix to 88%",
        ),
        ("Managed a team of seven at Harlow", "at Harlow I managed a team of seven"),
        ("Edited 140 news features in 2025", "in 2025 I edited 140 news features"),
    ],
)
def test_an_end_that_says_when_where_or_how_comes_first(bullet: str, clause: str) -> None:
    said = said_of(bullet)
    assert said is not None
    assert fronted(said) == clause


@pytest.mark.parametrize(
    "bullet",
    [
        "Signed a lease for two years",
        "Mixed paint for two summers at a lumber yard",
        "Delivered bids in four working days",
        "Taught swimming to children over two years",
        "Cleared all the old cases over three years",
        "Bought 40 prints by living artists",
        "Took 30 calls at a time",
        "Cut beer loss at packaging from 8% to 3%",
        "Opened on Saturdays at no extra cost",
        "Bid 160 jobs and won 29 percent of them in a year",
        "Reduced receivables over 90 days",
        "Ran the parish magazine for over a year",
        "Put a nervous client at ease",
        "Opened the gym at five",
        "Won the catering contract for three years",
        "Managed a store opened in 2015",
        "Wrote a play about the miners in 1984",
        "Brought turnover from 64 percent in 2023 to 22 percent in 2025",
        "Signed contracts worth $4m over three years",
        "Wrote a guide used by nursing students",
        "Fluent in Spanish",
        "Cut waste by half",
    ],
)
def test_an_end_that_may_be_said_of_a_thing_or_of_several_deeds_stays(bullet: str) -> None:
    said = said_of(bullet)
    assert said is not None
    assert fronted(said) is None


@pytest.mark.parametrize(
    ("bullet", "clause"),
    [
        (
            "Trained eleven shift leads, four of whom now run sites",
            "of the eleven shift leads I trained, four now run sites",
        ),
        (
            "Mentored five early-career teachers, all of whom are still in the classroom",
            "of the five early-career teachers I mentored, all are still in the classroom",
        ),
        ("Trained 14 carpenters, 3 of whom run shops", "of the 14 carpenters I trained, 3 run shops"),
        ("Wrote 44 site reports, none of which came back", "of the 44 site reports I wrote, none came back"),
    ],
)
def test_what_became_of_some_of_so_many_comes_after_them(bullet: str, clause: str) -> None:
    said = said_of(bullet)
    assert said is not None
    assert fronted(said) == clause


@pytest.mark.parametrize(
    "bullet",
    [
        "Trained teaching assistants in eleven schools, all of whom stayed",
        "Trained 58 assistants in eleven schools, all of whom stayed",
        "Trained three commis who are now sous chefs",
        "Led three crews and ran two yards, both of which made money",
    ],
)
def test_of_what_is_not_plainly_counted_it_is_told_as_it_was_noted(bullet: str) -> None:
    said = said_of(bullet)
    assert said is not None
    assert fronted(said) is None


def test_a_place_with_a_time_behind_it_begins_no_sentence() -> None:
    said = said_of("Closed a $52 million campaign at the children's museum five months early")
    assert said is not None
    assert fronted(said) is None
