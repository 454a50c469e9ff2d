"""`render-letter FILE …`: the options of the main form; `rendering` does its work, once it is known what it is."""

from __future__ import annotations

import argparse

from followup_letters import __version__
from followup_letters.cli.terminal import Parser, choice, format_named, formats, jobs, medium

KINDS = ("courtesy", "pursue")
_EXAMPLES = """\
examples:
  render-letter new                        write interview.yaml, a starter to fill in
  render-letter interview.yaml             one letter to each person you met, as DOCX
  render-letter interview.yaml -f pdf,docx -o letters
  render-letter interview.yaml --to Raman -f txt -o -
  render-letter interview.yaml --to Raman --medium email -f eml
  render-letter check interview.yaml       what to mend before mailing
  render-letter plan interview.yaml        what to do next, and when

commands, each with its own --help: new, check, match, plan, log, eject, schema, completion

exit code: 0 done, 1 findings under check --strict, 2 your mistake, 3 the machine's (no Pango, a full disk)
"""


def run(arguments: list[str]) -> int:
    """Render the interview files named in `arguments`; return the exit code."""
    options = _options(arguments)
    from followup_letters.cli.rendering import render_all

    return render_all(options)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = Parser(
        prog="render-letter",
        description="Turn interview files into letters to the people you met.",
        epilog=_EXAMPLES,
    )
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="interview files, folders, .jsonl; - for standard input"
    )
    parser.add_argument(
        "-o", "--output", metavar="DIR", default=".", help="folder, or the file of one letter; - for standard output"
    )
    parser.add_argument("-f", "--formats", metavar="LIST", type=formats, default=(), help="docx,pdf,html,txt,eml")
    parser.add_argument("--to", metavar="NAME", help="only the letter to this person")
    parser.add_argument("--kind", type=_kind, metavar="KIND", help="courtesy or pursue, whatever the rules say")
    parser.add_argument("--medium", type=medium, metavar="MEDIUM", help="post or email, whatever the file says")
    parser.add_argument("--templates", metavar="DIR", help="your own templates, searched before ours (see eject)")
    parser.add_argument("--letterhead", metavar="FILE", help="a Word file of yours that Word files are set on")
    parser.add_argument("--replace", action="store_true", help="replace files that are there, as after an edit")
    parser.add_argument("--force", action="store_true", help="the same, and write letters in spite of errors")
    parser.add_argument("-j", "--jobs", type=jobs, metavar="N", help="render many interviews in N processes")
    parser.add_argument("--watch", action="store_true", help="render again whenever the file is saved, until ^C")
    parser.add_argument("--json", action="store_true", help="say what was done as JSON, for programs")
    parser.add_argument("-q", "--quiet", action="store_true", help="say nothing but faults")
    parser.add_argument("--version", action="version", version=f"render-letter {__version__}")
    if not arguments:
        parser.error("name an interview file; `render-letter new` writes one to fill in")
    options = parser.parse_args(arguments)
    options.formats = options.formats or (format_named(options.output) or "docx",)
    if "" in (*options.files, options.output):  # as where a shell knows no such variable; it is no name for "here"
        parser.error("the name of a file or folder is empty")
    if options.output == "-" and (options.json or len(options.formats) > 1 or len(options.files) > 1):
        parser.error("-o - writes one document to standard output: one file, one format, and no --json")
    if options.watch and (options.output == "-" or "-" in options.files or len(options.files) > 1):
        parser.error("--watch takes one file and writes files")
    options.made = set()  # what this run has written, and so may replace
    options.taken = []  # what the files of other programs gave
    return options


def _kind(text: str) -> str:
    return choice(text.lower(), KINDS, "kind")
