"""Where PyYAML gave up, and the lines around that place: what each mistake in `yaml_mistakes` is told from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from followup_letters.errors import Fault
from followup_letters.loading.reading.nodes import Source, fault_at
from followup_letters.patterns import pattern

_LONGEST_LINE = 2_000  # characters that are looked through
ENTRY = pattern(r"[ \t]*- ")  # of a list
SAYS_SOMETHING = pattern(r"[ \t]*[^#\s]")  # and is no comment


@dataclass(frozen=True)
class Trouble:
    """Where PyYAML gave up: its words, its place, and the place where the construct began."""

    source: Source
    problem: str
    at: int
    since: int

    @property
    def row(self) -> int:
        """The line, counted from 0; for a problem at the very end, the last line with something on it."""
        row = self.source.row(self.at)
        while row > 0 and not line_at(self.source, row).strip():
            row -= 1
        return row

    def fault(self, offset: int, rule: str, hint: str | None) -> Fault:
        return fault_at(self.source.at(offset), rule, hint=hint, excerpt=True)


def line_at(source: Source, row: int) -> str:
    """A line as far as a person reads it: longer ones are nobody's slip, and would be searched for minutes."""
    return source.line(row)[:_LONGEST_LINE]


def row_before(trouble: Trouble) -> int:
    """The last line above the trouble with something on it."""
    row = trouble.row - 1
    while row > 0 and not line_at(trouble.source, row).strip():
        row -= 1
    return row


def wanted_indent(source: Source, row: int) -> int:
    """The spaces that the line of `row` should begin with.

    Those of the lines above it, two more after a bare key; an entry of a list begins as the entry before it does.
    """
    before = [line_at(source, number) for number in range(row - 1, -1, -1)]
    above = next((line for line in before if line.strip(" \t-")), "")
    entry = next(filter(ENTRY.match, before), None) if ENTRY.match(line_at(source, row)) else None
    column = len(above) - len(above.lstrip(" -"))
    if above.rstrip().endswith(":"):
        return column + 2
    return len(entry) - len(entry.lstrip(" ")) if entry else column


def indent_of(line: str) -> int:
    """The spaces that `line` begins with."""
    return len(line) - len(line.lstrip(" "))


def colons(line: str) -> int:
    """How many of them in `line` end a key, as YAML reads it."""
    return len(re.findall(r":(?=\s|$)", line))
