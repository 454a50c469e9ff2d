"""The work of the main form: the letters of interview files, each written to a file of its own."""

from __future__ import annotations

import argparse
import datetime as dt
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from followup_letters.choices import Action, Medium
from followup_letters.cli import batch
from followup_letters.cli.telling import (
    check_command,
    not_as_now,
    older_files,
    to_nobody,
    way_past,
    with_an_earlier_date,
)
from followup_letters.cli.terminal import (
    for_a_document,
    format_named,
    loaded,
    of_file,
    print_json,
    refuse_others,
    refuse_sources,
    say,
    tell_days_ahead,
)
from followup_letters.errors import FollowupError, OutputError, counted, shortened

if TYPE_CHECKING:
    from followup_letters.checking import Findings
    from followup_letters.documents import Letter
    from followup_letters.models import Interview

_FINDINGS_SHOWN = 3  # under one letter
_LONGEST_FINDING = 280  # bytes; three of a letter and three of all stay below what a message may take


def render_all(options: argparse.Namespace) -> int:
    """Render what `options` name, once, many in processes, or on every save; return the exit code."""
    if batch.is_called_for(options):
        return batch.run(options)
    if options.watch:
        from followup_letters.cli.watch import watch

        (name,) = options.files
        letterhead, templates = options.letterhead, options.templates
        return watch(name, lambda: _render_each(options), letterhead=letterhead, templates=templates)
    return _render_each(options)


def _render_each(options: argparse.Namespace) -> int:
    """Render every file; tell what was written and every fault; return the exit code."""
    written: list[dict[str, Any]] = []
    faults: list[FollowupError] = []
    for name in options.files:
        try:
            written += _render_file(name, options)
        except FollowupError as fault:
            say("\n" * bool(faults) + str(fault), aside=True)
            faults.append(fault)
    if options.json:
        taken_from = [each.as_dict() for each in options.taken]
        print_json({"letters": written, "taken": taken_from, "errors": [fault.as_dict() for fault in faults]})
    return max((fault.exit_code for fault in faults), default=0)


def _render_file(name: str, options: argparse.Namespace) -> list[dict[str, Any]]:
    """Render one interview file: every document in memory first, so that a fault leaves nothing behind."""
    from followup_letters.batching.rendering import nobody, sent_by
    from followup_letters.composing import compose
    from followup_letters.filing import make_folder
    from followup_letters.loading.reading.files import noting

    with noting() as read:
        noted = loaded(name)
    interview = sent_by(noted, options.medium)
    said = {each: getattr(options, each) for each in ("to", "kind", "templates", "letterhead")}
    with of_file(name):
        letters = compose(interview, **said)
    if not letters:
        raise nobody(name)
    found = _checked(name, letters, options)
    if options.output == "-":
        with of_file(name):
            _to_standard_output(letters, options.formats[0])
        left = sum(_print_findings(each, options) for each in (found.only_of(letters[0]), found.of_all))
        _print_left(left, found, name, options)
        return []
    targets = _targets(letters, options)
    given = [Path(options.letterhead)] if options.letterhead else []
    refuse_sources((path for _, path in targets), [*read, *given])
    with of_file(name):
        rendered = [(letter, path, letter.render(path.suffix.removeprefix("."))) for letter, path in targets]
    if not (options.replace or options.force):
        others = [(path, content) for _, path, content in rendered if path not in options.made]
        refuse_others(others, partial(_way_on, targets))
    make_folder(targets[0][1].parent)
    options.taken += interview.taken
    _note_letterhead(letters, options)
    _note_pages(rendered, options)
    if not (options.quiet or options.json):
        for each in interview.taken:
            say(each, aside=True)
    left = 0
    for letter, path, content in rendered:
        _write(path, content, letter, options)
        if path.suffix == f".{options.formats[-1]}":
            left += _print_findings(found.only_of(letter), options)
    _print_left(left + _print_findings(found.of_all, options), found, name, options)
    if not (options.quiet or options.json):
        is_as_noted = interview.letter.medium is noted.letter.medium
        _note_older(letters, options, partial(compose, **said), is_as_noted=is_as_noted)
        _note_a_day_that_is_past(letters[0], name, options)
        tell_days_ahead(interview, dt.date.today(), name)
    return [_as_data(letter, path, found.only_of(letter)) for letter, path, _ in rendered]


def _way_on(targets: list[tuple[Letter, Path]], there: Sequence[Path]) -> str:
    """What can be done where the files `there` have other content: the rest is written, or they are replaced."""
    edited = {letter.recipient.name: None for letter, path in targets if path in there}
    absent = {letter.recipient.name: None for letter, path in targets if not os.path.lexists(path)}
    is_one = len({letter.recipient.name for letter, _ in targets}) == 1
    return way_past([] if is_one else [*edited], [name for name in absent if name not in edited])


def _note_letterhead(letters: list[Letter], options: argparse.Namespace) -> None:
    """Say that what is no Word file does not have the look of the letterhead."""
    if options.quiet or options.json or not any(letter.page.letterhead for letter in letters):
        return
    others = [format for format in options.formats if format != "docx"]
    if others:
        look = "the look of your templates" if letters[0].page.styles else "our own look"
        keep = "keeps" if len(others) == 1 else "keep"
        say(f"  note: the letterhead is for Word files; {' and '.join(others)} {keep} {look}", aside=True)


