"""One interview to the files of its letters, wherever that happens: here, in another process, on another machine.

Every file appears whole or not at all. A file that is there already with the very bytes that it should have is as good
as written, so an interview that was cut short can be done again at any time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Any, ClassVar
from uuid import uuid4

from followup_letters import __version__, letterheads
from followup_letters.batching import workers
from followup_letters.batching.journal import FACTS, Entry, digest_of
from followup_letters.batching.sources import Given, read
from followup_letters.checking import Finding, Findings, check
from followup_letters.choices import LetterKind
from followup_letters.composing import compose
from followup_letters.documents import Letter
from followup_letters.errors import Fault, FollowupError, InputError, counted, harmless, harmless_line, shortened
from followup_letters.filing import keep_or_write, make_folder, sweep
from followup_letters.models import Interview
from followup_letters.shown import Hinting, as_printed
from followup_letters.tables import html_table
from followup_letters.templates_folder import templates_folder


@dataclass(frozen=True)
class Order:
    """What is wanted of every interview of a batch."""

    out: Path
    formats: tuple[str, ...]
    kind: LetterKind | None = None
    templates: Path | None = None
    replaces: bool = False
    despite_errors: bool = False
    letterhead: str | None = None
    files: bool = True
    """Whether the files are read that an interview names, or any file."""
    medium: str | None = None
    """How the letters travel, whatever an interview says; None: as it says."""
    batch: str = field(default_factory=lambda: uuid4().hex)
    """Which batch it is of, for workers that are interrupted in it and serve others later."""
    replacing: str = "replace=True"
    """What a file that is kept is told with: the argument, or the option, that replaces it."""


@dataclass(frozen=True)
class Job:
    """One interview of a batch: what messages call it, its folder, and what earlier runs did for it, the last first."""

    name: str
    folder: str
    source: Given
    done: tuple[Entry, ...] = ()

    def done_in(self, format: str) -> Entry:
        """What the last run that was asked for a format did; an empty entry if there was none."""
        return next((entry for entry in self.done if entry.files_in(format)), Entry(""))


NOTHING_FOUND = Findings()
_EXCERPT = "    "  # with which a line of a file begins that is shown in a fault
_LONGEST_SHORT = 200  # bytes of a fault where it is a part of something
_DONE = "done by an earlier run, and not checked anew"


@dataclass(frozen=True, repr=False)
class Result(metaclass=Hinting):
    """What became of one interview. It holds data only, and travels between processes and machines.

    `source` names the interview; `files` are those that are there and whole, in `folder`; `fault` is what went wrong,
    as data, or None; `letters` say of each letter what it is; `findings` are errors and warnings about them, in words,
    and `found` is all that checking found; `was_done` is true if an earlier run did it, and then nothing was checked
    anew: `findings` are those of that run, and `found` is empty; `entry` is what the journal notes of it.
    """

    source: str
    """The interview: its path, the line of its JSON Lines, its name in a pair, or its place among those given, counted
    from 1 ("interview 17")."""
    folder: str
    """The folder of its letters, in the folder of the batch."""
    files: tuple[Path, ...] = ()
    """The files that are there and whole; after a fault, those written before it."""
    fault: Mapping[str, Any] | None = None
    """What went wrong, as `FollowupError.as_dict` tells it: `error`, `message`, `faults` and what else it carries; or
    None. `faults` is empty where checking stopped the letters: `found` has why."""
    exit_code: int = 0
    """0; after a fault 2 for the user's mistake, 3 for the machine's."""
    was_done: bool = False
    """True if an earlier run had finished it, so that nothing was done now: `findings` are of then."""
    entry: Entry | None = None
    """What the journal notes of it; None after a fault."""
    findings: tuple[str, ...] = ()
    """What a careful friend would say of the letters: errors and warnings, in words; also of letters that an error kept
    from being written, and of those of an earlier run, as it found them."""
    found: tuple[Finding, ...] = ()
    """All that checking found, notes too, the gravest first; also of letters that an error kept from being written, and
    of an interview in which nobody gets one."""
    older: tuple[Path, ...] = ()
    """Files that an earlier run made of these letters with another name, such as another date, and nobody changed."""

    @property
    def letters(self) -> tuple[Mapping[str, str], ...]:
        """Each letter that is there, also of an earlier run: `kind`, `to` (its reader), `role` and `mail_on`."""
        return self.entry.letters if self.entry else ()

    _repr_pretty_ = as_printed
    _ways: ClassVar[Mapping[str, str]] = dict.fromkeys(("error", "errors", "message"), "; `fault` has it, or None")

    def __hash__(self) -> int:  # a fault and an entry are tables, which have none
        return hash((self.source, self.folder, self.files, self.exit_code))

    def __repr__(self) -> str:
        what = self._fault_in_short if self.fault else counted(len(self.files), "file")
        found = _DONE if self.was_done else counted(len(self.found), "finding")
        return harmless(f"<Result of {harmless_line(self.source)}: {what}, {found}>")

    def __str__(self) -> str:
        return "\n  ".join([harmless_line(self.source), *self._lines])

    def _repr_html_(self) -> str:
        return html_table((harmless_line(self.source),), [(line,) for line in self._lines])

    def as_dict(self) -> dict[str, Any]:
        """The result as data, for programs."""
        return {
            "source": self.source,
            "folder": self.folder,
            "files": [str(path) for path in self.files],
            "letters": [dict(letter) for letter in self.letters],
            "was_done": self.was_done,
            "findings": list(self.findings),
            "found": [finding.as_dict() for finding in self.found],
            "older": [str(path) for path in self.older],
            "fault": dict(self.fault) if self.fault else None,
        }

    @property
    def _fault_in_short(self) -> str:
        """The kind of its fault, unless that is the base of all, and the first thing wrong, in a line."""
        fault = self.fault or {}
        place, *told = fault["message"].splitlines()
        kind = "" if fault["error"] == FollowupError.__name__ else fault["error"]
        first = takewhile(str.strip, told) if fault["faults"] else told[:1]  # of several, up to the empty line
        what = "; ".join(" ".join(line.split()) for line in first if not line.startswith(_EXCERPT))
        said = (kind, place.removeprefix(self.source).lstrip(": "), what)
        return shortened(": ".join(filter(None, said)), _LONGEST_SHORT)

    @property
    def _lines(self) -> list[str]:
        """What there is to tell of it, for a terminal: its fault, its files, what was found."""
        fault = harmless(self.fault["message"]).splitlines() if self.fault else []
        done = [_DONE] if self.was_done else []
        return [
            *filter(None, fault),
            *(harmless_line(str(path)) for path in self.files),
            *done,
            *map(harmless, map(str, self.found) if self.found else self.findings),
        ]


def failed(job: Job, fault: Exception, files: Sequence[Path] = (), found: Findings = NOTHING_FOUND) -> Result:
    """The result of a job that `fault` ended; each thing wrong names the interview, or a file that it names."""
    if isinstance(fault, InputError):
        fault = InputError([replace(each, file=each.file or job.name) for each in fault.faults])
    if isinstance(fault, FollowupError):
        told, code = fault.as_dict(), fault.exit_code
    else:
        message = str(FollowupError(f"{harmless_line(job.name)}\n  {type(fault).__name__}: {fault}"))
        told, code = {"error": type(fault).__name__, "message": message, "faults": []}, FollowupError.exit_code
    return Result(
        job.name, job.folder, tuple(files), told, code, findings=tuple(map(str, found.grave)), found=tuple(found)
    )


def render_jobs(jobs: Sequence[Job], order: Order) -> list[Result]:
    """Render a chunk of a batch, one interview after the other; whatever befalls one does not reach the next.

    A worker that ^C has reached begins none of that batch any more, and gives back what it has finished.
    """
    results: list[Result] = []
    with workers.rendering(order.batch):
        for job in jobs:
            if not workers.has_ended(order.batch):
                results.append(render_job(job, order))
    return results


def render_job(job: Job, order: Order) -> Result:
    """Render one interview, unless an earlier run did."""
    written: list[Path] = []
    found = Findings()
    try:
        interview = sent_by(read(job.source, files=order.files), order.medium)
        digest = _digest(interview, order)
        folder = order.out / job.folder
        done = {each: job.done_in(each) for each in order.formats}
        due = [each for each in done if not done[each].still_holds(folder, digest, each, exactly=order.replaces)]
        if not due:
            first = next(iter(done.values()))
            of_letters = zip(*(entry.files_in(each) for each, entry in done.items()), strict=True)
            there = tuple(folder / name for names in of_letters for name in names)
            return Result(job.name, job.folder, there, was_done=True, entry=first, findings=first.findings)
        letters = compose(interview, kind=order.kind, templates=order.templates, letterhead=order.letterhead)
        found = check(letters)
        _stop_at_errors(letters, found, order, job.name)
        files = _rendered(letters, due)
        make_folder(folder)
        for name in (f"{letter.file_stem}.{format}" for letter in letters for format in done):
            path, content = folder / name, files.get(name)
            if content is None:  # done before, and left as it is
                written.append(path)
            else:
                written.append(keep_or_write(path, content, overwrite=order.replaces, argument=order.replacing))
        sweep(folder)  # of what a process that was killed has left, though no file was missing
    except Exception as fault:  # whatever it is, it is this interview's alone
        return failed(job, fault, written, found)
    told = tuple(map(str, found.grave))
    made = {name: digest_of(content) for name, content in files.items()}
    entry = Entry(digest, made, tuple(map(_facts, letters)), told)
    older = _older(job, folder, files)
    return Result(job.name, job.folder, tuple(written), entry=entry, findings=told, found=tuple(found), older=older)


def sent_by(interview: Interview, medium: str | None) -> Interview:
    """`interview` with letters that travel by `medium`; None: as it says itself."""
    return interview.with_(letter=interview.letter.with_(medium=medium)) if medium else interview


def _older(job: Job, folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """What the earlier run made that is still as it was made, and is no letter of today's in another format."""
    stems = {Path(name).stem for name in files}
    made = [each for entry in job.done for each in entry.files.items()]
    there = {folder / name: digest for name, digest in made if Path(name).stem not in stems}
    return tuple(path for path, made in there.items() if path.is_file() and digest_of(path.read_bytes()) == made)


