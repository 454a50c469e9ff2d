"""What every command shares: how options are read, an interview file is found, and data is printed for programs."""

from __future__ import annotations

import argparse
import os
import re
import sys
from contextlib import contextmanager

TYPE_CHECKING = False  # what typing calls so, without the time that typing takes to load
if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import Any, BinaryIO, NoReturn

    from followup_letters.errors import Fault
    from followup_letters.models import Interview
    from followup_letters.odd_days import OddDay

MOST_JOBS = 128  # processes of -j
_LONGEST_SLIP = 1000  # bytes of a message about the command line
JSON_VERSION = 1  # of the shape that --json prints; it grows only when something is taken away or renamed
FORMATS = ("docx", "pdf", "html", "txt", "eml")  # of a letter
_CALLED_OTHERWISE = {"word": "docx", "doc": "docx", "email": "eml", "e-mail": "eml", "mail": "eml", "text": "txt"}


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal, whose width is asked without what argparse loads for it."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        return int(said)
    try:
        return os.get_terminal_size(1).columns or 80  # 1: standard output
    except (OSError, ValueError):
        return 80


class _Once(argparse.Action):
    """Stores the value of an option, and refuses a second one, of which it would keep the last without a word."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, option: str | None = None
    ) -> None:
        given: set[str] = vars(namespace).setdefault("given", set())
        if option and self.dest in given:
            both = "put commas between them" if self.metavar == "LIST" else "run the command once for each"
            parser.error(f"{option} is given twice, and only one would count; {both}")
        given.add(self.dest)
        setattr(namespace, self.dest, values)


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line and say where to look, and with --json are data as well."""

    is_for_programs = False

    def __init__(self, *, prog: str, description: str | None = None, epilog: str | None = None) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=_Help,
            allow_abbrev=False,  # "--to" is no short form of "--today"
        )
        self.register("action", None, _Once)

    def _print_message(self, message: str, file: Any = None) -> None:
        """As argparse does, but for its silence where nothing can be written."""
        (file or sys.stderr).write(message)

    def parse_args(  # type: ignore[override]  # our commands have no namespace of their own
        self, args: Sequence[str] | None = None, namespace: None = None
    ) -> argparse.Namespace:
        """As argparse does, once it is known whom an error is for."""
        self.is_for_programs = "--json" in (args or ())
        found, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}{self._meant_by(unknown[0])}")
        return found

    def _meant_by(self, unknown: str) -> str:
        """What was probably meant by what is no option of this command."""
        word, known = unknown.lstrip("-").partition("=")[0], self._option_string_actions
        if f"--{word}" in known:
            return f"; did you mean --{word}?"
        if word in FORMATS and "-f" in known:
            return f"; did you mean -f {word}?"
        import difflib

        close = difflib.get_close_matches(f"--{word}", known, n=1) if unknown.startswith("--") else []
        return f"; did you mean {close[0]}?" if close else ""

    def error(self, message: str) -> NoReturn:
        from followup_letters.errors import harmless, shortened

        told = shortened(harmless(message), _LONGEST_SLIP)
        if self.is_for_programs:
            print_json({"errors": [{"error": "UsageError", "message": f"{self.prog}: {told}", "faults": []}]})
        print(f"{self.prog}: {told}\n({self.prog} --help shows every option)", file=sys.stderr)
        raise SystemExit(2)


def format_named(output: str) -> str:
    """The format of the one file that -o names, such as letter.pdf; empty if it names a folder."""
    from pathlib import Path

    path = Path(output)
    format = path.suffix.removeprefix(".").lower()
    return format if format in FORMATS and not path.is_dir() else ""


def choice(word: str, choices: Sequence[str], what: str, meant: str | None = None) -> str:
    """`word` if it is one of `choices`; otherwise an argparse error that names the one `meant`, or else the nearest."""
    if word in choices:
        return word
    import difflib

    whole = [each for each in choices if word and f" {word} " in f" {each} "]
    holding = whole or [each for each in choices if word and f" {word}" in f" {each}"]
    named = [each for each in choices if each == (meant or _CALLED_OTHERWISE.get(word))]
    close = named or holding or difflib.get_close_matches(word, choices, n=1)
    quoted = " (in quotes)" if any(" " in each for each in close) and " " not in word else ""
    hint = f"; did you mean {' or '.join(close)}?{quoted}" if close else ""
    raise argparse.ArgumentTypeError(f"there is no {what} {word!r} ({', '.join(choices)}){hint}")


