"""Call sheets: one page for each call, to hold while dialing (R32–R58, X1–X3). No word of a sheet stands here.

`sheet_context` gathers what the sheet may say; `saying` keeps each prompt short; the words are in
templates/en/call-sheet.html.j2. A sheet is private, and its title and file name say so.
"""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from followup_letters.arguments import refused
from followup_letters.choices import Language, Paper, Response
from followup_letters.deciding import Decision, decide, with_roles
from followup_letters.documents import Document, unchanging
from followup_letters.errors import Fault, InputError
from followup_letters.filing import file_stem
from followup_letters.markup import Page, parse
from followup_letters.models import Interview, Person
from followup_letters.planning.saying import Say
from followup_letters.planning.sheet_context import SheetContext, context_for
from followup_letters.planning.sheet_fitting import fitted
from followup_letters.planning.steps import Doing
from followup_letters.shown import as_printed, called_as
from followup_letters.templates_folder import own_folder, own_styles
from followup_letters.templating.finishing import finished
from followup_letters.templating.marks import Marks
from followup_letters.templating.parsing import parsed
from followup_letters.templating.rendering import render
from followup_letters.templating.slips import KINDS
from followup_letters.wording.names import running_name
from followup_letters.writing import FORMATS

_SHEET = "call-sheet.html.j2"
_TITLE = "call-sheet/title.j2"
_FILE_ENDING = "private-call-sheet"
_FORMATS = tuple(format for format in FORMATS if format != "eml")


@unchanging
@dataclass(frozen=True, repr=False)
class CallSheet(Document):
    """One page for one call, for your own eyes."""

    person: Person
    """Who is called, with a role."""
    company: str
    """The company that interviewed, by its full name."""
    call_on: dt.date
    """The day of the call."""
    missing: tuple[str, ...]
    """The fields of the input that it could not use and leaves to be filled in by hand, such as `people[0].phone`."""

    _repr_pretty_ = as_printed

    def __hash__(self) -> int:  # its page has tables, which have none
        return hash((self.company, self.person.name, self.call_on))

    def __repr__(self) -> str:
        return f"<CallSheet for {self.person.name}, {self.call_on}>"

    @called_as(f"the format is one of: {', '.join(_FORMATS)}")
    def render(self, format: str) -> bytes:
        """The sheet as the bytes of a file, as `Document.render` has it; for your own hand, it has no e-mail form."""
        if format == "eml":
            raise refused("render(format)", format, f"one of: {', '.join(_FORMATS)}", "a call sheet has no e-mail form")
        return super().render(format)

    @property
    def file_stem(self) -> str:
        """A file name without suffix, with the company as in that of a letter:
        `2026-11-27_Northwind_Tom-Baker_private-call-sheet`.
        """
        return file_stem(self.call_on.isoformat(), running_name(self.company), self.person.name, _FILE_ENDING)


def call_sheet(
    interview: Interview,
    person: Person | str,
    *,
    on: dt.date | None = None,
    doing: Doing | None = None,
    templates: str | os.PathLike[str] | None = None,
) -> CallSheet:
    """The sheet for a call to `person` (somebody of `interview`, or their name) on the day `on`.

    `on` defaults to the day of the call by the rules (R32, R57); `doing` is the call's step in a plan, and else worked
    out from the history. `templates` is a folder searched before ours. Raises InputError for somebody who is not in
    the file, if they asked for no calls (X3), for a day before the interview, and without `on` if no call is due;
    TemplateError for a fault of a template.
    """
    called, decision = _found(interview, person), decide(interview)
    day = _day_of_call(interview, decision, on)
    context = context_for(interview, decision, called, day, doing)
    folder = own_folder(templates)
    return CallSheet(
        _page(interview, context, folder),
        person=called,
        company=interview.company.name,
        call_on=day,
        missing=_missing(context),
    )


def _day_of_call(interview: Interview, decision: Decision, on: dt.date | None) -> dt.date:
    """The day asked for, else the day by the rules. Raises InputError if there is none, or no call may be made."""
    if field := _refusal(interview):
        raise InputError([Fault("no call: they asked for none; write an e-mail instead (X3, R41)", field=field)])
    day, met_on = on or decision.call_on, interview.interview.date
    if day is None:
        raise InputError([Fault("no call is due by the rules", hint="give the day of the call: on=…")])
    if day < met_on:
        raise InputError([Fault(f"a call after the interview, which was on {met_on}", field="on", found=str(day))])
    return day


def _found(interview: Interview, person: Person | str) -> Person:
    name = person if isinstance(person, str) else person.name
    people = with_roles(interview)
    found = next((other for other in people if other.name == name), None)
    if found is None:
        names = "; ".join(other.name for other in people)
        raise InputError([Fault("the name of somebody under people", found=name, hint=f"there are: {names}")])
    return found


def _refusal(interview: Interview) -> str | None:
    """Where they asked for no calls at all (X3), or said that you may not call and not since that you may (R41)."""
    if interview.outlook.asked_not_to_call:
        return "outlook.asked_not_to_call"
    answers = [event.response for event in sorted(interview.history, key=lambda event: event.on)]
    allowed = [answer for answer in answers if answer in {Response.MAY_CALL, Response.MAY_NOT_CALL}]
    refused = Response.ASKED_NOT_TO_CALL in answers or allowed[-1:] == [Response.MAY_NOT_CALL]
    return "history" if refused else None


def _missing(context: SheetContext) -> tuple[str, ...]:
    answers = [doubt.answer for doubt in context.doubts]
    wanted = (context.phone, context.best_time, *answers, context.questions, context.problem, context.news)
    unanswered = ("outlook.reservations",) if context.voiced and not context.doubts else ()
    return (*(value.path for value in wanted if not value), *unanswered)


def _page(interview: Interview, context: SheetContext, folder: Path | None) -> Page:
    values: dict[str, Any] = {field.name: getattr(context, field.name) for field in fields(context)}
    values[KINDS] = SheetContext
    british = interview.letter.language is Language.EN_GB
    paper = interview.letter.paper or (Paper.A4 if british else Paper.LETTER)
    sheet = render(_SHEET, values, folder, (Say,))
    styles = own_styles(folder)
    tree = parsed(sheet, _SHEET, lambda: render(_SHEET, values, folder, (Say, Marks)), folder)
    root, layout = fitted(finished(tree), paper.value, styles)
    title = parse(f"<section>{render(_TITLE, values, folder, (Say,))}</section>", _TITLE).text.strip()
    return Page(
        root=root,
        title=title,
        author=interview.candidate.name,
        language=root.attributes.get("lang", interview.letter.language.value),
        paper=paper.value,
        layout=layout,
        styles=styles,
    )
