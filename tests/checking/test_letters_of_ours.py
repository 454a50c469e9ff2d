"""Our own letters: none has an error, whatever the interview, and no word of ours is worn, shouted or bowing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

import followup_letters as fl
from checking.staging import FAULTLESS, interview
from followup_letters.checking import check
from followup_letters.choices import FindingId
from strategies import interviews

# Without shrinking: a letter at fault can be read as it is, and to find the smallest one takes minutes.
SOME = settings(
    max_examples=60,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
ROOT = Path(__file__).parents[2]
FILES = sorted(
    path
    for folder in ("examples/*", "tests/golden/*/interview.*")
    for path in ROOT.glob(folder)
    if path.suffix in {".yaml", ".toml", ".json"}
)


def test_there_are_interviews_to_look_at() -> None:
    assert len(FILES) >= 30


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_letter_of_the_examples_and_the_golden_cases_has_an_error(path: Path) -> None:
    interview = fl.load(path)
    found = check(fl.compose(interview), interview=interview)
    assert not found.errors, str(found.errors)


EXAMPLES = [path for path in FILES if path.parent.name == "examples"]


@pytest.mark.parametrize("path", [*EXAMPLES, ROOT / "examples/house-style/interview.yaml"], ids=lambda path: path.stem)
def test_the_examples_have_notes_enough_for_letters_as_long_as_their_readers_need(path: Path) -> None:
    assert len(EXAMPLES) >= 8
    found = check(fl.compose(fl.load(path)))
    assert not [str(finding) for finding in found if finding.id is FindingId.LENGTH]


@pytest.mark.parametrize("day", [1, 9, 31])
def test_the_day_of_the_decision_is_known_however_it_is_written(day: int) -> None:
    data = {
        "candidate": {"name": "Ann Lee", "phone": "555 0142"},
        "company": {"name": "Northwind"},
        "position": {"title": "Clerk"},
        "interview": {"date": "2026-11-18"},
        "people": [{"name": "Bo Day", "role": "personnel", "talked_about": "the rota"}],
        "outlook": {"interested": True, "employer_decides_on": f"2026-12-{day:02}"},
    }
    letters = fl.compose(fl.load(data))
    assert f"December\xa0{day}" in letters[0].text
    assert not check(letters).errors


@SOME
@given(interviews)
def test_no_interview_makes_us_write_a_letter_with_an_error(data: dict[str, Any]) -> None:
    interview = fl.load(data)
    found = check(fl.compose(interview), interview=interview)
    assert not found.errors, str(found.errors)


@settings(SOME, max_examples=15)
@given(interviews)
def test_the_same_letters_have_the_same_findings_in_the_same_order(data: dict[str, Any]) -> None:
    interview = fl.load(data)
    letters = fl.compose(interview)
    assert list(check(letters)) == list(check(fl.compose(interview))) if letters else True


def test_a_withdrawal_leaves_nothing_to_mend_that_no_note_could_change() -> None:
    letters = fl.compose(fl.load(ROOT / "examples/fulfillment-director.json"))
    ours = {FindingId.STARTS_WITH_I, FindingId.REPEATED_OPENING}
    assert any(letter.interview.outlook.withdraw for letter in letters)
    assert not [str(finding) for finding in check(letters) if finding.id in ours]


def test_sentences_that_begin_with_the_writer_are_told_with_what_of_the_notes_they_are_made() -> None:
    own = {"role": "executive", "talked_about": "the dock", "own_words": "I ran one in snow. I liked it."}
    notes = {"people": [FAULTLESS["people"][0] | own], "candidate": {"strengths": []}, "outlook": {"reasons": []}}
    told = [
        each.message
        for day in range(2, 27)  # each with other words of ours
        for each in check(fl.compose(interview(notes | {"interview": {"date": f"2026-11-{day:02}"}})))
        if each.id is FindingId.STARTS_WITH_I
    ]
    assert told
    for message in told:
        assert message.endswith("“My”; your `own_words` may begin with the reader, the job or the day")
