"""A reason after the name of the company: the verb agrees, and nobody else is meant."""

from __future__ import annotations

import pytest

from followup_letters.wording.of_the_company import of_the_company


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("you let a caller finish a sentence", "which lets a caller finish a sentence"),
        ("you turn down a bar that will not clean its lines", "which turns down a bar that will not clean its lines"),
        ("you do your own glazing upstairs", "which does its own glazing upstairs"),
        ("you never sold the farm", "which never sold the farm"),
        ("you put “your place, you and us” on the door", "which puts “your place, you and us” on the door"),
        ("you don't sell by the pound", "which doesn't sell by the pound"),
        (
            "your supervisors run their own meeting and mend what they can",
            "whose supervisors run their own meeting and mend what they can",
        ),
    ],
)
def test_a_reason_follows_the_name_of_the_company(reason: str, said: str) -> None:
    assert of_the_company(reason) == said


@pytest.mark.parametrize(
    "reason",
    [
        "your fitters choose their own tools and the depot pays for them",  # two clauses
        "you read every letter and answer it",  # the second verb would have to change
        "you ask the milkers before you ask the computer",
        "you cut nobody in 2020",  # "cuts", or "cut"
        "you asked me back",
        "you still sweep the stage yourself before every first night",
        "your shop is ten minutes from my door",
        "technicians sign their own deviations",
        "you",
        "your kindness",
        "your",
        "your ",
        "you ",
    ],
)
def test_what_speaks_of_others_or_may_not_agree_does_not(reason: str) -> None:
    assert of_the_company(reason) is None
