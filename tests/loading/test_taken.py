"""What was taken from where: reachable from the interview, and no part of what it says."""

from __future__ import annotations

import copy
import json
import pickle
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from followup_letters.composing import compose
from followup_letters.loading import load
from followup_letters.models import Interview
from followup_letters.schema import interview_schema


@pytest.fixture
def from_files(examples: Path) -> Interview:
    """The example whose résumé, posting and card are other programs' files."""
    return load(examples / "hospital-pharmacist.yaml")


def test_the_example_is_filled_from_three_files(from_files: Interview) -> None:
    assert [(taken.under, taken.form) for taken in from_files.taken] == [
        ("candidate", "JSON Resume"),
        ("position", "schema.org JobPosting"),
        ("company", "schema.org JobPosting"),
        ("people[0].card", "vCard"),
    ]
    (letter,) = compose(from_files)
    assert "Dear Dr. Ostrowski:" in letter.text
    assert "St. Brendan Medical Center" in letter.text
    assert "Ines Carvalho" in letter.text


def test_every_value_of_the_record_stands_in_the_interview(from_files: Interview) -> None:
    data = json.dumps(from_files.model_dump(mode="json"), ensure_ascii=False)
    values = [each for taken in from_files.taken for each in taken.values]
    assert len(values) > 15
    reworded = "Moved the paper formulary of 900 drugs into the electronic record"
    for each in values:
        assert each.value == reworded or all(part in data for part in each.value.split("; ")), each


def test_the_record_is_data_for_programs_and_a_line_for_people(from_files: Interview) -> None:
    card = from_files.taken[-1]
    assert json.loads(json.dumps(card.as_dict()))["values"][0] == {
        "field": "people[0].name",
        "value": "Dr. Helen Ostrowski",
        "source": "FN",
    }
    assert str(card) == (
        "people[0].card: took name, title, department, email, phone, family, given, courtesy_title from "
        "from-files/ostrowski.vcf; it confirms company; left out: TEL, URL"
    )


def test_where_words_are_from_is_no_part_of_what_an_interview_says(from_files: Interview) -> None:
    typed = Interview.model_validate(from_files.model_dump())
    assert typed.taken == ()
    assert typed == from_files
    assert hash(typed) == hash(from_files)
    assert typed.model_dump_json() == from_files.model_dump_json()
    assert repr(typed) == repr(from_files)


def test_the_record_goes_wherever_the_interview_goes(from_files: Interview) -> None:
    for same in (pickle.loads(pickle.dumps(from_files)), copy.deepcopy(from_files), from_files.model_copy()):
        assert same.taken == from_files.taken != ()


def test_reading_the_same_files_twice_gives_the_same_record(examples: Path, from_files: Interview) -> None:
    assert load(examples / "hospital-pharmacist.yaml").taken == from_files.taken


REST: dict[str, Any] = {
    "candidate": "resume.json",
    "company": "page.html",
    "position": {"file": "page.html", "title": "x"},
    "interview": {"date": "2026-11-18"},
    "people": [{"card": "a.vcf"}],
}


@pytest.mark.parametrize(
    ("more", "is_valid"),
    [
        ({}, True),
        ({"candidate": {"file": "resume.json", "strengths": ["words", {"from": "words", "text": "x"}]}}, True),
        ({"candidate": {"name": "Ann", "strengths": [{"text": "x"}]}}, True),
        ({"people": [{"name": "Ann", "card": {"name": "Ann", "title": "CFO"}}]}, True),
        ({"candidate": {"phone": "1"}}, False),
        ({"candidate": {"name": "Ann", "strengths": [{"from": "x"}]}}, False),
        ({"position": {"file": "page.html", "titel": "x"}}, False),
        ({"people": [{"title": "CFO"}]}, False),
    ],
)
def test_an_editor_knows_the_names_of_files_and_what_may_stand_beside_them(more: Any, is_valid: bool) -> None:
    assert Draft202012Validator(interview_schema()).is_valid(REST | more) is is_valid
