"""Partners: how likely two belong together, where each has one partner or none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_letters.matching.partners import partners

NEAR = st.integers(0, 5).flatmap(
    lambda width: st.lists(st.lists(st.floats(0, 1), min_size=width, max_size=width), max_size=5)
)


@given(NEAR)
def test_nobody_has_more_than_one_partner(near: list[list[float]]) -> None:
    likely = partners(near)
    assert [len(row) for row in likely] == [len(row) for row in near]
    assert all(0 <= each <= 1 for row in likely for each in row)
    assert all(sum(column) <= 1 + 1e-9 for column in zip(*likely, strict=True))


def test_of_two_that_would_fit_each_is_the_less_likely() -> None:
    alone, beside_another = partners([[0.7]])[0][0], partners([[0.7, 0.7]])[0][0]
    assert beside_another < alone


def test_what_is_left_when_the_others_are_gone_is_the_likelier() -> None:
    alone = partners([[0.5, 0.5]])[0][1]
    assert partners([[0.5, 0.5], [0.98, 0.01]])[0][1] > alone


def test_without_rivals_nearness_decides() -> None:
    likely = partners([[0.9, 0.0], [0.0, 0.01]])
    assert likely[0][0] > 0.7
    assert likely[1][1] < 0.05
    assert likely[0][1] == likely[1][0] == pytest.approx(0)
