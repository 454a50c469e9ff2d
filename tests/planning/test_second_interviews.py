"""A second interview is a file of its own: what carries over, and what was the first one's (R55)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from followup_letters.errors import InputError
from followup_letters.loading import load, load_text
from followup_letters.planning import plan, second_interview
from followup_letters.planning.second_interviews import as_yaml
from pictures.drawing import png
from strategies import interviews

ROOT = Path(__file__).parents[2]
FILES = [file for file in sorted(ROOT.glob("examples/*.*")) if file.suffix in {".yaml", ".toml", ".json"}]


def test_there_are_examples() -> None:
    assert len(FILES) > 5


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_people_the_job_and_the_company_carry_over(file: Path) -> None:
    first = load(file)
    values = second_interview(first)
    assert values["interview"] == {"date": None}
    second = load(values | {"interview": {"date": "2026-12-02"}})
    assert (second.candidate, second.company, second.position) == (first.candidate, first.company, first.position)
    assert [person.name for person in second.people] == [person.name for person in first.people]
    assert second.letter.with_(enclosures=()) == first.letter.with_(enclosures=())
    problem = first.outlook.problem
    assert second.outlook.problem == (problem and problem.with_(idea=None))


def interview(**changes: Any) -> dict[str, Any]:
    return {
        "candidate": {"name": "Maya Okafor"},
        "company": {"name": "Northwind"},
        "position": {"title": "Planner"},
        "interview": {"date": "2026-11-18", "lasted": "an hour"},
        "people": [{"name": "Priya Raman", "talked_about": "the lanes", "clarify": "that it took a week"}],
    } | changes


def test_what_was_said_and_done_stays_with_the_first() -> None:
    outlook = {"went_well": True, "omitted": ["ran nights"], "employer_decides_on": "2026-12-01", "questions": ["Who?"]}
    first = load(interview(outlook=outlook, history=[{"on": "2026-11-19", "what": "wrote"}]))
    values = second_interview(first)
    assert values["people"] == [{"name": "Priya Raman"}]
    assert values["outlook"] == {"questions": ["Who?"]}
    assert "history" not in values


def test_how_the_letters_are_set_carries_over_as_the_file_says_it_even_where_that_is_usual() -> None:
    settings = {"language": "en-US", "medium": "post", "paper": "a4", "enclosures": ["CV"], "ignore": ["no-questions"]}
    settings["mail_on"] = "2026-11-30"  # that of the first letters
    values = second_interview(load(interview(letter=settings)))
    assert values["letter"] == {key: value for key, value in settings.items() if key not in ("enclosures", "mail_on")}


def test_a_wish_for_no_calls_carries_over() -> None:
    history = [{"on": "2026-11-24", "what": "heard from them", "response": "asked not to call"}]
    values = second_interview(load(interview(history=history)))
    second = load(values | {"interview": {"date": "2026-12-02"}})
    made = plan(second, today=dt.date(2026, 12, 2))
    assert not any(step.doing.is_call for step in made.steps)


def test_the_file_names_its_parts_in_the_order_of_the_first() -> None:
    text = as_yaml(second_interview(load(interview()))).decode()
    assert [line for line in text.splitlines() if not line.startswith((" ", "-"))] == [
        "candidate:",
        "company:",
        "position:",
        "interview:",
        "people:",
    ]
    assert "  date:  # the day of the second interview;" in text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(interviews)
def test_the_file_says_what_the_mapping_says(values: dict[str, Any]) -> None:
    carried = second_interview(load(values), private=True)
    written = as_yaml(carried)
    assert yaml.safe_load(written) == carried
    dated = written.replace(b"  date:  #", b"  date: 2030-01-02  #", 1)
    assert load_text(dated, name="second.yaml") == load(carried | {"interview": {"date": "2030-01-02"}})


@pytest.mark.parametrize("mark", ["\x85", "\u2028", "\u2029", "\ufeff"], ids=ascii)
def test_a_private_note_that_holds_what_no_file_may_carries_over(mark: str) -> None:
    note = f"first{mark}second"
    data = interview()
    first = load(data | {"outlook": data.get("outlook", {}) | {"private": note}})
    text = as_yaml(second_interview(first, private=True)).decode().replace("  date:", "  date: 2026-12-02", 1)
    assert load_text(text).outlook.private == note


@pytest.mark.parametrize("private", ["half \ud83d of it", {"a": ["\udc00"]}], ids=ascii)
def test_half_of_a_character_in_a_private_note_is_refused_and_not_written_so_that_nobody_can_read_it(
    private: Any,
) -> None:
    first = load(interview(outlook={"private": private}))
    with pytest.raises(InputError, match="whole characters") as refused:
        as_yaml(second_interview(first, private=True))
    assert refused.value.faults[0].field == "outlook.private"
    assert "half of it" not in str(refused.value)
    assert load_text(as_yaml(second_interview(first)).decode().replace("  date:", "  date: 2026-12-02", 1))
    typed = load(interview(outlook={"private": r"the text \ud83d, as one types it"}))
    assert as_yaml(second_interview(typed, private=True))


def test_the_picture_of_a_signature_carries_over_itself_and_no_copy_is_sent_again(tmp_path: Path) -> None:
    first = load(interview(candidate={"name": "Maya Okafor", "signature": png()}, letter={"cc": ["Ana Ruiz"]}))
    text = as_yaml(second_interview(first)).decode().replace("  date:", "  date: 2026-12-02", 1)
    second = load_text(text, folder=tmp_path)
    assert second.candidate == first.candidate
    assert second.candidate.signature is not None
    assert second.letter.cc == ()


@pytest.mark.parametrize("name", ["Update: nullable Ltd", "date: null", "x\ninterview:\n  date: null\n"])
def test_only_the_day_is_left_open_whatever_else_is_like_it(name: str) -> None:
    values = {"company": {"name": name}, "interview": {"date": None}, "people": [{"name": "date: null"}]}
    made = as_yaml(values).decode()
    assert yaml.safe_load(made) == values
    assert made.count("\n  date:  # the day of the second interview") == 1
