"""Bullets about something that still goes on: "… since 2018", "… for the last three years", "Currently …".

They want another tense than a deed that is over: "I have been chartered since 2018". Which verb a bullet has, and
whether it is proved, is decided in `forms`.
"""

from __future__ import annotations

import re

from followup_letters.lexicon import words

_REACHES_NOW = re.compile(
    r".*\b(?:since\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d|(?:for|over|in|during)\s+the\s+(?:last|past)\s+(?:[\w-]+\s+)?"
    r"(?:years?|months|decades?))",
    re.DOTALL,
)
_OTHER_DATE = re.compile(r"\b(?:19|20)\d\d\b|\bago\b", re.IGNORECASE)
_TODAY = re.compile(r"(?:Currently|Presently|Now)\s+(?=[a-z])")


def reaches_now(body: str) -> bool:
    """True if `body` ends in a span of time that has not ended: "since 2018", "for the last three years"."""
    return _REACHES_NOW.fullmatch(body) is not None


def is_dated(body: str) -> bool:
    """True if `body` has a date besides a last "since 2018", so that "I am …" would not be true of today."""
    before = re.sub(r"\b(have|has|had) since\b", r"\1", body)  # "who have since passed" tells no date
    before = re.sub(r"\bsince\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d$", "", before)
    return "since" in before.casefold().split() or _OTHER_DATE.search(before) is not None


def follows_have(past: str) -> bool:
    """True for a past form that is a participle as well: "managed", "led"; not "ran"."""
    return past not in words("finite_pasts") and past not in words("unlike_participles")


def today(text: str) -> tuple[str, str]:
    """The "currently" that `text` begins with, and the rest as it would stand by itself; "" if it has none."""
    found = _TODAY.match(text)
    if not found:
        return "", text
    rest = text[found.end() :]
    return found[0].strip().lower(), rest[0].upper() + rest[1:]
