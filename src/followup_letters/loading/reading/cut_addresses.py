"""Towns that YAML cut from their state, as in `[614 W 4th St, Waterloo, IA 50702]`: put together again.

Between brackets a comma parts two entries, and the letter would print the state on a line of its own, where no American
address has it. Elsewhere it may be right: a British postcode stands on a line of its own, and so does what has a line
of its own in the file, or quotes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from followup_letters.loading.reading.nodes import Node, Scalar
from followup_letters.loading.reading.secret_paths import Path
from followup_letters.patterns import pattern

# By the first digit of their ZIP codes; "DE 80331" is in Munich.
_STATES = {
    "0": "AE CT MA ME NH NJ NY PR RI VI VT",
    "1": "DE NY PA",
    "2": "DC MD NC SC VA WV",
    "3": "AA AL FL GA MS TN",
    "4": "IN KY MI OH",
    "5": "IA MN MT ND SD WI",
    "6": "IL KS MO NE",
    "7": "AR LA OK TX",
    "8": "AZ CO ID NM NV TX UT WY",
    "9": "AK AP AS CA GU HI MP OR WA",
}
_STATE_AND_ZIP = pattern(r"([A-Z]{2}),? +(\d)\d{4}(?:-\d{4})?")
_TOWN = pattern(r"[^\W\d_][^\d]*")


def with_whole_towns(items: Sequence[Node], path: Path) -> list[Node]:
    """The entries of the list at `path`; in an address, a town and the state cut from it are one."""
    if path[-1:] != ("address",):
        return list(items)
    lines: list[Node] = []
    entry = 0
    while entry < len(items):
        taken, line = _line_at(items, entry)
        lines.append(line)
        entry += taken
    return lines


def _line_at(items: Sequence[Node], entry: int) -> tuple[int, Node]:
    """The line of an address that begins at `entry`, after the number of entries that it is made of."""
    for taken in (2, 3):  # the state and its ZIP code may be cut as well
        pieces = items[entry : entry + taken]
        typed = _typed_together(pieces) if len(pieces) == taken else None
        if typed and _is_cut(*typed):
            return taken, Scalar(", ".join(typed), pieces[0].place)
    return 1, items[entry]


def _typed_together(pieces: Sequence[Node]) -> tuple[str, str] | None:
    """The first piece and the rest, if they stand in one line of the file, without quotes, and commas between them."""
    texts = [piece.value for piece in pieces if isinstance(piece, Scalar) and isinstance(piece.value, str)]
    places = [piece.place.offset for piece in pieces if piece.place]
    if not len(texts) == len(places) == len(pieces) or pieces[0].place is None:
        return None
    typed = pieces[0].place.source.text[places[0] : places[-1] + len(texts[-1])]
    if not re.fullmatch(r"[ \t]*,[ \t]*".join(map(re.escape, texts)), typed):
        return None
    return texts[0], ", ".join(texts[1:])


def _is_cut(town: str, state: str) -> bool:
    """True for a town, and a state with a ZIP code of its own."""
    found = _STATE_AND_ZIP.fullmatch(state)
    return found is not None and found[1] in _STATES[found[2]].split() and _TOWN.fullmatch(town) is not None
