"""Arithmetic on business days: weekdays less holidays (RULES.md, "Dates, precisely"). Pure functions of dates.

And which day was probably meant by a text that is none.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field

DAY = dt.timedelta(days=1)
# Not those of the calendar module, which follow the locale of the machine.
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
FEASTS = frozenset({(1, 1), (12, 25), (12, 26)})
"""New Year's Day, Christmas and the day after: nobody is called on them, whatever a file lists or does not."""


def in_full(day: dt.date, *, british: bool) -> str:
    """A day as a person reads it: "Friday, November 20, 2026", or "Friday, 20 November 2026"."""
    weekday, month = WEEKDAYS[day.weekday()], MONTHS[day.month - 1]
    return f"{weekday}, {day.day} {month} {day.year}" if british else f"{weekday}, {month} {day.day}, {day.year}"


@dataclass(frozen=True)
class Workdays:
    """A calendar of business days. `holidays` holds the days without business besides Saturday and Sunday.

    `feasts` are those that are so every year, by month and day.
    """

    holidays: Container[dt.date] = field(default_factory=frozenset)
    feasts: frozenset[tuple[int, int]] = frozenset()

    def is_open(self, day: dt.date) -> bool:
        """True on a weekday that is no holiday."""
        return day.weekday() < 5 and day not in self.holidays and (day.month, day.day) not in self.feasts

    def on_or_after(self, day: dt.date) -> dt.date:
        """The first business day that is not before `day`."""
        while not self.is_open(day):
            day += DAY
        return day

    def on_or_before(self, day: dt.date) -> dt.date:
        """The last business day that is not after `day`."""
        while not self.is_open(day):
            day -= DAY
        return day

    def after(self, day: dt.date, days: int) -> dt.date:
        """The business day that is `days` business days after `day` (which need not be one itself)."""
        for _ in range(days):
            day = self.on_or_after(day + DAY)
        return day

    def before(self, day: dt.date, days: int) -> dt.date:
        """The business day that is `days` business days before `day` (which need not be one itself)."""
        for _ in range(days):
            day = self.on_or_before(day - DAY)
        return day


def about_date(text: str) -> str | None:
    """The day that was probably meant, or why there is no such day."""
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text.strip()):
        year, month, day = (int(part) for part in match.groups())
        if not 1 <= month <= 12:
            return "the month is the number in the middle, from 1 to 12"
        name = f"{MONTHS[month - 1]} {match[1]}"
        if not year:
            return "the year comes first"
        days = _days_in(year, month)
        return f"{name} has {days} days" if not 1 <= day <= days else None  # a day of other years than are taken
    without_time = re.sub(r"(?<=\d)[T ]\d\d?:\d\d.*", "", text.strip(), flags=re.DOTALL)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", without_time):
        return f"write {without_time}, without the time"
    meant = sorted({each.isoformat() for each in _readings(text)})
    return f"write {' or '.join(meant)}" if meant else "for example: 2026-11-18"


def _readings(text: str) -> Iterator[dt.date]:
    """Every day that a text in another notation may mean."""
    words = re.findall(r"\d+|[^\W\d_]+", text.casefold())
    numbers = [int(word) for word in words if word.isdecimal() and len(word) <= 4]
    months = [place for word in words if (place := _month(word))]
    if len(numbers) == 2 and len(months) == 1:
        orders = [(numbers[1], months[0], numbers[0])]
    elif len(numbers) == 3 and not months:
        first, second, third = numbers
        orders = [(third, second, first), (third, first, second), (first, second, third)]
    else:
        orders = []
    for year, month, day in orders:
        if 1000 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= _days_in(year, month):
            yield dt.date(year, month, day)


def _month(word: str) -> int | None:
    if len(word) < 3:
        return None
    return next((number for number, name in enumerate(MONTHS, 1) if name.casefold().startswith(word)), None)


def _days_in(year: int, month: int) -> int:
    from calendar import monthrange  # only once something is wrong

    return monthrange(year, month)[1]
