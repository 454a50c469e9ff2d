"""The assignment with the greatest total gain: exact, one to one, leaving out whatever gains nothing."""

from __future__ import annotations

from collections.abc import Sequence


def best_assignment(gains: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The pairs (row, column) with the greatest sum of `gains`, each row and column at most once, gains positive.

    The shortest augmenting paths of Kuhn and Munkres, on the rows and columns that have anything to gain.
    """
    rows = [i for i, row in enumerate(gains) if any(gain > 0 for gain in row)]
    columns = [j for j in range(len(gains[0]) if gains else 0) if any(gains[i][j] > 0 for i in rows)]
    size = max(len(rows), len(columns))
    costs = [[0.0] * size for _ in range(size)]
    for r, i in enumerate(rows):
        for c, j in enumerate(columns):
            costs[r][c] = -max(0.0, gains[i][j])
    owner = _owners(costs)
    pairs = [(rows[r], columns[c]) for c, r in enumerate(owner) if r < len(rows) and c < len(columns)]
    return sorted((i, j) for i, j in pairs if gains[i][j] > 0)


def _owners(costs: list[list[float]]) -> list[int]:
    """For each column of the square `costs`, the row it goes to at the least total cost."""
    size = len(costs)
    row_potential, column_potential = [0.0] * (size + 1), [0.0] * (size + 1)
    owner = [size] * (size + 1)  # the last column is a stand-in from which each search starts
    for row in range(size):
        owner[size] = row
        _augment(costs, row_potential, column_potential, owner)
    return owner[:size]


def _augment(
    costs: list[list[float]], row_potential: list[float], column_potential: list[float], owner: list[int]
) -> None:
    """Find the cheapest way to give the row at the stand-in column a column of its own, and take it."""
    size = len(costs)
    distance, came_from, done = [float("inf")] * size, [size] * size, [False] * (size + 1)
    column = size
    while owner[column] != size:
        done[column] = True
        row = owner[column]
        for other in range(size):
            if not done[other]:
                reduced = costs[row][other] - row_potential[row] - column_potential[other]
                if reduced < distance[other]:
                    distance[other], came_from[other] = reduced, column
        nearest = min((other for other in range(size) if not done[other]), key=lambda other: (distance[other], other))
        step = distance[nearest]
        for other in range(size + 1):
            if done[other]:
                row_potential[owner[other]] += step
                column_potential[other] -= step
            elif other < size:
                distance[other] -= step
        column = nearest
    while column != size:
        owner[column] = owner[came_from[column]]
        column = came_from[column]
