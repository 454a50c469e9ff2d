"""What a call is for, by what has happened before it: nothing yet, no decision, the job gone, a talk begun."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from followup_letters.choices import Action, Response
from followup_letters.models import Event, Interview, Person
from followup_letters.planning.steps import Doing


class Occasion(StrEnum):
    """What the call is for."""

    RECEIPT = "receipt"
    """To make sure that the letter was received (R32, R33)."""
    DECISION = "decision"
    """They had not decided (X2)."""
    DOUBT = "doubt"
    """To answer a reservation (R42)."""
    TALK = "talk"
    """To go on where the last call ended (R45–R55)."""
    FEEDBACK = "feedback"
    """They hired someone else and said so otherwise than on the telephone (R36–R38)."""
    NAMES = "names"
    """To ask for managers at other companies, and whether you may call again (R38, R41, R44)."""
    OPENINGS = "openings"
    """The job is gone; whether another has opened (R39–R41)."""


_AFTER_ANSWER = {
    Response.NO_DECISION_YET: Occasion.DECISION,
    Response.HIRED_SOMEONE_ELSE: Occasion.OPENINGS,
    Response.RESERVATION_STANDS: Occasion.OPENINGS,
    Response.RESERVATION: Occasion.DOUBT,
    Response.RESERVATION_SETTLED: Occasion.TALK,
    Response.STRONG_CANDIDATE: Occasion.TALK,
    Response.MEETING_SET: Occasion.TALK,
    Response.OFFER_RECEIVED: Occasion.TALK,
}
_OF_STEP = {
    Doing.ASK_FOR_FEEDBACK: Occasion.FEEDBACK,
    Doing.ASK_FOR_LEADS: Occasion.NAMES,
    Doing.ASK_TO_CALL: Occasion.NAMES,
}


def _history(interview: Interview, person: Person) -> list[Event]:
    """What happened with `person`, or with nobody in particular, in the order of the days."""
    concerning = (event for event in interview.history if event.person in (None, person.name))
    return sorted(concerning, key=lambda event: event.on)


def sending(interview: Interview, person: Person) -> Event | None:
    """The event by which the letter went out to `person`, for the last time if it was lost; None: not yet, so far."""
    sent: Event | None = None
    is_lost = False
    for event in _history(interview, person):
        if event.what in {Action.WROTE, Action.EMAILED} and (sent is None or is_lost):
            sent, is_lost = event, False
        is_lost = is_lost or event.response is Response.NOT_RECEIVED
    return sent


def last_answer(interview: Interview, person: Person, on: dt.date) -> Event | None:
    """The last event, up to the day `on`, in which `person` answered something that a next call takes up."""
    answers = [event for event in _history(interview, person) if event.on <= on and event.response in _AFTER_ANSWER]
    return answers[-1] if answers else None


def occasion(answer: Event | None, doing: Doing | None) -> Occasion:
    """What a call is for that is the step `doing` of a plan, or None, after `answer`; None: nobody has answered yet."""
    if doing in _OF_STEP:
        return _OF_STEP[doing]
    if answer is None or answer.response is None:
        return Occasion.RECEIPT
    asked = answer.what in {Action.CALLED, Action.MET} or doing is Doing.CALL_BACK
    if answer.response is Response.HIRED_SOMEONE_ELSE and not asked:
        return Occasion.FEEDBACK
    found = _AFTER_ANSWER[answer.response]
    return Occasion.DECISION if found is Occasion.TALK and doing is Doing.CALL else found
