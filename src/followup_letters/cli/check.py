"""`render-letter check FILE …`: everything that a careful friend would say of the letters, and nothing written."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

from followup_letters.cli.match import left_out
from followup_letters.cli.terminal import Parser, day, loaded, medium, of_file, opened, print_json, say
from followup_letters.errors import FollowupError

if TYPE_CHECKING:
    from followup_letters.checking import Findings
    from followup_letters.documents import Letter
    from followup_letters.errors import TemplateError
    from followup_letters.matching import Suggestion
    from followup_letters.models import Interview

_STRENGTH = "candidate.strengths["


def run(arguments: list[str]) -> int:
    """Check the interview files named in `arguments`, and the letters they give; return the exit code."""
    options = _options(arguments)
    told: list[dict[str, Any]] = []
    faults: list[FollowupError] = []
    grave = 0
    for name in opened(options.files):
        try:
            checked = _checked(name, options)
        except FollowupError as fault:
            say(fault, aside=True)
            faults.append(fault)
            continue
        for slip in checked.broken:
            say(slip, aside=True)
        faults += checked.broken
        grave += len(checked.found.grave)
        told.append(_as_data(name, checked))
        if not options.json:
            say(_in_words(name, checked))
    if options.json:
        print_json({"checked": told, "errors": [fault.as_dict() for fault in faults]})
    return max((fault.exit_code for fault in faults), default=1 if options.strict and grave else 0)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = Parser(
        prog="render-letter check",
        description="Say what to mend before the letters of an interview file are mailed. Writes nothing.",
        epilog="Exits with 0 whatever it finds, unless --strict is given, and with 2 where a file cannot be read. The "
        "letters never depend on the day; what is late, or lies ahead, does, and stops no rendering.",
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="interview files, folders; - for standard input")
    parser.add_argument("--strict", action="store_true", help="exit with 1 if there is an error or a warning")
    parser.add_argument("--json", action="store_true", help="say it as JSON, for programs")
    parser.add_argument("--pdf", action="store_true", help="render each letter as PDF too, and measure the file")
    parser.add_argument(
        "--sources",
        action="store_true",
        help="say from which fields each sentence of the body is; with --templates, from which line",
    )
    parser.add_argument("--to", metavar="NAME", help="only the letter to this person")
    parser.add_argument("--medium", type=medium, metavar="MEDIUM", help="post or email, whatever the file says")
    parser.add_argument("--templates", metavar="DIR", help="your own templates, searched before ours (see eject)")
    parser.add_argument("--letterhead", metavar="FILE", help="a Word file of yours that Word files are set on")
    parser.add_argument("--today", type=day, metavar="DATE", help="the day to check for, year-month-day (today)")
    return parser.parse_args(arguments)


class _Checked(NamedTuple):
    """What is to be said of one file, the needs that are open in it, and the strengths that its letters tell.

    `broken` is what in the styles of one's own keeps the letters from being written; `letters` are those whose sources
    are asked for.
    """

    found: Findings
    questions: list[Suggestion]
    told: set[int]
    broken: list[TemplateError]
    letters: list[Letter]


def _checked(name: str, options: argparse.Namespace) -> _Checked:
    from followup_letters.batching.rendering import sent_by
    from followup_letters.checking import check
    from followup_letters.composing import compose
    from followup_letters.matching import suggest
    from followup_letters.writing import faults_of_styles

    interview = sent_by(loaded(name), options.medium)
    formats = ("pdf",) if options.pdf else ()
    with of_file(name):
        chosen = {each: getattr(options, each) for each in ("to", "templates", "letterhead")}
        letters = compose(interview, **chosen)
        found = check(letters, interview=interview, today=options.today or dt.date.today(), formats=formats)
    open_needs = suggest(interview.position.responsibilities, interview.candidate.strengths)
    settled = {pair.responsibility for pair in left_out(interview, open_needs)}
    settled |= {each.text for each in interview.position.responsibilities if each.answered is False}  # as `match` wrote
    asked = [question for question in open_needs if question.responsibility not in settled]
    broken = faults_of_styles(letters[0].page) if letters else []  # all of a set have one style
    return _Checked(
        placed(found, name, options.letterhead),
        asked if _sells(interview) else [],
        _told(letters),
        broken,
        letters if options.sources else [],
    )


def _told(letters: list[Letter]) -> set[int]:
    """The places of the strengths that stand in a letter."""
    fields = {field for letter in letters for source in letter.sources for field in source.fields}
    return {int(field[len(_STRENGTH) : -1]) for field in fields if field.startswith(_STRENGTH) and field.endswith("]")}


def placed(found: Findings, name: str, letterhead: str | None) -> Findings:
    """`found` with the place of each finding that is to be mended in the interview file `name`, or in a letterhead.

    `letterhead` is the one that the command was given, whatever the interview file names.
    """
    from followup_letters.letterheads import FIELD
    from followup_letters.loading.marks import Marks

    in_file = (lambda _: None) if name == "-" else Marks(name).place
    return found.placed(lambda field: (letterhead, None) if letterhead and field == FIELD else in_file(field))


def _sells(interview: Interview) -> bool:
    from followup_letters.choices import LetterKind
    from followup_letters.deciding import decide

    return decide(interview).kind is LetterKind.PURSUE


def _in_words(name: str, checked: _Checked) -> str:
    lines = ["<stdin>" if name == "-" else name, *(f"  {line}" for line in str(checked.found).splitlines())]
    lines += [f"  question: {_question(each, checked.told)}" for each in checked.questions]
    for letter in checked.letters:
        lines += [f"  the letter to {letter.recipient.name}:", *(f"    {source}" for source in letter.sources)]
    return "\n".join(lines)


def _question(open_need: Suggestion, told_in: set[int]) -> str:
    need = f"“{open_need.responsibility}” is answered by no strength for certain"
    if not open_need.near:
        return f"{need}; prepare for it before the call"
    told = {choice: ", which a letter tells," if choice.strength_index in told_in else "" for choice in open_need.near}
    choices = " or ".join(f"“{choice.strength}”{aside}" for choice, aside in told.items()).removesuffix(",")
    return f"{need}; is it by {choices}? Then say so under `answers`"


def _as_data(name: str, checked: _Checked) -> dict[str, Any]:
    sources = {each.recipient.name: [source.as_dict() for source in each.sources] for each in checked.letters}
    return {
        "file": name,
        **checked.found.as_dict(),
        "questions": [
            {"responsibility": each.responsibility, "choices": [choice.strength for choice in each.choices]}
            for each in checked.questions
        ],
        **({"sources": sources} if sources else {}),
    }
