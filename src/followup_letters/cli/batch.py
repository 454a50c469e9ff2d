"""`render-letter` with many interviews: files, folders, JSON Lines; a folder of letters for each, in N processes.

The main form hands over to `run` where `is_called_for` says so, so that nobody has to learn another command.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from followup_letters.cli.ending import exit_code
from followup_letters.cli.standard_input import holds_lines
from followup_letters.cli.telling import check_command, older_files
from followup_letters.cli.terminal import JSON_VERSION, as_json, format_named, opened, say
from followup_letters.errors import FollowupError, counted, harmless

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

    from followup_letters.batching import Result
    from followup_letters.batching.rendering import Order

LINES = (".jsonl", ".ndjson")  # as in batching.sources, which takes too long to load for --help
_FINDINGS_SHOWN = 3  # of one interview
_NAMED = 10  # of the interviews that an interruption left undone


def is_called_for(options: argparse.Namespace) -> bool:
    """True for several inputs, a folder, JSON Lines, or -j; standard output and --watch take one interview."""
    if options.output == "-" or options.watch:
        return False
    (first, *more) = options.files
    path = Path(first)
    is_many = path.suffix.lower() in LINES or path.is_dir() or (first == "-" and holds_lines())
    return bool(more or options.jobs or is_many)


def run(options: argparse.Namespace) -> int:
    """Render every interview of `options.files`; tell what was written, every fault, and the sum; return the code."""
    from followup_letters.batching.running import render_ordered
    from followup_letters.batching.sources import in_files
    from followup_letters.batching.workers import collect_seldom

    collect_seldom()

    if options.to:
        raise FollowupError("--to chooses a reader of one interview; name one interview file with it")
    if format_named(options.output):
        raise FollowupError(f"{options.output}\n  names one file, for many interviews; -o takes a folder for them")
    order = _order(options)
    given = opened(options.files, quiet=options.quiet)
    tally: Counter[str] = Counter()
    done: set[str] = set()
    code = 0
    with _executor(_jobs(options.jobs, given)) as executor, _progress(given, options) as told:
        sources = in_files(*given, standard_input=sys.stdin.buffer)
        try:
            for result in render_ordered(sources, order, executor):
                told(result)
                done.add(result.source)
                code = max(code, result.exit_code)
                tally.update(_counted(result))
        except KeyboardInterrupt:
            _interrupt_workers()
            code = exit_code()
    if code >= 128:
        _tell_undone(given, done)
    if not options.quiet:
        say(_sum(tally, options.output), aside=True)
    return code


def _order(options: argparse.Namespace) -> Order:
    """What `options` ask for, of every interview. Raises TemplateError if there is no such folder of templates."""
    from followup_letters.batching.rendering import Order
    from followup_letters.templates_folder import own_folder

    return Order(
        out=Path(options.output),
        formats=options.formats,
        kind=options.kind,
        medium=options.medium,
        templates=own_folder(options.templates),
        replaces=options.replace or options.force,
        despite_errors=options.force,
        letterhead=options.letterhead,
        replacing="--replace",
    )


def _jobs(wanted: int | None, given: list[str]) -> int | None:
    """As many processes as there are interviews, where that is known: each is started whether it has work or not."""
    is_known = all(name != "-" and not name.lower().endswith(LINES) for name in given)
    return min(wanted, max(1, len(given))) if wanted and is_known else wanted


@contextmanager
def _executor(jobs: int | None) -> Iterator[ProcessPoolExecutor | None]:
    if jobs is None or jobs == 1:
        yield None
    else:
        from concurrent.futures import ProcessPoolExecutor

        from followup_letters.batching.workers import begin_worker

        with ProcessPoolExecutor(jobs, initializer=begin_worker) as pool:
            yield pool


def _interrupt_workers() -> None:
    """Pass the interrupt on to the workers: a terminal has done so already, `kill` has not."""
    import os
    import signal
    import threading
    from multiprocessing import active_children

    threading.excepthook = lambda _: None  # the pool's own thread, where the signal has ended the workers as well
    for worker in active_children():
        if worker.pid:
            with suppress(ProcessLookupError):  # it has just ended by the same signal
                os.kill(worker.pid, signal.SIGINT)


# ------------------------------------------------------------------------------------------- what is told


@contextmanager
def _progress(given: list[str], options: argparse.Namespace) -> Iterator[Any]:
    """A function that tells one result, above a bar with rate and remaining time where standard error is a terminal."""
    from tqdm import tqdm  # type: ignore[import-untyped]  # it ships no types

    quiet = True if options.quiet else None  # None: only on a terminal
    with tqdm(total=_total(given), unit=" interviews", disable=quiet, dynamic_ncols=True, file=sys.stderr) as bar:

        def write(text: str, file: TextIO) -> None:
            # The bar's own way takes locks, which an interrupt may break; it is needed only where there is a bar.
            if bar.disable:
                print(text, file=file)
            else:
                bar.write(text, file=file)

        def tell(result: Result) -> None:
            if result.error is not None:
                write(f"{result.error['message']}\n", sys.stderr)
            if options.json:
                write(as_json({"version": JSON_VERSION} | result.as_dict()), sys.stdout)
            elif not options.quiet:
                for path in () if result.was_done else result.files:
                    write(harmless(str(path)), sys.stdout)
                if result.findings:
                    before = " (done before)" if result.was_done else ""
                    write(harmless(f"{result.source}{before}:"), sys.stderr)
                for finding in _brief(result, options):
                    write(harmless(f"  {finding}"), sys.stderr)
                if result.older:
                    write(harmless(f"  note: {older_files(result.older)}"), sys.stderr)
            bar.update()

        yield tell


def _brief(result: Result, options: argparse.Namespace) -> list[str]:
    """The first findings, and how to see the rest."""
    more = len(result.findings) - _FINDINGS_SHOWN
    rest = [f"{more} more: {check_command(result.source, options)}"] if more > 0 else []
    return [*result.findings[:_FINDINGS_SHOWN], *rest]


def _total(given: list[str]) -> int | None:
    """How many interviews there are; None if standard input is among them."""
    return None if "-" in given else sum(_lines_in(Path(name)) for name in given)


def _lines_in(path: Path) -> int:
    if path.suffix.lower() not in LINES or not path.is_file():
        return 1
    with path.open("rb") as stream:
        return sum(1 for line in stream if line.strip())


def _counted(result: Result) -> dict[str, int]:
    if result.error is not None:
        return {"faults": 1, "files": len(result.files)}
    return {"was_done": 1} if result.was_done else {"rendered": 1, "files": len(result.files)}


def _sum(tally: Counter[str], output: str) -> str:
    parts = [f"{counted(tally['rendered'], 'interview')} rendered, {counted(tally['files'], 'file')} in {output}"]
    if done := tally["was_done"]:
        parts.append(f"{done} {'was' if done == 1 else 'were'} done before")
    if faults := tally["faults"]:
        parts.append(f"{faults} {'has' if faults == 1 else 'have'} faults")
    return "; ".join(parts)


def _tell_undone(given: list[str], done: set[str]) -> None:
    """Name what an interruption left undone; the same command finishes it."""
    from followup_letters.batching.sources import in_files, name_of

    names = (name_of(source, 0) for source in in_files(*(name for name in given if name != "-")))
    undone = [name for name in names if name not in done]
    for name in islice(undone, _NAMED):
        say(f"not done: {name}", aside=True)
    more = f"{len(undone) - _NAMED} more not done; " if len(undone) > _NAMED else ""
    say(f"interrupted; {more}what was written is whole, and the same command finishes the rest", aside=True)
