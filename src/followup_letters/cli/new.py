"""`render-letter new`: a starter interview file that renders as it is."""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path

from followup_letters.cli.terminal import Parser, say

_DATE = re.compile(rb"^  date: \S+", re.MULTILINE)


def run(arguments: list[str]) -> int:
    """Write the starter, and the schema it names, beside each other."""
    parser = Parser(prog="render-letter new", description="Write a starter interview file that renders as it is.")
    parser.add_argument("file", nargs="?", default="interview.yaml", help="its name (interview.yaml)")
    parser.add_argument(
        "--replace", "--force", action="store_true", help="replace the file if it is there; its notes are kept as .bak"
    )
    options = parser.parse_args(arguments)
    from followup_letters.cli.schema import schema_bytes
    from followup_letters.errors import OutputError
    from followup_letters.filing import write_file

    path = Path(options.file)
    if os.path.lexists(path) and not options.replace:
        hint = "render-letter new NAME writes another file; --replace replaces it, and keeps a copy"
        raise OutputError(f"is there already; nothing was written; {hint}", path)
    starter = _starter(dt.date.today())
    kept = _kept(path, starter)
    write_file(path, starter, overwrite=options.replace)
    schema = path.parent / "interview.schema.json"
    is_new = not os.path.lexists(schema)
    if is_new:
        write_file(schema, schema_bytes())
    say(f"{path}  a starter to fill in; then: render-letter {path}")
    if kept:
        say(f"{kept}  what stood in {path} before")
    if is_new:
        say(f"{schema}  what may stand in it, for editors that complete and explain as you type")
    return 0


def _starter(today: dt.date) -> bytes:
    """The starter, of an interview on `today` or the last business day before it, so that its letters are not late."""
    from followup_letters.templates_folder import templates_folder
    from followup_letters.workdays import Workdays

    starter = (templates_folder() / "en" / "starter.yaml").read_bytes()
    return _DATE.sub(f"  date: {Workdays().on_or_before(today)}".encode(), starter)


def _kept(path: Path, starter: bytes) -> Path | None:
    """A copy of the notes at `path`, under a name that is free; None if there are none but the starter's."""
    from followup_letters.filing import key, unique_stem, write_file

    if not path.is_file() or _DATE.sub(b"", notes := path.read_bytes()) == _DATE.sub(b"", starter):
        return None
    taken = {key(each.name) for each in path.parent.iterdir()}
    return write_file(path.with_name(unique_stem(f"{path.name}.bak", taken)), notes)
