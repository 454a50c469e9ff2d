"""The assignment with the greatest total gain: exact, one to one, leaving out whatever gains nothing."""

from __future__ import annotations

from collections.abc import Sequence

_NOBODY = -1  # owns a column that is free; and came before the first column on the way


def best_assignment(gains: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The pairs (row, column) with the greatest sum of `gains`, each row and column at most once, gains positive.

    The shortest augmenting paths of Kuhn and Munkres, on the rows and columns that have anything to gain. A row may be
    left out at no cost, so that many rows beside few columns take as long as there are rows.
    """
    rows = [i for i, row in enumerate(gains) if any(gain > 0 for gain in row)]
    columns = [j for j in range(len(gains[0]) if gains else 0) if any(gains[i][j] > 0 for i in rows)]
    costs = [[*(-max(0.0, gains[i][j]) for j in columns), 0.0] for i in rows]  # the last column is to be left out
    row_potential, column_potential = [0.0] * len(rows), [0.0] * (len(columns) + 1)
    owner = [_NOBODY] * (len(columns) + 1)
    for row in range(len(rows)):
        _augment(row, costs, row_potential, column_potential, owner)
    pairs = [(rows[r], columns[c]) for c, r in enumerate(owner[:-1]) if r != _NOBODY]
    return sorted((i, j) for i, j in pairs if gains[i][j] > 0)


def _augment(
    start: int,
    costs: list[list[float]],
    row_potential: list[float],
    column_potential: list[float],
    owner: list[int],
) -> None:
    """Find the cheapest way to give the row `start` a column of its own, or leave one out, and take it."""
    size = len(owner)
    distance, came_from = [float("inf")] * size, [_NOBODY] * size
    ahead, done = list(range(size)), list[int]()
    row, last = start, _NOBODY
    while row != _NOBODY:
        for other in ahead:
            reduced = costs[row][other] - row_potential[row] - column_potential[other]
            if reduced < distance[other]:
                distance[other], came_from[other] = reduced, last
        nearest = min(ahead, key=distance.__getitem__)  # the first of several
        step = distance[nearest]
        row_potential[start] += step
        for column in done:
            row_potential[owner[column]] += step
            column_potential[column] -= step
        for other in ahead:
            distance[other] -= step
        ahead.remove(nearest)
        done.append(nearest)
        row, last = owner[nearest], nearest
    _take(last, start, came_from, owner)


def _take(column: int, start: int, came_from: list[int], owner: list[int]) -> None:
    """Pass each column on the way to `column` on to the row before it; to be left out is a column for everybody."""
    while came_from[column] != _NOBODY:
        owner[column] = owner[came_from[column]]
        column = came_from[column]
    owner[column] = start
    owner[-1] = _NOBODY