def nobody(name: str) -> InputError:
    """The error of the interview `name` in which nobody gets a letter."""
    found = "nobody in it gets a letter: each was not met, or not to be written to"
    return InputError([Fault("one person at least who gets a letter", "people", found, file=name)])


def _stop_at_errors(letters: Sequence[Letter], found: Findings, order: Order, name: str) -> None:
    """Raise InputError where there is no letter, FollowupError for an error that the order does not overrule."""
    if not letters:
        raise nobody(name)
    if found.errors and not order.despite_errors:
        told = "\n".join(f"  {finding}" for finding in found.errors)
        raise FollowupError(f"{name}\n{told}\n  nothing was written for it")


def _facts(letter: Letter) -> dict[str, str]:
    """What a letter is, for the journal: kind, to, role and mail_on, without the reasons."""
    told = letter.as_dict()
    return {name: told[name] for name in FACTS}


def _rendered(letters: Sequence[Letter], formats: Sequence[str]) -> dict[str, bytes]:
    """The files of one interview by name, all in memory before the first is written."""
    return {f"{each.file_stem}.{format}": each.render(format) for each in letters for format in formats}


def _digest(interview: Interview, order: Order) -> str:
    """What the files of an interview depend on in whatever format, as a digest."""
    wanted = f"{__version__}|{order.kind}"
    templates = _digest_of_ours(), _templates_digest(order.templates)
    sheet = b"" if order.letterhead is None else _content(order.letterhead)
    return digest_of(wanted.encode(), *map(str.encode, templates), sheet, interview.model_dump_json().encode())


def _content(letterhead: str) -> bytes:
    """The letterhead of a batch; its name alone where there is none."""
    return b"none" if not letterhead else letterheads.read(Path(letterhead))


@cache
def _digest_of_ours() -> str:
    return _templates_digest(templates_folder())


def _templates_digest(folder: Path | None) -> str:
    """What is in `folder` now: between two batches of one process somebody may change it."""
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder else []
    return digest_of(
        *(part for path in files for part in (str(path.relative_to(folder or "")).encode(), path.read_bytes()))
    )
