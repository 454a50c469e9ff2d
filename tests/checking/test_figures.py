"""Two lines that tell of one thing give the same number for it."""

from __future__ import annotations

import pytest

import followup_letters as fl
from checking.staging import interview
from followup_letters.checking import check
from followup_letters.choices import FindingId


@pytest.mark.parametrize(
    ("one", "other", "disagree"),
    [
        ("Settled hail claims in nine days", "Settled hail claims in eleven days", True),
        ("Cut scrap by 30 percent in a year", "Reduced scrap by 25 percent within one year", True),
        ("Cut scrap by 30 percent in a year", "Reduced scrap by 30% within one year", False),
        ("Led the SAP migration for 140 users", "Ran training for the SAP migration of 120 users", True),
        ("Supervised 12 welders", "Supervised twelve welders", False),
        ("Supervised 12 welders", "Supervised 20 welders", True),
        ("Ran 14 sites in Ohio", "Opened 3 sites in Ohio", False),
        ("Coached four first-year teachers", "Coached six second-year teachers", False),
        ("Grew deposits at two branches", "Opened three branches on Saturdays", False),
        ("Ran a line of 40 people", "Led 9 people on the night desk", False),
    ],
)
def test_figures_disagree_only_where_one_thing_is_told_twice(one: str, other: str, disagree: bool) -> None:
    noted = interview({"candidate": {"strengths": [one, other]}})
    found = [each for each in check(fl.compose(noted)) if each.id is FindingId.FIGURES_DISAGREE]
    assert bool(found) is disagree


def test_a_strength_does_not_disagree_with_its_own_clause() -> None:
    strength = {"text": "Supervised 12 welders", "clause": "I supervised 20 welders"}
    noted = interview({"candidate": {"strengths": [strength]}})
    assert FindingId.FIGURES_DISAGREE not in {each.id for each in check(fl.compose(noted))}
