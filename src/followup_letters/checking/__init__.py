"""What a careful friend says before you mail a letter: findings, each with a stable id, a place and the way to mend it.

`check` runs the rules of the table (table.py, rules/) over letters, over a set of them, over the interview, and, where
a format is named, over the finished file. Nothing is changed or written here.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from functools import partial

from followup_letters.arguments import check_interview, checked_day, refused
from followup_letters.checking.findings import Finding, Findings, Severity, Where
from followup_letters.checking.readings import Case, Reading
from followup_letters.checking.rules import (  # noqa: F401  # each enters its rules into the table
    answers,
    days,
    endings,
    form,
    greetings,
    language,
    letterhead,
    looks,
    manner,
    matter,
    needs,
    offers,
    people,
    printed,
    promises,
    shape,
    starter,
    together,
    truth,
    typed,
)
from followup_letters.checking.table import Scope, ordered
from followup_letters.choices import FindingId
from followup_letters.deciding import decide
from followup_letters.documents import Letter
from followup_letters.errors import MachineError
from followup_letters.models import Interview
from followup_letters.noun import way_to_field
from followup_letters.shown import called_as
from followup_letters.writing import check_formats

__all__ = ["Finding", "FindingId", "Findings", "Severity", "Where", "check", "check_pdf"]


@called_as("as in check(letters, today=datetime.date.today())", partial(way_to_field, Interview))
def check(
    letters: Letter | Sequence[Letter],
    *,
    interview: Interview | None = None,
    today: dt.date | None = None,
    formats: Sequence[str] = (),
) -> Findings:
    """What is to be said of one letter, or of the letters of one interview together, the gravest first.

    `interview` is needed only where neither a letter nor what `compose` returns brings it along. `today` adds what
    depends on the day, such as letters that are late. `formats` with "pdf" in it renders each letter and measures the
    file. Findings that the interview's `letter: {ignore: […]}` names are counted in `switched_off`, and not listed.
    Raises MachineError if a PDF is asked for and cannot be made here; InputError for what is no letter, for letters of
    several interviews, and if there is neither a letter nor an interview.
    """
    given = _letters(letters)
    if interview is None:
        interview = next((letter.interview for letter in given), getattr(letters, "interview", None))
    if interview is None:
        hint = "give a letter, or check([], interview=…)"
        raise refused("check(letters)", letters, "a letter, or the letters of an interview", hint)
    check_interview(interview, Interview, "check(interview)")
    if any(letter.interview is not interview and letter.interview != interview for letter in given):
        rule = "the letters of one interview, and that interview"
        raise refused("check(letters)", letters, rule, "check those of each interview by themselves")
    check_formats(formats, "check(formats)")
    if today is not None:
        checked_day(today, "check(today)")
    decision = given[0].decision if given else decide(interview)
    case = Case(interview, decision, tuple(map(Reading, given)), whole=len(given) > 1, today=today)
    found = list(_without_secrets(_said(case), truth.fields_of_secrets(case)))
    if "pdf" in formats:
        found += [finding for letter in given for finding in _rendered(letter)]
    return _without_ignored(found, interview, given)


def _letters(given: object) -> list[Letter]:
    letters = [given] if isinstance(given, Letter) else list(given) if isinstance(given, list | tuple) else None
    if letters is None or not all(isinstance(letter, Letter) for letter in letters):
        hint = "compose(interview) makes them"
        raise refused("check(letters)", given, "a letter, or the letters of an interview", hint)
    return letters


def check_pdf(letter: Letter, content: bytes) -> Findings:
    """What is to be said of the finished PDF of `letter`, measured on its bytes: pages, glyphs, edges."""
    return _without_ignored(_measured(letter, content), letter.interview, [letter])


def _said(case: Case) -> Iterator[Finding]:
    for rule in ordered():
        if rule.scope is Scope.LETTER:
            for reading in case.letters:
                yield from rule.findings(reading, case, recipient=reading.letter.recipient.name)
        elif rule.scope is not Scope.FILE:
            yield from rule.findings(case)


def _without_secrets(found: Iterable[Finding], fields: Set[str]) -> Iterator[Finding]:
    """The findings, those of `fields` without what is quoted from them: findings are logged."""
    for finding in found:
        field = finding.where.field
        if field in fields and finding.id not in (FindingId.PRIVATE_LEAK, FindingId.IDEA_LEAK):
            message = f"`{field}` is not shown here, because it says what you keep private; word it without that"
            finding = replace(finding, message=message, where=replace(finding.where, sentence=None))
        yield finding


def _rendered(letter: Letter) -> Iterator[Finding]:
    """What the PDF of one letter shows; a character that no font has keeps it from being made at all."""
    try:
        content = letter.render("pdf")
    except MachineError as fault:
        missing = re.findall(r"^no font on this machine has .+$", str(fault), re.MULTILINE)
        if not missing:
            raise
        for line in missing:
            field = re.search(r" in (\S+)$", line)
            where = Where(letter.recipient.name, "page 1", field=field[1] if field else None)
            message = f"{line}; write it with other characters, or install a font that has it"
            yield Finding(FindingId.MISSING_GLYPH, Severity.ERROR, None, message, where)
    else:
        yield from _measured(letter, content)


def _measured(letter: Letter, content: bytes) -> Iterator[Finding]:
    from followup_letters.checking.pdf_reading import read_pdf  # pypdf and fontTools, for a rendered file only

    reading, file = Reading(letter), read_pdf(content)
    for rule in ordered():
        if rule.scope is Scope.FILE:
            yield from rule.findings(reading, file, recipient=letter.recipient.name)


def _without_ignored(found: Iterable[Finding], interview: Interview, letters: Iterable[Letter]) -> Findings:
    """Each finding once, without those that the interview file switches off, which are counted."""
    ignored, once = set(interview.letter.ignore), dict.fromkeys(found)
    switched_off = Counter(finding.id.value for finding in once if finding.id in ignored)
    return Findings((finding for finding in once if finding.id not in ignored), switched_off, letters)
