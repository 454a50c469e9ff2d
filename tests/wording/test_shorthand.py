"""Shorthand is written out where a sentence takes it up, and nothing else is touched."""

from __future__ import annotations

import pytest

from followup_letters.wording.bullets.shorthand import written_out


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("lost 1 mechanic in 2 yrs", "lost 1 mechanic in 2 years"),
        ("first reply inside 2 hrs.", "first reply inside 2 hours"),
        ("trained 1 yr, then led", "trained 1 year, then led"),
        ("bug reports, w/ steps", "bug reports, with steps"),
        ("closed w/o a gap", "closed without a gap"),
        ("mended frames, approx. 15 a shift", "mended frames, approximately 15 a shift"),
        ("moved the files, incl. the old ones", "moved the files, including the old ones"),
        ("halved pages, 46 -> 22 a week", "halved pages, 46 to 22 a week"),
        ("cut “3 wks off” to 2 wks", "cut “3 wks off” to 2 weeks"),
        ("wrote “46 -> 22 w/ steps” for 3 hrs", "wrote “46 -> 22 w/ steps” for 3 hours"),
        ("A -> B tests", "A -> B tests"),
        ("the incl.net server", "the incl.net server"),
        ("a 5 min talk", "a 5 min talk"),
        ("</w:t> w/x hrs 2hrs", "</w:t> w/x hrs 2hrs"),
        ("2 hrs.net", "2 hrs.net"),
    ],
)
def test_units_of_time_after_a_figure_and_with_are_written_out(typed: str, said: str) -> None:
    assert written_out(typed) == said
