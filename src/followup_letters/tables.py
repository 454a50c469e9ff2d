"""A table for notebooks, in HTML: it takes the ground and the colour of the page around it, light or dark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

_TABLE = "border-collapse: collapse; color: inherit; background: transparent; caption-side: bottom"
_CELL = (
    "text-align: left; vertical-align: top; padding: 0.3em 0.8em; border-bottom: 1px solid #8888; "
    "white-space: normal; color: inherit; background: transparent"
)
BOLD, FAINT = "; font-weight: bold", "; opacity: 0.75"


def html_table(
    head: Sequence[str], rows: Iterable[Sequence[str]], *, caption: str = "", weights: Iterable[str] = ()
) -> str:
    """A table with a line for each of `rows`, as wide as `head`; every text is data and is escaped.

    `weights` gives the first rows, in their order, a look: BOLD, FAINT, or "" as the others have it.
    """
    looks = iter(weights)
    top = "".join(f'<th scope="col" style="{_CELL}">{escape(name)}</th>' for name in head)
    body = "".join(_row(row, next(looks, "")) for row in rows)
    note = f"<caption>{escape(caption)}</caption>" if caption else ""
    return f'<table style="{_TABLE}">{note}<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>'


def _row(cells: Sequence[str], look: str) -> str:
    said = "".join(f'<td style="{_CELL}{look}">{escape(cell)}</td>' for cell in cells)
    return f"<tr>{said}</tr>"
