"""A reason that speaks of pay, of the way to work or of the present employer is told; one about the reader is not."""

from __future__ import annotations

import pytest

import followup_letters as fl
from checking.staging import interview
from followup_letters.checking import check
from followup_letters.choices import FindingId


def told(reason: str) -> list[str | None]:
    found = check(fl.compose(interview({"outlook": {"interested": True, "reasons": [reason]}})))
    return [each.where.field for each in found if each.id is FindingId.OWN_GAIN]


@pytest.mark.parametrize(
    "reason",
    [
        "the pay is good",
        "you pay well",
        "my present boss is a bully",
        "I need a job closer to home",
        "the commute is short",
        "your salaries are fair",
        "I like the hours",
        "the hours suit me",
        "the hours match the school day",
        "I like that the hours are short",
        "I need a change",
        "it is close to my house",
        "my wife works there",
    ],
)
def test_what_the_writer_gains_is_told_with_its_line(reason: str) -> None:
    assert set(told(reason)) == {"outlook.reasons[0]"}


@pytest.mark.parametrize(
    "reason",
    [
        "you pay attention to handovers",
        "every grade at your place has a say in the rota",
        "you are near the port",
        "you answer in three hours",
        "you change the crews' hours only if they agree",
        "I could bring what I learned at my own bench",
        "the examiners may pay up to $25,000 without a second signature",
    ],
)
def test_what_is_about_the_reader_is_no_gain(reason: str) -> None:
    assert not told(reason)
