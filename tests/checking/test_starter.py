"""The starter renders as it is; once it is somebody's own, nothing of another's life stays in it unseen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import followup_letters as fl
from followup_letters.checking import Severity, check
from followup_letters.choices import FindingId
from followup_letters.cli import render
from followup_letters.templates_folder import read

STARTER: dict[str, Any] = yaml.load(read("en/starter.yaml"), yaml.BaseLoader)
COMPANY = {"name": "Hillside Clinic"}
TOLD_AS_ONES_OWN = {
    "candidate.email": "maya.okafor@example.com",
    "candidate.strengths[1].text": "Led the SAP migration for 140 users with no lost shift",
    "company.address[0]": "400 W Superior St, Suite 900",
    "position.responsibilities[0].text": "Bring order-to-ship time under two days",
    "people[0].name": "Dr. Priya Raman",
    "people[1].talked_about": "how the three meetings of the day fit together",
    "outlook.reasons[0]": "your supervisors run their own morning meeting",
    "outlook.omitted[0]": "ran nights for two years",
}


def left(notes: dict[str, Any]) -> dict[str | None, str]:
    """What is found of the starter in `notes`, by field."""
    interview = fl.load(notes)
    found = [each for each in check(fl.compose(interview)) if each.id is FindingId.STARTER_LEFT]
    assert {each.severity for each in found} <= {Severity.WARNING}
    return {each.where.field: each.message for each in found}


def test_the_starter_itself_has_nothing_of_anybody_elses() -> None:
    assert not left(STARTER)


@pytest.mark.parametrize(
    "changes",
    [{"candidate": STARTER["candidate"] | {"name": "Ruth Ames"}}, {"company": STARTER["company"] | COMPANY}],
    ids=["another writes", "another company"],
)
def test_each_text_that_is_the_starters_is_named_once_it_is_no_longer_the_starter(changes: dict[str, Any]) -> None:
    found = left(STARTER | changes)
    for field, text in TOLD_AS_ONES_OWN.items():
        assert field in found
        assert text[:40] in found[field]
    assert not [field for field in found if field and field.endswith((".title", ".family", ".lasted", ".date"))]


def test_whoever_is_called_as_one_of_the_starter_is_not_taken_for_them() -> None:
    people = [{"name": "Tom Baker", "title": "Head of Surgery", "talked_about": "the two ledgers"}]
    own = {"company": COMPANY, "position": {"title": "Practice Manager"}, "outlook": {}}
    assert not left(STARTER | own | {"candidate": {"name": "Tom Baker"}, "people": people})
    assert not left(STARTER | own | {"candidate": {"name": "Ruth Ames"}, "people": people})
    people[0]["talked_about"] = STARTER["people"][1]["talked_about"]
    assert set(left(STARTER | own | {"candidate": {"name": "Ruth Ames"}, "people": people})) == {
        "people[0].name",
        "people[0].talked_about",
    }


def test_who_writes_to_a_second_company_keeps_what_is_told_of_the_writer() -> None:
    candidate = STARTER["candidate"] | {"email": "maya@example.com"}
    found = left(STARTER | {"candidate": candidate, "company": COMPANY})
    assert found
    assert not [field for field in found if field and field.startswith("candidate")]


def test_what_is_left_is_told_where_the_letters_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, out = tmp_path / "interview.yaml", tmp_path / "letters"
    file.write_text(read("en/starter.yaml").replace("Maya Okafor", "Ruth Ames"), "utf-8")
    assert render.run([str(file), "-o", str(out)]) == 0  # a trial with another name may be looked at
    assert "is still that of the starter" in capsys.readouterr().err
