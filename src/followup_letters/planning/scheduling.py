"""The plan of one interview: what its history has led to, seen from one day."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import replace

from followup_letters.arguments import check_interview, check_path, checked_day
from followup_letters.choices import Medium
from followup_letters.errors import Fault, InputError
from followup_letters.models import Interview
from followup_letters.planning import wordings
from followup_letters.planning.beginning import is_researched, waiting
from followup_letters.planning.course import Case, Course
from followup_letters.planning.offers import with_offer
from followup_letters.planning.plans import Plan
from followup_letters.planning.steps import Doing, State, Step
from followup_letters.planning.unfolding import unfolded
from followup_letters.shown import called_as
from followup_letters.templates_folder import own_folder

_ORDER = {doing: index for index, doing in enumerate(Doing)}  # of the steps of one day


@called_as("as in plan(interview, datetime.date.today())")
def plan(interview: Interview, today: dt.date, *, templates: str | os.PathLike[str] | None = None) -> Plan:
    """Every step that follows `interview`, with its days, its reasons and where it stands on the day `today` (R31–R63).

    A pure function: the same file and the same day give the same plan. So `today` is always given: the library reads no
    clock, the command does. What the history has after `today`, or before the interview, is `passed_over` and does not
    count. `templates` is a folder of your own for the words of its call sheets, searched before ours; TemplateError if
    it is none. Raises InputError for no Interview, no date, and a day so far off that the days after it are none of the
    calendar's, and what `decide` raises.
    """
    check_interview(interview, Interview, "plan(interview)")
    today = checked_day(today, "plan(today)")
    if not dt.date(1900, 1, 1) <= today < dt.date(2200, 1, 1):
        rule, found = "a day of the years 1900 to 2199", today.isoformat()
        raise InputError([Fault(rule, field="plan(today)", found=found, kind="argument")])
    if templates is not None:
        check_path(templates, "plan(templates)")
        own_folder(templates)
    case = Case.of(interview)
    met_on = interview.interview.date
    course = unfolded(case, (event for event in interview.history if met_on <= event.on <= today))
    course = with_offer(_researched(waiting(course, today), today), today=today)
    steps = [*course.closed, *(_dated(case, _seen(step, today)) for step in course.open)]
    listed = {person.name: place for place, person in enumerate(interview.people)}  # the order of the letters
    steps.sort(key=lambda step: (step.on, _ORDER[step.doing], _place(step, listed), step.key))
    return Plan(interview, today, case.decision, tuple(steps), course.end, templates)


def _researched(course: Course, today: dt.date) -> Course:
    """Research is done when there is something in the file to show for it (R61)."""
    if not is_researched(course.case):
        return course
    met_on = course.case.interview.interview.date
    for step in course.open:
        if step.doing is Doing.RESEARCH:
            course = course.done([step], max(met_on, min(step.on, today)))
    return course


def _place(step: Step, listed: Mapping[str, int]) -> int:
    """The place of the person of `step` among those `listed`; after them for nobody of these."""
    return listed.get(step.person.name, len(listed)) if step.person else len(listed)


def _seen(step: Step, today: dt.date) -> Step:
    if today < step.on:
        return replace(step, state=State.UPCOMING)
    return replace(step, state=State.DUE if today <= step.latest else State.OVERDUE)


def _dated(case: Case, step: Step) -> Step:
    """A letter that goes out too late says which date is on it."""
    if step.doing is not Doing.WRITE or step.state is not State.OVERDUE or case.decision.medium is Medium.EMAIL:
        return step
    why = wordings.why("dated", case.interview, day=wordings.day(case.decision.mail_on, case.interview))
    return replace(step, reasons=(*step.reasons, why))
