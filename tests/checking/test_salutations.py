"""What was typed for the salutation and stands in none is told, with what to add."""

from __future__ import annotations

from pathlib import Path

import pytest

import followup_letters as fl
from checking.staging import FAULTLESS, interview
from followup_letters.checking import Finding, Severity, check
from followup_letters.choices import FindingId

TITLE = {"courtesy_title": "Dr."}
FAMILY = {"family": "Raman"}
GIVEN = {"given": "Priya"}
FIRST_NAMES = {"first_name_basis": "true"}
PERSON = FAULTLESS["people"][0]


def told(more: dict[str, str]) -> list[Finding]:
    noted = interview({"people": [PERSON | more]})
    return [each for each in check(fl.compose(noted)) if each.id is FindingId.NAME_UNUSED]


@pytest.mark.parametrize(
    ("typed", "severity", "message"),
    [
        (TITLE, Severity.WARNING, "“Dear Priya Raman” does not use `courtesy_title: Dr.`: a title … add `family`"),
        (TITLE | GIVEN, Severity.WARNING, "does not use `courtesy_title: Dr.`: a title stands before … add `family`"),
        (FIRST_NAMES, Severity.WARNING, "does not use `first_name_basis: true`: no given name is split … add `given`"),
        (FAMILY, Severity.INFO, "does not use `family: Raman`: it stands after a title alone; add `courtesy_title`, …"),
        (GIVEN, Severity.INFO, "does not use `given: Priya`: it is for … add `first_name_basis: true`, if …"),
        (
            TITLE | FAMILY | GIVEN,
            Severity.INFO,
            "“Dear Dr. Raman” does not use `given: Priya`: it is for first names; …",
        ),
    ],
)
def test_what_no_salutation_uses_is_told_with_what_to_add(
    typed: dict[str, str], severity: Severity, message: str
) -> None:
    first = told(typed)[0]
    assert (first.severity, first.rule, first.where.part) == (severity, "R65", "salutation")
    assert first.where.field == f"people[0].{message.partition('`')[2].partition(':')[0]}"
    place = 0
    for piece in message.split("…"):
        assert piece in first.message[place:]
        place = first.message.index(piece, place)


@pytest.mark.parametrize(
    "typed",
    [
        {},
        TITLE | FAMILY,
        GIVEN | FIRST_NAMES,
        TITLE | FAMILY | GIVEN | FIRST_NAMES,  # the first step of the ladder that fits is the one that was asked for
        TITLE | {"salutation": "Priya"},
    ],
)
def test_a_salutation_that_was_asked_for_leaves_nothing_to_tell(typed: dict[str, str]) -> None:
    assert not told(typed)


def test_a_name_of_one_word_is_greeted_by_it() -> None:
    noted = interview({"people": [PERSON | {"name": "Raman", "card": {"name": "Raman"}, "family": "Raman"}]})
    assert not [each for each in check(fl.compose(noted)) if each.id is FindingId.NAME_UNUSED]


def test_what_a_card_says_beyond_need_is_nobodys_wish(tmp_path: Path) -> None:
    (tmp_path / "raman.vcf").write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Dr. Priya Raman\nN:Raman;Priya;;Dr.;\nEND:VCARD\n", "utf-8"
    )
    file = tmp_path / "interview.yaml"
    file.write_text(
        "candidate: {name: Maya Okafor}\ncompany: {name: Northwind}\nposition: {title: Analyst}\n"
        "interview: {date: 2026-11-18}\npeople: [{card: raman.vcf}]\n",
        "utf-8",
    )
    (letter,) = fl.compose(fl.load(file))
    assert letter.recipient.given == "Priya"
    assert not [each for each in check(letter) if each.id is FindingId.NAME_UNUSED]


def courtesy(more: dict[str, str]) -> list[str]:
    noted = interview({"people": [PERSON | {"card": {"name": more["name"]}} | more]})
    return [each.message for each in check(fl.compose(noted)) if each.id is FindingId.COURTESY_IN_NAME]


@pytest.mark.parametrize("title", ["Ms.", "Mr", "Mrs.", "Miss", "mx.", "Principal", "Chef"])
def test_a_courtesy_title_in_the_name_is_told_with_the_fields_it_is_for(title: str) -> None:
    (message,) = courtesy({"name": f"{title} Jo Park"})
    assert message.startswith(f"“Dear {title} Jo Park” has a courtesy title before the whole name")
    assert f"`courtesy_title: {title}` and the family name as `family`, and `name: Jo Park`" in message


@pytest.mark.parametrize(
    "more",
    [
        {"name": "Mrs. Teitelbaum"},
        {"name": "Dr. Priya Raman"},
        {"name": "Prof. Jo Park"},
        {"name": "Missy Park Jones"},
        {"name": "Mr Tariq Anwar FRCS", "courtesy_title": "Mr", "family": "Anwar"},
        {"name": "Ms. Jo Park", "salutation": "Jo"},
        {"name": "Ms. Jo Park", "first_name_basis": "true", "given": "Jo"},
    ],
)
def test_a_name_that_is_greeted_well_is_not(more: dict[str, str]) -> None:
    assert courtesy(more) == []
