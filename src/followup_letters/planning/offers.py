"""Another employer's offer: they are always told of it, in time, and it must be answered (R57)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from followup_letters.choices import LetterKind
from followup_letters.models import OtherOffer
from followup_letters.planning import wordings
from followup_letters.planning.course import Course
from followup_letters.planning.steps import Doing, State, Step
from followup_letters.workdays import DAY

_LEAD_DAYS = 2
"""Business days from the call that tells of the offer to the day on which it must be answered."""


def with_offer(course: Course, *, today: dt.date) -> Course:
    """The course with the day on which the other offer must be answered, and with a call in time to tell of it."""
    case, offer = course.case, course.case.interview.outlook.other_offer
    if offer is None or case.decision.kind is LetterKind.COURTESY or not _makes_sense(course, offer):
        return course
    if _is_told(course, offer):
        no_room = wordings.dropped("no_room", case.interview)
        course = course.dropped([step for step in course.open if _is_too_early(course, step, offer)], no_room)
    elif case.contact and not course.is_over and today <= offer.decide_by:
        course = _told_in_time(course, offer)
    answer = course.step("answer_offer", Doing.ANSWER_OFFER, None, offer.decide_by, "offer_by")
    course = course.with_steps(answer)
    lapsed = wordings.dropped("lapsed", case.interview)
    return course.dropped([answer], lapsed) if offer.decide_by < today else course


def _makes_sense(course: Course, offer: OtherOffer) -> bool:
    return max(offer.received, course.case.interview.interview.date) <= offer.decide_by


def _is_told(course: Course, offer: OtherOffer) -> bool:
    return course.spoke_on is not None and course.spoke_on >= offer.received


def _is_too_early(course: Course, step: Step, offer: OtherOffer) -> bool:
    """True of a call whose day, by the rules, was over before there was an offer to tell of."""
    return step.doing.is_call and step.on == _latest(course, offer) < offer.received


def _latest(course: Course, offer: OtherOffer) -> dt.date:
    return course.case.days.before(offer.decide_by, _LEAD_DAYS)


def _told_in_time(course: Course, offer: OtherOffer) -> Course:
    """What comes first is said two business days before the answer is due, or else an e-mail goes out at once."""
    says = [step for step in course.open if step.doing.is_call or step.doing is Doing.EMAIL]
    first = min(says, key=lambda step: step.on, default=None)
    latest = _latest(course, offer)
    if first is None:
        return _told_besides(course, offer, latest)
    if _is_too_early(course, first, offer):
        return course.changed(first, _at_once(course, offer, first))
    if offer.decide_by > course.case.days.after(first.on, 1):
        return course
    if first.doing.is_call and latest >= max(_known_on(course, offer), course.mailed_on + DAY):
        reasons = (*first.reasons, wordings.why("offer", course.case.interview))
        return course.changed(first, replace(first, on=latest, earliest=latest, latest=latest, reasons=reasons))
    return _written_at_once(course, offer)


def _told_besides(course: Course, offer: OtherOffer, latest: dt.date) -> Course:
    """Nothing else is to be said to them: a call of its own, if there is room for one."""
    contact = course.case.contact
    if any(step.doing is Doing.WRITE and step.person == contact for step in course.open):
        return course  # the letter itself goes out at once, by e-mail
    on = course.case.days.after(_known_on(course, offer), 1)
    if on <= latest and not course.no_calls:
        return course.with_steps(course.step("offer", Doing.CALL, contact, on, "offer", latest=latest))
    return _written_at_once(course, offer)


def _written_at_once(course: Course, offer: OtherOffer) -> Course:
    on = _known_on(course, offer)
    return course.with_steps(course.step("offer", Doing.EMAIL, course.case.contact, on, "offer_at_once"))


def _at_once(course: Course, offer: OtherOffer, step: Step) -> Step:
    """`step` as an e-mail of the day on which the offer came."""
    on, interview = _known_on(course, offer), course.case.interview
    text, why = wordings.what("offer", Doing.EMAIL, interview, step.person), wordings.why("offer_at_once", interview)
    return replace(step, doing=Doing.EMAIL, what=text, on=on, earliest=on, latest=on, reasons=(why,))


def _known_on(course: Course, offer: OtherOffer) -> dt.date:
    """The day from which they can be told: the offer is there, and what has happened has happened."""
    happened = [step.on for step in course.closed if step.state is State.DONE]
    return max([offer.received, course.case.interview.interview.date, *happened])
