"""The company, and the position with its responsibilities."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from followup_letters.choices import Level
from followup_letters.fields import (
    LOWEST_RANK,
    MOST_TO_MATCH,
    Address,
    Bullet,
    Line,
    OptionalLine,
    YesNo,
    empty_is_none,
    to_list,
)
from followup_letters.noun import Noun, TextOrTable


class Company(Noun):
    """The company that interviewed you."""

    name: Line
    """The full legal name, as the inside address prints it: "Northwind Logistics, Inc."."""
    short_name: OptionalLine = None
    """The name in running text: "Northwind". None: the full name without its legal suffix."""
    article: YesNo = None
    """True: running text says "the" before the name, "the University of Leeds"; false: it never does. None: as the
    name has it, "the Pilots Association"."""
    address: Address = ()
    """The company's postal address, a line each. Empty: the inside address ends with the company."""


class Responsibility(TextOrTable):
    """One responsibility of the job, as they told you (R24)."""

    text: Bullet
    """The responsibility as typed: "Bring order-to-ship time under two days"."""
    importance: Annotated[int | None, BeforeValidator(empty_is_none)] = Field(default=None, ge=1, le=LOWEST_RANK)
    """Rank, 1 the most important. None: the order of the list."""
    answered: YesNo = None
    """False: none of your strengths answers it, and none is looked for; one that names it under `answers` does so
    all the same. None: matched by the library."""


class Position(Noun):
    """The job you interviewed for."""

    title: Line
    """As the company calls it: "Regional Operations Manager"."""
    reference: OptionalLine = None
    """The company's reference number. None: no reference line."""
    level: Annotated[Level | None, BeforeValidator(empty_is_none)] = None
    """Decides when to write (R8–R10). None: as for mid."""
    responsibilities: Annotated[tuple[Responsibility, ...], BeforeValidator(to_list)] = Field(
        default=(), max_length=MOST_TO_MATCH
    )
    """What the job is for, as they told you, most important first (R24)."""
