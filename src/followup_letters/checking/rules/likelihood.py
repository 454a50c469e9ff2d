"""Whether the days of a file fit one another: a wrong year or a slipped digit is a day that no follow-up would have.

The clock is not asked: what is judged is each day beside that of the interview, and beside `today` where it is given.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from followup_letters.checking.findings import Severity
from followup_letters.checking.readings import Case
from followup_letters.checking.table import Notes, Remark, Scope, rule
from followup_letters.choices import FindingId as Id
from followup_letters.models import Interview

_LONGEST = dt.timedelta(days=366)  # after an interview; what follows it is over by then


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
    met_on = case.interview.interview.date
    if case.today and met_on > case.today:
        message = f"the interview is on {met_on}, and today is {case.today}; look at the day"
        yield Remark(message, field="interview.date")
    for what, day, field in _days(case.interview):
        odd = _odd(what, day, met_on, case.today if field.startswith("history") else None)
        if odd:
            yield Remark(odd, field=field)


def _odd(what: str, day: dt.date, met_on: dt.date, today: dt.date | None) -> str | None:
    """What is odd about a day on which something followed; `today` is given where it has happened already."""
    if day < met_on:
        return f"{what} on {day}, before the interview on {met_on}, and is passed over; look at both days"
    if day - met_on > _LONGEST:
        return f"{what} on {day}, more than a year after the interview on {met_on}; look at both days"
    if today and day > today:
        return f"{what} on {day}, and today is {today}; look at the day"
    return None


def _days(interview: Interview) -> Iterator[tuple[str, dt.date, str]]:
    """Every day of the file that follows the interview, with what is on it, and its field."""
    for index, event in enumerate(interview.history):
        person = f" ({event.person})" if event.person else ""
        yield f"“{event.what}”{person} is noted", event.on, f"history[{index}].on"
    outlook = interview.outlook
    if outlook.employer_decides_on:
        yield "the employer decides", outlook.employer_decides_on, "outlook.employer_decides_on"
    if outlook.other_offer and outlook.other_offer.decide_by >= interview.interview.date:  # else offer-expired says so
        yield "the other offer is to be answered", outlook.other_offer.decide_by, "outlook.other_offer.decide_by"
