"""How likely two are partners, where each has one partner or none."""

from __future__ import annotations

from collections.abc import Sequence

_ROUNDS = 30  # after which hardly anything changes
_ALMOST = 1e-9  # of a nearness, which may be 1
_NONE = 0.5  # the odds of having no partner; chosen on cases in benchmarks/matching


def partners(near: Sequence[Sequence[float]]) -> list[list[float]]:
    """From how near each row and column are by themselves, from 0 to 1, how likely they are partners, given all others.

    Of several that would fit, each is the less likely; what is left when the others are gone is the likelier. Every row
    and every column adds up to 1 with its chance of having no partner: the two are brought there in turn.
    """
    odds = [[each / max(1 - each, _ALMOST) for each in row] for row in near]
    columns = list(zip(*odds, strict=True))
    of_rows, of_columns = [1.0] * len(odds), [1.0] * len(columns)
    for _ in range(_ROUNDS):
        of_rows = [1 / (_NONE + _sum(row, of_columns)) for row in odds]
        of_columns = [1 / (_NONE + _sum(column, of_rows)) for column in columns]
    return [
        [a * each * b for each, b in zip(row, of_columns, strict=True)] for a, row in zip(of_rows, odds, strict=True)
    ]


def _sum(odds: Sequence[float], weights: Sequence[float]) -> float:
    return sum(map(float.__mul__, odds, weights))
