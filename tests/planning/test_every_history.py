"""Every history: no plan crashes, precedes its cause, calls who asked for no calls, or stops without a reason."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import followup_letters as fl
from followup_letters.choices import Action, Response
from followup_letters.planning import Plan, State, plan

MET = dt.date(2026, 11, 18)
PEOPLE = [
    {"name": "Priya Raman", "role": "hiring manager"},
    {"name": "Tom Baker", "role": "personnel"},
]
FACTS: dict[str, Any] = {
    "candidate": {"name": "Maya Okafor"},
    "company": {"name": "Northwind Logistics, Inc."},
    "position": {"title": "Planner"},
    "interview": {"date": str(MET)},
    "people": PEOPLE,
}
days_after = st.integers(0, 60) | st.integers(0, 400)
dates = days_after.map(lambda days: MET + days * dt.timedelta(days=1))
events = st.fixed_dictionaries(
    {"on": dates, "what": st.sampled_from(list(Action))},
    optional={
        "person": st.sampled_from(["Priya Raman", "Tom Baker", "Jo Lead"]),
        "response": st.sampled_from(list(Response)),
        "call_on": dates,
    },
)
outlooks = st.fixed_dictionaries(
    {},
    optional={
        "interested": st.booleans(),
        "told_not_strong": st.booleans(),
        "went_well": st.booleans(),
        "pursue_vigorously": st.booleans(),
        "keen_on_company": st.booleans(),
        "reluctant_to_call": st.booleans(),
        "asked_not_to_call": st.booleans(),
        "research": st.just(["They lease a dock."]),
        "questions": st.just(["Who leads it?"]),
        "employer_decides_on": dates,
        "other_offer": st.tuples(dates, dates).map(lambda pair: {"received": pair[0], "decide_by": pair[1]}),
    },
)
interviews = st.fixed_dictionaries(
    {
        "history": st.lists(events, max_size=6),
        "outlook": outlooks,
        "letter": st.fixed_dictionaries({"medium": st.sampled_from(["post", "email"])}),
        "people": st.sampled_from([PEOPLE, PEOPLE[:1], PEOPLE[1:], [PEOPLE[0] | {"met": False}]]),
        "holidays": st.sampled_from([[], ["2026-11-26", "2026-12-25", "2027-01-01"]]),
    }
)


def loaded(changes: dict[str, Any]) -> fl.Interview:
    return fl.Interview.model_validate(FACTS | changes)


def last_day(interview: fl.Interview) -> dt.date:
    return max([MET, *(event.on for event in interview.history)])


def banned_on(interview: fl.Interview) -> dt.date | None:
    """The day from which they are not to be called (X3)."""
    if interview.outlook.asked_not_to_call:
        return MET
    asked = [event.on for event in interview.history if event.response is Response.ASKED_NOT_TO_CALL]
    return min(asked, default=None)


def check(made: Plan) -> None:
    """What holds of every plan."""
    met_on, days = made.interview.interview.date, [step.on for step in made.steps]
    assert days == sorted(days)
    assert all(step.on >= met_on for step in made.steps)
    assert all(step.earliest <= step.latest for step in made.steps)
    assert all(step.earliest <= step.on <= step.latest for step in made.steps if step.state.is_open)
    assert all(step.reasons and step.what and step.key.isascii() for step in made.steps)
    assert len({step.key for step in made.steps}) == len(made.steps)
    assert (made.next is None) != (made.ended is None)
    known = [event for event in made.interview.history if event.on <= made.today]
    done = {step.on for step in made.steps if step.state is State.DONE and step.doing != "research"}
    assert done <= {event.on for event in known}
    banned = banned_on(made.interview.with_(history=known))
    if banned and made.interview.outlook.interested is not False:
        calls = [step for step in made.steps if step.doing.is_call and step.state is not State.DROPPED]
        assert all(step.state is State.DONE and step.on <= banned for step in calls)


@settings(max_examples=300, deadline=None)
@given(interviews, days_after)
def test_every_plan_is_sound(changes: dict[str, Any], days: int) -> None:
    interview = loaded(changes)
    today = MET + days * dt.timedelta(days=1)
    made = plan(interview, today=today)
    check(made)
    assert made == plan(interview, today=today)


@settings(max_examples=150, deadline=None)
@given(interviews, days_after)
def test_no_letter_that_asks_for_a_filled_job_is_left_to_mail(changes: dict[str, Any], days: int) -> None:
    """Whatever else has happened: when they have hired someone else, no pursue letter is to be mailed (R22)."""
    hired = {"on": str(MET + days * dt.timedelta(days=1)), "what": "called", "response": "hired someone else"}
    interview = loaded(changes | {"history": [*changes["history"], hired]})
    made = plan(interview, today=last_day(interview))
    if made.decision.kind == "pursue":
        assert not [step for step in made.steps if step.doing == "write" and step.state.is_open]


def called_and_heard() -> list[dict[str, Any]]:
    answers = [*Response, None]
    return [{"what": what, "response": response} for what in (Action.CALLED, Action.HEARD) for response in answers]


KEEN = {"keen_on_company": True}


@pytest.mark.parametrize("outlook", [{}, KEEN, KEEN | {"reluctant_to_call": True}])
def test_every_pair_of_answers_goes_on_or_ends_for_a_reason(outlook: dict[str, Any]) -> None:
    seen = 0
    for first, second in itertools.product(called_and_heard(), repeat=2):
        history = [{"on": "2026-11-20", "what": "wrote"}, {"on": "2026-11-27"} | first, {"on": "2026-12-04"} | second]
        check(plan(loaded({"outlook": outlook, "history": history}), today=dt.date(2026, 12, 5)))
        seen += 1
    assert seen == (2 * (len(Response) + 1)) ** 2


@settings(max_examples=150, deadline=None)
@given(interviews)
def test_no_step_comes_before_its_cause(changes: dict[str, Any]) -> None:
    """A step that an event has brought is not to be done before that event."""
    interview = loaded(changes)
    history = sorted(interview.history, key=lambda event: event.on)
    for count, event in enumerate(history):
        before = plan(interview.with_(history=history[:count]), today=event.on)
        after = plan(interview.with_(history=history[: count + 1]), today=event.on)
        keys = {step.key for step in before.steps}
        new = [step for step in after.steps if step.key not in keys and step.state.is_open]
        offer = interview.outlook.other_offer
        known_on = min(event.on, offer.received) if offer else event.on
        assert all(step.earliest >= known_on for step in new if step.doing not in {"write", "call back", "decide"})
        later = [step for step in new if step.doing in {"call back", "decide"}]
        assert all(step.on > event.on or event.call_on == event.on for step in later)  # or they asked for that very day


@settings(max_examples=100, deadline=None)
@given(interviews)
def test_the_order_in_the_file_does_not_matter_if_the_days_differ(changes: dict[str, Any]) -> None:
    interview = loaded(changes)
    distinct = list({event.on: event for event in interview.history}.values())
    today = MET + 200 * dt.timedelta(days=1)
    one, other = (plan(interview.with_(history=order), today=today) for order in (distinct, distinct[::-1]))
    assert one.steps == other.steps
    assert one.end == other.end
