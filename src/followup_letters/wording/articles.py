"""The article of our own before a word of the user's: "a licensed electrician", "an 80 percent share"."""

from __future__ import annotations

import re

_WITH_A_VOWEL = re.compile(r"[aeiou]|hour|hono|heir|8|1[18](?!\d)|1[18](?:,\d|\.)")
_WITHOUT = re.compile(r"uni|eu|one\b|use")


def with_article(said: str) -> str:
    """`said` after the "a" or "an" that its sound asks for."""
    sound = said.casefold()
    vowel = _WITH_A_VOWEL.match(sound) and not _WITHOUT.match(sound)
    return f"{'an' if vowel else 'a'} {said}"