def formats(text: str, known: Sequence[str] = FORMATS) -> tuple[str, ...]:
    """The formats that `text` names, each once, with commas between them."""
    words = tuple(dict.fromkeys(word.strip().lower() for word in text.split(",") if word.strip()))
    return tuple(choice(word, known, "format") for word in words or (text,))


def medium(text: str) -> str:
    """The medium that `text` names, by which letters travel."""
    return choice(text.lower(), ("post", "email"), "medium")


def day(text: str) -> dt.date:
    """The day that `text` names; otherwise an argparse error that says how to write one."""
    import datetime as dt

    try:
        found = dt.date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or len(text) != len("2026-11-27"):
        from followup_letters.workdays import about_date

        raise argparse.ArgumentTypeError(f"{text!r} is no date, year-month-day; {about_date(text)}")
    if not 1900 <= found.year <= 2199:  # the years of an interview file
        raise argparse.ArgumentTypeError(f"{text!r} is no date of the years 1900 to 2199")
    return found


def jobs(text: str) -> int:
    """The number of processes that `text` gives to -j."""
    number = int(text) if text.isdecimal() and len(text) <= len(str(MOST_JOBS)) else 0
    if not 1 <= number <= MOST_JOBS:
        raise argparse.ArgumentTypeError(f"-j takes a number of processes from 1 to {MOST_JOBS}, not {text[:20]!r}")
    return number


def opened(names: Sequence[str], *, quiet: bool = False) -> list[str]:
    """The interview files that `names` name, and those in the folders among them.

    Of several, those that a pattern such as *.yaml has taken along are passed over, as in a folder, and told.
    """
    others = _others_among(names) if len(names) > 1 else []
    named = [name for name in names if name not in others] or list(names)
    for other in others if len(named) < len(names) and not quiet else ():
        say(
            f"  note: {other} is no interview file, and passed over: none of its keys is one of an interview",
            aside=True,
        )
    return [inner for name in named for inner in (_files_in(name) if os.path.isdir(name) else [name])]  # noqa: PTH112


def _others_among(names: Sequence[str]) -> list[str]:
    """What of `names` is a candidate's file, a résumé or another that is read, and is no interview."""
    from pathlib import Path

    from followup_letters.batching.sources import is_interview
    from followup_letters.loading.reading.files import SUFFIXES

    files = (name for name in names if name.lower().endswith(SUFFIXES) and Path(name).is_file())
    return [name for name in files if not is_interview(Path(name))]


def _files_in(folder: str) -> list[str]:
    from pathlib import Path

    from followup_letters.batching.sources import interview_files  # which takes long to load

    return [str(path) for path in interview_files(Path(folder))]


def loaded(name: str) -> Interview:
    """The interview of the file `name`; "-" reads YAML from standard input."""
    from followup_letters.bounds import LARGEST_FILE
    from followup_letters.errors import InputError
    from followup_letters.loading import load, load_text

    if name == "-":
        return load_text(sys.stdin.buffer.read(LARGEST_FILE + 1), name="<stdin>")  # one more than is taken
    try:
        return load(name)
    except InputError as slip:
        raise InputError([_with_a_way_on(fault, name) for fault in slip.faults]) from None


def _with_a_way_on(fault: Fault, name: str) -> Fault:
    """`fault`, with the command that writes a first file where it is that there is none called `name`."""
    from dataclasses import replace

    from followup_letters.loading.reading.files import MISSING

    if fault.rule != MISSING or fault.file != name:
        return fault
    new = f"`render-letter new {name}`" if name.endswith((".yaml", ".yml")) else "`render-letter new`"
    return replace(fault, hint="; or ".join(filter(None, [fault.hint, f"{new} writes a starter to fill in"])))


