"""A plan, its call sheets and its calendar tell the same days, and keep the same things to themselves."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import given, settings
from planned import days_of_call, filled

from followup_letters.choices import Response
from followup_letters.composing import compose
from followup_letters.errors import FollowupError
from followup_letters.loading import load
from followup_letters.models import Interview
from followup_letters.planning.calendar import to_ics
from followup_letters.planning.call_sheets import call_sheet
from followup_letters.planning.plans import Plan
from followup_letters.planning.scheduling import plan
from followup_letters.planning.steps import Doing, State, Step

ROOT = Path(__file__).parents[2]
CALLED_ON = dt.date(2026, 11, 27)


def answered(*responses: str) -> Interview:
    interview = load(ROOT / "examples/operations-manager.yaml")
    called = [{"on": CALLED_ON, "what": "called", "person": "Dr. Priya Raman", "response": it} for it in responses]
    history = [{"on": "2026-11-20", "what": "wrote"}, *called]
    return interview.with_(outlook=interview.outlook.with_(keen_on_company=True), history=history)


def steps_after(response: str) -> dict[Doing, Step]:
    steps = plan(answered(response), today=CALLED_ON).steps
    return {step.doing: step for step in steps if step.state.is_open}


def spoken(day: dt.date) -> str:
    return f"{day:%A}, {day:%B} {day.day}"


@pytest.mark.parametrize(
    ("response", "doing", "line"),
    [
        ("voicemail", Doing.CALL, "Otherwise try again on {}."),
        ("assistant", Doing.CALL, "Otherwise try again on {}."),
        ("not received", Doing.CALL, "sent again, call on {}."),
        ("no decision yet", Doing.CALL, "if they name none, on {}."),
        ("hired someone else", Doing.FOLLOW_LEADS, "call the first of these names on {}."),
        ("hired someone else", Doing.CALL_BACK, "If you may call here again: {} (December 18 to January 1)."),
        ("strong candidate", Doing.CALL_BACK, "ask whether you may call again on {}."),
    ],
)
def test_the_next_step_on_the_sheet_is_the_one_that_the_plan_has_afterwards(
    response: str, doing: Doing, line: str
) -> None:
    sheet = call_sheet(answered(), "Dr. Priya Raman")
    assert sheet.call_on == CALLED_ON
    assert line.format(spoken(steps_after(response)[doing].on)) in sheet.text


@pytest.mark.parametrize(
    ("company", "called"),
    [
        ({"name": "University of Leeds"}, "the University of Leeds"),
        ({"name": "University of Leeds", "article": False}, "University of Leeds"),
        ({"name": "Mill Creek Hospital", "short_name": "the Mill", "article": True}, "the Mill"),
        ({"name": "Mill Creek Hospital", "short_name": "the Mill"}, "the Mill"),
    ],
)
def test_a_company_is_called_on_a_sheet_as_in_the_letters(company: dict[str, Any], called: str) -> None:
    sheet = call_sheet(answered("hired someone else").with_(company=company), "Dr. Priya Raman")
    assert f"still very interested in {called}." in sheet.text


@pytest.mark.parametrize(
    ("response", "head"),
    [
        ("voicemail", "make sure that it arrived."),
        ("reservation", "answer their reservation."),
        ("no decision yet", "hear whether they have decided."),
        ("hired someone else", "hear why, and leave with names."),
        ("reservation stands", "leave with names."),
        ("strong candidate", "go on where you left off."),
    ],
)
def test_the_sheet_of_a_plan_is_for_what_the_plan_calls_for(response: str, head: str) -> None:
    sheet = plan(answered(response), today=CALLED_ON).call_sheet()
    assert f"Open: {head}" in sheet.text


# ---------------------------------------------------------------------------------------------------- read again


def events(made: Plan) -> dict[str, Any]:
    return {str(event["UID"]): event for event in icalendar.Calendar.from_ical(to_ics(made)).walk("VEVENT")}


def uid_of(made: Plan, step: Step) -> str:
    (uid,) = events(replace(made, steps=(replace(step, state=State.DUE),)))
    return uid


@pytest.mark.parametrize("response", [it for it in Response if it is not Response.MAY_CALL])
def test_a_calendar_that_is_read_again_after_an_answer_rings_for_nothing_that_is_off(response: Response) -> None:
    before = plan(answered(), today=dt.date(2026, 11, 24))
    after = plan(answered(response.value), today=CALLED_ON)
    done = {uid_of(after, step) for step in after.steps if step.state is State.DONE}
    assert events(before).keys() <= events(after).keys() | done
    for uid in events(before).keys() & events(after).keys():
        assert events(after)[uid]["SEQUENCE"] > events(before)[uid]["SEQUENCE"]
    off = {uid_of(after, step) for step in after.steps if step.state is State.DROPPED}
    assert {uid for uid, event in events(after).items() if event["STATUS"] == "CANCELLED"} == off


# ----------------------------------------------------------------------------------------------------------- random


def planned(values: dict[str, Any], today: dt.date) -> Plan:
    return plan(load(values), today=today)


def days(content: bytes) -> dict[str, dt.date]:
    """The day of each event, by its UID."""
    return {str(event["UID"]): event["DTSTART"].dt for event in icalendar.Calendar.from_ical(content).walk("VEVENT")}


@settings(max_examples=40, deadline=None)
@given(filled, days_of_call)
def test_no_secret_reaches_the_calendar(values: dict[str, Any], today: dt.date) -> None:
    made = planned(values, today)
    assert b"SECRET" not in to_ics(made)
    assert b"offer" not in to_ics(made)
    assert b"SECRET" not in to_ics(made, private=True)


@settings(max_examples=40, deadline=None)
@given(filled, days_of_call)
def test_every_open_step_that_may_be_shown_is_one_event_on_its_day(values: dict[str, Any], today: dt.date) -> None:
    made = planned(values, today)
    found = days(to_ics(made, private=True))
    shown = [step for step in made.steps if step.state is not State.DONE]
    assert sorted(found.values()) == sorted(step.on for step in shown)
    assert len(found) == len(shown)


@settings(max_examples=30, deadline=None)
@given(filled, days_of_call)
def test_a_planned_call_has_a_sheet_of_its_day(values: dict[str, Any], today: dt.date) -> None:
    made = planned(values, today)
    for step in made.steps:
        if step.doing.is_call and step.state.is_open and step.person:
            sheet = call_sheet(made.interview, step.person, on=step.on, doing=step.doing)
            assert sheet.call_on == step.on
            return
    with pytest.raises((FollowupError, NotImplementedError)):
        made.call_sheet()


@pytest.mark.parametrize("answer", ["hired someone else", "meeting set", "strong candidate"])
def test_what_was_promised_is_a_step_until_it_is_kept_whatever_they_answer(answer: str) -> None:
    interview = load(ROOT / "examples/operations-manager.yaml")
    said = {"on": "2026-11-19", "what": "heard from them", "response": answer}
    made = plan(interview.with_(history=[said]), today=dt.date(2026, 11, 19))
    (step,) = [each for each in made.steps if each.doing is Doing.KEEP_PROMISE]
    assert step.what == "Keep your promise to Tom Baker: “the names of two references by Monday”"
    assert (step.state.is_open, step.on) == (True, made.decision.mail_on)
    wrote = {"on": "2026-11-20", "what": "wrote"}
    later = plan(interview.with_(history=[said, wrote]), today=dt.date(2026, 11, 20))
    assert [each.state.is_open for each in later.steps if each.doing is Doing.KEEP_PROMISE] == [True]
    kept = {"on": "2026-11-20", "what": "kept a promise"}
    after = plan(interview.with_(history=[said, wrote, kept]), today=dt.date(2026, 11, 20))
    assert [each.state for each in after.steps if each.doing is Doing.KEEP_PROMISE] == [State.DONE]
    event = "by Mon Nov 23: “the names of two references by Monday” (Northwind)"
    assert event.encode() in to_ics(made).replace(b"\r\n ", b"")


def test_a_promise_that_was_kept_is_told_as_kept_on_the_sheet_and_no_more_in_a_letter() -> None:
    interview = load(ROOT / "examples/operations-manager.yaml")
    person = interview.people[0].with_(promised="the plan by Monday")
    interview = interview.with_(people=[person, *interview.people[1:]])
    kept, wrote = {"on": "2026-11-19", "what": "kept a promise"}, {"on": "2026-11-20", "what": "wrote"}
    said = {}
    for name, history in {
        "no": [],
        "before": [kept],
        "before, and noted after": [wrote, kept],
        "before the interview": [kept | {"on": "2026-11-17"}],
        "after": [wrote, kept | {"on": "2026-11-23"}],
    }.items():
        noted = interview.with_(history=history)
        (letter,) = compose(noted, to=person.name)
        sheet = call_sheet(noted, noted.people[0], on=dt.date(2026, 11, 27))
        said[name] = "the plan by Monday" in letter.text, "you kept that on" in sheet.text
    assert said == {
        "no": (True, False),
        "before": (False, True),
        "before, and noted after": (False, True),
        "before the interview": (True, False),
        "after": (True, True),
    }


def test_a_promise_to_call_is_kept_by_a_call_which_makes_no_other_sooner() -> None:
    interview = load(ROOT / "examples/operations-manager.yaml")
    manager = interview.people[0].with_(promised="to call you on Tuesday")
    wrote, called = {"on": "2026-11-20", "what": "wrote"}, {"on": "2026-11-24", "what": "called"}
    of_both = interview.with_(people=[manager, *interview.people[1:]], history=[wrote, called])
    steps = [each for each in plan(of_both, today=dt.date(2026, 11, 24)).steps if each.person == manager]
    states = {each.doing: each.state for each in steps}
    assert states[Doing.KEEP_PROMISE] == State.DONE
    assert states[Doing.CALL].is_open
