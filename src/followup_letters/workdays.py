"""Arithmetic on business days: weekdays less holidays (RULES.md, "Dates, precisely"). Pure functions of dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container
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
