"""The nouns: a Step with its day and its reasons, and the Schedule that holds them. Nothing is decided here."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from followup_letters.choices import Choice
from followup_letters.deciding import Decision, Reason
from followup_letters.models import Event, Interview, Person
from followup_letters.shown import Hinting, as_printed
from followup_letters.tables import html_table


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


@dataclass(frozen=True)
class Schedule(metaclass=Hinting):
    """Every step after one interview, as it stands on one day."""

    interview: Interview
    """The interview it was made from."""
    today: dt.date
    """The day for which it was made."""
    decision: Decision
    """What was decided for the interview: kind, recipients, mailing."""
    steps: tuple[Step, ...]
    """Every step, done and dropped ones too, in the order of their days."""
    end: Reason
    """Why nothing follows the steps that are here."""

    @property
    def passed_over(self) -> tuple[Event, ...]:
        """What of the history does not count: it is noted for a day after that of the plan, or before the interview."""
        met_on = self.interview.interview.date
        return tuple(event for event in self.interview.history if not met_on <= event.on <= self.today)

    @property
    def next(self) -> Step | None:
        """The first step that is left to do; None if there is none, and `ended` says why."""
        return next((step for step in self.steps if step.state.is_open), None)

    @property
    def ended(self) -> Reason | None:
        """Why there is nothing left to do; None while there is."""
        return None if self.next else self.end

    def as_dict(self) -> dict[str, Any]:
        """The plan as data, for programs: plain texts, days as year-month-day."""
        return {
            "company": self.interview.company.name,
            "position": self.interview.position.title,
            "today": self.today.isoformat(),
            "kind": self.decision.kind.value,
            "next": self.next.key if self.next else None,
            "ended": self.ended.as_dict() if self.ended else None,
            "steps": [step.as_dict() for step in self.steps],
            "passed_over": [event.model_dump(mode="json") for event in self.passed_over],
        }
