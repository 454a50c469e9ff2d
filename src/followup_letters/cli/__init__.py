"""render-letter: reads the command line, calls the front door, prints. No logic of the library is in this package.

One module per command, each with a `run(arguments) -> exit code`. What was written goes to standard output, faults
and progress to standard error. Exit 0 done, 1 findings under --strict, 2 the user's mistake, 3 the machine's,
130, 143 or 129 ended by ^C, SIGTERM or SIGHUP.
"""

from __future__ import annotations

import difflib
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from followup_letters.cli.ending import ended_by_signals, exit_code
from followup_letters.cli.terminal import Parser, print_json
from followup_letters.errors import FollowupError, MachineError, harmless, shortened

# Each is a module here, imported when it is called for, so that --help stays quick.
COMMANDS = ("new", "plan", "check", "match", "log", "eject", "schema", "completion")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with `argv` (or the process's arguments) and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _open_streams()
    try:
        with ended_by_signals():
            return _ended(arguments)
    except KeyboardInterrupt as stop:
        if filing := sys.modules.get("followup_letters.filing"):
            filing.discard_unfinished()  # had the signal come while the last one was being taken away
        print("interrupted; what was written is whole", file=sys.stderr)
        return exit_code(stop)


def _open_streams() -> None:
    """A stream that is closed takes and gives nothing; a name that the terminal cannot show stops nothing."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nothing = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115  # for as long as we run
            setattr(sys, name, nothing)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _ended(arguments: list[str]) -> int:
    """The exit code of the command with `arguments`; what ends it before its time is told."""
    try:
        code = _run(arguments)
        sys.stdout.flush()
        return code
    except FollowupError as fault:
        if "--json" in arguments:
            print_json({"errors": [fault.as_dict()]})
        print(fault, file=sys.stderr)
        return fault.exit_code
    except BrokenPipeError:  # the reader of our output has gone; there is nobody left to tell
        _write_no_more()
        return 0
    except OSError as fault:  # such as a name that is too long for any file
        place = shortened(harmless(str(fault.filename or "this machine")), 200)
        print(f"{place}\n  {fault.strerror or fault}", file=sys.stderr)
        if fault.filename:
            return FollowupError.exit_code
        _write_no_more()
        return MachineError.exit_code
    except ImportError as fault:
        print(
            f"the package {fault.name} is missing or broken ({fault}); install followup-letters again", file=sys.stderr
        )
        return MachineError.exit_code


def _write_no_more() -> None:
    """Let nothing that is left for standard output be tried once more at the end."""
    with suppress(OSError):  # it may be no file at all
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: list[str]) -> int:
    command = arguments[0] if arguments else ""
    if command in COMMANDS:
        return int(import_module(f"followup_letters.cli.{command}").run(arguments[1:]))
    _suggest_command(command, is_for_programs="--json" in arguments)
    from followup_letters.cli.render import run

    return run(arguments)


def _suggest_command(word: str, *, is_for_programs: bool) -> None:
    """A first word that is no file and looks like a command is taken for a slip."""
    if word.startswith("-") or "." in word or Path(word).exists():
        return
    if close := difflib.get_close_matches(word, COMMANDS, n=1):
        parser = Parser(prog="render-letter")
        parser.is_for_programs = is_for_programs
        parser.error(f"there is no command {word!r}; did you mean {close[0]!r}?")
