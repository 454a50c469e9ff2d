"""The rules of following up: which kind of letter, who gets one, and when it goes out (R1–R13, R22).

Every choice is recorded as a Reason with its rule. Nothing is worded or matched here.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Container
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from followup_letters.arguments import check_interview, choice
from followup_letters.choices import Language, LetterKind, Level, Medium, Role
from followup_letters.errors import Fault, InputError, counted
from followup_letters.models import Interview, Outlook, Person
from followup_letters.public_holidays import no_package
from followup_letters.shown import Hinting, as_printed
from followup_letters.tables import html_table
from followup_letters.workdays import DAY, FEASTS, WEEKDAYS, Workdays, in_full

OURS = "ours"
"""The rule of what is decided where the rules of following up say nothing."""


@dataclass(frozen=True, repr=False)
class Reason(metaclass=Hinting):
    """Why something was decided: the rule's number ("R13"; OURS where the source is silent) and words."""

    rule: str
    text: str

    _repr_pretty_ = as_printed

    def __repr__(self) -> str:
        return f"<Reason {self}>"

    def __str__(self) -> str:
        return f"{self.text} ({self.named_rule})"

    def as_dict(self) -> dict[str, Any]:
        """The reason as data, for programs."""
        return {"rule": self.rule, "text": self.text}

    @property
    def named_rule(self) -> str:
        """The rule as a person is told it."""
        return "a rule of our own" if self.rule == OURS else self.rule


@dataclass(frozen=True, repr=False)
class Decision(metaclass=Hinting):
    """What was decided for one interview.

    `recipients` are the people to write to, in the order listed, each with a role; `mail_on` is the day the letters
    go out and stands as their date; `mail_by` is the last day the rules allow; `call_on` is the day to call;
    None if no call is due. `medium` is e-mail where post would come too late. `reasons` tell why, in order. `language`
    is the English of the letters.
    """

    kind: LetterKind
    recipients: tuple[Person, ...]
    mail_on: dt.date
    mail_by: dt.date
    call_on: dt.date | None
    medium: Medium
    reasons: tuple[Reason, ...]
    language: Language

    def as_dict(self) -> dict[str, Any]:
        """The decision as data, for programs: plain texts, days as year-month-day."""
        return {
            "kind": self.kind.value,
            "recipients": [{"name": person.name, "role": str(person.role)} for person in self.recipients],
            "mail_on": self.mail_on.isoformat(),
            "mail_by": self.mail_by.isoformat(),
            "call_on": self.call_on.isoformat() if self.call_on else None,
            "medium": self.medium.value,
            "language": self.language.value,
            "reasons": [reason.as_dict() for reason in self.reasons],
        }

    @property
    def _days(self) -> tuple[str, ...]:
        if not self.recipients:
            return ("nobody gets a letter, and so no call is due",)
        told = partial(in_full, british=self.language is Language.EN_GB)
        call = f"you call on {told(self.call_on)}" if self.call_on else "no call is due"
        return (
            f"the letters go out on {told(self.mail_on)} (mail_on)",
            f"the rules allow until {told(self.mail_by)} (mail_by)",
            f"{call} (call_on)",
        )

    _repr_pretty_ = as_printed

    def __repr__(self) -> str:
        return f"<Decision {self.kind}: {counted(len(self.recipients), 'letter')}, {self.mail_on}>"

    def __str__(self) -> str:
        return "\n".join([*map(str, self.reasons), *self._days])

    def _repr_html_(self) -> str:
        rows = [(reason.named_rule, reason.text) for reason in self.reasons]
        return html_table(("Rule", "Decided"), [*rows, *(("", day) for day in self._days)])


def decide(interview: Interview, *, kind: LetterKind | Literal["courtesy", "pursue"] | None = None) -> Decision:
    """Decide for `interview`: the kind (or the one given), the recipients, the days, and why (R1–R13, R22).

    Raises InputError for what is no Interview, and for a kind that there is not.
    """
    check_interview(interview, Interview, "decide(interview)")
    chosen, why = _kind(interview) if kind is None else _overridden(choice(kind, LetterKind, "decide(kind)"), interview)
    recipients, who = _recipients(interview)
    schedule = _Schedule.of(interview)
    is_called = bool(recipients) and _calls(interview, chosen) and schedule.call_on is not None
    call = (schedule.call_on, (schedule.call_reason,)) if is_called else (None, ())
    reasons = (why, *who, *(schedule.reasons if recipients else ()), *call[1])
    days = (schedule.mail_on, schedule.mail_by, call[0])
    return Decision(chosen, recipients, *days, schedule.medium, reasons, interview.letter.language)


# ------------------------------------------------------------------------------------------------- kind


