"""The course of a follow-up: what stands open at one moment of its history, what was done, what was dropped.

A Course never changes; what happens makes a new one. Which steps follow an answer is told in following.py.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import quote

from followup_letters.choices import LetterKind
from followup_letters.deciding import Decision, Reason, contact, decide, with_roles, workdays
from followup_letters.models import Interview, Person
from followup_letters.planning import wordings
from followup_letters.planning.steps import Doing, State, Step
from followup_letters.workdays import Workdays


@dataclass(frozen=True)
class Case:
    """What does not change while history goes on: the interview and what was decided for it."""

    interview: Interview
    decision: Decision
    days: Workdays
    people: tuple[Person, ...]
    """Everybody of the interview, each with a role."""
    contact: Person | None
    """Who is called: the hiring manager, or else the nearest to it that is written to (R32); None: nobody is."""
    vigorous: bool
    """True if the job is pursued vigorously, and may be (R59)."""

    @classmethod
    def of(cls, interview: Interview) -> Case:
        """The case of `interview`."""
        decision, outlook = decide(interview), interview.outlook
        wanted = decision.kind is LetterKind.PURSUE and outlook.interested and outlook.went_well
        vigorous = bool(outlook.pursue_vigorously and wanted)
        return cls(interview, decision, workdays(interview), with_roles(interview), contact(decision), vigorous)

    @property
    def keen(self) -> bool | None:
        """Whether you want to hear of other openings there (R39)."""
        return self.interview.outlook.keen_on_company

    @property
    def decides_on(self) -> dt.date | None:
        """The day on which the employer decides; None if it is not known."""
        return self.interview.outlook.employer_decides_on

    def named(self, name: str | None) -> Person | None:
        """The person called `name`; None if nobody is."""
        return next((person for person in self.people if person.name == name), None)


@dataclass(frozen=True)
class Course:
    """Where a follow-up stands after some of its history."""

    case: Case
    mailed_on: dt.date
    """The day of the letter to the contact: the real one once it is known, else the planned one."""
    end: Reason
    """Why nothing follows the open steps."""
    open: tuple[Step, ...] = ()
    closed: tuple[Step, ...] = ()
    """Done or dropped, in the order in which that happened."""
    no_calls: str | None = None
    """Why they are not to be called, as the words name it (X3, R41); None: they may be."""
    permitted: bool = False
    """True if they said that you may call periodically (R41)."""
    calls_made: int = 0
    """Calls about openings so far (R39)."""
    spoke_on: dt.date | None = None
    """The last day on which they could be told something; None: not yet."""
    is_over: bool = False
    """True if the job is gone, or yours: another offer need not be told any more."""

    # ------------------------------------------------------------------------------------ making steps

    def step(
        self,
        purpose: str,
        doing: Doing,
        person: Person | None,
        on: dt.date,
        *reasons: str | Reason,
        earliest: dt.date | None = None,
        latest: dt.date | None = None,
    ) -> Step:
        """A new open step; a call to somebody who must not be called becomes an e-mail (X3, R41)."""
        case = self.case
        because = tuple(why if isinstance(why, Reason) else wordings.why(why, case.interview) for why in reasons)
        key = self._new_key(purpose, person)
        text = wordings.what(purpose, doing, case.interview, person)
        made = Step(key, doing, text, person, on, earliest or on, latest or on, State.UPCOMING, because)
        return as_email(case, made, self.no_calls) if doing.is_call and self.no_calls else made

    def _new_key(self, purpose: str, person: Person | None) -> str:
        """`purpose`, the number of the step among those of its purpose, and the person, in plain ASCII."""
        whom = quote(person.name, safe="") if person else "all"
        there = {step.key for step in (*self.open, *self.closed)}
        number = 1
        while f"{purpose}-{number}-{whom}" in there:
            number += 1
        return f"{purpose}-{number}-{whom}"

    # ------------------------------------------------------------------------------------ moving steps

    def with_steps(self, *steps: Step) -> Course:
        """This course with `steps` open besides."""
        return replace(self, open=(*self.open, *steps))

    def done(self, steps: Iterable[Step], on: dt.date) -> Course:
        """This course with `steps` done on the day `on`."""
        finished = tuple(steps)
        kept = tuple(step for step in self.open if step not in finished)
        closed = tuple(replace(step, state=State.DONE, on=on) for step in finished)
        return replace(self, open=kept, closed=(*self.closed, *closed))

    def dropped(self, steps: Iterable[Step], reason: Reason) -> Course:
        """This course with `steps` dropped for `reason`."""
        given_up = tuple(steps)
        kept = tuple(step for step in self.open if step not in given_up)
        closed = tuple(replace(step, state=State.DROPPED, reasons=(*step.reasons, reason)) for step in given_up)
        return replace(self, open=kept, closed=(*self.closed, *closed))

    def changed(self, old: Step, new: Step) -> Course:
        """This course with the open step `old` as `new`."""
        return replace(self, open=tuple(new if step is old else step for step in self.open))


def purpose_of(step: Step) -> str:
    """What the step is for, as its key and the words name it."""
    return step.key.split("-", 1)[0]


def as_email(case: Case, step: Step, why: str, *, doing: Doing = Doing.EMAIL) -> Step:
    """The same step by e-mail, for the reason that the words name `why`; a letter stays one."""
    text = wordings.what(purpose_of(step), Doing.EMAIL, case.interview, step.person)
    return replace(step, doing=doing, what=text, reasons=(*step.reasons, wordings.why(why, case.interview)))
