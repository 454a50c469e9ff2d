"""Towns that YAML cut from their state, as in `[614 W 4th St, Waterloo, IA 50702]`: found, and put together again.

Between brackets a comma parts two entries, and the letter would print the state on a line of its own, where no American
address has it. Elsewhere it may be right: a British postcode stands on a line of its own, and so does what has a line
of its own in the file, or quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from followup_letters.loading.reading.cut_numbers import CutText
from followup_letters.loading.reading.nodes import Node, Path, Scalar
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


def cut_addresses(items: Sequence[Node], path: Path) -> Iterator[CutText]:
    """The lines of the address at `path` that were cut after the town, put together again."""
    if path[-1:] != ("address",):
        return
    for entry, town in enumerate(items[:-1]):
        for end in (entry + 2, entry + 3):  # the state and its ZIP code may be cut as well
            line = _typed_together(items[entry:end])
            if town.place and line and _is_cut(*line):
                name, state = line
                told = f"the town {name}, cut from {state} at its comma"
                otherwise = f'if two lines are meant, put the second in quotes by itself: "{state}"'
                yield CutText(f"{name}, {state}", town.place, entry, told, otherwise)
                break


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