def refuse_others(files: Iterable[tuple[Path, bytes]], way_on: Callable[[Sequence[Path]], str]) -> None:
    """Raise OutputError if one of `files` is there with other content: before any is written. What is there already as
    it should be is as good as written. `way_on` says of those that are there what can be done."""
    from followup_letters.errors import OutputError
    from followup_letters.filing import holds

    there = [path for path, content in files if os.path.lexists(path) and not holds(path, content)]
    if there:
        more = f" (and {len(there) - 1} more)" if len(there) > 1 else ""
        raise OutputError(f"is there already, with other content{more}; nothing was written; {way_on(there)}", there[0])


def refuse_sources(targets: Iterable[Path], read: Iterable[Path]) -> None:
    """Raise OutputError if one of `targets` is a file that was `read` for it, whatever it is called: nobody who has one
    replaced by what is made of it means to, and what only it says would be gone."""
    from followup_letters.errors import OutputError

    sources = {_resolved(path) for path in read}
    if found := next((path for path in targets if _resolved(path) in sources), None):
        raise OutputError("is read to make what would replace it; nothing was written; name another file", found)


def _resolved(path: Path) -> Path:
    """`path` without links; as it is where that cannot be told, as in a folder that is gone: writing tells why."""
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):
        return path


@contextmanager
def of_file(name: str) -> Iterator[None]:
    """What is wrong with the interview of the file `name` is told with that name, when it is found after loading."""
    from dataclasses import replace

    from followup_letters.errors import InputError, MachineError

    try:
        yield
    except InputError as slip:  # such as a country that nobody knows, or a name that nobody in the file has
        faults = [replace(fault, file=fault.file or name, field=_as_option(fault.field)) for fault in slip.faults]
        raise InputError(faults) from None
    except MachineError as lack:  # such as a font for a character in one of its fields
        raise MachineError(f"{name}\n{lack}", lack.field) from None


def _as_option(field: str | None) -> str | None:
    """The option that gives an argument, such as "compose(to)"; any other field as it is."""
    argument = re.fullmatch(r"\w+\((\w+)\)", field or "")
    return f"--{argument[1]}" if argument else field


def tell_odd_days(interview: Interview, today: dt.date, name: str) -> None:
    """Say on standard error which days of the file `name` no follow-up has: a plan passes them over, or waits."""
    from followup_letters.odd_days import odd_days

    _tell_odd(odd_days(interview, today), name)


def tell_days_ahead(interview: Interview, today: dt.date, name: str) -> None:
    """Say which of them are odd because `today` is before them: what else there is, is a finding without `today`."""
    from followup_letters.odd_days import days_ahead

    _tell_odd(days_ahead(interview, today), name)


def _tell_odd(days: Iterable[OddDay], name: str) -> None:
    for odd in days:
        say(f"  warning: {odd.message} [odd-date]  ({name}, {odd.field})", aside=True)


def say(words: object, *, aside: bool = False) -> None:
    """Print `words` for a person, on standard error if `aside`; what a terminal would obey or hide is an escape."""
    from followup_letters.errors import harmless

    print(harmless(str(words)), file=sys.stderr if aside else sys.stdout)


def print_json(data: dict[str, Any]) -> None:
    """Print `data` for programs, with the version of its shape."""
    print(as_json({"version": JSON_VERSION, **data}, indent=2))


def as_json(data: dict[str, Any], indent: int | None = None) -> str:
    """`data` as JSON that shows every name; what a terminal would obey or hide is JSON's own escape for it, and so is
    whatever is no ASCII where standard output is not UTF-8, as JSON is.
    """
    import codecs
    import json

    from followup_letters.errors import harmless

    text = json.dumps(data, ensure_ascii=False, indent=indent)
    is_utf8 = codecs.lookup(getattr(sys.stdout, "encoding", None) or "utf-8").name == "utf-8"
    return text if harmless(text) == text and (is_utf8 or text.isascii()) else json.dumps(data, indent=indent)


def for_a_document() -> BinaryIO:
    """Standard output, for what is no use if nobody gets it. Raises MachineError where it is closed."""
    from followup_letters.errors import MachineError

    if getattr(sys.stdout, "name", None) == os.devnull:  # which stands for it since the command began
        raise MachineError("standard output is closed, and the document went nowhere")
    return sys.stdout.buffer
