"""How things stand after the interview: interest, reasons, reservations, offers, problems, news."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from followup_letters.fields import (
    MOST_LINES,
    Date,
    Flag,
    Line,
    Lines,
    OptionalDate,
    OptionalLine,
    OptionalNote,
    YesNo,
    empty_is_none,
    to_anything,
    to_list,
)
from followup_letters.noun import Noun


class Reservation(Noun):
    """A doubt that somebody voiced about you (R42)."""

    by: OptionalLine = None
    """Who voiced it: the name under `people`, or a part of it that no other has. None: the hiring manager."""
    concern: Line
    """A noun phrase: "no union experience". Never echoed in a letter if it is negative."""
    answer: OptionalLine = None
    """Finish "In answer: I …": "sat on a joint safety committee for two years". None: the letter is silent on it."""


class OtherOffer(Noun):
    """Another employer's offer (R57)."""

    received: Date
    """The day you received it."""
    decide_by: Date
    """The day by which you must answer it."""
    company: OptionalLine = None
    """Who made it. None: not known to this file."""
    may_name: Flag = False
    """True if that company may be named to others."""


class Problem(Noun):
    """A problem that the manager divulged (R48–R50). Nothing of it is printed in a letter."""

    what: Line
    """The problem, as a noun phrase."""
    tried: Lines = ()
    """What they have tried already."""
    idea: OptionalNote = Field(None, repr=False)
    """Your idea. Never printed in a letter (R50)."""


class News(Noun):
    """A recent development at the company or in its industry (R51)."""

    what: Line
    """The development, as a noun phrase: "the Memphis expansion"."""
    date: OptionalDate = None
    """The day of the report. None: not known."""
    source: OptionalLine = None
    """Where it was reported. None: not known."""


class Outlook(Noun):
    """How things stand after the interview, for your eyes only unless a field says otherwise."""

    interested: YesNo = None
    """Do you want the job (R13)? None: not known, taken as yes, with a finding."""
    told_not_strong: YesNo = None
    """Did an interviewer volunteer that you were not a strong candidate (R12)? Your own fear does not count."""
    went_well: YesNo = None
    """Did it go well (R22, R59)? None: not known."""
    pursue_vigorously: YesNo = None
    """Do you want to go further than letter and call (R59)? None: no."""
    keen_on_company: YesNo = None
    """Are you extremely interested in this company, whatever the job (R39)? None: no."""
    reluctant_to_call: YesNo = None
    """Do you have reservations about calling periodically (R41)? None: no."""
    asked_not_to_call: YesNo = None
    """Did the employer ask for no calls (X3)? None: no."""
    reasons: Lines = ()
    """Finish "I want to work there because …": "your supervisors run their own morning meeting" (R26)."""
    omitted: Lines = ()
    """Finish "I did not mention that I …": "ran nights for two years" (R29)."""
    reservations: Annotated[tuple[Reservation, ...], BeforeValidator(to_list)] = Field(
        default=(), max_length=MOST_LINES
    )
    """Doubts that were voiced, and your answers (R42)."""
    other_offer: Annotated[OtherOffer | None, BeforeValidator(empty_is_none)] = None
    """Another offer you hold (R57). None: none."""
    problem: Annotated[Problem | None, BeforeValidator(empty_is_none)] = None
    """A problem that the manager divulged (R48). None: none."""
    news: Annotated[tuple[News, ...], BeforeValidator(to_list)] = Field(default=(), max_length=MOST_LINES)
    """Recent developments to talk about on the call (R51)."""
    research: Lines = ()
    """What you found out since (R61)."""
    questions: Lines = ()
    """Questions about the position, the department or the company (R47, R61)."""
    employer_decides_on: OptionalDate = None
    """The day the employer will decide (R9). None: not known."""
    withdraw: Flag = False
    """True: a courtesy letter says, in one neutral sentence, that you withdraw (X6); you get one where `interested`
    is not given, too."""
    private: Annotated[Any, BeforeValidator(to_anything)] = Field(None, repr=False)
    """Anything: never leaves this file, unless you take it over to a second interview (`--private`)."""
