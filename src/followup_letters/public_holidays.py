"""The public holidays of the United States (federal) and of England and Wales, by rule: what the user is told of.

They move nothing: whether an office is closed on Columbus Day is for the user to say, under `holidays`. Days that were
proclaimed for one year alone, such as a coronation, are not here. The `holidays` package, which knows them all, takes
longer to load than a letter to write, and so is asked only where a file names a country; whether it is there at all, a
file is told when it is loaded.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec

from followup_letters.errors import MachineError
from followup_letters.workdays import DAY

_MON, _THU = 0, 3
_LAST = -1

# By name: month and day; the weekday of a month, by its number; or so many days after Easter Sunday.
_Rule = tuple[int, int] | tuple[int, int, int] | int
_UNITED_STATES: dict[str, _Rule] = {
    "New Year’s Day": (1, 1),
    "Martin Luther King Jr. Day": (1, _MON, 3),
    "Presidents’ Day": (2, _MON, 3),
    "Memorial Day": (5, _MON, _LAST),
    "Juneteenth": (6, 19),
    "Independence Day": (7, 4),
    "Labor Day": (9, _MON, 1),
    "Columbus Day": (10, _MON, 2),
    "Veterans Day": (11, 11),
    "Thanksgiving Day": (11, _THU, 4),
    "Christmas Day": (12, 25),
}
_ENGLAND_AND_WALES: dict[str, _Rule] = {
    "New Year’s Day": (1, 1),
    "Good Friday": -2,
    "Easter Monday": 1,
    "the early May bank holiday": (5, _MON, 1),
    "the spring bank holiday": (5, _MON, _LAST),
    "the summer bank holiday": (8, _MON, _LAST),
    "Christmas Day": (12, 25),
    "Boxing Day": (12, 26),
}


def check_package(holidays: object) -> None:
    """Raise MachineError where `holidays` of a file are those of a country, and the package is not here."""
    if isinstance(holidays, str) and find_spec("holidays") is None:
        raise no_package()


def no_package() -> MachineError:
    """The error of a country whose holidays nobody here knows."""
    message = "holidays given as a country need the `holidays` package: pip install holidays"
    return MachineError(message, "holidays")


def public_holiday(day: dt.date, *, british: bool) -> str | None:
    """What `day` is called that offices are closed on in the country of the letter's English; None for any other."""
    return _of_year(day.year, british=british).get(day)


@lru_cache(maxsize=8)
def _of_year(year: int, *, british: bool) -> dict[dt.date, str]:
    rules = _ENGLAND_AND_WALES if british else _UNITED_STATES
    found: dict[dt.date, str] = {}
    for of in (year, year + 1):  # New Year's Day may be kept on December 31
        for name, rule in rules.items():
            day = _kept(_day(of, rule), found, british=british)
            if day.year == year:
                found[day] = name
    return found


def _day(year: int, rule: _Rule) -> dt.date:
    if isinstance(rule, int):
        return _easter(year) + rule * DAY
    if len(rule) == 2:
        return dt.date(year, *rule)
    month, weekday, number = rule
    days = list(_weekdays(year, month, weekday))
    return days[number if number < 0 else number - 1]


def _weekdays(year: int, month: int, weekday: int) -> Iterator[dt.date]:
    """Every such weekday of the month."""
    day = dt.date(year, month, 1)
    while day.month == month:
        if day.weekday() == weekday:
            yield day
        day += DAY


def _kept(day: dt.date, taken: dict[dt.date, str], *, british: bool) -> dt.date:
    """When a day on a weekend is kept: in Britain on the next that is free; in America on the nearest weekday."""
    if not british:
        return day + {5: -1, 6: 1}.get(day.weekday(), 0) * DAY
    while day.weekday() > 4 or day in taken:
        day += DAY
    return day


def _easter(year: int) -> dt.date:
    """Easter Sunday, by the rule that Meeus, Jones and Butcher wrote down."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)
