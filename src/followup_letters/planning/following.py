"""What follows each answer: a table, and one small function for each thing that may follow (R35–R57, X1–X3).

Every function takes the course and what has just happened, and gives the course as it goes on. The order of a line of
the table is the order in which they are applied.
"""

from __future__ import annotations

from dataclasses import replace

from followup_letters.choices import Action, Medium, Response
from followup_letters.deciding import call_after
from followup_letters.planning import wordings
from followup_letters.planning.calling_back import (
    ABOUT_OPENINGS,
    ask_to_call,
    call_about_openings,
    call_about_openings_if_free,
    calls_permitted,
    calls_refused,
    in_a_month,
    must_ask,
    no_more_calls,
)
from followup_letters.planning.course import Course, as_email, purpose_of
from followup_letters.planning.moments import (
    Follow,
    Moment,
    ends,
    give_up_all,
    give_up_leads,
    give_up_letters,
    give_up_theirs,
    in_this_call,
    named_day,
)
from followup_letters.planning.steps import Doing, State, Step
from followup_letters.workdays import DAY

_ABOUT_LEADS = frozenset({"feedback", "leads", "follow_leads"})


# ------------------------------------------------------------------------------------------- one more attempt


def try_again(course: Course, moment: Moment) -> Course:
    """Nobody was reached: the same call on the next business day (X1)."""
    day, person = course.case.days.after(moment.on, 1), moment.person
    attempts = _attempts(course, moment)
    if not attempts and not any(step.person == person and step.doing.is_call for step in course.open):
        return course.with_steps(course.step("again", Doing.CALL, person, day, "again"))
    for step in attempts:
        doing = Doing.CALL_BACK if step.doing is Doing.DECIDE else step.doing
        purpose = "openings" if step.doing is Doing.DECIDE else purpose_of(step)
        if doing.is_call or doing in {Doing.EMAIL, Doing.FOLLOW_LEADS}:
            course = course.with_steps(course.step(purpose, doing, step.person, day, "again"))
    return course


def _attempts(course: Course, moment: Moment) -> list[Step]:
    """What was tried; of a call that was noted before its answer, the note is done, and the call was the attempt."""
    attempts = [step for step in moment.finished if step.doing is not Doing.RECORD]
    if attempts or not moment.finished:
        return attempts
    calls = [step for step in course.closed if step.doing.is_call and step.state is State.DONE]
    return [step for step in calls if step.person == moment.person][-1:]


def send_again(course: Course, moment: Moment) -> Course:
    """The letter once more, at once, and the call a week after it (X1)."""
    days, person = course.case.days, moment.person
    by_email = course.case.decision.medium is Medium.EMAIL
    on = moment.on if by_email else days.on_or_after(moment.on)
    letter = course.step("letter_again", Doing.SEND_AGAIN, person, on, "sent_again", latest=days.after(moment.on, 1))
    course = course.with_steps(letter)
    call_on, why = call_after(course.case.interview, on)
    call = course.step("receipt", Doing.CALL, person, call_on or on, why, "arrived_again")
    if call_on is None and call.doing is Doing.CALL:
        call = as_email(course.case, replace(call, reasons=call.reasons[1:]), "no_room")
    return course.with_steps(call)


# -------------------------------------------------------------------------------------- the job is still open


def counter(course: Course, moment: Moment) -> Course:
    """A reservation is always countered: in this call, or else in one on the next business day (R42)."""
    on, latest = in_this_call(course, moment)
    return course.with_steps(course.step("counter", Doing.CALL, moment.person, on, "counter", latest=latest))


def ask_for_decision(course: Course, moment: Moment) -> Course:
    """The business day after the decision is due; if its day is not known, a week later (X2)."""
    days, decides_on = course.case.days, course.case.decides_on
    if decides_on and decides_on > moment.on:
        on, why = days.after(decides_on, 1), "decided"
    else:
        on, why = days.on_or_after(moment.on + 7 * DAY), "undecided"
    return course.with_steps(course.step("decision", Doing.CALL, moment.person, on, why))


def go_on_talking(course: Course, moment: Moment) -> Course:
    """No meeting yet: hear the decision if its day is known, or else call in four to six weeks (R54, R56)."""
    decides_on = course.case.decides_on
    settled = ("settled",) if moment.event.response is Response.RESERVATION_SETTLED else ()
    if decides_on and decides_on >= moment.on:
        on = course.case.days.after(decides_on, 1)
        return course.with_steps(course.step("decision", Doing.CALL, moment.person, on, *settled, "decided", "suggest"))
    if course.case.keen is False:
        return course
    if must_ask(course):
        return ask_to_call(course, moment)
    return in_a_month(course, moment, "talk", *settled, "talk", "suggest")


# --------------------------------------------------------------------------------------------- the job is gone


def ask_for_feedback(course: Course, moment: Moment) -> Course:
    """Where you fell short, the presentation, leads: in this order, in the same call, and once (R36–R38)."""
    if any(purpose_of(step) == "feedback" and step.state is State.DONE for step in course.closed):
        return course
    on, latest = in_this_call(course, moment)
    reasons = ("fell_short", "present", "ask_leads")
    step = course.step("feedback", Doing.ASK_FOR_FEEDBACK, moment.person, on, *reasons, latest=latest)
    return course.with_steps(step)


