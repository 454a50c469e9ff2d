"""What becomes of a strength is told where it is not said as you would say it."""

from __future__ import annotations

import pytest

import followup_letters as fl
from checking.staging import FAULTLESS, interview
from followup_letters.checking import check
from followup_letters.choices import FindingId as Id


def told_of(strength: object) -> list[str]:
    candidate = FAULTLESS["candidate"] | {"strengths": [strength]}
    findings = check(fl.compose(interview({"candidate": candidate})))
    return [finding.message for finding in findings if finding.id is Id.UNPROVED_FORM]


@pytest.mark.parametrize(
    ("strength", "said"),
    [
        ("Warehouse merger, 140 users", "in no letter, for want of a sentence"),
        ({"text": "Warehouse merger, 140 users", "answers": ["Merge two warehouse systems"]}, "quoted as it stands"),
    ],
)
def test_what_makes_no_sentence_with_i_is_told_with_the_way_out(strength: object, said: str) -> None:
    (message,) = told_of(strength)
    assert said in message


@pytest.mark.parametrize(
    "strength",
    [
        "Merged two warehouse systems for 140 users",
        "Two warehouse systems merged by hand in a week",
        "Licensed electrician since 2014",
        {"text": "Warehouse merger", "clause": "I merged two warehouse systems"},
    ],
)
def test_what_makes_a_sentence_is_not(strength: object) -> None:
    assert told_of(strength) == []
