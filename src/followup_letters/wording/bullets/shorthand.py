"""Shorthand of notes, written out where a sentence takes it up: "2 yrs" → "2 years", "incl." → "including"."""

from __future__ import annotations

from functools import lru_cache

from followup_letters.patterns import pattern
from followup_letters.wording.grammar.quotations import keeping_quotations

_UNITS = {"yr": "year", "hr": "hour", "min": "minute", "wk": "week", "mth": "month", "mo": "month"}
_COUNTED = pattern(rf"(?:(?<=\b1 )({'|'.join(_UNITS)})|(?<=\d )({'|'.join(_UNITS)})s)\b(?!\.\S)\.?(?=\s|[,;:)]|$)")
_WORDS = {"approx": "approximately", "incl": "including"}
_SHORT_WORD = pattern(rf"(?<=\s)({'|'.join(_WORDS)})\b\.?(?=\s)")
_ARROW = pattern(r"(?<=[\d%]) ?(?:->|→) ?(?=[$£€]?\d)")
_WITH = pattern(r"(?<=\s)w/(o?)(?=\s)")


@lru_cache(maxsize=2048)
@keeping_quotations
def written_out(text: str) -> str:
    """`text` with its units of time after a figure, "w/", "w/o", "approx.", "incl." and arrows as words.

    A quotation keeps its own.
    """
    spelt = _COUNTED.sub(lambda found: _UNITS[found[1]] if found[1] else f"{_UNITS[found[2]]}s", text)
    spelt = _ARROW.sub(" to ", spelt)
    spelt = _SHORT_WORD.sub(lambda found: _WORDS[found[1]], spelt)
    return _WITH.sub(lambda found: "without" if found[1] else "with", spelt)