def _note_pages(rendered: list[tuple[Letter, Path, bytes]], options: argparse.Namespace) -> None:
    """Say which PDF runs over a page for looks of one's own: what only a style sheet says, the fit does not know."""
    for letter, path, content in rendered:
        if options.quiet or options.json or path.suffix != ".pdf" or not letter.page.styles or letter.page.mail:
            continue
        from followup_letters.checking.pdf_reading import page_count

        if (pages := page_count(content)) > 1:
            say(f"  note: {path.name} has {pages} pages; does your style sheet make it longer?", aside=True)


def _note_a_day_that_is_past(letter: Letter, name: str, options: argparse.Namespace) -> None:
    """Say that letters which are not logged as sent should be out: the letters themselves know no day but their own."""
    sent = {event.what for event in letter.interview.history} & {Action.WROTE, Action.EMAILED}
    if letter.mail_on < dt.date.today() and not sent:
        told = f"{letter.mail_on}, the day on which they go out, is past"
        say(f"  note: {told}; what to do: {check_command(name, options)}", aside=True)


def _note_older(
    letters: list[Letter],
    options: argparse.Namespace,
    compose: Callable[[Interview], list[Letter]],
    *,
    is_as_noted: bool,
) -> None:
    """Say what lies beside the new letters: what goes to nobody, what has another date and is ours, and any others.

    Where `--medium` has the letters travel otherwise than the file says, those there in other formats are its own, and
    right: nothing is said of them.
    """
    from followup_letters.older_letters import in_other_formats, letters_to_nobody, older_letters, other_letters

    if format_named(options.output):
        return
    folder = Path(options.output)
    if left := letters_to_nobody(letters, folder):
        say(f"  note: {to_nobody(left)}", aside=True)
    if ours := older_letters(letters, folder, compose):
        say(f"  note: {older_files(ours)}", aside=True)
    if is_as_noted and (stale := in_other_formats(letters, folder, options.formats)):
        say(f"  note: {not_as_now(stale)}", aside=True)
    if others := other_letters(letters, folder, ours):
        say(f"  note: {with_an_earlier_date(others)}", aside=True)


def _checked(name: str, letters: list[Letter], options: argparse.Namespace) -> Findings:
    """What is to be said of the letters. Raises FollowupError for an error that --force does not overrule."""
    from followup_letters.checking import check
    from followup_letters.cli.check import placed

    found = check(letters)
    is_refused = bool(found.errors) and not options.force
    if is_refused or not options.quiet or options.json:  # else nobody sees where, and the file is not read once more
        found = placed(found, name, options.letterhead)
    if is_refused:
        told = "\n".join(f"  {finding}" for finding in found.errors)
        raise FollowupError(
            f"{name}\n{told}\n  nothing was written; mend it, or --force writes the letters as they are"
        )
    return found


def _print_findings(found: Findings, options: argparse.Namespace) -> int:
    """Print the first findings that matter, briefly; return how many are left."""
    if options.quiet or options.json:
        return 0
    shown = found.grave[:_FINDINGS_SHOWN]
    for finding in shown:
        say(f"  {finding.severity}: {shortened(finding.message, _LONGEST_FINDING)} [{finding.id}]", aside=True)
    return len(found) - len(shown)


def _print_left(left: int, found: Findings, name: str, options: argparse.Namespace) -> None:
    """Say how many findings are left, of those that are told at all, and how many were switched off."""
    if left:
        say(f"  {left} more: {check_command(name, options)}", aside=True)
    if found.switched_off and not (options.quiet or options.json):
        say(f"  {found.switched_off_note}", aside=True)


def _to_standard_output(letters: list[Letter], format: str) -> None:
    if len(letters) != 1:
        names = "; ".join(letter.recipient.name for letter in letters)
        raise OutputError(f"standard output takes one letter; choose with --to: {names}", Path("-"))
    for_a_document().write(letters[0].render(format))


def _targets(letters: list[Letter], options: argparse.Namespace) -> list[tuple[Letter, Path]]:
    formats, output = options.formats, Path(options.output)
    if format := format_named(options.output):
        if len(letters) > 1 or formats != (format,):
            there_is = f"{counted(len(letters), 'letter')} as {','.join(formats)}"
            raise OutputError(f"names one file, for {there_is}; choose with --to and -f, or name a folder", output)
        return [(letters[0], output)]
    return [(letter, output / f"{letter.file_stem}.{each}") for letter in letters for each in formats]


def _write(path: Path, content: bytes, letter: Letter, options: argparse.Namespace) -> None:
    from followup_letters.filing import keep_or_write

    is_wanted = options.replace or options.force or path in options.made
    keep_or_write(path, content, overwrite=is_wanted, argument="--replace")
    options.made.add(path)
    if not (options.quiet or options.json):
        reader, send = letter.recipient, "e-mail" if letter.decision.medium is Medium.EMAIL else "mail"
        say(f"{path}  {letter.kind} letter to {reader.name} ({reader.role}), {send} it on {letter.mail_on:%Y-%m-%d}")


def _as_data(letter: Letter, path: Path, found: Findings) -> dict[str, Any]:
    return {
        "file": str(path),
        **letter.as_dict(),
        "findings": [finding.as_dict() for finding in found],
    }
