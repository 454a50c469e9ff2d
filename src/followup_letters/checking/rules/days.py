"""When the letters go out and what follows them: the call, the plan, the questions (R7–R10, R32, R47, R51, R58–R61)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from followup_letters.checking.findings import Severity
from followup_letters.checking.readings import Case, Reading
from followup_letters.checking.spotting import quoted
from followup_letters.checking.table import Notes, Remark, Scope, rule
from followup_letters.choices import Action, Language, LetterKind, Level, Medium
from followup_letters.choices import FindingId as Id
from followup_letters.deciding import call_after, contact, workdays
from followup_letters.odd_days import odd_days
from followup_letters.patterns import pattern
from followup_letters.public_holidays import public_holiday
from followup_letters.workdays import DAY, WEEKDAYS

_OLD_DAYS = 90  # R51
_LATE_FOR_CALL_DAYS = 3
_LONG_AGO_DAYS = 300
_NEAR_DAYS = 5  # from Good Friday beyond Easter Monday
_SENT = {Action.WROTE, Action.EMAILED}
_REACHED = {Action.CALLED, Action.EMAILED, Action.MET, Action.HEARD}
_CALLS = pattern(
    r"\bI(?:[’']ll| will| shall| plan to| am going to| mean to| intend to)(?: (?:also|then|\w+ly|(?:on|next) \w+)){0,2}"
    r" (?:call|ring|phone|telephone|give you a (?:call|ring))\b"
    r"|\ba call from me\b|\bmy (?:phone |telephone )?call (?:on|next)\b",
    re.IGNORECASE,
)


@rule(
    Id.LATE,
    Severity.WARNING,
    "R7",
    Scope.NOTES,
    bad=Notes("interview: {date: 2026-11-18}", today="2026-11-25"),
    good=Notes("interview: {date: 2026-11-18}", today="2026-11-19"),
)
def late(case: Case) -> Iterator[Remark]:
    """The letters go out on their day, and within three business days of the interview; after those it is an error."""
    decision = case.decision
    sent = min((event.on for event in case.interview.history if event.what in _SENT), default=None)
    if sent and sent > decision.mail_by:
        message = f"the letters were written on {sent}, and due by {decision.mail_by}; say nothing of that, and call"
        yield Remark(message, field="history")
    elif not decision.recipients or (case.filled and decision.kind is LetterKind.PURSUE):
        return  # there are none, or they are not to be sent at all
    elif not sent and case.today and case.today > max(decision.mail_by, decision.mail_on):
        now = "send them now" if decision.medium is Medium.EMAIL else "send them now, by e-mail"
        message = f"the letters were due by {decision.mail_by}, and today is {case.today}; {now}"
        message += _dated(case, case.today) + _of_another_year(case, case.today)
        yield Remark(message, field="interview.date", severity=Severity.ERROR)
    elif not sent and case.today and case.today > decision.mail_on:
        message = f"the letters were to go out on {decision.mail_on}; {_next_chance(case, case.today)}"
        yield Remark(message + _dated(case, case.today), field="interview.date")
    elif decision.mail_on > decision.mail_by and case.interview.letter.mail_on:
        message = f"the letters go out on {decision.mail_on}, as you set it, and were due by {decision.mail_by}"
        yield Remark(f"{message}; send them that day", field="letter.mail_on")
    elif decision.mail_on > decision.mail_by:
        message = f"the letters go out on {decision.mail_on}, after {decision.mail_by}; mail them earlier"
        yield Remark(message, field="interview.date", severity=Severity.ERROR)


def _next_chance(case: Case, today: dt.date) -> str:
    """What to do with letters that are a little late: no post goes on a Sunday."""
    if case.decision.medium is Medium.EMAIL:
        return "send them today"
    day = workdays(case.interview).on_or_after(today)
    return "mail them today" if day == today else f"mail them on {day}"


def _dated(case: Case, today: dt.date) -> str:
    """Which day stands on letters that are late, and how to have another; on an e-mail none does."""
    if case.decision.medium is Medium.EMAIL:
        return ""
    day = workdays(case.interview).on_or_after(today)
    whose = "today’s" if day == today else "that of the next day on which post goes"
    return f"; they bear the date {case.decision.mail_on}, and `letter: {{mail_on: {day}}}` gives them {whose}"


def _of_another_year(case: Case, today: dt.date) -> str:
    """The question whether the year is right, of an interview that was so long ago that nobody writes any more."""
    met_on = case.interview.interview.date
    days = (today - met_on).days
    return f"; or is the year of {met_on}, {days} days ago, another?" if days >= _LONG_AGO_DAYS else ""


@rule(
    Id.JOB_FILLED,
    Severity.ERROR,
    "R22",
    Scope.NOTES,
    bad=Notes("history: [{on: 2026-11-19, what: heard from them, response: hired someone else}]"),
    good=Notes("history: [{on: 2026-11-19, what: heard from them, response: no decision yet}]"),
)
def job_filled(case: Case) -> Iterator[Remark]:
    """No letter asks for a job that they have given to someone else; a courtesy letter keeps the door open."""
    filled = case.filled
    if filled is None or case.decision.kind is LetterKind.COURTESY:
        return
    readers = [reading.letter.recipient.name for reading in case.letters]
    unsent = [name for name in readers if _sent_on(case, name) is None]
    if unsent:
        told = f"they hired someone else, says your log of {filled.on}, and the job is what these letters ask for"
        message = f"{told}: {', '.join(unsent)}; send none, or a courtesy letter, with `--kind courtesy`"
        yield Remark(message, field=f"history[{case.interview.history.index(filled)}].response")


def _sent_on(case: Case, name: str) -> dt.date | None:
    """The day on which the letter to `name` went out; None: it has not."""
    sent = (event.on for event in case.interview.history if event.what in _SENT and event.person in (None, name))
    return min(sent, default=None)


@rule(
    Id.EARLY_FOR_SENIOR,
    Severity.INFO,
    "R9",
    Scope.NOTES,
    bad=Notes("position: {level: senior}\noutlook: {employer_decides_on: 2026-11-24}"),
    good=Notes("position: {level: senior}"),
)
def early_for_senior(case: Case) -> Iterator[Remark]:
    """For a senior job a letter goes out a few days after the interview, and not the next."""
    met_on, mail_on = case.interview.interview.date, case.decision.mail_on
    if case.interview.position.level not in {Level.SENIOR, Level.EXECUTIVE} or not case.decision.recipients:
        return
    usual = workdays(case.interview).after(met_on, 2)
    if mail_on < usual:
        because = next((reason.text for reason in case.decision.reasons if str(mail_on.year) in reason.text), "")
        message = f"the letters go out on {mail_on}, and for a senior job {usual} would be usual"
        yield Remark(f"{message} ({because})" if because else message, field="position.level")


@rule(
    Id.CALL_DATE,
    Severity.WARNING,
    "R32",
    Scope.NOTES,
    bad=Notes("outlook: {employer_decides_on: 2026-11-20}"),
    good=Notes("outlook: {employer_decides_on: 2026-12-18}"),
)
def call_date(case: Case) -> Iterator[Remark]:
    """A call follows a week after writing, before any decision; a letter that announces another one is an error."""
    yield from _planned_call(case)
    for reading in case.letters:
        yield from _announced_call(reading, case.decision.call_on)


def _planned_call(case: Case) -> Iterator[Remark]:
    outlook, decision = case.interview.outlook, case.decision
    is_due = decision.recipients and decision.kind is LetterKind.PURSUE
    if not is_due or outlook.asked_not_to_call or case.filled:
        return
    if decision.call_on is None:
        day, field = _deadline(case)
        message = f"there is no room for a call before {day}; write by e-mail at once, and ask when you may call"
        yield Remark(message, field=field)
        return
    if not workdays(case.interview).is_open(decision.call_on) or decision.call_on <= decision.mail_on:
        message = f"the call on {decision.call_on} is no business day after the letters; look at the dates"
        yield Remark(message, field="interview.date", severity=Severity.ERROR)
    yield from _missed_call(case)


def _missed_call(case: Case) -> Iterator[Remark]:
    """A call that was due a week after its letter, and not made; while no letter is out, it waits for that."""
    who = contact(case.decision)
    sent = _sent_on(case, who.name) if who else None
    due = call_after(case.interview, sent)[0] if sent else None
    reached = any(event.what in _REACHED and event.on >= case.decision.mail_on for event in case.interview.history)
    if due and case.today and not reached and case.today > due + dt.timedelta(days=_LATE_FOR_CALL_DAYS):
        yield Remark(f"the call was due on {due}, and none is in `history`; call today", field="history")


def _announced_call(reading: Reading, call_on: dt.date | None) -> Iterator[Remark]:
    name = reading.letter.recipient.name
    for sentence in reading.sentences:
        if not _CALLS.search(sentence.sentence):
            continue
        said = [day for day in WEEKDAYS if re.search(rf"\b{day}\b", sentence.sentence)]
        if call_on is None:
            message = f"{quoted(sentence.sentence)} announces a call, and none is planned; leave it out"
        elif said and WEEKDAYS[call_on.weekday()] not in said:
            message = f"{quoted(sentence.sentence)} announces another day than that of the call, {call_on:%Y-%m-%d}"
        else:
            continue
        yield Remark(message, "body", sentence.sentence, severity=Severity.ERROR, recipient=name)


@rule(
    Id.PUBLIC_HOLIDAY,
    Severity.WARNING,
    "R32",
    Scope.NOTES,
    bad=Notes("interview: {date: 2026-11-18}\nholidays: []"),
    good=Notes("interview: {date: 2026-11-18}\nholidays: [2026-11-26]"),
)
def on_a_public_holiday(case: Case) -> Iterator[Remark]:
    """No letter goes by post and no call falls on a public holiday of the country whose English the letter is in."""
    interview, decision = case.interview, case.decision
    if isinstance(interview.holidays, str) or not decision.recipients:  # a country is taken at its word
        return
    done = {event.what for event in interview.history}
    is_posted = decision.medium is not Medium.EMAIL and not interview.letter.mail_on and not done & _SENT
    days = {"the letters go out": decision.mail_on if is_posted else None}
    days["the call is"] = None if done & _REACHED or case.filled else decision.call_on
    is_british = interview.letter.language is Language.EN_GB
    for what, day in days.items():
        name = day and public_holiday(day, british=is_british)
        if day and name:
            near = (day + number * DAY for number in range(_NEAR_DAYS))
            listed = ", ".join(str(each) for each in near if public_holiday(each, british=is_british))
            message = f"{what} on {day}, when {name} is kept; if they are closed then, `holidays: [{listed}]` moves it"
            yield Remark(message, field="holidays" if interview.holidays else "interview.date")


@rule(
    Id.PLAN_BELOW_MINIMUM,
    Severity.ERROR,
    "R58",
    Scope.NOTES,
    bad=Notes("people: [{name: Priya Raman, role: hiring manager, write: false}]"),
    good=Notes("people: [{name: Priya Raman, role: hiring manager}]"),
)
def plan_below_minimum(case: Case) -> Iterator[Remark]:
    """Where a job interests you, a letter and a call are the least you do."""
    if case.decision.kind is LetterKind.COURTESY or case.decision.recipients:
        return
    refused = any(person.met and person.write is False for person in case.interview.people)
    message = "you want the job, and nobody gets a letter; write at least to the one who decides"
    yield Remark(message, field="people", severity=None if refused else Severity.WARNING)


@rule(
    Id.VIGOROUS_UNSURE,
    Severity.WARNING,
    "R59",
    Scope.NOTES,
    bad=Notes("outlook: {interested: true, pursue_vigorously: true, research: [a lease], questions: [who leads it]}"),
    good=Notes(
        "outlook: {interested: true, went_well: true, pursue_vigorously: true, research: [a lease], questions: [who]}"
    ),
)
def vigorous_unsure(case: Case) -> Iterator[Remark]:
    """A job is pursued vigorously only if you want the offer and are certain that the interview went well."""
    outlook = case.interview.outlook
    if outlook.pursue_vigorously and not (outlook.interested and outlook.went_well):
        lacks = [f"`{name}`" for name in ("interested", "went_well") if not getattr(outlook, name)]
        message = f"`pursue_vigorously` without {' and '.join(lacks)}; say so if it is so, or follow up as usual"
        yield Remark(message, field="outlook.pursue_vigorously")


@rule(
    Id.NO_QUESTIONS,
    Severity.INFO,
    "R47",
    Scope.NOTES,
    bad=Notes("outlook: {interested: true, questions: []}"),
    good=Notes("outlook: {interested: true, questions: [who will own the master data]}"),
)
def no_questions(case: Case) -> Iterator[Remark]:
    """A question about the position, the department or the company is always fitting on the call."""
    outlook = case.interview.outlook
    if case.decision.call_on and not outlook.questions:
        message = "you have no question for the call; note one about the job, the department or the company"
        severity = Severity.WARNING if outlook.pursue_vigorously else None
        yield Remark(message, field="outlook.questions", severity=severity)


@rule(
    Id.NO_RESEARCH,
    Severity.WARNING,
    "R61",
    Scope.NOTES,
    bad=Notes("outlook: {interested: true, went_well: true, pursue_vigorously: true}"),
    good=Notes("outlook: {interested: true, went_well: true, pursue_vigorously: true, research: [they lease a dock]}"),
)
def no_research(case: Case) -> Iterator[Remark]:
    """Who pursues a job vigorously has found out something before the call."""
    outlook = case.interview.outlook
    if case.decision.call_on and outlook.pursue_vigorously and not outlook.research:
        message = (
            f"you pursue this job vigorously; find out one thing to tell before the call on {case.decision.call_on}"
        )
        yield Remark(message, field="outlook.research")


@rule(
    Id.ODD_DATE,
    Severity.WARNING,
    None,
    Scope.NOTES,
    bad=Notes("history: [{on: 2026-11-10, what: wrote}]"),
    good=Notes("history: [{on: 2026-11-19, what: wrote}]"),
)
def odd_date(case: Case) -> Iterator[Remark]:
    """What is said to follow an interview follows it, within a year; and nothing has happened that lies ahead."""
    for odd in odd_days(case.interview, case.today):
        yield Remark(odd.message, field=odd.field)


@rule(
    Id.OLD_NEWS,
    Severity.WARNING,
    "R51",
    Scope.NOTES,
    bad=Notes("outlook: {news: [{what: the Memphis expansion, date: 2026-03-02}]}"),
    good=Notes("outlook: {news: [{what: the Memphis expansion, date: 2026-11-02}]}"),
)
def old_news(case: Case) -> Iterator[Remark]:
    """News is told on the call while it is news: for 90 days."""
    day = case.decision.call_on or case.today or case.decision.mail_on
    for index, news in enumerate(case.interview.outlook.news):
        age = (day - news.date).days if news.date else 0
        if age > _OLD_DAYS:
            message = f"{quoted(news.what)} will be {age} days old on {day}; find something newer"
            yield Remark(message, field=f"outlook.news[{index}].date")


def _deadline(case: Case) -> tuple[dt.date | None, str]:
    """The day that leaves no room for a call, and the field it stands in."""
    outlook = case.interview.outlook
    offer, decides = outlook.other_offer, outlook.employer_decides_on
    if offer and (decides is None or offer.decide_by < decides):
        return offer.decide_by, "outlook.other_offer.decide_by"
    return decides, "outlook.employer_decides_on"
