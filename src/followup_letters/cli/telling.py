"""What a person is told who met a fault, and the exit code it ends with; loaded only when there is one."""

from __future__ import annotations

import argparse
import difflib
import os
import shlex
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from followup_letters.cli.terminal import Parser, print_json
from followup_letters.errors import FollowupError, MachineError, counted, harmless, shortened

_MOST_NAMED = 3  # files that are named in a note
# What other programs call a command, or what they have one for.
_COMMANDS_OTHERWISE = {"help": "--help", "version": "--version", "init": "new", "create": "new", "start": "new"}
_NEEDLESS = frozenset({"render", "write", "make", "build", "letter", "letters"})  # what needs no command


def tell(fault: Exception, *, is_for_programs: bool) -> int:
    """Say what `fault` is and return the exit code; what no person could mend is raised again."""
    if isinstance(fault, FollowupError):
        if is_for_programs:
            print_json({"errors": [fault.as_dict()]})
        print(fault, file=sys.stderr)
        return fault.exit_code
    if isinstance(fault, BrokenPipeError):  # the reader of our output has gone; there is nobody left to tell
        _write_no_more()
        return 0
    if isinstance(fault, OSError):
        return _tell_of_the_machine(fault)
    if isinstance(fault, ImportError):
        package = f"the package {fault.name}" if fault.name else "a package"  # a library may tell only what it lacks
        lacking = f"{package} is missing or broken ({fault}); install followup-letters again"
        print(lacking, file=sys.stderr)
        return MachineError.exit_code
    raise fault


def check_command(name: str, options: argparse.Namespace) -> str:
    """The command that tells all there is to find in `name`, to the same reader, in the same words and look."""
    own = {each: getattr(options, each) for each in ("to", "medium", "templates", "letterhead")}
    said = [word for option, value in own.items() if value is not None for word in (f"--{option}", value)]
    return shlex.join(["render-letter", "check", name, *said])


def way_past(edited: Sequence[str], absent: Sequence[str]) -> str:
    """How to go on where the letters of a set to those named `edited` are there with other content, and to those named
    `absent` not at all; where nobody is named, it is of one letter.
    """
    if not edited:
        return "--replace replaces it, with what you may have edited in it"
    one_of_them = " or ".join(f"--to {shlex.quote(name)}" for name in absent[:_MOST_NAMED])
    others = f"{one_of_them} writes a letter that is not there; " if absent else ""
    if len(edited) == 1:
        return f"you may have edited it: {others}--to {shlex.quote(edited[0])} --replace replaces it"
    return f"you may have edited them: {others}--to NAME --replace replaces one person's, --replace all of them"


def older_files(paths: Sequence[Path]) -> str:
    """What `paths` are, which were made of the same letters before they were told otherwise, and how to remove them."""
    lie, they_are = ("lies", "it is") if len(paths) == 1 else ("lie", "they are")
    command = shlex.join(["rm", *map(str, paths)])
    told = f"{counted(len(paths), 'file')} of an earlier run, with another date or reader, {lie} there as well"
    return f"{told}; if {they_are} not wanted: {command}"


def to_nobody(paths: Sequence[Path]) -> str:
    """What `paths` are: letters by their names, to people who get none, as before a misspelt name was mended."""
    go, they_are = ("goes", "it is") if len(paths) == 1 else ("go", "they are")
    told = f"{counted(len(paths), 'file')} {go} to nobody who gets a letter now, as after a name was mended"
    return f"{told}; if {they_are} not wanted: {shlex.join(['rm', *map(str, paths)])}"


def with_an_earlier_date(paths: Sequence[Path]) -> str:
    """What `paths` are: to the readers of the new letters, with other words, or changed since, whoever made them."""
    are, they = ("is", "it is") if len(paths) == 1 else ("are", "they are")
    told = f"{_named(paths)} {are} to the same reader with an earlier date"
    return f"{told}, and {they} not worded as now: mail one of the two"


def not_as_now(paths: Sequence[Path]) -> str:
    """What `paths` are: the same letters in formats that this run did not write, with other content."""
    are, formats = (
        "is" if len(paths) == 1 else "are",
        ",".join(sorted({path.suffix.removeprefix(".") for path in paths})),
    )
    told = f"{_named(paths)} {are} of the same letters, and not as they are now: of an earlier run, or edited"
    return f"{told}; -f {formats} --replace writes them anew"


def _named(paths: Sequence[Path]) -> str:
    names, more = ", ".join(map(str, paths[:_MOST_NAMED])), len(paths) - _MOST_NAMED
    return f"{names} and {more} more" if more > 0 else names


def _tell_of_the_machine(fault: OSError) -> int:
    """Such as a name that is too long for any file, or a disk that is full."""
    place = shortened(harmless(str(fault.filename or "this machine")), 200)
    print(f"{place}\n  {fault.strerror or fault}", file=sys.stderr)
    if fault.filename:
        return FollowupError.exit_code
    _write_no_more()
    return MachineError.exit_code


def _write_no_more() -> None:
    """Let nothing that is left for standard output be tried once more at the end."""
    with suppress(OSError):  # it may be no file at all
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def suggest_command(arguments: Sequence[str], commands: Sequence[str], *, is_for_programs: bool) -> None:
    """A first word that is no file is taken for a slip of a command, or for what others call it, and no more is done.

    One that is like no command, and stands alone, is left to be told as a file that is missing.
    """
    word, *more = arguments or [""]
    if "/" in word or Path(word).exists():
        return
    named = _COMMANDS_OTHERWISE.get(word.casefold())
    close = [named] if named else difflib.get_close_matches(word, commands, n=1)
    told = f"there is no command {word!r}; did you mean {close[0]!r}?" if close else ""
    if word.casefold() in _NEEDLESS:
        told = f"there is no command {word!r}, and none is needed; leave it out: render-letter FILE"
    elif not close and any(not other.startswith("-") for other in more):
        told = f"{word!r} is no command, no file and no folder; nothing was written"
    if told:
        parser = Parser(prog="render-letter")
        parser.is_for_programs = is_for_programs
        parser.error(told)
