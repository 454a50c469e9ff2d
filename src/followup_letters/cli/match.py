"""`render-letter match FILE`: which strength answers which responsibility, and a question where that is not sure.

On a terminal the answers are written into the file; elsewhere the questions are printed and nothing is changed.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence, Set
from pathlib import Path
from typing import TYPE_CHECKING, Any

from followup_letters.cli.terminal import Parser, loaded, print_json, say
from followup_letters.errors import InputError, counted

if TYPE_CHECKING:
    from followup_letters.matching import Match, Suggestion
    from followup_letters.models import Interview

_STOP = ("q", "quit")
_NONE = "none"
_MOST_OFFERED = 6  # strengths for one need


def run(arguments: list[str]) -> int:
    """Show the matches of one interview file, ask about the rest, and write the answers down (R25)."""
    parser = Parser(prog="render-letter match", description="Settle which strength answers which responsibility.")
    parser.add_argument("file", metavar="FILE", help="the interview file; - reads YAML and asks nothing")
    parser.add_argument("--json", action="store_true", help="print matches and questions as JSON, and ask nothing")
    options = parser.parse_args(arguments)
    interview = loaded(options.file)
    certain, questions = _matched(interview)
    by_omitted = left_out(interview, questions)
    answered = {pair.responsibility for pair in by_omitted}
    questions = [question for question in questions if question.responsibility not in answered]
    if options.json:
        print_json(
            _as_data(interview, certain, questions) | {"left_out": [_omitted_as_data(pair) for pair in by_omitted]}
        )
        return 0
    _show(interview, certain)
    for pair in by_omitted:
        say(f"{pair.responsibility}\n  {pair.strength}  (left out in the interview: {pair.why})")
    asks = options.file != "-" and sys.stdin.isatty() and sys.stdout.isatty()
    if not asks:
        _print(questions)
    chosen, refused = _asked(questions) if asks else ({}, [])
    if chosen or refused:
        _write(Path(options.file), interview, chosen, refused)
        interview = loaded(options.file)  # with what was just said
    elif not asks and any(question.choices for question in questions):
        say("\nNothing was changed. On a terminal this command asks; or write answers: beside the strength.")
    _show_unmatched(interview, [*_matched(interview)[0], *by_omitted])
    return 0


def _matched(interview: Interview) -> tuple[list[Match], list[Suggestion]]:
    from followup_letters.matching import match, suggest

    responsibilities, strengths = interview.position.responsibilities, interview.candidate.strengths
    certain = match(responsibilities, strengths, limit=len(responsibilities))
    return certain, suggest(responsibilities, strengths, limit=_MOST_OFFERED)


def left_out(interview: Interview, questions: Sequence[Suggestion]) -> list[Match]:
    """What answers needs that no strength does, for certain, among what was left out in the interview (R29)."""
    from followup_letters.matching import match

    open_needs = [question.responsibility for question in questions]
    return match(open_needs, interview.outlook.omitted, limit=len(open_needs))


def _show(interview: Interview, certain: Sequence[Match]) -> None:
    from followup_letters.matching import doubled_answers, unresolved_answers

    for pair in certain:
        say(f"{pair.responsibility}\n  {pair.strength}  ({pair.why})")
    for lost in unresolved_answers(interview.position.responsibilities, interview.candidate.strengths):
        say(f"{lost.answer}\n  is no responsibility of this job, though {lost.strength!r} is said to answer it")
    for late in doubled_answers(interview.position.responsibilities, interview.candidate.strengths):
        say(
            f"{late.strength}\n  is said to answer “{late.responsibility}”, as {late.taken_by!r} is, which stands first"
        )
    if not interview.position.responsibilities:
        say("The file lists no responsibilities: there is nothing to match.")


def _question(question: Suggestion, taken: Set[str] = frozenset()) -> str:
    """The question with the strengths that may answer it, each by its number in the file, which no answer changes."""
    if any(_number(choice) not in taken for choice in question.near):
        asks = f"Which of these answers “{question.responsibility}”?"
    else:
        asks = f"No strength that is free shares a word or idea with “{question.responsibility}”. Does one answer it?"
    return "\n".join([f"\n{asks}", *(_line(choice, question, taken) for choice in _offered(question))])


def _line(choice: Match, question: Suggestion, taken: Set[str]) -> str:
    why = "taken" if _number(choice) in taken else choice.why if choice in question.near else ""
    return f"  {_number(choice)}  {choice.strength}" + (f"  ({why})" if why else "")


def _number(choice: Match) -> str:
    return str(choice.strength_index + 1)


def _offered(question: Suggestion) -> Sequence[Match]:
    """What has something in common with the need, and then what else is free: words may hide what one knows."""
    others = [choice for choice in question.choices if choice not in question.near]
    return [*question.near, *sorted(others, key=lambda choice: choice.strength_index)]


def _print(questions: Sequence[Suggestion]) -> None:
    for question in questions:
        if question.choices:
            say(_question(question))


def _asked(questions: Sequence[Suggestion]) -> tuple[dict[str, Match], list[Suggestion]]:
    """The choices made on the terminal, by responsibility, and the questions to which the answer was none.

    A strength that is taken is shown as that, and answers no other.
    """
    chosen: dict[str, Match] = {}
    refused = []
    for question in questions:
        taken = set(map(_number, chosen.values()))
        by_number = {_number(choice): choice for choice in _offered(question)}
        if by_number.keys() <= taken:
            continue
        say(_question(question, taken))
        said = _answer(sorted(by_number.keys() - taken, key=int), taken)
        if said in _STOP:
            break
        if said in by_number:
            chosen[question.responsibility] = by_number[said]
        elif said == _NONE:
            refused.append(question)
    return chosen, refused


def _answer(numbers: Sequence[str], taken: Set[str]) -> str:
    """One of `numbers`, "none", nothing, or a word that stops; asked until it is one of them."""
    while True:
        try:
            said = input(f"{'/'.join(numbers)}/none (Enter asks again next time, q stops) ").strip().lower()
        except EOFError:
            return _STOP[0]
        if said in {"", *numbers, *_STOP}:
            return said
        if said in {"n", "no", _NONE, "0"}:
            return _NONE
        if said in taken:
            say(f"  {said} is taken: one strength to a need; for more, write answers: beside the strength by hand")
        else:
            say(f"  please answer {', '.join(numbers)} or none")


def _write(path: Path, interview: Interview, chosen: dict[str, Match], refused: Sequence[Suggestion]) -> None:
    """Write down both, the choices first. Raises InputError for a file that cannot be added to."""
    from followup_letters.amending import record_answers, record_unanswered

    say("")
    if chosen:
        answers = {pair.strength_index: [responsibility] for responsibility, pair in chosen.items()}
        written = f"{record_answers(path, interview, answers)}  {counted(len(chosen), 'answer')} written"
        say(f"{written} as answers: beside the strength; take a wrong one out to be asked again")
    if refused:
        needs = [question.responsibility_index for question in refused]
        try:
            changed = record_unanswered(path, interview, needs)
        except InputError:  # such as a saved posting; nothing is wrong but that the next run asks again
            say("The responsibilities are in a file that cannot be added to: the next run asks of them again.")
            return
        say(f"{changed}  answered: false written beside {counted(len(needs), 'need')}; take it out to be asked again")


def _show_unmatched(interview: Interview, pairs: Sequence[Match]) -> None:
    """Name each line that is in no pair, with the reason; without responsibilities there is nothing to be in."""
    from followup_letters.matching import unmatched_needs, unmatched_strengths

    given = interview.position.responsibilities, interview.candidate.strengths
    needs, strengths = unmatched_needs(*given, pairs), unmatched_strengths(*given, pairs)
    if needs:
        say("\nNot matched; prepare for these before the call:")
    for need in needs:
        say(f"  {need.text}  ({need.why})")
    if strengths and interview.position.responsibilities:
        say("\nStrengths that answer no need for certain; a letter may tell them beside the nearest, or not at all:")
        for strength in strengths:
            say(f"  {strength.text}  ({strength.why})")


def _as_data(interview: Interview, certain: Sequence[Match], questions: Sequence[Suggestion]) -> dict[str, Any]:
    from dataclasses import asdict

    from followup_letters.matching import doubled_answers, unmatched_strengths, unresolved_answers

    given = interview.position.responsibilities, interview.candidate.strengths
    return {
        "matches": [asdict(pair) for pair in certain],
        "questions": [asdict(question) for question in questions],
        "unresolved_answers": [asdict(answer) for answer in unresolved_answers(*given)],
        "doubled_answers": [asdict(answer) for answer in doubled_answers(*given)],
        "unmatched_strengths": [asdict(strength) for strength in unmatched_strengths(*given, certain)],
    }


def _omitted_as_data(pair: Match) -> dict[str, Any]:
    told = {"responsibility": pair.responsibility, "omitted": pair.strength, "score": pair.score, "why": pair.why}
    return told | {"omitted_index": pair.strength_index}