def _kind(interview: Interview) -> tuple[LetterKind, Reason]:
    outlook = interview.outlook
    verdict = _verdict(interview)
    if verdict is not None:
        return LetterKind.COURTESY, verdict
    if outlook.interested is False:
        return LetterKind.COURTESY, Reason("R13", "courtesy: the job is of no interest to you")
    if declines(outlook):
        return LetterKind.COURTESY, Reason("X6", "courtesy: you withdraw")
    if outlook.interested:
        return LetterKind.PURSUE, Reason("R22", "pursue: you want the job")
    return LetterKind.PURSUE, Reason("R11", "pursue: the file does not say that you do not want the job")


def declines(outlook: Outlook) -> bool:
    """Whether you do not want the job: you say so (R13), or withdraw and do not say that you want it (X6)."""
    return outlook.interested is False or (outlook.interested is None and outlook.withdraw)


def _verdict(interview: Interview) -> Reason | None:
    """The reason if an interviewer volunteered that you were not strong; the hiring manager's word rules (R12)."""
    managers = [person for person in with_roles(interview) if person.role is Role.HIRING_MANAGER]
    spoken = [person for person in managers if person.told_not_strong is not None]
    if spoken:
        against = next((person for person in spoken if person.told_not_strong), None)
        return _said(against) if against else None
    if interview.outlook.told_not_strong is not None:
        told = "courtesy: an interviewer said that you were not a strong candidate"
        return Reason("R12", told) if interview.outlook.told_not_strong else None
    against = next((person for person in interview.people if person.told_not_strong), None)
    return _said(against) if against else None


def _said(person: Person) -> Reason:
    return Reason("R12", f"courtesy: {person.name} said that you were not a strong candidate")


def _overridden(kind: LetterKind, interview: Interview) -> tuple[LetterKind, Reason]:
    by_rule, reason = _kind(interview)
    if by_rule is kind:
        return kind, reason
    return kind, Reason("R11", f"{kind}: as you asked; by the rules it would be {reason}")


# ------------------------------------------------------------------------------------------- recipients


def with_roles(interview: Interview) -> tuple[Person, ...]:
    """The people of `interview`, each with a role: the first without one is the hiring manager if nobody is."""
    taken = any(person.role is Role.HIRING_MANAGER for person in interview.people)
    people = []
    for person in interview.people:
        if person.role is None:
            person = person.with_(role=Role.PANEL if taken else Role.HIRING_MANAGER)
            taken = True
        people.append(person)
    return tuple(people)


def _recipients(interview: Interview) -> tuple[tuple[Person, ...], tuple[Reason, ...]]:
    verdicts = [(person, *_gets_letter(person)) for person in with_roles(interview)]
    chosen = tuple(person for person, gets, _ in verdicts if gets)
    reasons = tuple(reason for _, _, reason in verdicts)
    return chosen, reasons


def _gets_letter(person: Person) -> tuple[bool, Reason]:
    if not person.met:
        return False, Reason("R2", f"no letter to {person.name}: you did not meet")
    if person.write is False:
        return False, Reason("R4", f"no letter to {person.name}: you asked for none")
    if person.role is Role.OTHER and not person.write:
        return False, Reason("R1", f"no letter to {person.name}: not one of those who interviewed you")
    rule = {Role.PERSONNEL: "R2", Role.HIRING_MANAGER: "R3", Role.RECRUITER: "X4"}.get(person.role or Role.PANEL, "R4")
    return True, Reason(rule, f"a letter to {person.name}: {person.role}")


_CALLED_FIRST = (Role.HIRING_MANAGER, Role.EXECUTIVE, Role.PANEL, Role.RECRUITER, Role.PERSONNEL, Role.OTHER)


def contact(decision: Decision) -> Person | None:
    """Who is called: the hiring manager, or else the nearest to it that is written to (R32); None: nobody is."""
    return min(decision.recipients, key=lambda person: _CALLED_FIRST.index(person.role or Role.PANEL), default=None)


# ------------------------------------------------------------------------------------------------- days


def _calls(interview: Interview, kind: LetterKind) -> bool:
    """A call follows a pursue letter (R32, R58), unless they asked for none (X3)."""
    return kind is LetterKind.PURSUE and not interview.outlook.asked_not_to_call


@dataclass(frozen=True)
class _Schedule:
    mail_on: dt.date
    mail_by: dt.date
    call_on: dt.date | None
    medium: Medium
    reasons: tuple[Reason, ...]
    call_reason: Reason

    @classmethod
    def of(cls, interview: Interview) -> _Schedule:
        """Mailing by R7–R10, the call by R32, both moved forward by an earlier decision or deadline (R9, R57)."""
        days, met_on, medium = workdays(interview), interview.interview.date, interview.letter.medium
        went = _went(medium)
        if given := _given_mailing(interview):
            (call_on, why), set_by_you = call_after(interview, given), Reason(OURS, f"{went} on the day you set")
            return cls(given, days.after(met_on, 3), call_on, medium, (set_by_you,), why)
        mail_on, reason = _usual_mailing(interview, days)
        deadline = _deadline(interview, known_by=mail_on)  # an offer that came later moved nothing
        if deadline and _call(mail_on, deadline, days) is None:
            mail_on = _next_day(met_on, medium, days)
            reason = Reason("R9", f"{went} the next day: an answer is due on {deadline}")
        reasons = [reason]
        if deadline and _call(mail_on, deadline, days) is None:
            medium, mail_on = Medium.EMAIL, min(met_on + DAY, max(met_on, deadline - DAY))
            reasons.append(Reason("R57", f"by e-mail, at once: no room for a call before {deadline}"))
        call_on, why = call_after(interview, mail_on)
        return cls(mail_on, days.after(met_on, 3), call_on, medium, tuple(reasons), why)


