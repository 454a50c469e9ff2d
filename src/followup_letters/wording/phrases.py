"""Fitting the user's phrases into a sentence without rewriting them: a phrase that does not provably fit is refused."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ARTICLE = re.compile(r"(?:an?|the)\s+(?=\S)", re.IGNORECASE)
_COUNT = re.compile(
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|fifty|sixty|ninety)\b[\w\s-]*",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"(?:no|not|never|none|lack\w*|missing|without|little|less|few|fewer|too|only|weak\w*|limited|insufficient|poor"
    r"|inexperienced?|under\w*|over\w*|un\w+|in(?:adequate|sufficient)\w*|short\w*)\b|.*\b(?:not|n't|lack\w*|without|no)\b",
    re.IGNORECASE,
)
_ABBREVIATION_END = re.compile(
    r"(?:\b(?:Inc|Ltd|Co|Corp|Jr|Sr|etc|Dr|Mr|Mrs|Ms|St|vs|No|Dept|Ph\.D|M\.D)|(?:\b\w\.)+\w)\.$", re.IGNORECASE
)


def after_the(length: str) -> str | None:
    """A length of time as it follows "the": "an hour and a half" → "hour and a half"; None if it does not provably fit."""
    bare = _ARTICLE.sub("", length, count=1) if _ARTICLE.match(length) else length
    if bare != length:
        return bare
    return length if _COUNT.fullmatch(length) else None


def is_negative(concern: str) -> bool:
    """True if echoing `concern` would repeat a reservation in its own negative words."""
    return _NEGATIVE.match(concern) is not None


def without_stop(text: str) -> str:
    """`text` without a single full stop at its end, unless the stop belongs to an abbreviation."""
    if text.endswith(".") and not text.endswith("..") and not _ABBREVIATION_END.search(text):
        return text[:-1].rstrip()
    return text


def is_brief(phrase: str) -> bool:
    """True if a sentence can go on after `phrase` without losing its reader: up to nine words, and no stop in it."""
    return len(phrase.split()) <= 9 and not re.search(r"[,;:()–—?!]", phrase)


def separator(items: Sequence[str]) -> str:
    """What parts the items of a list: a semicolon if one of them holds a comma or "and", else a comma."""
    return ";" if any("," in item or re.search(r"\band\b", item) for item in items) else ","
