"""The needs of the job and their proofs: which are answered, and whether the proofs agree (R24, R25)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from followup_letters.checking.findings import Severity
from followup_letters.checking.left_unsaid import (
    doubts_unanswered,
    omitted_unsaid,
    own_words_unsaid,
    points_unsaid,
    strengths_unsaid,
)
from followup_letters.checking.readings import Case, Reading
from followup_letters.checking.rules.answers import doubled
from followup_letters.checking.spotting import quoted, words_of
from followup_letters.checking.table import Notes, Remark, Scope, rule
from followup_letters.choices import FindingId as Id
from followup_letters.choices import LetterKind, Role
from followup_letters.matching import Match, match
from followup_letters.matching.items import by_importance, each_once, may_answer, may_be_answered
from followup_letters.matching.terms import read, stems_of
from followup_letters.models import Strength
from followup_letters.patterns import pattern
from followup_letters.templates_folder import folder_of
from followup_letters.wording.bullets.saying import as_told

_MOST_COMPARED = 150  # lines, each with all others; nobody notes as many with a figure
_MOST_RESPONSIBILITIES = 3  # R24: two or three
_ALIKE = 0.5  # of the words of two lines that tell of one thing
_FEWEST_SHARED = 2  # words or ideas
_WITH_PROOF = {Role.HIRING_MANAGER, Role.EXECUTIVE, Role.PANEL}
_SMALL = "one two three four five six seven eight nine ten eleven twelve".split()
_COUNTED = pattern(
    rf"(?<![\w.,])(\d[\d.,]*|{'|'.join(_SMALL)})\s*(?:(percent|per cent|%)|[\s-](?:[a-z-]+\s+)?([a-z][a-z-]{{2,}}s)\b)",
    re.IGNORECASE,
)


@rule(
    Id.NO_MATCH,
    Severity.WARNING,
    "R25",
    Scope.NOTES,
    bad=Notes("candidate: {strengths: [Fluent in Spanish]}"),
    good=Notes("candidate: {strengths: [{text: Fluent in Spanish, answers: Merge two}]}"),
)
def no_match(case: Case) -> Iterator[Remark]:
    """A need of the job is answered by a strength of yours."""
    readers = [reading for reading in case.letters if reading.role in _WITH_PROOF]
    is_told = any(each.letter.matches or _tells_a_pair(each) for each in case.letters)
    if case.decision.kind is LetterKind.COURTESY or not readers or is_told:
        return
    responsibilities, strengths = case.interview.position.responsibilities, case.interview.candidate.strengths
    if not responsibilities:
        message = "the letters answer no need of the job; note what the job is for, as they told you"
        yield Remark(message, field="position.responsibilities")
    elif not strengths:
        message = "the letters give no proof of anything; note your strengths, a line of your résumé each"
        yield Remark(message, field="candidate.strengths")
    elif not any(map(may_answer, strengths)) or not any(map(may_be_answered, responsibilities)):
        return  # as the user said
    elif not match(responsibilities, strengths, limit=1):
        message = (
            "no strength of yours answers a need of the job for certain; say which does: `answers: [part of the need]`"
        )
        yield Remark(message, field="candidate.strengths")


def _tells_a_pair(reading: Reading) -> bool:
    """True for a letter that names a need and tells a strength, which likely belong together."""
    return all(
        any(field.startswith(part) for field in reading.used)
        for part in ("position.responsibilities[", "candidate.strengths[")
    )


@rule(
    Id.TOO_MANY_DUTIES,
    Severity.INFO,
    "R24",
    Scope.NOTES,
    bad=Notes(
        "position: {responsibilities: [Merge two warehouse systems, Hire a night crew, Cut the scrap rate, Close the"
        " books in two days]}"
    ),
    good=Notes("position: {responsibilities: [Merge two warehouse systems, Hire a night crew]}"),
)
def too_many_responsibilities(case: Case) -> Iterator[Remark]:
    """A letter takes up the two or three responsibilities that matter most; the others wait for the call."""
    responsibilities = case.interview.position.responsibilities
    if case.decision.kind is LetterKind.COURTESY or len(responsibilities) <= _MOST_RESPONSIBILITIES or not case.letters:
        return
    taken_up = {found.responsibility_index for reading in case.letters for found in reading.letter.matches}
    taken_up |= {need for reading in case.letters for need, proof in reading.letter.answers if _tells(reading, proof)}
    left = {
        index: quoted(responsibility.text, 50)
        for index, responsibility in enumerate(responsibilities)
        if index not in taken_up and f"position.responsibilities[{index}]" not in case.printed
    }
    count = len(responsibilities)
    answered = f"{count} responsibilities, and the letters take up {count - len(left)}"
    unsaid = _foremost_unsaid(case)  # of which unproved-form tells
    named = [text for index, text in left.items() if unsaid is None or index != unsaid.responsibility_index]
    if named:
        way = "put first what matters most, and keep the rest for the call"
        yield Remark(f"{answered}; not taken up: {', '.join(named)}; {way}", field="position.responsibilities")


@rule(
    Id.UNPROVED_FORM,
    Severity.INFO,
    None,
    Scope.NOTES,
    bad=Notes("candidate: {strengths: [{text: SAP migration for 140 users, answers: Merge two}]}"),
    good=Notes(
        "candidate: {strengths: [{text: SAP migration for 140 users, answers: Merge two,"
        " clause: I led the SAP migration for 140 users}]}"
    ),
)
def unproved_form(case: Case) -> Iterator[Remark]:
    """A strength can stand inside a sentence; one that cannot for certain is quoted as it is, or told in no letter."""
    used = {found.strength_index for reading in case.letters for found in reading.letter.matches}
    if unsaid := _foremost_unsaid(case):
        both = f"{quoted(unsaid.responsibility, 50)}, is answered by {quoted(unsaid.strength)}"
        message = f"the foremost need, {both}, and no letter tells either, for want of a sentence: give `clause: I …`"
        yield Remark(message, field=f"candidate.strengths[{unsaid.strength_index}]")
    untold = []
    for index, strength in enumerate(case.interview.candidate.strengths):
        field = f"candidate.strengths[{index}]"
        if _clause(strength) or (unsaid and index == unsaid.strength_index):
            continue
        if index in used or field in case.printed:
            yield Remark(f"{quoted(strength.text)} {_becomes(case, field)}, give `clause: I …`", field=field)
        elif not _is_told_as_omitted(case, strength.text):
            untold.append(quoted(strength.text, 50))
    if untold and _are_all(case) and case.decision.kind is LetterKind.PURSUE:
        message = f"in no letter, for want of a sentence: {', '.join(untold)}; to have one told, give its `clause: I …`"
        yield Remark(message, field="candidate.strengths")


def _clause(strength: Strength) -> str | None:
    return strength.clause or as_told(strength.text, current=strength.current)


def _tells(reading: Reading, strength: int) -> bool:
    return f"candidate.strengths[{strength}]" in reading.used


def _foremost_unsaid(case: Case) -> Match | None:
    """The most important need and the strength that answers it, if that makes no sentence and so neither is told."""
    responsibilities, strengths = case.interview.position.responsibilities, case.interview.candidate.strengths
    if case.decision.kind is LetterKind.COURTESY or not responsibilities or not _are_all(case):
        return None
    foremost = by_importance(responsibilities)[0]
    if f"position.responsibilities[{foremost}]" in case.printed or all(map(_clause, strengths)):
        return None
    pairs = match(responsibilities, strengths, limit=len(responsibilities))
    pair = next((each for each in pairs if each.responsibility_index == foremost), None)
    if pair is None or _clause(strengths[pair.strength_index]) or _is_told_as_omitted(case, pair.strength):
        return None
    return None if f"candidate.strengths[{pair.strength_index}]" in case.printed else pair


def _becomes(case: Case, field: str) -> str:
    """What a strength without a sentence does to a letter: where one of the proofs is quoted, all stand in a list."""
    listed = next((each.letter.recipient.name for each in case.letters if field in each.listed), None)
    if listed is None:
        return "is quoted as it stands; to have it in a sentence"
    turns = f"makes no sentence with “I”, and turns the needs and proofs of the letter to {listed} into a list"
    return f"{turns}; to have them in sentences"


@rule(
    Id.UNTOLD,
    Severity.INFO,
    "R24",
    Scope.NOTES,
    bad=Notes("candidate: {strengths: [Led the SAP migration for 140 users, Sang with a choir for two summers]}"),
    good=Notes("candidate: {strengths: [Led the SAP migration for 140 users]}"),
)
def untold(case: Case) -> Iterator[Remark]:
    """Two or three strengths go into a letter, one omitted item into a set, the answer to a doubt or a point to make
    clear; what stands in none is named.

    Of a part of the set nothing is said: the rest may stand in the others, but for what was written for one reader.
    """
    yield from own_words_unsaid(case)
    if case.decision.kind is LetterKind.COURTESY or not _are_all(case):
        return
    candidate = case.interview.candidate
    taken = {entry.strength_index for entry in doubled(case)}  # of which answer-doubled tells
    sayable = [_clause(each) for each in candidate.strengths]
    left = {
        index: quoted(candidate.strengths[index].text, 50)
        for index in each_once(candidate.strengths)
        if sayable[index]
        and index not in taken
        and f"candidate.strengths[{index}]" not in case.printed
        and not _is_told_as_omitted(case, candidate.strengths[index].text)
    }
    dropped = [left.pop(index) for index in sorted(_answering(case) & left.keys())]
    if dropped:
        way = "your templates have no place for what answers a need"
        yield Remark(f"in no letter: {', '.join(dropped)}; {way}", field="candidate.strengths")
    chosen = [left.pop(index) for index in sorted(left) if candidate.strengths[index].answers == ()]
    if chosen:
        way = "`answers: []` says that it answers no need; to have one told, leave that out"
        yield Remark(f"in no letter: {', '.join(chosen)}; {way}", field="candidate.strengths")
    yield from strengths_unsaid(case, left)
    yield from points_unsaid(case)
    yield from omitted_unsaid(case)
    yield from doubts_unanswered(case)


def _answering(case: Case) -> set[int]:
    """The strengths that answer a need in a letter of one's own templates, which may have no place for them."""
    letters = (each.letter for each in case.letters if folder_of(each.letter.page.styles))
    return {pair.strength_index for letter in letters for pair in letter.matches}


