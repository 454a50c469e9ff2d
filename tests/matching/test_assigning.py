"""The best assignment is the best there is: compared with trying every one."""

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from followup_letters.matching.assigning import best_assignment

# Eighths add up without rounding, so that sums may be compared exactly.
GAIN = st.integers(-8, 8).map(lambda eighths: eighths / 8)


@st.composite
def gains(draw: st.DrawFn) -> list[list[float]]:
    rows, columns = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    return draw(st.lists(st.lists(GAIN, min_size=columns, max_size=columns), min_size=rows, max_size=rows))


def total(matrix: list[list[float]], pairs: list[tuple[int, int]]) -> float:
    return sum(matrix[row][column] for row, column in pairs)


def best_by_trying(matrix: list[list[float]]) -> float:
    """The greatest total of all one-to-one pairings, where a pair that gains nothing may be left out."""
    rows, columns = len(matrix), len(matrix[0])
    places: list[int | None] = [*range(columns), *[None] * rows]
    return max(
        sum(max(0.0, matrix[row][column]) for row, column in enumerate(chosen) if column is not None)
        for chosen in set(permutations(places, rows))
    )


@settings(max_examples=60, deadline=None)
@given(gains())
def test_no_other_assignment_gains_more(matrix: list[list[float]]) -> None:
    assert total(matrix, best_assignment(matrix)) == best_by_trying(matrix)


@given(gains())
def test_each_row_and_column_is_used_once_and_every_pair_gains(matrix: list[list[float]]) -> None:
    pairs = best_assignment(matrix)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert all(matrix[row][column] > 0 for row, column in pairs)


def test_the_greatest_sum_wins_over_the_greatest_pair() -> None:
    assert best_assignment([[0.9, 0.8], [0.8, 0.1]]) == [(0, 1), (1, 0)]


def test_nothing_is_assigned_where_nothing_is_given() -> None:
    assert best_assignment([]) == []
    assert best_assignment([[], []]) == []
