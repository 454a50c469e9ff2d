"""Whether the days of a file fit one another: a wrong year or a slipped digit is a day that no follow-up would have.

The clock is not asked: each day is judged beside that of the interview, and beside `today` where that is given.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from followup_letters.deciding import decide
from followup_letters.models import Interview

_LONGEST = dt.timedelta(days=366)  # after an interview; what follows it is over by then


class OddDay(NamedTuple):
    """What is odd about a day, in words, and the field in which it stands."""

    message: str
    field: str


def odd_days(interview: Interview, today: dt.date | None = None) -> Iterator[OddDay]:
    """The days of `interview` on which nothing of the sort happens: before it, years after it, or still ahead."""
    met_on = interview.interview.date
    if today and met_on > today:
        yield OddDay(f"the interview is on {met_on}, and today is {today}; look at the day", "interview.date")
    for what, day, field in _days(interview):
        if field == "letter.mail_on" and day < met_on:
            yield OddDay(_passed_over(interview, day, met_on), field)
            continue
        message = _odd(what, day, met_on, today if field.endswith("].on") else None)
        if message:
            yield OddDay(message, field)


def days_ahead(interview: Interview, today: dt.date) -> Iterator[OddDay]:
    """Those of them that are odd for `today` alone, because they are still ahead."""
    known = set(odd_days(interview))
    return (odd for odd in odd_days(interview, today) if odd not in known)


def _passed_over(interview: Interview, day: dt.date, met_on: dt.date) -> str:
    """What is said of a day of mailing before the interview: the letters bear another."""
    bears = decide(interview).mail_on
    said = f"`mail_on` is {day}, before the interview on {met_on}, and is passed over"
    return f"{said}: the letters bear the date {bears}; look at both days"


def _odd(what: str, day: dt.date, met_on: dt.date, today: dt.date | None) -> str | None:
    """What is odd about a day on which something followed; `today` is given where it has happened already."""
    if day < met_on:
        return f"{what} on {day}, before the interview on {met_on}; a plan passes that over; look at both days"
    if day - met_on > _LONGEST:
        return f"{what} on {day}, more than a year after the interview on {met_on}; look at both days"
    if today and day > today:
        return f"{what} on {day}, and today is {today}, so that a plan passes it over until then; look at the day"
    return None


def _days(interview: Interview) -> Iterator[tuple[str, dt.date, str]]:
    """Every day of the file that follows the interview, with what is on it, and its field."""
    for index, event in enumerate(interview.history):
        person = f" ({event.person})" if event.person else ""
        yield f"“{event.what}”{person} is noted", event.on, f"history[{index}].on"
        if event.call_on:
            yield "they asked for a call", event.call_on, f"history[{index}].call_on"
    if interview.letter.mail_on:
        yield "the letters go out", interview.letter.mail_on, "letter.mail_on"
    outlook = interview.outlook
    if outlook.employer_decides_on:
        yield "the employer decides", outlook.employer_decides_on, "outlook.employer_decides_on"
    if outlook.other_offer and outlook.other_offer.decide_by >= interview.interview.date:  # else offer-expired says so
        yield "the other offer is to be answered", outlook.other_offer.decide_by, "outlook.other_offer.decide_by"
