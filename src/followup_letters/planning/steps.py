"""The nouns: a Step with its day and its reasons, what is done in it, and where it stands. Nothing is decided here."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, SupportsIndex, overload

from followup_letters.choices import Choice
from followup_letters.deciding import Reason
from followup_letters.listed import Listed
from followup_letters.models import Person
from followup_letters.shown import Hinting, as_printed
from followup_letters.tables import FAINT, html_table


class Doing(Choice):
    """What is done in a step."""

    WRITE = "write"
    """Mail or e-mail the letter (R1, R7)."""
    SEND_AGAIN = "send again"
    """They have not received it (X1)."""
    KEEP_PROMISE = "keep promise"
    """Send, or do, what you promised somebody on the day."""
    RESEARCH = "research"
    """Find out more about the company or its industry (R61)."""
    CALL = "call"
    """To make sure that the letter arrived, and what follows from it (R32–R57)."""
    CALL_BACK = "call back"
    """About openings that suit you better (R39)."""
    ASK_FOR_FEEDBACK = "ask for feedback"
    """By telephone: where you fell short, how to present better, and for leads, in this order (R36–R38)."""
    ASK_FOR_LEADS = "ask for leads"
    """By telephone: managers at other companies (R38, R44)."""
    ASK_TO_CALL = "ask to call"
    """By telephone: whether you may call periodically (R41)."""
    EMAIL = "email"
    """Instead of a call (X3, R57)."""
    FOLLOW_LEADS = "follow leads"
    """Call the managers at other companies (R38)."""
    RECORD = "record"
    """Write down what they said (R34)."""
    MEET_AGAIN = "meet again"
    """A second interview, with a file of its own (R55)."""
    ANSWER_OFFER = "answer offer"
    """Give the answer that another offer waits for (R57)."""
    DECIDE = "decide"
    """Whether you go on calling (R39)."""

    @property
    def is_call(self) -> bool:
        """True if the interviewing company is called; the managers of other companies do not count."""
        return self in _CALLS


_NO_STEPS = "no steps here"
_CALLS = frozenset({Doing.CALL, Doing.CALL_BACK, Doing.ASK_FOR_FEEDBACK, Doing.ASK_FOR_LEADS, Doing.ASK_TO_CALL})


class State(Choice):
    """Where a step stands on the day of the plan."""

    DONE = "done"
    DUE = "due"
    OVERDUE = "overdue"
    UPCOMING = "upcoming"
    DROPPED = "dropped"

    @property
    def is_open(self) -> bool:
        """True if there is something left to do."""
        return self in {State.DUE, State.OVERDUE, State.UPCOMING}


@dataclass(frozen=True, repr=False)
class Step(metaclass=Hinting):
    """One thing to do, or done.

    `what` says it in a line, `doing` its kind, `person` with whom; `on` is its day, or the day it was done, from
    `earliest` to `latest`; `state` is where it stands, `reasons` why. `key` is the same on every day.
    """

    key: str
    """The same for the same step on every day, and no other's of this interview: ASCII, fit for a calendar."""
    doing: Doing
    """What is done."""
    what: str
    """The same in one plain line."""
    person: Person | None
    """With whom, with a role; None: nobody of this interview."""
    on: dt.date
    """The day to do it; of a step that is done, the day it was."""
    earliest: dt.date
    """The first day on which it may be done."""
    latest: dt.date
    """The last day; after it the step is overdue."""
    state: State
    """Where it stands."""
    reasons: tuple[Reason, ...]
    """Why, with the rules."""

    _repr_pretty_ = as_printed

    def __str__(self) -> str:
        return f"{self.on}: {self.what}"

    def as_dict(self) -> dict[str, Any]:
        """The step as data, for programs: plain texts, days as year-month-day."""
        return {
            "key": self.key,
            "doing": self.doing.value,
            "what": self.what,
            "person": self.person.name if self.person else None,
            "on": self.on.isoformat(),
            "earliest": self.earliest.isoformat(),
            "latest": self.latest.isoformat(),
            "state": self.state.value,
            "reasons": [reason.as_dict() for reason in self.reasons],
        }

    def __repr__(self) -> str:
        return f"<Step {self.state} {self}>"

    def _repr_html_(self) -> str:
        rows = [(str(self.on), self.what), *(("", str(reason)) for reason in self.reasons)]
        return html_table((str(self.state).capitalize(), ""), rows)


class Steps(tuple[Step, ...], metaclass=Listed):
    """Steps of one plan, in the order of their days: a tuple, which a notebook shows as a table."""

    __slots__ = ()
    _repr_pretty_ = as_printed

    @overload
    def __getitem__(self, place: SupportsIndex, /) -> Step: ...
    @overload
    def __getitem__(self, place: slice, /) -> Steps: ...
    def __getitem__(self, place: SupportsIndex | slice, /) -> Step | Steps:
        return Steps(super().__getitem__(place)) if isinstance(place, slice) else super().__getitem__(place)

    def __str__(self) -> str:
        return "\n".join(f"{step.state.value:8}  {step}" for step in self) or _NO_STEPS

    def _repr_html_(self) -> str:
        if not self:
            return f"<p>{_NO_STEPS}</p>"
        rows = [(str(step.state), str(step.on), step.what) for step in self]
        weights = ["" if step.state.is_open else FAINT for step in self]
        return html_table(("", "Day", "Step"), rows, weights=weights)
