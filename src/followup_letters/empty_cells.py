"""What tables of data mark an empty cell with, which is no value and would be taken for one; and the way of a row.

Also what an empty cell makes of the numbers of its column.
"""

from __future__ import annotations

from collections.abc import Mapping

NO_EMPTY_CELL = "a value, and not the mark of an empty cell"
"""The rule where there is one, in words."""
LEAVE_OUT = "leave the field out; of a DataFrame: df.astype(object).where(df.notna(), None)"
"""What to do instead, as a hint."""
OF_A_ROW = "docs/programs.md#from-a-table makes an interview of a row"
"""How the rows of a table become what they are not yet, as a hint."""


def is_empty_cell(value: object) -> bool:
    """True for what is neither true nor false where it is asked, as pandas.NA, or not what it is, as pandas.NaT.

    Of the number NaN each field says what it should be.
    """
    if value is None or isinstance(value, str | int | float | list | tuple | Mapping):
        return False
    try:
        return bool(value) and bool(value != value)  # which is what is asked
    except ValueError:  # of a table or an array, of which each field says what it should be
        return False
    except Exception:
        return True


class EmptyCellError(ValueError):
    """What is no value, with which tables of data mark an empty cell."""

    hint = LEAVE_OUT

    def __init__(self, rule: str = NO_EMPTY_CELL) -> None:
        super().__init__(rule)


class WithPointError(ValueError):
    """A whole number with a point in it, where a text is asked for: a letter would print its .0.

    So a table of data keeps the whole numbers of a column that has an empty cell; the zeros before them are gone.
    """

    hint = "write it as a text, in quotes; pandas.read_csv(…, dtype=str) keeps such a column as it is, with its zeros"

    def __init__(self) -> None:
        super().__init__("a text, or a whole number without .0")
