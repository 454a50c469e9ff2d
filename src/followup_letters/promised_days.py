"""The day by which something was promised, as a note of the interview says it: "two references by Friday".

What is to be done "on Friday" is promised for that very day. A date counts before the weekday that is said with it.
"""

from __future__ import annotations

import datetime as dt
import re

from followup_letters.patterns import pattern
from followup_letters.workdays import DAY, MONTHS, WEEKDAYS

_WEEK = 7 * DAY
_FRIDAY = 4
_NAMES = "|".join(WEEKDAYS)
_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS)
_TO = r"(?:to|(?:that )?I(?:['’](?:ll|d)| will| would| shall)) "
_CALL = r"(?:call|phone|ring|telephone)"
# A verb and what it is done to, in few words and no clause of their own: not "to send the slides I showed on Monday".
_WHAT = r"(?: (?!(?:after|as|at|from|I|of|that|they|we|which|who|you)\b)[\w'’-]+){0,5}"
_DOING = rf"(?:{_TO}{_CALL}\b.*|{_CALL} (?:you|him|her|them)\b.*|{_TO}[a-z-]+(?: you)?{_WHAT})"
_NTH = r"(?:st|nd|rd|th)"
_DATE = (
    rf"(?:(?P<month>{_MONTH})\.?\s+(?:the\s+)?(?P<day>\d\d?){_NTH}?"
    rf"|(?:the\s+)?(?P<day_first>\d\d?){_NTH}?(?:\s+of)?\s+(?P<month_after>{_MONTH})"
    # a number alone is that of a day where no thing of that number follows: not "the 2nd interview"
    rf"|(?:the\s+)?(?P<number>\d\d?){_NTH}(?=\s*(?:$|[^\w\s]|(?:and|at|but|for|if|in|or|so|when|with)\b)))"
)
_BY = pattern(
    rf"(?:(?P<word>\b(?:by|before|no later than))|(?P<on>^(?!.*\b(?:by|before|no later than)\b.* on ){_DOING} on))\s+"
    r"(?:(?:noon|the end of(?! (?:the|this|next) week)|close of business)\s+)?(?:on\s+)?(?:this\s+)?"
    rf"(?:(?P<tomorrow>tomorrow)|(?P<end>the end of (?:the|this|next) week)"
    rf"|(?:(?:next\s+)?(?P<beside>{_NAMES}),?\s+)?{_DATE}"
    rf"|(?P<next>next\s+)?(?P<weekday>{_NAMES})(?P<week>\s+next week)?)\b",
    re.IGNORECASE,
)


def promised_by(text: str, met_on: dt.date) -> dt.date | None:
    """The last day for what was promised on the day `met_on`; None if `text` names none that can be told.

    "By Friday", as "to call you on Friday", is the first Friday after that day, "by next Friday" that of the next week;
    "by the 18th", and "by Friday the 18th", the first 18th.
    """
    said = _BY.search(text)
    day = _named(said, met_on) if said else None
    is_before = said is not None and (said["word"] or "").casefold() == "before" and not said["end"]
    return day - DAY if day and is_before else day


def of_another_weekday(text: str, met_on: dt.date) -> dt.date | None:
    """The day that `text` names by a date and a weekday, if it is of another one; None as a rule."""
    said = _BY.search(text)
    day = _named(said, met_on) if said and said["beside"] else None
    return day if said and day and WEEKDAYS[day.weekday()] != said["beside"].capitalize() else None


def is_for_that_day(text: str) -> bool:
    """True for what is to be done on the day that `text` names, and not before: "to call you on Friday"."""
    said = _BY.search(text)
    return said is not None and said["on"] is not None


def _named(said: re.Match[str], met_on: dt.date) -> dt.date | None:
    if said["tomorrow"]:
        return met_on + DAY
    if said["end"]:
        return _end_of_the_week(met_on, is_next="next" in said["end"].casefold())
    if said["number"]:
        return _of_the_month(int(said["number"]), met_on)
    if not said["weekday"]:
        return _of_the_calendar(said["month"] or said["month_after"], int(said["day"] or said["day_first"]), met_on)
    weekday = WEEKDAYS.index(said["weekday"].capitalize())
    if said["next"] or said["week"]:
        return met_on - met_on.weekday() * DAY + _WEEK + weekday * DAY
    return met_on + ((weekday - met_on.weekday() - 1) % 7 + 1) * DAY


def _end_of_the_week(met_on: dt.date, *, is_next: bool) -> dt.date:
    """The Friday; said on a weekend, that of the week which then begins, which some call the next."""
    friday = met_on + ((_FRIDAY - met_on.weekday()) % 7) * DAY
    return friday + _WEEK if is_next and met_on.weekday() <= _FRIDAY else friday


def _of_the_calendar(month: str, day: int, met_on: dt.date) -> dt.date | None:
    """The first such day after `met_on`; None if the month has none."""
    number = next(place for place, name in enumerate(MONTHS, 1) if name.casefold().startswith(month.casefold()))
    try:
        found = dt.date(met_on.year, number, day)
        return found if found > met_on else found.replace(year=met_on.year + 1)
    except ValueError:
        return None


def _of_the_month(day: int, met_on: dt.date) -> dt.date | None:
    """The first day after `met_on` that has the number `day` in its month; None if no month has it."""
    following = (met_on + days * DAY for days in range(1, 63))  # of two months that follow each other one has 31
    return next((each for each in following if each.day == day), None)
