"""A file that is plainly British and does not say which English is told that its letters are American."""

from __future__ import annotations

from typing import Any

import pytest

import followup_letters as fl
from checking.staging import interview
from followup_letters.checking import check
from followup_letters.choices import FindingId


def told(changes: dict[str, Any]) -> list[str | None]:
    found = check(fl.compose(interview(changes)))
    return [each.where.field for each in found if each.id is FindingId.LANGUAGE_UNSET]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"candidate": {"address": ["12 Mill Lane", "Leeds LS2 9JT"]}}, "candidate.address[1]"),
        ({"company": {"address": ["1 Threadneedle St", "London EC2R 8AH"]}}, "company.address[1]"),
        ({"candidate": {"phone": "07700 900142"}}, "candidate.phone"),
        ({"candidate": {"phone": "+44 20 7946 0142"}}, "candidate.phone"),
        ({"candidate": {"phone": "07700 900 142"}}, "candidate.phone"),
    ],
)
def test_what_is_british_is_told_once_where_no_language_is_given(changes: dict[str, Any], field: str) -> None:
    assert told(changes) == [field]
    for language in ("en-GB", "en-US"):
        assert not told(changes | {"letter": {"language": language}})


@pytest.mark.parametrize(
    "candidate",
    [
        {"address": ["9 King St W", "Toronto ON M5V 2T6"]},
        {"address": ["Damrak 1", "1012 LG Amsterdam"]},
        {"address": ["1200 W Lake St", "Chicago, IL 60607"]},
        {"phone": "(312) 555-0142"},
        {"phone": "+1 312 555 0142"},
        {"phone": "0170 1234567"},
    ],
)
def test_what_is_of_another_country_is_not_taken_for_british(candidate: dict[str, Any]) -> None:
    assert not told({"candidate": candidate})
