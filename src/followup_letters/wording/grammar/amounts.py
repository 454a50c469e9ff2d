"""How an amount is written, and by how much something is said to have changed."""

from __future__ import annotations

import re
from functools import cache

from followup_letters.lexicon import words
from followup_letters.patterns import pattern

FIGURE = pattern(r"[~<>≈+]?(?:[A-Z]{0,3}[$£€¥])?\d[\d.,]*(?:k|m|bn|b|%|x)?\+?", re.IGNORECASE)


@cache
def measures() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What proves a measure after any verb of change, and after a form that is often an adjective."""
    numbers = "|".join(sorted(words("numbers"), key=len, reverse=True))
    part = "fifths?|sixth|seventh|eighth|ninth|tenth|thirds|quarters"
    figure = rf"(?:{FIGURE.pattern}|{numbers}|{part}|days?|weeks?|months?)(?![\w-])"
    hedge = r"(?:(?:a|an|about|nearly|almost|over|just|more|less|than|only|around|some|as|much|up|to|another) ){0,4}"
    amount = hedge + figure
    percent = rf"{figure} ?(?:%|percent|per)|[\d.]+%"
    sure = (
        rf"by {amount}|(?:down |up )?from .* to |(?:to|under|below) (?:{hedge})(?:{percent})"
        rf"|{percent}|(?:under|below) {amount}"
    )
    loose = rf"{sure}|(?:to|at|within|above|over|down|up) {amount}"
    noun = r"(?!(?:and|or|of|in|on|for|with|by|to|from) )[^,:;(]{1,70}? "
    return re.compile(noun + f"(?:{loose})"), re.compile(noun + f"(?:{sure})")