def _are_all(case: Case) -> bool:
    """True if the letter to each of the recipients is there."""
    read = {reading.letter.recipient.name for reading in case.letters}
    return bool(read) and read >= {person.name for person in case.decision.recipients}


def _is_told_as_omitted(case: Case, strength: str) -> bool:
    """True if a letter tells that strength as what was left out in the interview: one says all that the other does."""
    told = (text for n, text in enumerate(case.interview.outlook.omitted) if f"outlook.omitted[{n}]" in case.printed)
    said = {*stems_of(strength)}
    return any(said and stems and said & stems in (said, stems) for stems in map(set, map(stems_of, told)))


@rule(
    Id.FIGURES_DISAGREE,
    Severity.WARNING,
    None,
    Scope.NOTES,
    bad=Notes(
        "candidate: {strengths: [Led the SAP migration for 140 users, Ran training for the SAP migration of 120 users]}"
    ),
    good=Notes(
        "candidate: {strengths: [Led the SAP migration for 140 users, Ran training for the SAP migration of 140 users]}"
    ),
)
def figures_disagree(case: Case) -> Iterator[Remark]:
    """Two lines that tell of one thing give the same number for it."""
    fields = ("candidate.strengths", "outlook.omitted", "outlook.reservations", "people")
    ends = (".text", ".clause", ".answer", ".clarify", "]")
    told_of = [(field, text) for field, text in case.told if field.startswith(fields) and ".answers[" not in field]
    lines = [_Line(field, text, _counts(text), _uncounted(text)) for field, text in told_of]
    told: set[str] = set()
    counting = [line for line in lines if line.counted and line.field.endswith(ends)]
    for one, other in combinations(counting[:_MOST_COMPARED], 2):
        own_clause = one.field.removesuffix(".text") == other.field.removesuffix(".clause")
        unit = None if other.field in told or own_clause else _disagreement(one, other)
        if unit:
            told.add(other.field)
            both = f"{quoted(one.text)} and {quoted(other.text)}"
            yield Remark(f"{both} give different numbers of {unit}; see which is right", field=other.field)


