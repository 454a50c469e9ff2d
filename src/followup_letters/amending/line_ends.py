"""The line ends of a text that was changed: each line that was there keeps its own, whatever the others have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_BREAK = re.compile(r"\r\n|\n|\r")


def without_ends(typed: str) -> str:
    """`typed` with the line ends of Unix."""
    return _BREAK.sub("\n", typed)


def with_ends_of(typed: str, changed: str) -> str:
    """`changed`, which has the line ends of Unix, with those of `typed`; a new line ends as the one before it."""
    ends = _BREAK.findall(typed)
    if len(set(ends)) < 2:
        return changed.replace("\n", ends[0]) if ends else changed
    lines = changed.split("\n")
    chosen = _chosen(_BREAK.split(typed), lines, ends)
    *kept, _ = chosen  # the last line has no end
    return "".join(line + end for line, end in zip(lines, [*kept, ""], strict=True))


def _chosen(before: Sequence[str], after: Sequence[str], ends: Sequence[str]) -> Iterator[str]:
    """For each line of `after` the end of the line of `before` that it was, or that it follows."""
    for _, start, end, first, last in SequenceMatcher(None, before, after).get_opcodes():
        for number in range(first, last):
            of = min(start + number - first, end - 1, len(ends) - 1)
            yield ends[max(of, 0)]
