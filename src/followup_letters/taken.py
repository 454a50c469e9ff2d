"""What was taken from where: a record of each file of another program that an interview was filled from.

The records are for people and programs to look through; nothing here reads a file or decides anything.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from followup_letters.errors import harmless_line


@dataclass(frozen=True)
class TakenValue:
    """One value that stands in the interview now.

    `field` is where it stands there ("candidate.email"), `value` what it is, `source` where it stood in the file
    ("basics.email", "TEL").
    """

    field: str
    value: str
    source: str


@dataclass(frozen=True)
class LeftOut:
    """One thing in the file that the interview does not use: where it stood, what it is in few words, and why."""

    source: str
    found: str
    why: str


@dataclass(frozen=True)
class Taken:
    """What one file gave, what of it says the same as what was typed, and what was left out.

    `file` is the name as typed, `form` what kind of file it is, `under` the field that names it ("candidate").
    """

    file: str
    form: str
    under: str
    values: tuple[TakenValue, ...] = ()
    confirmed: tuple[TakenValue, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The record as data, for programs."""
        return asdict(self)

    def __str__(self) -> str:
        """In one line or two: `candidate: took name, email, strengths (4) from resume.json; left out: skills (3)`."""
        told = (
            f"{self.under}: took {_counted(_field(each.field) for each in self.values)} from {harmless_line(self.file)}"
        )
        if self.confirmed:
            told += f"; it confirms {_counted(_field(each.field) for each in self.confirmed)}"
        left = _counted(re.split(r"[.\[:]", each.source)[0] for each in self.left_out)
        return f"{told}; left out: {harmless_line(left)}" if self.left_out else told


def _field(path: str) -> str:
    """The last name of a path: "strengths" of `candidate.strengths[2]`."""
    return re.sub(r"\[\d+\]$", "", path).rpartition(".")[2]


def _counted(names: Iterable[str]) -> str:
    """Each name once, with its number where it stands more often."""
    counts = Counter(names)
    return ", ".join(name if times == 1 else f"{name} ({times})" for name, times in counts.items()) or "nothing"
