"""`render-letter eject DIR [FILE …]`: our templates, all or some, copied to a folder of your own, to change."""

from __future__ import annotations

import os
from pathlib import Path

from followup_letters.cli.terminal import Parser, say
from followup_letters.errors import OutputError, counted


def run(arguments: list[str]) -> int:
    """Copy the templates; nothing that is there already is replaced."""
    parser = Parser(
        prog="render-letter eject",
        description="Copy our templates to a folder of yours; render-letter --templates DIR uses them.",
    )
    parser.add_argument("folder", metavar="DIR", help="a new folder; one with templates in it where FILEs are named")
    parser.add_argument("files", metavar="FILE", nargs="*", help="a template, such as en/pursue/panel.html.j2 (all)")
    options = parser.parse_args(arguments)
    folder = Path(options.folder)
    if folder.exists() and not folder.is_dir():
        raise OutputError("is a file, and templates go into a folder", folder)
    if not options.files and folder.exists() and any(folder.iterdir()):
        raise OutputError("is a folder with something in it; name a new one, so that nothing of yours is mixed", folder)
    from followup_letters.filing import make_folder, write_file
    from followup_letters.templates_folder import changeable, named, templates_folder

    names = [named(file) for file in options.files] or changeable()
    there = [folder / name for name in names if os.path.lexists(folder / name)]
    if there:
        raise OutputError("is there already, and nothing was copied; delete it first to have ours again", there[0])
    for name in names:
        make_folder((folder / name).parent)
        write_file(folder / name, (templates_folder() / name).read_bytes())
    say(f"{folder}  {counted(len(names), 'template')}; then: render-letter FILE --templates {folder}")
    say("What you do not change you may delete: ours stand in for it.")
    return 0
