"""render-letter: reads the command line, calls the front door, prints. It holds no logic of its own.

What was written goes to standard output, faults and progress to standard error. Exit 0 done, 2 the user's mistake,
3 the machine's.
"""

from __future__ import annotations

import argparse
import difflib
import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from followup_letters import __version__
from followup_letters.errors import FollowupError, OutputError

if TYPE_CHECKING:
    from followup_letters.documents import Letter
    from followup_letters.models import Interview

FORMATS = ("docx", "pdf", "html", "txt")
KINDS = ("courtesy", "pursue")
JSON_VERSION = 1  # of the shape that --json prints; it grows only when something is taken away or renamed

_EXAMPLES = """\
examples:
  render-letter new                        write interview.yaml, a starter to fill in
  render-letter interview.yaml             one letter to each person you met, as DOCX
  render-letter interview.yaml -f pdf,docx -o letters
  render-letter interview.yaml --to Raman -f txt -o -
  render-letter schema                     the JSON Schema of the interview file
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with `argv` (or the process's arguments) and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a name that the terminal cannot show stops nothing
    try:
        code = _run(arguments)
        sys.stdout.flush()
        return code
    except FollowupError as fault:
        print(fault, file=sys.stderr)
        return fault.exit_code
    except BrokenPipeError:  # the reader of our output has gone; there is nobody left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("interrupted; what was written is whole", file=sys.stderr)
        return 130


def _run(arguments: list[str]) -> int:
    commands: dict[str, Callable[[list[str]], int]] = {"new": _new, "schema": _schema}
    if arguments and arguments[0] in commands:
        return commands[arguments[0]](arguments[1:])
    _suggest_command(arguments, commands)
    return _render(arguments)


def _suggest_command(arguments: list[str], commands: dict[str, Any]) -> None:
    """A first word that is no file and looks like a command is taken for a slip."""
    word = arguments[0] if arguments else ""
    if word.startswith("-") or "." in word or Path(word).exists():
        return
    if close := difflib.get_close_matches(word, commands, n=1):
        _Parser(prog="render-letter").error(f"there is no command {word!r}; did you mean {close[0]!r}?")


class _Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line and say where to look."""

    def error(self, message: str) -> NoReturn:
        print(f"{self.prog}: {message}\n(render-letter --help shows every option)", file=sys.stderr)
        raise SystemExit(2)


# ----------------------------------------------------------------------------------------- the commands


def _render(arguments: list[str]) -> int:
    options = _render_options(arguments)
    written: list[dict[str, Any]] = []
    faults: list[FollowupError] = []
    taken: set[str] = set()
    for name in options.files:
        try:
            written += _render_file(name, options, taken)
        except FollowupError as fault:
            print("\n" * bool(faults) + str(fault), file=sys.stderr)
            faults.append(fault)
    if options.json:
        _print_json({"letters": written, "errors": [fault.as_dict() for fault in faults]})
    return max((fault.exit_code for fault in faults), default=0)


