"""The Plan: a schedule that makes its call sheets and its calendar, saves them, and shows itself in a notebook."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from followup_letters.arguments import check_path, refused
from followup_letters.errors import Fault, InputError, OutputError, counted
from followup_letters.filing import keep_or_write
from followup_letters.models import Person
from followup_letters.planning.steps import Schedule, Step
from followup_letters.shown import as_printed

if TYPE_CHECKING:
    from followup_letters.planning.call_sheets import CallSheet


@dataclass(frozen=True, repr=False)
class Plan(Schedule):
    """What to do after one interview, and when, as it stands on one day."""

    templates: str | os.PathLike[str] | None = None
    """The folder of templates of your own for its call sheets, searched before ours."""

    def call_sheet(self, person: Person | str | None = None) -> CallSheet:
        """The sheet for the next call to `person`: one of the interview, a name or a part of it; None: the next call.

        Raises InputError if no call to them is planned, because none is due or they asked for none (X3), or if the
        part of a name is that of several.
        """
        name = person.name if isinstance(person, Person) else person
        if name is not None and not isinstance(name, str):
            raise refused("call_sheet(person)", name, "a Person, or a name")
        calls = [(step.person.name, step) for step in self._calls() if step.person]
        wanted = [call for call in calls if name in (None, call[0])]
        part = name.casefold() if name else ""
        wanted = wanted or [call for call in calls if part and part in call[0].casefold()]
        if wanted and (name is None or len({called for called, _ in wanted}) == 1):
            return self._sheet(wanted[0][1])
        names = "; ".join(dict.fromkeys(called for called, _ in calls)) or "nobody"
        rule = f"one call to {name} that is planned" if name else "a call that is planned"
        raise InputError([Fault(rule, field="call_sheet(person)", found=name, hint=f"calls go to: {names}")])

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