class _Line(NamedTuple):
    """A line of the user's, what is counted in it with the numbers given for it, and its other words."""

    field: str
    text: str
    counted: dict[str, set[str]]
    uncounted: list[str]


def _disagreement(one: _Line, other: _Line) -> str | None:
    """What is counted in both, differently, if the two tell of one thing."""
    both = one.counted.keys() & other.counted.keys()
    unit = min((unit for unit in both if one.counted[unit].isdisjoint(other.counted[unit])), default=None)
    return unit if unit and _is_one_thing(one, other, set(stems_of(unit))) else None


def _is_one_thing(one: _Line, other: _Line, counting: set[str]) -> bool:
    """True if the two share half of what they speak of, besides what they count."""
    if one.uncounted == other.uncounted:
        return True
    said, again = read(one.text), read(other.text)
    stems = (said.stems.keys() & again.stems.keys()) - counting
    known, ideas = stems | counting, said.ideas.keys() & again.ideas.keys()
    by_other_words = any(not known & set(spoken.stems) for idea in ideas for spoken in said.ideas[idea])
    fewest = min(len(said.stems.keys() - counting), len(again.stems.keys() - counting))
    shared = len(stems) + by_other_words if stems else 0
    return shared >= max(_FEWEST_SHARED, _ALIKE * fewest)


def _uncounted(text: str) -> list[str]:
    """The words of `text` that are no numbers."""
    return [word for word in words_of(text) if not word[0].isdigit() and word not in _SMALL]


def _counts(text: str) -> dict[str, set[str]]:
    """What is counted in `text`, with the numbers given for it."""
    found: dict[str, set[str]] = {}
    for number, share, unit in _COUNTED.findall(text):
        value = str(_SMALL.index(number.casefold()) + 1) if number.casefold() in _SMALL else number.rstrip(".,")
        if value[0].isdigit():
            found.setdefault("percent" if share else unit.casefold(), set()).add(value)
    return found
