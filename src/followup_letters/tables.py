"""A table for notebooks, in HTML: it takes the ground and the colour of the page around it, light or dark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

_TABLE = "border-collapse: collapse; color: inherit; background: transparent; caption-side: bottom"
_CELL = (
    "text-align: left; vertical-align: top; padding: 0.3em 0.8em; border-bottom: 1px solid #8888; "
    "white-space: normal; color: inherit; background: transparent"
)


def html_table(head: Sequence[str], rows: Iterable[Sequence[str]], *, caption: str = "") -> str:
    """A table with a line for each of `rows`, as wide as `head`; every text is data and is escaped."""
    top = "".join(f'<th scope="col" style="{_CELL}">{escape(name)}</th>' for name in head)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    note = f"<caption>{escape(caption)}</caption>" if caption else ""
    return f'<table style="{_TABLE}">{note}<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>'


def _cell(text: str) -> str:
    return f'<td style="{_CELL}">{escape(text)}</td>'
