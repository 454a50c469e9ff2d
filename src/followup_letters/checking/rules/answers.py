"""Which need a strength answers by your own word, and which it may answer (R25)."""

from __future__ import annotations

from collections.abc import Iterator

from followup_letters.checking.findings import Severity
from followup_letters.checking.readings import Case, Reading
from followup_letters.checking.spotting import quoted
from followup_letters.checking.table import Notes, Remark, Scope, rule
from followup_letters.choices import FindingId as Id
from followup_letters.choices import LetterKind
from followup_letters.matching import DoubledAnswer, doubled_answers, unresolved_answers
from followup_letters.matching.answering import answered

_THREE_STRENGTHS = """\
position: {{responsibilities: [Merge two warehouse systems, Hire a night crew]}}
candidate:
  strengths:
  - {{text: Led the SAP migration for 140 users, answers: [Merge two]}}
  - {second}
  - {{text: Hired nine people for a night shift, answers: [Hire a night crew]}}"""


@rule(
    Id.ANSWER_UNRESOLVED,
    Severity.INFO,
    "R25",
    Scope.NOTES,
    bad=Notes("candidate: {strengths: [{text: Led the SAP migration for 140 users, answers: [close the books]}]}"),
    good=Notes("candidate: {strengths: [{text: Led the SAP migration for 140 users, answers: [warehouse systems]}]}"),
)
def answer_unresolved(case: Case) -> Iterator[Remark]:
    """What a strength is said to answer is one of the responsibilities."""
    strengths = case.interview.candidate.strengths
    for entry in unresolved_answers(case.interview.position.responsibilities, strengths):
        message = f"{quoted(entry.answer)} fits no responsibility of this job; if it should, use the words of one"
        yield Remark(message, field=f"candidate.strengths[{entry.strength_index}].answers")


@rule(
    Id.ANSWER_DOUBLED,
    Severity.WARNING,
    "R25",
    Scope.NOTES,
    bad=Notes(_THREE_STRENGTHS.format(second="{text: Moved 12 sites to one stock list, answers: [Merge two]}")),
    good=Notes(_THREE_STRENGTHS.format(second="Moved 12 sites to one stock list")),
)
def answer_doubled(case: Case) -> Iterator[Remark]:
    """A need has one strength that answers it; another that is told all the same, without the need, is a note."""
    if case.decision.kind is LetterKind.COURTESY or not case.letters:
        return
    for entry in doubled(case):
        field = f"candidate.strengths[{entry.strength_index}]"
        is_told = field in case.printed
        counts = f"{quoted(entry.taken_by, 50)} (candidate.strengths[{entry.taken_by_index}]) stands first"
        becomes = "is told without that need" if is_told else "stands in no letter"
        message = (
            f"{counts}, and counts as the answer to {quoted(entry.responsibility, 50)}; {quoted(entry.strength, 50)}"
            f" {becomes}: let it answer another need, or put it first"
        )
        yield Remark(message, field=f"{field}.answers", severity=Severity.INFO if is_told else None)


def doubled(case: Case) -> list[DoubledAnswer]:
    """The strengths all of whose `answers` are taken by those before them."""
    return doubled_answers(case.interview.position.responsibilities, case.interview.candidate.strengths)


@rule(
    Id.ANSWER_UNSURE,
    Severity.INFO,
    "R25",
    Scope.LETTER,
    bad=Notes(
        """\
position: {responsibilities: [Merge two warehouse systems, Hire a night crew]}
candidate: {strengths: [{text: Led the SAP migration for 140 users, answers: [Merge two]}, Led a crew of nine]}"""
    ),
    good=Notes(
        """\
position: {responsibilities: [Merge two warehouse systems, Hire a night crew]}
candidate:
  strengths:
  - {text: Led the SAP migration for 140 users, answers: [Merge two]}
  - {text: Led a crew of nine, answers: [Hire a night crew]}"""
    ),
)
def answer_unsure(reading: Reading, _: Case) -> Iterator[Remark]:
    """A strength that is told beside a need answers it for certain, or by your own word."""
    letter = reading.letter
    needs, strengths = letter.interview.position.responsibilities, letter.interview.candidate.strengths
    certain = {(pair.responsibility_index, pair.strength_index) for pair in letter.matches}
    certain |= {*answered(needs, strengths)}
    told = [pair for pair in letter.answers if pair not in certain and _tells_both(reading, *pair)]
    if told:
        pairs = ", ".join(
            f"{quoted(strengths[proof].text, 50)} beside {quoted(needs[need].text, 50)}" for need, proof in told
        )
        way = (
            "`answers: [part of the need]` on the strength says that it answers it, `answers: []` that it answers none"
        )
        yield Remark(f"told, and not certain: {pairs}; {way}", field=f"candidate.strengths[{told[0][1]}]")


def _tells_both(reading: Reading, need: int, proof: int) -> bool:
    return {f"position.responsibilities[{need}]", f"candidate.strengths[{proof}]"} <= reading.used
