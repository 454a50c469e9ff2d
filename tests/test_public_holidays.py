"""The holidays that the user is told of are those that the `holidays` package has, which shares no code with ours."""

from __future__ import annotations

import datetime as dt

import holidays
import pytest

from followup_letters.public_holidays import public_holiday

YEARS = range(2024, 2061)


@pytest.mark.parametrize("british", [False, True])
def test_every_weekday_of_many_years_is_a_holiday_or_none_as_elsewhere(british: bool) -> None:
    theirs = holidays.UK(subdiv="ENG", years=YEARS) if british else holidays.US(years=[*YEARS, YEARS[-1] + 1])
    day, seen = dt.date(YEARS[0], 1, 1), 0
    while day.year in YEARS:
        if day.weekday() < 5:
            assert (public_holiday(day, british=british) is not None) == (day in theirs), day
            seen += day in theirs
        day += dt.timedelta(days=1)
    assert seen > 8 * len(YEARS) - 20
