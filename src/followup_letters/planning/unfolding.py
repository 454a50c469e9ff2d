"""The history, event by event: which steps each one does, and what follows it. What follows is told in following.py."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from followup_letters.choices import Action, Response
from followup_letters.deciding import declines
from followup_letters.models import Event, Person
from followup_letters.planning.beginning import begun, is_researched, mailed
from followup_letters.planning.calling_back import ABOUT_OPENINGS
from followup_letters.planning.course import Case, Course, purpose_of
from followup_letters.planning.following import AFTER_RESPONSE, after_silence, call_on_the_day_named, try_again
from followup_letters.planning.moments import Follow, Moment
from followup_letters.planning.steps import Doing, Step
from followup_letters.planning.wordings import what
from followup_letters.wording.promising import promises_a_call

_CALLS = frozenset(doing for doing in Doing if doing.is_call) | {Doing.DECIDE, Doing.FOLLOW_LEADS}
_DONE_BY: dict[Action, frozenset[Doing]] = {
    Action.WROTE: frozenset({Doing.WRITE, Doing.SEND_AGAIN, Doing.EMAIL}),
    Action.EMAILED: frozenset({Doing.WRITE, Doing.SEND_AGAIN, Doing.EMAIL, Doing.DECIDE}),
    Action.KEPT: frozenset({Doing.KEEP_PROMISE}),
    Action.CALLED: _CALLS,
    Action.RESEARCHED: frozenset({Doing.RESEARCH}),
    Action.MET: frozenset({Doing.MEET_AGAIN}),
    Action.HEARD: frozenset(),
}
"""Which steps are done by what happened."""
_AT_ONCE = frozenset({Doing.WRITE, Doing.KEEP_PROMISE})
"""What is done on its own, and for everybody where nobody is named."""
_SETTLED_BY: dict[Response, frozenset[str]] = {
    Response.MAY_CALL: frozenset({"permission"}),
    Response.MAY_NOT_CALL: frozenset({"permission"}),
    Response.LEADS_GIVEN: frozenset({"feedback", "leads"}),
    Response.NO_LEADS: frozenset({"feedback", "leads"}),
}
"""The purposes of the questions that an answer settles, however it came."""
_NO_CALLS = frozenset({Response.ASKED_NOT_TO_CALL, Response.MAY_NOT_CALL})
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
    if event.what is Action.EMAILED:
        course, finished = _by_email(course, finished)
    course = course.done(finished, event.on)
    course = _mailed(course, event, finished)
    course = _noted(course, event, finished)
    if declines(course.case.interview.outlook):
        return course  # a job of no interest: whatever they answer, nothing is pursued (R13)
    moment = Moment(event, person, finished)
    for follow in _follows(course, event):
        course = follow(course, moment)
    return course if _is_elsewhere(course, event) else call_on_the_day_named(course, moment)


def _by_email(course: Course, finished: tuple[Step, ...]) -> tuple[Course, tuple[Step, ...]]:
    """`course` and its `finished` steps, with the letters told as e-mailed, however they were to go."""
    sent = []
    for step in finished:
        is_letter = step.doing is Doing.WRITE
        text = what(purpose_of(step), Doing.EMAIL, course.case.interview, step.person) if is_letter else step.what
        sent.append(replace(step, what=text))
        course = course.changed(step, sent[-1])
    return course, tuple(sent)


def _follows(course: Course, event: Event) -> tuple[Follow, ...]:
    if _is_elsewhere(course, event):
        return (try_again,) if event.response in _NOBODY_THERE and _has_leads(course) else ()
    return (after_silence,) if event.response is None else AFTER_RESPONSE[event.response]


def _is_elsewhere(course: Course, event: Event) -> bool:
    """True of a call to somebody whom the file does not list: a manager of another company (R38).

    A wish for no calls counts whoever uttered it; so does an answer from before there were any names, which can only
    be this employer's.
    """
    if not _is_unlisted(course, event) or event.what is not Action.CALLED or event.response in _NO_CALLS:
        return False
    return _has_leads(course) or event.response in {None, *_NOBODY_THERE}


def _has_leads(course: Course) -> bool:
    return any(step.doing is Doing.FOLLOW_LEADS for step in (*course.open, *course.closed))


def _is_unlisted(course: Course, event: Event) -> bool:
    return event.person is not None and course.case.named(event.person) is None


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
    settles = _SETTLED_BY.get(event.response, frozenset()) if event.response else frozenset()
    settled = [step for step in course.open if purpose_of(step) in settles and step.person == person]
    done = [step for step in _done(course, event, person) if step not in settled]
    return (*noted, *settled, *done)


def _done(course: Course, event: Event, person: Person) -> list[Step]:
    able = [step for step in course.open if step.doing in _DONE_BY[event.what] or _is_called_for(step, event)]
    leads = [step for step in able if step.doing is Doing.FOLLOW_LEADS]
    at_once = _AT_ONCE if event.what is not Action.CALLED else frozenset()
    if event.what is Action.RESEARCHED:
        return able if is_researched(course.case) else []
    if _is_elsewhere(course, event):
        return leads
    if _is_unlisted(course, event) and event.what is not Action.CALLED:
        return []  # a letter to somebody else
    if event.person is None:
        letters = [step for step in able if step.doing in at_once]
        said = _in_one_conversation([step for step in able if step.person == person], event.on)
        is_answer = event.response not in {None, *_NOBODY_THERE}
        return letters or said or ([] if is_answer else leads)
    theirs = [step for step in able if step.person == person]
    return [step for step in theirs if step.doing in at_once] or _in_one_conversation(theirs, event.on)


def _is_called_for(step: Step, event: Event) -> bool:
    """True for a promise to call, which a call keeps."""
    promised = step.person.promised if step.person and step.doing is Doing.KEEP_PROMISE else None
    return event.what is Action.CALLED and promised is not None and promises_a_call(promised)


def _in_one_conversation(steps: list[Step], on: dt.date) -> list[Step]:
    """Of what was to be said to one person, what is due; if nothing is, the first, for one may be early.

    A call about openings counts only in its own weeks (R39).
    """
    due = [step for step in steps if step.earliest <= on]
    return due or [step for step in steps if purpose_of(step) not in ABOUT_OPENINGS][:1]


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
    if event.response in _NOBODY_THERE or _is_unlisted(course, event):
        return course
    if any(purpose_of(step) in ABOUT_OPENINGS for step in finished):
        course = replace(course, calls_made=course.calls_made + 1)
    is_letter = any(step.doing in {Doing.WRITE, Doing.SEND_AGAIN} for step in finished)
    told = event.what in {Action.CALLED, Action.MET} or (event.what is Action.EMAILED and not is_letter)
    return replace(course, spoke_on=event.on) if told else course