def ask_for_leads(course: Course, moment: Moment) -> Course:
    """Not convinced: ask for leads now (R44)."""
    on, latest = in_this_call(course, moment)
    step = course.step("leads", Doing.ASK_FOR_LEADS, moment.person, on, "leads_now", "names", latest=latest)
    return course.with_steps(step)


def follow_leads(course: Course, moment: Moment) -> Course:
    """Call the first of the names on the next business day after they were given (R38)."""
    asked = [step.on for step in course.open if purpose_of(step) in {"feedback", "leads"}]
    on = course.case.days.after(max([moment.on, *asked]), 1)
    there = next((step for step in course.open if step.doing is Doing.FOLLOW_LEADS), None)
    if there:
        return course.changed(there, replace(there, on=on, earliest=on, latest=on))
    return course.with_steps(course.step("follow_leads", Doing.FOLLOW_LEADS, None, on, "follow_leads"))


# ------------------------------------------------------------------------------------- a meeting, an offer, silence


def meet_again(course: Course, moment: Moment) -> Course:
    """A meeting is a second interview, with a file of its own (R55)."""
    latest = course.case.days.after(moment.on, 1)
    step = course.step("meeting", Doing.MEET_AGAIN, moment.person, moment.on, "meeting", latest=latest)
    return course.with_steps(step)


def offered(course: Course, moment: Moment) -> Course:
    """Their offer ends the pursuit; another's, received on that day, is told to them (R57)."""
    other = course.case.interview.outlook.other_offer
    if other and other.received == moment.on:
        return course
    return ends("offered", over=True)(give_up_all(course, moment), moment)


def write_it_down(course: Course, moment: Moment) -> Course:
    """A call of which nothing is known yet: write down the words (R34)."""
    noted = any(step.doing is Doing.RECORD and step.person == moment.person for step in course.open)
    if noted or course.is_over:
        return course
    latest = course.case.days.after(moment.on, 1)
    step = course.step("record", Doing.RECORD, moment.person, moment.on, "record", latest=latest)
    return course.with_steps(step)


def call_on_the_day_named(course: Course, moment: Moment) -> Course:
    """The next call to them is on the day for which they asked; if none is planned, it is one more (X2)."""
    day, person = named_day(course, moment), moment.person
    if day is None:
        return course
    why = wordings.why("named", course.case.interview)
    calls = [step for step in course.open if step.person == person and step.doing.is_call]
    first = min(calls, key=lambda step: step.on, default=None)
    if first is None:
        return course.with_steps(course.step("again", Doing.CALL, person, day, why))
    others = {wordings.why(name, course.case.interview) for name in ("again", "arrived_again", "decided", "undecided")}
    for step in (each for each in calls if each.on in (first.on, day)):
        kept = (reason for reason in step.reasons if reason not in others and reason.rule != "R32")
        course = course.changed(step, replace(step, on=day, earliest=day, latest=day, reasons=(why, *kept)))
    return course


# ------------------------------------------------------------------------------------------------- the tables

AFTER_RESPONSE: dict[Response, tuple[Follow, ...]] = {
    Response.HIRED_SOMEONE_ELSE: (
        give_up_all,
        give_up_letters,
        ends("hired", over=True),
        ask_for_feedback,
        follow_leads,
        ask_to_call,
        call_about_openings,
    ),
    Response.RESERVATION: (give_up_theirs, ends("told", over=False), counter),
    Response.RESERVATION_SETTLED: (give_up_theirs, ends("strong", over=False), go_on_talking),
    Response.RESERVATION_STANDS: (
        give_up_theirs,
        ends("stands", over=False),
        ask_for_leads,
        follow_leads,
        ask_to_call,
        call_about_openings,
    ),
    Response.STRONG_CANDIDATE: (give_up_theirs, ends("strong", over=False), go_on_talking),
    Response.NO_DECISION_YET: (give_up_theirs, ends("told", over=False), ask_for_decision),
    Response.NOT_RECEIVED: (give_up_theirs, ends("told"), send_again),
    Response.VOICEMAIL: (try_again,),
    Response.ASSISTANT: (try_again,),
    Response.MEETING_SET: (give_up_all, ends("met", over=True), meet_again),
    Response.OFFER_RECEIVED: (offered,),
    Response.ASKED_NOT_TO_CALL: (ends("no_calls"), no_more_calls),
    Response.MAY_CALL: (calls_permitted, call_about_openings_if_free),
    Response.MAY_NOT_CALL: (ends("refused"), calls_refused),
    Response.LEADS_GIVEN: (follow_leads,),
    Response.NO_LEADS: (give_up_leads, ends("no_leads")),
}
"""What follows each answer, one thing after the other."""


def after_silence(course: Course, moment: Moment) -> Course:
    """What follows if it was not written down what they answered."""
    purposes = {purpose_of(step) for step in moment.finished}
    if moment.event.what is Action.MET:
        return ends("met", over=True)(give_up_all(course, moment), moment)
    if purposes & ABOUT_OPENINGS:
        return in_a_month(course, moment, "talk" if "talk" in purposes else "openings", "openings")
    if moment.is_spoken and not (purposes and purposes <= _ABOUT_LEADS):
        return write_it_down(course, moment)
    return course
