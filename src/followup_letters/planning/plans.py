"""The Plan: every step, as it stands on one day; it makes its call sheets and its calendar, and shows itself."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from followup_letters.arguments import check_path, refused
from followup_letters.deciding import Decision, Reason
from followup_letters.errors import Fault, InputError, OutputError, counted
from followup_letters.filing import keep_or_write
from followup_letters.models import Event, Interview, Person
from followup_letters.namesakes import called, suggested
from followup_letters.planning.steps import Step, Steps
from followup_letters.shown import Hinting, as_printed

if TYPE_CHECKING:
    from followup_letters.planning.call_sheets import CallSheet


@dataclass(frozen=True, repr=False)
class Plan(metaclass=Hinting):
    """What to do after one interview, and when, as it stands on one day."""

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
    templates: str | os.PathLike[str] | None = None
    """The folder of templates of your own for its call sheets, searched before ours."""

    def __post_init__(self) -> None:
        """Its steps show themselves, whatever they came in."""
        object.__setattr__(self, "steps", Steps(self.steps))

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

    def call_sheet(self, person: Person | str | None = None) -> CallSheet:
        """The sheet for the next call to `person`: one of the interview, a name or a part of it; None: the next call.

        Raises InputError if no call to them is planned, because none is due or they asked for none (X3), or if the
        part of a name is that of several.
        """
        name = person.name if isinstance(person, Person) else person
        if name is not None and not isinstance(name, str):
            raise refused("call_sheet(person)", name, "a Person, or a name")
        calls: dict[str, Step] = {}
        for step in self._calls():
            if step.person:
                calls.setdefault(step.person.name, step)
        found = [*calls][:1] if name is None else called(name, calls)
        if len(found) == 1:
            return self._sheet(calls[found[0]])
        names = "; ".join(calls) or "nobody"
        rule = f"one call to {name} that is planned" if name else "a call that is planned"
        meant = suggested(name, calls) if name and not found else ""
        hint = f"{meant}calls go to: {names}"
        raise InputError([Fault(rule, "call_sheet(person)", found=name, hint=hint, kind="argument")])

    @property
    def call_sheets(self) -> tuple[CallSheet, ...]:
        """A sheet for each call that is planned, in the order of the days; those of one conversation share one."""
        calls = {(step.person and step.person.name, step.on): step for step in reversed(self._calls())}
        return tuple(self._sheet(step) for step in reversed(calls.values()))

    def _calls(self) -> list[Step]:
        return [step for step in self.steps if step.doing.is_call and step.state.is_open and step.person]

    def _sheet(self, step: Step) -> CallSheet:
        from followup_letters.planning.call_sheets import call_sheet

        assert step.person is not None  # _calls has none without
        known = [event for event in self.interview.history if event.on <= self.today]
        interview = self.interview.with_(history=known)
        return call_sheet(interview, step.person, on=step.on, doing=step.doing, templates=self.templates)

    def ics(self, *, private: bool = False) -> bytes:
        """The open steps as an iCalendar file; `private` adds reasons and telephone numbers."""
        from followup_letters.planning.calendar import to_ics

        return to_ics(self, private=private)

    def save(self, path: str | os.PathLike[str], *, private: bool = False, overwrite: bool = False) -> Path:
        """Write the calendar file `path`, whole or not at all, and return the path; `private` as for `ics`.

        Raises OutputError if the suffix is not .ics, the folder is missing, or a file with other content is there
        already and `overwrite` is false.
        """
        check_path(path, "save(path)")
        target = Path(path)
        if target.suffix.lower() != ".ics":
            raise OutputError("a plan is saved as a calendar: a file that ends in .ics", target)
        return keep_or_write(target, self.ics(private=private), overwrite=overwrite)

    def __repr__(self) -> str:
        coming = f"next on {self.next.on}: {self.next.what}" if self.next else "nothing is left to do"
        left_out = f"; {counted(len(self.passed_over), 'event')} passed over" if self.passed_over else ""
        return f"<Plan of {counted(len(self.steps), 'step')} as on {self.today}, {coming}{left_out}>"

    _repr_pretty_ = as_printed
    _ways: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("as_ics", "to_ics", "ical", "as_ical", "to_ical", "calendar"), "; ics() gives the calendar"),
        "html": "; a notebook shows it by itself, _repr_html_() gives that",
        "text": "; str(plan) is its text",
        "pdf": '; call_sheet().save("call.pdf") writes a sheet for a call, save("plan.ics") the calendar',
    }

    def __str__(self) -> str:
        from followup_letters.planning.timeline import timeline

        return timeline(self)

    def _repr_html_(self) -> str:
        """For a notebook: the weeks ahead."""
        from followup_letters.planning.picture import picture

        return picture(self)
