"""`render-letter plan FILE …`: what to do next and when; the calendar, and a sheet for each call."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from followup_letters.cli.terminal import (
    Parser,
    day,
    formats,
    loaded,
    of_file,
    opened,
    print_json,
    refuse_others,
    refuse_sources,
    say,
    tell_odd_days,
)
from followup_letters.errors import FollowupError

if TYPE_CHECKING:
    from followup_letters.planning import Plan
    from followup_letters.planning.call_sheets import CallSheet

_FORMATS = ("docx", "pdf", "html", "txt")
_EXAMPLES = """\
examples:
  render-letter plan interview.yaml                     what is next, and every step with its day
  render-letter plan *.yaml                             one agenda, most urgent first
  render-letter plan interview.yaml --ics plan.ics      the same days for your calendar
  render-letter plan interview.yaml --call-sheets .     a private page for each call
  render-letter plan interview.yaml --second-interview second.yaml
"""


def run(arguments: list[str]) -> int:
    """Show the plans of the interview files named in `arguments`, write what is asked for; return the exit code."""
    options = _options(arguments)
    from followup_letters.loading.reading.files import noting

    plans: dict[str, Plan] = {}
    written: list[Path] = []
    faults: list[FollowupError] = []
    for name in options.files:
        try:
            with noting() as read:
                plans[name] = _planned(name, options)
            written += _write(name, plans[name], read, options)
        except FollowupError as fault:
            say("\n" * bool(faults) + str(fault), aside=True)
            faults.append(fault)
    if options.json:
        _print_data(plans, written, faults)
    elif plans:
        _print_plans(list(plans.values()), written)
    return max((fault.exit_code for fault in faults), default=0)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = Parser(
        prog="render-letter plan",
        description="What to do after an interview, and when.",
        epilog=_EXAMPLES,
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="interview files, folders; - for standard input")
    parser.add_argument("--today", type=day, metavar="DATE", help="the day to plan from, year-month-day (today)")
    parser.add_argument("--json", action="store_true", help="the plans as JSON, for programs")
    parser.add_argument("--ics", metavar="FILE", help="write the steps of one interview as a calendar file")
    parser.add_argument(
        "--private",
        action="store_true",
        help="with --ics: reasons, numbers and offers as well; with"
        " --second-interview: your private notes and your idea",
    )
    parser.add_argument("--call-sheets", metavar="DIR", help="write a page for each call that is planned")
    parser.add_argument(
        "-f",
        "--formats",
        type=_formats,
        default=("docx",),
        metavar="LIST",
        help="of the call sheets: docx,pdf,html,txt",
    )
    parser.add_argument("--templates", metavar="DIR", help="with --call-sheets: your own templates (see eject)")
    parser.add_argument("--second-interview", metavar="FILE", help="write what carries over, as a new interview file")
    parser.add_argument("--replace", "--force", action="store_true", help="replace files that are there already")
    options = parser.parse_args(arguments)
    if "" in (*options.files, options.ics, options.call_sheets, options.second_interview):
        parser.error("the name of a file or folder is empty")
    options.files = opened(options.files)
    options.taken = set()  # the file names of this run's call sheets
    if (options.ics or options.second_interview) and len(options.files) > 1:
        parser.error("--ics and --second-interview take one interview file")
    return options


def _formats(text: str) -> tuple[str, ...]:
    return formats(text, _FORMATS)


def _planned(name: str, options: argparse.Namespace) -> Plan:
    from followup_letters.planning import plan

    interview, today = loaded(name), options.today or dt.date.today()  # here the day of the machine is an answer
    tell_odd_days(interview, today, name)
    with of_file(name):
        return plan(interview, today=today, templates=options.templates)


# ------------------------------------------------------------------------------------------------- what is written


def _write(name: str, plan: Plan, read: Iterable[Path], options: argparse.Namespace) -> list[Path]:
    """Write the files that were asked for; all are made first, so that a fault leaves nothing behind.

    None of the files that were `read` for the plan is written over, --replace or not.
    """
    from followup_letters.filing import keep_or_write, make_folder

    keep = partial(keep_or_write, argument="--replace")
    sheets = plan.call_sheets if options.call_sheets else ()
    targets = [
        (each, Path(options.call_sheets, f"{stem}.{format}"))
        for each, stem in _with_stems(sheets, options.taken)
        for format in options.formats
    ]
    with of_file(name):
        rendered = [(path, sheet.render(path.suffix.removeprefix("."))) for sheet, path in targets]
    calendar = [(Path(options.ics), plan.ics(private=options.private))] if options.ics else []
    second = [(Path(options.second_interview), _second_interview(plan, options))] if options.second_interview else []
    refuse_sources((path for path, _ in (*calendar, *rendered, *second)), read)
    if not options.replace:
        way_on = "a plan changes with each `render-letter log`; --replace replaces it"
        refuse_others([*calendar, *rendered, *second], lambda _: way_on)
    written = [plan.save(path, private=options.private, overwrite=options.replace) for path, _ in calendar]
    if rendered:
        make_folder(Path(options.call_sheets))
    written += [keep(path, content, overwrite=options.replace) for path, content in (*rendered, *second)]
    _note_blanks(sheets)
    if options.call_sheets and not sheets:
        say(f"  note: {name} plans no call, so there is no call sheet to write", aside=True)
    if second:
        _note_second_interview(plan, options)
    return written


def _with_stems(sheets: Iterable[CallSheet], taken: set[str]) -> Iterator[tuple[CallSheet, str]]:
    """Each sheet with a file name that no other sheet of this run has: two candidates may have met one person."""
    from followup_letters.filing import key, unique_stem

    for sheet in sheets:
        stem = unique_stem(sheet.file_stem, taken)
        taken.add(key(stem))
        yield sheet, stem


def _note_blanks(sheets: Iterable[CallSheet]) -> None:
    for sheet in sheets:
        if sheet.missing:
            blanks = ", ".join(sheet.missing)
            say(f"  note: the sheet for {sheet.person.name} has blanks to fill in by hand: {blanks}", aside=True)


def _second_interview(plan: Plan, options: argparse.Namespace) -> bytes:
    from followup_letters.planning.second_interviews import as_yaml, second_interview

    return as_yaml(second_interview(plan.interview, private=options.private))


def _note_second_interview(plan: Plan, options: argparse.Namespace) -> None:
    outlook = plan.interview.outlook
    if not options.private and (outlook.private or (outlook.problem and outlook.problem.idea)):
        say("  note: your private notes and your idea stay in the first file; --private takes them over", aside=True)
    path = options.second_interview
    say(f"  note: {path} lacks the day of the second interview; fill in `date`, and whom you meet", aside=True)


# ------------------------------------------------------------------------------------------------- what is printed


def _print_plans(plans: list[Plan], written: list[Path]) -> None:
    from followup_letters.planning.timeline import agenda, next_in_brief, timeline

    one = next_in_brief if written else timeline  # who asks for files is told what is next, and where they are
    say(one(plans[0]) if len(plans) == 1 else agenda(plans))
    for number, path in enumerate(written):
        say("\n" * (number == 0) + str(path))


def _print_data(plans: dict[str, Plan], written: list[Path], faults: list[FollowupError]) -> None:
    data: list[dict[str, Any]] = [{"file": name, **plan.as_dict()} for name, plan in plans.items()]
    files = [str(path) for path in written]
    print_json({"plans": data, "written": files, "errors": [fault.as_dict() for fault in faults]})
