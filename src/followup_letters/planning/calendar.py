"""The plan as an iCalendar file: its dated steps as all-day events, for Google, Apple and Outlook.

The same plan gives the same bytes. An event keeps its UID whatever happens to its step, and its SEQUENCE never goes
down, so that a calendar that reads the file again moves the events it has and doubles none. Nothing is worded here.
"""

from __future__ import annotations

import datetime as dt
import tomllib
import unicodedata
import uuid
from functools import cache
from typing import TYPE_CHECKING

from followup_letters.choices import Medium
from followup_letters.planning import wordings
from followup_letters.planning.steps import Doing, State, Step
from followup_letters.templates_folder import read
from followup_letters.workdays import DAY

if TYPE_CHECKING:
    from icalendar import Alarm, Event

    from followup_letters.planning.plans import Plan

_PRODUCT = "-//followup-letters//plan//EN"
_UIDS = uuid.UUID("6f0b1c1e-5a0e-5c53-9a51-0d5c9b3a7e42")  # the namespace of our UIDs; never to be changed
_REMINDERS = (dt.timedelta(hours=-15), dt.timedelta(hours=8))  # nine the day before, eight in the morning of the day
_PRIVATE = frozenset({Doing.ANSWER_OFFER})  # what their very names tell


def to_ics(plan: Plan, *, private: bool = False) -> bytes:
    """The open steps of `plan` as an iCalendar file with reminders.

    A step that is done is left out: what is in a calendar of it is past. A step that was dropped is written as
    cancelled and without a reminder, because a calendar that has it already would go on reminding of it if it were
    merely missing. `private` adds what the plan says of each step and why, the telephone number of its person, and
    the step that answers another offer (R57); without it the file says only what, with whom, and when, so that it can
    lie in a calendar that others see.
    """
    from icalendar import Calendar  # only who wants a calendar pays for it

    calendar = Calendar()
    calendar.add("PRODID", _PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    for step in plan.steps:
        if step.state is not State.DONE and (private or step.doing not in _PRIVATE):
            calendar.add_component(_event(plan, step, private=private))
    return bytes(calendar.to_ical())


def _event(plan: Plan, step: Step, *, private: bool) -> Event:
    from icalendar import Event

    from followup_letters.planning.calendar_text import CalendarText

    dropped = step.state is State.DROPPED
    summary = _summary(plan, step)
    event = Event()
    event.add("UID", _uid(plan, step))
    event.add("DTSTAMP", dt.datetime.combine(plan.today, dt.time(), dt.UTC))
    event.add("SEQUENCE", _sequence(plan))
    event.add("DTSTART", step.on)
    event.add("DTEND", step.on + DAY)
    event.add("SUMMARY", CalendarText(summary))
    event.add("STATUS", "CANCELLED" if dropped else "CONFIRMED")
    event.add("CLASS", "PRIVATE")
    event.add("TRANSP", "TRANSPARENT")  # a letter to write does not make anybody busy
    if private:
        event.add("DESCRIPTION", CalendarText(_details(step)))
    if not dropped:
        for reminder in _REMINDERS:
            event.add_component(_alarm(summary, reminder))
    return event


def _alarm(summary: str, reminder: dt.timedelta) -> Alarm:
    from icalendar import Alarm

    from followup_letters.planning.calendar_text import CalendarText

    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", CalendarText(summary))
    alarm.add("TRIGGER", reminder)
    return alarm


def _uid(plan: Plan, step: Step) -> str:
    """The same for the same step of the same interview, on every day and every machine."""
    interview = plan.interview
    named = (interview.candidate.name, interview.company.name, interview.position.title, interview.interview.date)
    return str(uuid.uuid5(_UIDS, "\n".join([*map(str, named), step.key])))


def _sequence(plan: Plan) -> int:
    """A number that grows with every day and every event, and so with whatever can move a step."""
    days = (plan.today - plan.interview.interview.date).days
    return max(0, days) + len(plan.interview.history)


@cache
def _names() -> dict[str, str]:
    return tomllib.loads(read("en/calendar.toml"))


def _summary(plan: Plan, step: Step) -> str:
    """What is done and with whom, of a promise what and by when; not what else the plan says: a doubt, an offer."""
    company = wordings.company(plan.interview)
    person = step.person.name if step.person else ""
    is_by_email = step.doing is Doing.WRITE and plan.decision.medium is Medium.EMAIL
    name = _names()["write_by_email" if is_by_email else step.doing.name.lower()]
    promised, latest = wordings.promised(step.person), wordings.short_day(step.latest, plan.interview)
    named = name if "{company}" in name else f"{name} ({{company}})"
    return _printable(named.format(person=person, company=company, promised=promised, latest=latest))


def _details(step: Step) -> str:
    """What exactly, the number to call, and why."""
    phone = step.person.phone if step.person else None
    return "\n".join(_printable(line) for line in [step.what, phone, *map(str, step.reasons)] if line)


def _printable(text: str) -> str:
    """`text` in one line, without the control characters that a calendar file cannot hold."""
    return "".join(
        " " if unicodedata.category(character) in {"Cc", "Zl", "Zp", "Cs"} else character for character in text
    )
