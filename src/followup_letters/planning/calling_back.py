"""Calls that keep you remembered: every four to six weeks, as long as they are welcome (R39–R41, X3)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from followup_letters.planning import wordings
from followup_letters.planning.course import Course, as_email, purpose_of
from followup_letters.planning.moments import Moment, ends, in_this_call
from followup_letters.planning.steps import Doing
from followup_letters.workdays import DAY

CALL_BACK_DAYS = 35
"""From the letter, or the last call, to a call about openings (R39)."""
CALL_BACK_WINDOW_DAYS = (28, 42)
"""The earliest and the latest of such a call: four to six weeks (R39)."""
CALLS_UNASKED = 3
"""After so many calls about openings it is for the user to say whether there are more (R39)."""
HALF_A_YEAR_MONTHS = 6

ABOUT_OPENINGS = frozenset({"openings", "talk", "go_on"})
"""The purposes of calls that keep you remembered."""


def ask_to_call(course: Course, moment: Moment) -> Course:
    """Reservations about such calls: ask whether you may call (R41)."""
    if not must_ask(course):
        return course
    on, latest = in_this_call(course, moment)
    step = course.step("permission", Doing.ASK_TO_CALL, moment.person, on, "permission", latest=latest)
    return course.with_steps(step)


def call_about_openings(course: Course, moment: Moment) -> Course:
    """Every four to six weeks, if you are keen on the company or they said that you may (R39, R41)."""
    wanted = course.permitted or (course.case.keen and not must_ask(course))
    if course.case.keen is False:
        return ends("not_keen")(course, moment) if course.permitted else course
    if not wanted:
        return course
    return in_a_month(course, moment, "openings", "openings", *(("permitted",) if course.permitted else ()))


def call_about_openings_if_free(course: Course, moment: Moment) -> Course:
    """The same, unless there is something else to say to them first."""
    busy = any(step.doing.is_call or step.doing is Doing.EMAIL for step in course.open)
    return course if busy else call_about_openings(course, moment)


def must_ask(course: Course) -> bool:
    reluctant = bool(course.case.interview.outlook.reluctant_to_call)
    return reluctant and not course.permitted and course.case.keen is not False


def in_a_month(course: Course, moment: Moment, purpose: str, *reasons: str) -> Course:
    """A call in four to six weeks: counted from the letter, or from a call that came when it was due (R39)."""
    first, last = CALL_BACK_WINDOW_DAYS
    base = course.mailed_on if moment.on < course.mailed_on + first * DAY else moment.on
    on = course.case.days.on_or_after(base + CALL_BACK_DAYS * DAY)
    if on > _months_after(course.mailed_on, HALF_A_YEAR_MONTHS):
        return ends("half_a_year")(course, moment)
    doing = Doing.CALL_BACK
    if course.calls_made >= CALLS_UNASKED:
        purpose, doing, reasons = "go_on", Doing.DECIDE, ("go_on", "openings")
    window = {"earliest": base + first * DAY, "latest": max(on, base + last * DAY)}
    return course.with_steps(course.step(purpose, doing, moment.person, on, *reasons, **window))


def _months_after(day: dt.date, months: int) -> dt.date:
    """The same day of the month `months` later, or the last day of a month that is too short."""
    years, month = divmod(day.month - 1 + months, 12)
    first = dt.date(day.year + years, month + 1, 1)
    last = (first.replace(day=28) + 4 * DAY).replace(day=1) - DAY
    return first.replace(day=min(day.day, last.day))


# ------------------------------------------------------------------------------------------------- permission


def no_more_calls(course: Course, moment: Moment) -> Course:
    """They asked for no calls: what was to be said is written, now and always (X3)."""
    spoken = any(step.doing.is_call for step in moment.finished)
    course = _silenced(replace(course, no_calls="no_calls"))
    if spoken and not any(step.doing is Doing.EMAIL for step in course.open):
        day = course.case.days.after(moment.on, 1)
        course = course.with_steps(course.step("instead", Doing.EMAIL, moment.person, day, "no_calls"))
    return course


def calls_refused(course: Course, moment: Moment) -> Course:
    """You may not call: the calls about openings stop, and whatever else is to be said is written (R41)."""
    stopped = [step for step in course.open if purpose_of(step) in ABOUT_OPENINGS]
    course = course.dropped(stopped, wordings.dropped("refused", course.case.interview))
    return _silenced(replace(course, no_calls=course.no_calls or "not_again", permitted=False))


def calls_permitted(course: Course, moment: Moment) -> Course:
    """You may call (R41); that does not undo a wish for no calls at all (X3)."""
    no_calls = None if course.no_calls == "not_again" else course.no_calls
    return replace(course, no_calls=no_calls, permitted=True)


def _silenced(course: Course) -> Course:
    """No open step is a call."""
    for step in course.open:
        if step.doing.is_call:
            course = course.changed(step, as_email(course.case, step, course.no_calls or "no_calls"))
    return course
