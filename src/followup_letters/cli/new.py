"""`render-letter new`: a starter interview file that renders as it is."""

from __future__ import annotations

from pathlib import Path

from followup_letters.cli.terminal import Parser, refuse_existing, say


def run(arguments: list[str]) -> int:
    """Write the starter, and the schema it names, beside each other."""
    parser = Parser(prog="render-letter new", description="Write a starter interview file that renders as it is.")
    parser.add_argument("file", nargs="?", default="interview.yaml", help="its name (interview.yaml)")
    parser.add_argument("--replace", "--force", action="store_true", help="replace the file if it is there already")
    options = parser.parse_args(arguments)
    from followup_letters.cli.schema import schema_bytes
    from followup_letters.filing import write_file
    from followup_letters.templates_folder import templates_folder

    path = Path(options.file)
    if not options.replace:
        refuse_existing([path])
    starter = (templates_folder() / "en" / "starter.yaml").read_bytes()
    write_file(path, starter, overwrite=options.replace)
    schema = path.parent / "interview.schema.json"
    is_new = not schema.exists()
    if is_new:
        write_file(schema, schema_bytes())
    say(f"{path}  a starter to fill in; then: render-letter {path}")
    if is_new:
        say(f"{schema}  what may stand in it, for editors that complete and explain as you type")
    return 0
