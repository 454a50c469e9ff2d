"""What is printed as it was typed, though something else was meant: the signs of web pages, a number in one piece."""

from __future__ import annotations

from typing import Any

import pytest

import followup_letters as fl
from checking.staging import interview
from followup_letters.checking import Finding, check
from followup_letters.choices import FindingId as Id


def found(id: Id, changes: dict[str, Any]) -> list[Finding]:
    return [each for each in check(fl.compose(interview(changes))) if each.id is id]


@pytest.mark.parametrize(
    ("name", "meant"),
    [("Barlow &amp; Sons", "write “&”"), ("O&#39;Neil Foods", "write “'”"), ("Barlow&nbsp;Sons", "write a space")],
)
def test_what_web_pages_write_for_a_sign_is_told_with_the_sign(name: str, meant: str) -> None:
    (finding,) = found(Id.ENTITY_LEFT, {"company": {"name": name}})
    assert finding.where.field == "company.name"
    assert finding.message.endswith(meant)


@pytest.mark.parametrize("name", ["Barlow & Sons", "AT&T", "R&D; and more", "Barlow &c; Sons"])
def test_an_ampersand_of_a_name_is_its_own(name: str) -> None:
    assert not found(Id.ENTITY_LEFT, {"company": {"name": name}})


@pytest.mark.parametrize(
    ("phone", "told"),
    [("5135550188", ", such as (513) 555-0188"), ("07700900142", "is read"), ("513 555 0188", None), ("911", None)],
)
def test_a_number_without_spaces_is_noted_as_it_is_printed(phone: str, told: str | None) -> None:
    noted = found(Id.PHONE_BARE, {"candidate": {"phone": phone}})
    assert [told is not None and each.message.endswith(told) for each in noted] == ([True] if told else [])
