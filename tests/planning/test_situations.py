"""The table of situations (situations.yaml): in each, the steps and days that the rules give."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from followup_letters.models import Interview
from followup_letters.planning import Plan, State, Step, plan

TABLE = Path(__file__).with_name("situations.yaml")
SITUATIONS: list[dict[str, Any]] = yaml.load(TABLE.read_text("utf-8"), Loader=yaml.BaseLoader)
PEOPLE = {
    "Priya Raman": {"name": "Priya Raman", "role": "hiring manager"},
    "Tom Baker": {"name": "Tom Baker", "role": "personnel"},
    "Ann Other": {"name": "Ann Other", "role": "hiring manager", "met": False},
}
HAPPENED = re.compile(r"(\S+) (heard from them|\w+)(?: (?:to )?([^:,]+))?(?:: ([^,]+))?(?:, call on (\S+))?")


def interview_of(situation: dict[str, Any]) -> Interview:
    given = situation.get("with", {})
    return Interview.model_validate(
        {
            "candidate": {"name": "Maya Okafor"},
            "company": {"name": "Northwind Logistics, Inc."},
            "position": {"title": "Planner", "level": given.get("level")},
            "interview": {"date": given.get("met", "2026-11-18")},
            "people": [PEOPLE[name] for name in given.get("people", ["Priya Raman"])],
            "outlook": {"interested": "true"} | given.get("outlook", {}),
            "letter": {"medium": given.get("medium", "post")},
            "holidays": given.get("holidays", []),
            "history": [event_of(line) for line in situation.get("history", [])],
        }
    )


def event_of(line: str) -> dict[str, Any]:
    found = HAPPENED.fullmatch(line)
    assert found, line
    return dict(zip(("on", "what", "person", "response", "call_on"), found.groups(), strict=True))


def line_of(step: Step, people: Sequence[Any]) -> str:
    """A step as the table writes it."""
    line = f"{step.on} {step.doing}"
    if len(people) > 1 and step.person:
        line += f" {step.person.name}"
    if (step.earliest, step.latest) != (step.on, step.on):
        line += f" ({step.earliest} to {step.latest})"
    return line if step.state in {State.UPCOMING, State.DROPPED} else f"{line}, {step.state}"


def told(made: Plan) -> dict[str, Any]:
    people = made.interview.people
    return {
        "open": [line_of(step, people) for step in made.steps if step.state.is_open],
        "dropped": [line_of(step, people) for step in made.steps if step.state is State.DROPPED],
        "ended": made.ended.rule if made.ended else None,
    }


def test_the_table_is_long_enough_and_names_each_situation_once() -> None:
    names = [situation["situation"] for situation in SITUATIONS]
    assert len(names) == len(set(names)) >= 45


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: situation["situation"])
def test_the_plan_says_what_the_rules_say(situation: dict[str, Any]) -> None:
    made = plan(interview_of(situation), today=dt.date.fromisoformat(situation["today"]))
    nothing = {"open": [], "dropped": [], "ended": None}
    assert told(made) == {name: situation.get(name, default) for name, default in nothing.items()}


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: situation["situation"])
def test_each_step_gives_its_reason(situation: dict[str, Any]) -> None:
    """Every rule that the table names for a situation is named by the plan, or is one of what a call is made of."""
    made = plan(interview_of(situation), today=dt.date.fromisoformat(situation["today"]))
    named = {reason.rule for step in made.steps for reason in step.reasons} | {made.end.rule}
    named |= {reason.rule for reason in made.decision.reasons}
    of_the_call = {"R35", "R43", "R45", "R53"}
    always = {"R7", "R58", "R59"}
    assert set(situation["rules"].split()) <= named | of_the_call | always
