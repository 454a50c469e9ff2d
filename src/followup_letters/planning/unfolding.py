"""The history, event by event: which steps each one does, and what follows it. What follows is told in following.py."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from followup_letters.choices import Action, Response
from followup_letters.models import Event, Person
from followup_letters.planning.beginning import begun, is_researched, mailed
from followup_letters.planning.calling_back import ABOUT_OPENINGS
from followup_letters.planning.course import Case, Course, purpose_of
from followup_letters.planning.following import AFTER_RESPONSE, after_silence, try_again
from followup_letters.planning.moments import Follow, Moment
from followup_letters.planning.steps import Doing, Step

_CALLS = frozenset(doing for doing in Doing if doing.is_call) | {Doing.DECIDE, Doing.FOLLOW_LEADS}
_DONE_BY: dict[Action, frozenset[Doing]] = {
    Action.WROTE: frozenset({Doing.WRITE, Doing.SEND_AGAIN, Doing.EMAIL}),
    Action.EMAILED: frozenset({Doing.WRITE, Doing.SEND_AGAIN, Doing.EMAIL, Doing.DECIDE}),
    Action.CALLED: _CALLS,
    Action.RESEARCHED: frozenset({Doing.RESEARCH}),
    Action.MET: frozenset({Doing.MEET_AGAIN}),
    Action.HEARD: frozenset(),
}
"""Which steps are done by what happened."""
_ANSWERED_BY: dict[Response, frozenset[Doing]] = {
    Response.MAY_CALL: frozenset({Doing.ASK_TO_CALL}),
    Response.MAY_NOT_CALL: frozenset({Doing.ASK_TO_CALL}),
    Response.LEADS_GIVEN: frozenset({Doing.ASK_FOR_FEEDBACK, Doing.ASK_FOR_LEADS}),
    Response.NO_LEADS: frozenset({Doing.ASK_FOR_FEEDBACK, Doing.ASK_FOR_LEADS}),
}
"""Which questions are settled by an answer, however it came."""
_NOBODY_THERE = frozenset({Response.VOICEMAIL, Response.ASSISTANT})


def unfolded(case: Case, events: Iterable[Event]) -> Course:
    """The course of `case` after `events`, in the order of their days."""
    course = begun(case)
    for event in sorted(events, key=lambda each: each.on):
        course = _after(course, event)
    return course


def _after(course: Course, event: Event) -> Course:
    person = _meant(course, event)
    finished = _finished(course, event, person)
    course = course.done(finished, event.on)
    course = _mailed(course, event, finished)
    course = _noted(course, event, finished)
    if course.case.interview.outlook.interested is False:
        return course  # a job of no interest: whatever they answer, nothing is pursued (R13)
    moment = Moment(event, person, finished)
    for follow in _follows(course, event, finished):
        course = follow(course, moment)
    return course


def _follows(course: Course, event: Event, finished: tuple[Step, ...]) -> tuple[Follow, ...]:
    elsewhere = event.person is not None and course.case.named(event.person) is None
    if elsewhere and (event.response is None or any(step.doing is Doing.FOLLOW_LEADS for step in finished)):
        return (try_again,) if event.response in _NOBODY_THERE else ()  # a manager of another company
    return (after_silence,) if event.response is None else AFTER_RESPONSE[event.response]


def _meant(course: Course, event: Event) -> Person:
    """Who answered: the person named, or whoever was spoken to last or is to be next, or the contact."""
    named = course.case.named(event.person)
    waiting = [step for step in course.open if step.person and step.doing in _CALLS | {Doing.EMAIL, Doing.RECORD}]
    first = min(waiting, key=lambda step: step.on, default=None)
    return named or (first.person if first else None) or course.case.contact or course.case.people[0]


# ------------------------------------------------------------------------------------------------ what was done


def _finished(course: Course, event: Event, person: Person) -> tuple[Step, ...]:
    """The open steps that `event` does."""
    noted = [step for step in course.open if step.doing is Doing.RECORD and event.response and step.person == person]
    answers = _ANSWERED_BY.get(event.response, frozenset()) if event.response else frozenset()
    settled = [step for step in course.open if step.doing in answers and step.person == person]
    done = [step for step in _done(course, event, person) if step not in settled]
    return (*noted, *settled, *done)


def _done(course: Course, event: Event, person: Person) -> list[Step]:
    able = [step for step in course.open if step.doing in _DONE_BY[event.what]]
    if event.response not in {None, *_NOBODY_THERE}:
        able = [step for step in able if step.doing is not Doing.FOLLOW_LEADS]  # this is an answer of theirs
    if event.what is Action.RESEARCHED:
        return able if is_researched(course.case) else []
    if event.person is None:
        letters = [step for step in able if step.doing is Doing.WRITE]
        theirs = letters or [step for step in able if step.person in (None, person)]
    elif course.case.named(event.person) is None:
        theirs = [step for step in able if step.doing is Doing.FOLLOW_LEADS]  # somebody of another company
    else:
        theirs = [step for step in able if step.person == person]
    return _at_once(theirs, event.on)


def _at_once(steps: list[Step], on: dt.date) -> list[Step]:
    """Of the steps that could be meant, the letters, or what one conversation does: all that is due, else the first.

    A call about openings counts only in its own weeks (R39).
    """
    letters = [step for step in steps if step.doing is Doing.WRITE]
    if letters:
        return letters
    said = [step for step in steps if step.person]
    due = [step for step in said if step.earliest <= on]
    early = [step for step in said if purpose_of(step) not in ABOUT_OPENINGS]
    return due or early[:1] or [step for step in steps if not step.person][:1]


def _mailed(course: Course, event: Event, finished: tuple[Step, ...]) -> Course:
    """Letters that went out move the call (R32)."""
    for step in finished:
        if step.person and step.doing in {Doing.WRITE, Doing.SEND_AGAIN}:
            course = mailed(course, step.person, event.on)
            if step.doing is Doing.WRITE and step.person == course.case.contact:
                course = replace(course, mailed_on=event.on)
    return course


def _noted(course: Course, event: Event, finished: tuple[Step, ...]) -> Course:
    """What the course remembers besides: that they were spoken to, and how often about openings (R39, R57)."""
    if event.response in _NOBODY_THERE:
        return course
    if any(purpose_of(step) in ABOUT_OPENINGS for step in finished):
        course = replace(course, calls_made=course.calls_made + 1)
    told = event.what in {Action.CALLED, Action.MET} or any(step.doing is Doing.EMAIL for step in finished)
    return replace(course, spoke_on=event.on) if told else course
