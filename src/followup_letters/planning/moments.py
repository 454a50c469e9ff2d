"""What has just happened, and what many answers have in common: what is given up, how it ends, when one asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from followup_letters.choices import Action, LetterKind
from followup_letters.models import Event, Person
from followup_letters.planning import wordings
from followup_letters.planning.course import Course
from followup_letters.planning.steps import Doing, Step


@dataclass(frozen=True)
class Moment:
    """What has just happened."""

    event: Event
    person: Person
    """Who answered, or is meant."""
    finished: tuple[Step, ...]
    """The steps that were done by it."""

    @property
    def on(self) -> dt.date:
        """The day."""
        return self.event.on

    @property
    def is_spoken(self) -> bool:
        """True if it was said on the telephone or in person, so that one could ask at once."""
        return self.event.what in {Action.CALLED, Action.MET}


Follow = Callable[[Course, Moment], Course]


# -------------------------------------------------------------------------------------------- what is given up


def give_up_all(course: Course, moment: Moment) -> Course:
    """Nothing but the letters, what was promised and the leads is left to do."""
    kept = {Doing.WRITE, Doing.KEEP_PROMISE, Doing.FOLLOW_LEADS}
    return _give_up(course, moment, [step for step in course.open if step.doing not in kept])


def give_up_letters(course: Course, moment: Moment) -> Course:
    """The job is filled: a letter that asks for it, and is not out by now, is not mailed any more (R22)."""
    if course.case.decision.kind is LetterKind.COURTESY:
        return course  # it asks for nothing
    letters = [step for step in course.open if step.doing is Doing.WRITE]
    return course.dropped(letters, wordings.dropped("filled", course.case.interview))


def give_up_theirs(course: Course, moment: Moment) -> Course:
    """What was to be said to this person has been overtaken."""
    theirs = [step for step in course.open if step.person == moment.person]
    kept = {Doing.WRITE, Doing.KEEP_PROMISE}
    return _give_up(course, moment, [step for step in theirs if step.doing not in kept])


def _give_up(course: Course, moment: Moment, steps: list[Step]) -> Course:
    interview, response = course.case.interview, moment.event.response
    if response is None:
        return course.dropped(steps, wordings.dropped("met", interview))
    return course.dropped(steps, wordings.dropped("answered", interview, response.value))


def give_up_leads(course: Course, moment: Moment) -> Course:
    """They had no names (R38)."""
    leads = [step for step in course.open if step.doing is Doing.FOLLOW_LEADS]
    return course.dropped(leads, wordings.dropped("no_leads", course.case.interview))


# ------------------------------------------------------------------------------------------------ how it ends


def ends(name: str, *, over: bool | None = None) -> Follow:
    """The reason for which nothing follows; `over` says whether the job is gone, or yours; None: as before."""

    def follow(course: Course, moment: Moment) -> Course:
        end = wordings.ending(name, course.case.interview)
        return replace(course, end=end, is_over=course.is_over if over is None else over)

    return follow


def named_day(course: Course, moment: Moment) -> dt.date | None:
    """The day on which they asked for the next call, or the business day after it; None if they named none (X2)."""
    day = moment.event.call_on
    return course.case.days.on_or_after(day) if day and day >= moment.on else None


def in_this_call(course: Course, moment: Moment) -> tuple[dt.date, dt.date]:
    """The first and last day of a question: the day they named, or this conversation, or else the next business day."""
    if day := named_day(course, moment):
        return day, day
    tomorrow = course.case.days.after(moment.on, 1)
    return (moment.on if moment.is_spoken else tomorrow), tomorrow