def call_after(interview: Interview, mailed_on: dt.date) -> tuple[dt.date | None, Reason]:
    """The day to call if the letter goes out on `mailed_on`, and why (R32, R57); None: no room before a deadline."""
    days, deadline = workdays(interview), _deadline(interview)
    call_on = _call(mailed_on, deadline, days)
    if deadline and call_on != _usual_call(mailed_on, days):
        return call_on, Reason("R57", f"the call: two business days before {deadline}")
    return call_on, Reason("R32", "the call: one week after writing")


def workdays(interview: Interview) -> Workdays:
    """The business days by the holidays of the file: its dates, or a country's (needs the `holidays` package).

    A country is taken at its word; beside dates, or none, Christmas and New Year's Day are holidays all the same.
    """
    if isinstance(interview.holidays, tuple):
        return Workdays(frozenset(interview.holidays), FEASTS)
    return Workdays(_country_holidays(interview.holidays))


def _country_holidays(country: str) -> Container[dt.date]:
    try:
        from holidays import country_holidays  # an extra: only files that name a country need it
    except ImportError:
        raise no_package() from None
    try:
        if not re.fullmatch("[A-Z]{2,3}", country):  # the package has other things under other names
            raise NotImplementedError
        days: Container[dt.date] = country_holidays(country)
    except NotImplementedError:
        found = country[:60] if country.isprintable() else ascii(country[:60])
        rule = "dates, or a country's code such as US or GB"
        raise InputError([Fault(rule, field="holidays", found=found)]) from None
    return days


def _next_day(met_on: dt.date, medium: Medium, days: Workdays) -> dt.date:
    """The following day; post waits for a business day, e-mail does not (R8)."""
    return met_on + DAY if medium is Medium.EMAIL else days.on_or_after(met_on + DAY)


def _went(medium: Medium) -> str:
    """What is said of a letter that goes out: by post it is mailed, by e-mail sent."""
    return "sent" if medium is Medium.EMAIL else "mailed"


def _given_mailing(interview: Interview) -> dt.date | None:
    """The day that the file sets; one before the interview is a slip of the file, and none."""
    given = interview.letter.mail_on
    return given if given and given >= interview.interview.date else None


def _usual_mailing(interview: Interview, days: Workdays) -> tuple[dt.date, Reason]:
    met_on, level, went = interview.interview.date, interview.position.level, _went(interview.letter.medium)
    if level in {Level.SENIOR, Level.EXECUTIVE}:
        return days.after(met_on, 2), Reason("R9", f"{went} two business days after: the job is {level}")
    if level is Level.JUNIOR:
        day = _next_day(met_on, interview.letter.medium, days)
        return day, Reason("R8", f"{went} {_following(met_on, day)}: the job is junior")
    return days.after(met_on, 1), Reason("R10", f"{went} the next business day")


def _following(met_on: dt.date, day: dt.date) -> str:
    """What the following day is called where post waited for the business day after it, and why it did (R8)."""
    following = met_on + DAY
    if day == following:
        return "the following day"
    closed = f"a {WEEKDAYS[following.weekday()]}" if following.weekday() >= WEEKDAYS.index("Saturday") else "a holiday"
    return f"on {WEEKDAYS[day.weekday()]}, for the following day is {closed} and post waits for a business day"


def _deadline(interview: Interview, *, known_by: dt.date = dt.date.max) -> dt.date | None:
    """The earlier of the employer's decision and the day another offer, received by `known_by`, must be answered.

    A day that was over when you met is a slip of the file, and no deadline.
    """
    outlook, offer = interview.outlook, interview.outlook.other_offer
    answer_by = offer.decide_by if offer and offer.received <= known_by else None
    ahead = (day for day in (outlook.employer_decides_on, answer_by) if day and day > interview.interview.date)
    return min(ahead, default=None)


def _usual_call(mail_on: dt.date, days: Workdays) -> dt.date:
    return days.on_or_after(mail_on + 7 * DAY)


def _call(mail_on: dt.date, deadline: dt.date | None, days: Workdays) -> dt.date | None:
    """The day to call: a week after mailing, or two business days before an earlier deadline; None: no room."""
    usual = _usual_call(mail_on, days)
    if deadline is None or deadline > days.after(usual, 1):
        return usual
    latest = days.before(deadline, 2)
    return latest if latest > mail_on else None
