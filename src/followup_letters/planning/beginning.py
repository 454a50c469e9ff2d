"""How every follow-up begins: the letters, research where it belongs, and the first call (R1–R32, R58–R63).

Also what a letter that goes out on another day than planned moves: the call a week after it, and what comes before.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from followup_letters.choices import LetterKind, Medium
from followup_letters.deciding import Reason, call_after
from followup_letters.models import Person
from followup_letters.planning import wordings
from followup_letters.planning.course import Case, Course, as_email, purpose_of
from followup_letters.planning.steps import Doing, Step
from followup_letters.promised_days import is_for_that_day, promised_by
from followup_letters.wording.promising import says_none
from followup_letters.workdays import DAY

FIRST_CALLS = ("receipt", "vigorous")
"""The purposes of the first call."""
_RESEARCH_DAYS = 2
"""Business days from the research to the call."""


def begun(case: Case) -> Course:
    """The course of `case` before anything has happened."""
    asked = case.interview.outlook.asked_not_to_call
    course = Course(case, case.decision.mail_on, wordings.ending(_first_end(case), case.interview))
    course = replace(course, no_calls="no_calls" if asked else None)
    for person in case.decision.recipients:
        course = course.with_steps(_letter(course, person), *_promises(course, person))
    if case.contact is None or case.decision.kind is LetterKind.COURTESY:
        return course
    return _with_first_call(course, case.contact)


def _first_end(case: Case) -> str:
    if case.contact is None:
        return "nobody"
    if case.decision.kind is LetterKind.COURTESY:
        return "courtesy"
    if case.interview.outlook.asked_not_to_call:
        return "no_calls"
    return "told" if call_after(case.interview, case.decision.mail_on)[0] else "no_room"


# ---------------------------------------------------------------------------------------------------- letters


def _letter(course: Course, person: Person) -> Step:
    decision, interview = course.case.decision, course.case.interview
    latest = decision.mail_by
    if decision.kind is LetterKind.PURSUE:  # the call is about a letter that is out; without room, it goes at once
        call_on, _ = call_after(interview, decision.mail_on)
        latest = min(latest, call_on - DAY if call_on else decision.mail_on)
    reasons = _letter_reasons(course.case, person)
    step = course.step("letter", Doing.WRITE, person, decision.mail_on, *reasons, latest=max(latest, decision.mail_on))
    if decision.medium is Medium.EMAIL:
        step = replace(step, what=wordings.what("letter", Doing.EMAIL, interview, person))
    return step


def _promises(course: Course, person: Person) -> tuple[Step, ...]:
    """What was promised to `person` goes out with the letter, by the day that was said, or on it; nothing has none."""
    if person.promised is None or says_none(person.promised):
        return ()
    by = promised_by(person.promised, course.case.interview.interview.date)
    on = by if by and is_for_that_day(person.promised) else min(course.case.decision.mail_on, by or dt.date.max)
    latest = by or max(on, course.case.decision.mail_by)
    return (course.step("promise", Doing.KEEP_PROMISE, person, on, "promised", latest=latest),)


def _letter_reasons(case: Case, person: Person) -> tuple[Reason, ...]:
    """Of the reasons of the decision (the kind, one for each person, the days) those of this letter."""
    kind, *others = case.decision.reasons
    of_people, of_days = others[: len(case.people)], others[len(case.people) :]
    if case.decision.call_on:
        of_days = of_days[:-1]  # the last is that of the call
    first = (wordings.why("vigorous_letter", case.interview),) if case.vigorous else ()
    return (of_people[case.people.index(person)], kind, *first, *of_days)


# ----------------------------------------------------------------------------------------------- the first call


def _with_first_call(course: Course, person: Person) -> Course:
    on, why = call_after(course.case.interview, course.mailed_on)
    if on is None:
        return course
    if not course.case.vigorous:
        unsure = ("not_vigorous",) if course.case.interview.outlook.pursue_vigorously else ()
        return course.with_steps(course.step("receipt", Doing.CALL, person, on, why, *unsure))
    research = _research(course, on)
    call = course.step("vigorous", Doing.CALL, person, on, why, "vigorous_call", "vigorous_goal")
    return course.with_steps(research, call)


def _research(course: Course, call_on: dt.date) -> Step:
    lacks = () if is_researched(course.case) else ("research_lacks",)
    first, on, last = _research_days(course, call_on)
    return course.step("research", Doing.RESEARCH, None, on, "research", *lacks, earliest=first, latest=last)


def _research_days(course: Course, call_on: dt.date) -> tuple[dt.date, dt.date, dt.date]:
    """From the letter to the business day before the call, best two business days before it (R61)."""
    first, days = course.mailed_on, course.case.days
    return first, max(first, days.before(call_on, _RESEARCH_DAYS)), max(first, days.before(call_on, 1))


def is_researched(case: Case) -> bool:
    """True if there is at least one finding and one question to call with (R61)."""
    return bool(case.interview.outlook.research and case.interview.outlook.questions)


# ---------------------------------------------------------------------------------- a letter on another day


def mailed(course: Course, person: Person, on: dt.date) -> Course:
    """The course once the letter to `person` has gone out on the day `on`: the first call to them moves with it."""
    call_on, why = call_after(course.case.interview, on)
    named = wordings.why("named", course.case.interview)
    for step in course.open:
        if purpose_of(step) in FIRST_CALLS and step.person == person and named not in step.reasons:
            course = course.changed(step, _moved(course, step, call_on, on, why))
        elif step.doing is Doing.RESEARCH and call_on and person == course.case.contact:
            first, day, last = _research_days(replace(course, mailed_on=on), call_on)
            course = course.changed(step, replace(step, on=day, earliest=first, latest=last))
    return course


def _moved(course: Course, step: Step, call_on: dt.date | None, mailed_on: dt.date, why: Reason) -> Step:
    if call_on is None:
        step = replace(step, on=mailed_on, earliest=mailed_on, latest=mailed_on, reasons=step.reasons[1:])
        return as_email(course.case, step, "no_room")
    return replace(step, on=call_on, earliest=call_on, latest=call_on, reasons=(why, *step.reasons[1:]))


def waiting(course: Course, today: dt.date) -> Course:
    """While the letter is past its day the call waits for it: a week from the day on which it can go out (R32)."""
    letter = next((step for step in course.open if _is_the_letter(course.case, step) and step.on < today), None)
    calls = [step for step in course.open if purpose_of(step) in FIRST_CALLS]
    if letter is None or letter.person is None or not calls:
        return course
    is_email = course.case.decision.medium is Medium.EMAIL
    mail_on = today if is_email else course.case.days.on_or_after(today)
    if call_after(course.case.interview, mail_on)[0]:
        return mailed(course, letter.person, mail_on)
    if today <= letter.latest:
        return course
    course = course.dropped(calls, wordings.dropped("no_room", course.case.interview))
    return course.changed(letter, as_email(course.case, letter, "no_room", doing=Doing.WRITE))


def _is_the_letter(case: Case, step: Step) -> bool:
    return step.doing is Doing.WRITE and step.person == case.contact
