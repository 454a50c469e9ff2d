"""render-letter: reads the command line, calls the front door, prints. No logic of the library is in this package.

One module per command, each with a `run(arguments) -> exit code`. What was written goes to standard output, faults
and progress to standard error. Exit 0 done, 1 findings under --strict, 2 the user's mistake, 3 the machine's,
130, 143 or 129 ended by ^C, SIGTERM or SIGHUP.
"""

from __future__ import annotations

import gc
import io
import os
import signal
import sys
from contextlib import suppress
from importlib import import_module

from followup_letters.cli.ending import ended_by_signals, exit_code, has_come, undisturbed

TYPE_CHECKING = False  # what typing calls so, without the time that typing takes to load
if TYPE_CHECKING:
    from collections.abc import Sequence

# Each is a module here, imported when it is called for, so that --help stays quick.
COMMANDS = ("new", "plan", "check", "match", "log", "eject", "schema", "completion")


def program() -> int:
    """`main` for a process that ends with it, and so need hardly look through what it holds for what it could free."""
    gc.set_threshold(300_000, 50, 50)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # nor look for what else might read along
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's second thread would turn idle while we load
    try:
        return main()
    finally:
        with suppress(ValueError):  # not in the main thread
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # what was asked for is done, or has ended
        gc.freeze()


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with `argv` (or the process's arguments) and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        with ended_by_signals():
            _open_streams()
            code = _ended(arguments)
            if has_come() and code < 128:  # where Python can raise nothing, or somebody passed over it
                raise KeyboardInterrupt
            return code
    except OSError:  # faults are told in _ended: standard error itself takes nothing more, as on a full disk
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        return 3
    except KeyboardInterrupt:
        with undisturbed():
            if filing := sys.modules.get("followup_letters.filing"):
                filing.discard_unfinished()  # had the signal come while the last one was being taken away
            print("interrupted; what was written is whole", file=sys.stderr)
        return exit_code()


def _open_streams() -> None:
    """A stream that is closed takes and gives nothing; a name that the terminal cannot show stops nothing."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nothing = open(os.devnull, mode, encoding="utf-8")  # noqa: SIM115, PTH123  # for as long as we run
            setattr(sys, name, nothing)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _ended(arguments: list[str]) -> int:
    """The exit code of the command with `arguments`; what ends it before its time is told."""
    try:
        try:
            code = _run(arguments)
        except SystemExit:  # of argparse, which has printed its help
            sys.stdout.flush()
            raise
        sys.stdout.flush()
        return code
    except Exception as fault:
        if has_come():  # a library has raised it in the place of the interrupt
            raise KeyboardInterrupt from None
        from followup_letters.cli.telling import tell

        return tell(fault, is_for_programs="--json" in arguments)


def _run(arguments: list[str]) -> int:
    command = arguments[0] if arguments else ""
    if command in COMMANDS:
        return int(import_module(f"followup_letters.cli.{command}").run(arguments[1:]))
    if not command.startswith("-") and "." not in command:
        from followup_letters.cli.telling import suggest_command

        suggest_command(arguments, COMMANDS, is_for_programs="--json" in arguments)
    from followup_letters.cli.render import run

    return run(arguments)