def _render_options(arguments: list[str]) -> argparse.Namespace:
    parser = _Parser(
        prog="render-letter",
        description="Turn interview files into letters to the people you met.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="interview files: .yaml, .toml, .json; - reads YAML")
    parser.add_argument("-o", "--output", metavar="DIR", default=".", help="where to write; - for standard output")
    parser.add_argument("-f", "--formats", metavar="LIST", type=_formats, default=("docx",), help="docx,pdf,html,txt")
    parser.add_argument("--to", metavar="NAME", help="only the letter to this person")
    parser.add_argument("--kind", type=_kind, metavar="KIND", help="courtesy or pursue, whatever the rules say")
    parser.add_argument("--force", action="store_true", help="replace files that are there already")
    parser.add_argument("--json", action="store_true", help="say what was done as JSON, for programs")
    parser.add_argument("-q", "--quiet", action="store_true", help="say nothing but faults")
    parser.add_argument("--version", action="version", version=f"render-letter {__version__}")
    options = parser.parse_args(arguments)
    if options.output == "-" and (options.json or len(options.formats) > 1):
        parser.error("-o - writes one document to standard output: one format, and no --json")
    return options


def _formats(text: str) -> tuple[str, ...]:
    formats = tuple(dict.fromkeys(word.strip().lower() for word in text.split(",") if word.strip()))
    return tuple(_choice(word, FORMATS, "format") for word in formats) or ("docx",)


def _kind(text: str) -> str:
    return _choice(text.lower(), KINDS, "kind")


def _choice(word: str, choices: Sequence[str], what: str) -> str:
    if word in choices:
        return word
    close = difflib.get_close_matches(word, choices, n=1)
    hint = f"; did you mean {close[0]}?" if close else ""
    raise argparse.ArgumentTypeError(f"there is no {what} {word!r} ({', '.join(choices)}){hint}")


def _render_file(name: str, options: argparse.Namespace, taken: set[str]) -> list[dict[str, Any]]:
    """Render one interview file: every document in memory first, so that a fault leaves nothing behind."""
    from followup_letters.composing import compose
    from followup_letters.filing import make_folder

    letters = compose(_loaded(name), to=options.to, kind=options.kind)
    if not letters:
        raise FollowupError(f"{name}\n  nobody in it gets a letter: each was not met, or not to be written to")
    if options.output == "-":
        return _to_standard_output(letters, options.formats[0])
    targets = _targets(letters, Path(options.output), options.formats, taken)
    if not options.force:
        _refuse_existing([path for _, path in targets])
    rendered = [(letter, path, letter.render(path.suffix.removeprefix("."))) for letter, path in targets]
    make_folder(Path(options.output))
    for letter, path, content in rendered:
        _write(path, content, letter, options)
    return [_as_data(letter, path) for letter, path, _ in rendered]


def _loaded(name: str) -> Interview:
    from followup_letters.loading import load, load_text

    if name == "-":
        return load_text(sys.stdin.buffer.read(), name="<stdin>")
    return load(name)


def _to_standard_output(letters: list[Letter], format: str) -> list[dict[str, Any]]:
    if len(letters) != 1:
        names = "; ".join(letter.recipient.name for letter in letters)
        raise OutputError(f"standard output takes one letter; choose with --to: {names}", Path("-"))
    sys.stdout.buffer.write(letters[0].render(format))
    return []


def _targets(letters: list[Letter], folder: Path, formats: Sequence[str], taken: set[str]) -> list[tuple[Letter, Path]]:
    from followup_letters.filing import file_stem, key, unique_stem
    from followup_letters.wording.names import running_name

    targets = []
    for letter in letters:
        company = running_name(letter.company)
        stem = unique_stem(file_stem(str(letter.mail_on), company, letter.recipient.name), taken)
        taken.add(key(stem))
        targets += [(letter, folder / f"{stem}.{format}") for format in formats]
    return targets


def _refuse_existing(paths: list[Path]) -> None:
    there = [path for path in paths if path.exists()]
    if there:
        more = f" (and {len(there) - 1} more)" if len(there) > 1 else ""
        raise OutputError(f"is there already{more}; nothing was written; --force replaces it", there[0])


def _write(path: Path, content: bytes, letter: Letter, options: argparse.Namespace) -> None:
    from followup_letters.filing import write_file

    write_file(path, content, overwrite=options.force)
    if not (options.quiet or options.json):
        reader = letter.recipient
        print(f"{path}  {letter.kind} letter to {reader.name} ({reader.role}), mail it on {letter.mail_on:%Y-%m-%d}")


def _as_data(letter: Letter, path: Path) -> dict[str, Any]:
    return {
        "file": str(path),
        "kind": letter.kind.value,
        "to": letter.recipient.name,
        "role": str(letter.recipient.role),
        "mail_on": letter.mail_on.isoformat(),
        "reasons": [{"rule": reason.rule, "text": reason.text} for reason in letter.decision.reasons],
    }


def _print_json(data: dict[str, Any]) -> None:
    print(json.dumps({"version": JSON_VERSION, **data}, ensure_ascii=False, indent=2))


def _new(arguments: list[str]) -> int:
    parser = _Parser(prog="render-letter new", description="Write a starter interview file that renders as it is.")
    parser.add_argument("file", nargs="?", default="interview.yaml", help="its name (interview.yaml)")
    parser.add_argument("--force", action="store_true", help="replace the file if it is there already")
    options = parser.parse_args(arguments)
    from followup_letters.filing import write_file
    from followup_letters.templates_folder import templates_folder

    path = Path(options.file)
    starter = (templates_folder() / "en" / "starter.yaml").read_bytes()
    write_file(path, starter, overwrite=options.force)
    schema = path.parent / "interview.schema.json"
    if not schema.exists():
        write_file(schema, _schema_bytes())
    print(f"{path}  a starter to fill in; then: render-letter {path}")
    return 0


def _schema(arguments: list[str]) -> int:
    parser = _Parser(prog="render-letter schema", description="Print the JSON Schema of the interview file.")
    parser.parse_args(arguments)
    sys.stdout.buffer.write(_schema_bytes())
    return 0


def _schema_bytes() -> bytes:
    from followup_letters.schema import interview_schema

    return (json.dumps(interview_schema(), ensure_ascii=False, indent=2) + "\n").encode()
