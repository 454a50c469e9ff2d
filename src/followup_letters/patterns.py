"""Patterns that are compiled when something is first looked for with them.

The modules that make a letter have 350 of them, and most letters need a quarter: to compile them all took a sixth of
the time in which one letter is made from a cold start. What every letter needs may as well be `re.compile`.
"""

from __future__ import annotations

import re
from typing import Any, cast


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, for a constant of a module; a slip in `text` is raised at its first use."""
    return cast("re.Pattern[str]", Pattern(text, flags))


class Pattern:
    """A pattern that becomes what `re.compile` gives, piece by piece as it is asked for."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern = text  # which goes into others
        self._given_flags = flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self._given_flags)
        found = getattr(self._compiled, name)
        setattr(self, name, found)  # where it is seen before this is asked
        return found
