"""A letter without an address, or with one that is not as it should be printed, is told before it is mailed."""

from __future__ import annotations

from email import message_from_bytes
from typing import Any

import pytest

import followup_letters as fl
from checking.staging import FAULTLESS, interview
from followup_letters.choices import FindingId

NOTES: dict[str, Any] = {
    "candidate": {"name": "Maya Okafor"},
    "company": {"name": "Northwind"},
    "position": {"title": "Planner"},
    "interview": {"date": "2026-11-18"},
    "people": [{"name": "Priya Raman"}, {"name": "Tom Baker", "email": "tom@example.com"}],
    "letter": {"medium": "email"},
}


def told(notes: dict[str, Any]) -> dict[str, str]:
    found = fl.check(fl.compose(fl.Interview(**notes)))
    return {each.where.field or "": each.severity.value for each in found if each.id is FindingId.ADDRESS_MISSING}


def test_who_has_no_address_for_an_email_is_told() -> None:
    assert told(NOTES) == {"people[0].email": "warning", "candidate.email": "note"}


@pytest.mark.parametrize("medium", ["email", "post"])
def test_nobody_is_told_of_an_email_address_that_is_there_or_that_no_letter_needs(medium: str) -> None:
    candidate = {"name": "Maya Okafor", "email": "maya@example.com"}
    people = [{"name": "Priya Raman", "email": "p@example.com"}] if medium == "email" else NOTES["people"]
    company = {"name": "Northwind", "address": ["400 W Superior St"]}
    assert (
        told(NOTES | {"candidate": candidate, "people": people, "company": company, "letter": {"medium": medium}}) == {}
    )


def test_what_is_told_is_what_the_draft_lacks() -> None:
    for letter in fl.compose(fl.Interview(**NOTES)):
        draft = message_from_bytes(letter.render("eml"))
        assert (draft["To"] is None) == (letter.recipient.name == "Priya Raman")
        assert draft["From"] is None


def fields_told(id: FindingId, changes: dict[str, Any]) -> list[str | None]:
    """Where the faultless interview with `changes` has such a finding."""
    found = fl.check(fl.compose(interview(changes)))
    return [each.where.field for each in found if each.id is id]


@pytest.mark.parametrize(
    "line",
    [
        'Portland, OR 97214"',
        '2218 SE Ankeny St, Apt 3"',
        "“The Old Mill",
        "Portland”",
        "Der „Alte Hof",
        "[Building 7",
        "Oregon]",
    ],
)
def test_a_line_of_an_address_with_one_quotation_mark_or_bracket_is_told_wherever_it_is(line: str) -> None:
    address = {"address": ["1 Main St", line]}
    people = [FAULTLESS["people"][0] | address]
    assert fields_told(FindingId.QUOTE_UNPAIRED, {"candidate": address, "company": address}) == [
        "candidate.address[1]",
        "company.address[1]",
    ]
    assert fields_told(FindingId.QUOTE_UNPAIRED, {"people": people}) == ["people[0].address[1]"]
    assert not fields_told(FindingId.QUOTE_UNPAIRED, {"people": people, "letter": {"medium": "email"}})


@pytest.mark.parametrize(
    "line",
    [
        'The "Old Mill", Apt 3',
        "“The Old Mill”",
        "Der „Alte Hof“",
        "«Хутор», 3",
        "St James' House",
        "45° 31' 12\" N",
        "Unit 4 [rear]",
    ],
)
def test_an_address_as_people_write_it_is_not(line: str) -> None:
    assert not fields_told(FindingId.QUOTE_UNPAIRED, {"company": {"address": [line]}})


def test_a_list_that_was_put_in_quotes_as_a_whole_is_told_with_how_lines_are_written() -> None:
    line = '["14 Mill Lane", "Shelburne, VT 05482"]'
    assert fields_told(FindingId.QUOTE_UNPAIRED, {"company": {"address": [line]}}) == ["company.address[0]"]


def test_what_a_text_editor_put_between_curled_quotation_marks_is_told_at_each_place() -> None:
    address = {"address": ["“The Old Mill”", "“Shelburne, VT 05482”"]}
    person = FAULTLESS["people"][0] | {"name": "“Priya Raman”", "title": "‘Director’"}
    assert fields_told(FindingId.QUOTE_CURLED, {"company": address}) == ["company.address[0]", "company.address[1]"]
    assert fields_told(FindingId.QUOTE_CURLED, {"people": [person]}) == ["people[0].name", "people[0].title"]
    assert fields_told(FindingId.QUOTE_CURLED, {"company": address, "letter": {"medium": "email"}}) == []


@pytest.mark.parametrize("line", ["“The Old Mill”", "“The Old Mill”, 3 Quay St", "3 “Mill” and “Lane”"])
def test_the_name_of_a_house_may_stand_in_quotation_marks(line: str) -> None:
    assert fields_told(FindingId.QUOTE_CURLED, {"company": {"address": [line]}}) == []


@pytest.mark.parametrize(
    "line",
    [
        "5530 Colerain Ave Cincinnati, OH 45239",
        "2214 Harrison Ave, Cincinnati, OH 45211-1907",
        "12B Mill Lane, Suite 4, St. Louis, MO 63101",
    ],
)
def test_a_street_and_its_town_on_one_line_are_told(line: str) -> None:
    assert fields_told(FindingId.ADDRESS_JOINED, {"company": {"address": [line]}}) == ["company.address[0]"]
    assert fields_told(FindingId.ADDRESS_JOINED, {"company": {"address": [line]}, "letter": {"medium": "email"}}) == []


@pytest.mark.parametrize(
    "line",
    ["400 W Superior St", "Chicago, IL 60654", "1060 West Addison Street, Suite 10", "100 Mile House, BC V0K 2E0"],
)
def test_a_line_of_an_envelope_is_not_told_as_two(line: str) -> None:
    assert fields_told(FindingId.ADDRESS_JOINED, {"company": {"address": [line]}}) == []
