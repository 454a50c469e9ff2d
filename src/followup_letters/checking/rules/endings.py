"""Texts of the user's that finish a sentence of a letter: whether they do, and whether they speak to its reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from followup_letters.checking.findings import Severity
from followup_letters.checking.readings import Case
from followup_letters.checking.spotting import quoted
from followup_letters.checking.table import Notes, Remark, Scope, rule
from followup_letters.choices import FindingId as Id
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.objects import words_of
from followup_letters.wording.grammar.phrases import spoken_of, without_stop
from followup_letters.wording.grammar.to_the_company import others_in
from followup_letters.wording.grammar.to_the_reader import as_said_to, instead_of
from followup_letters.wording.lead_ins import MARK_OF_A_LIST, fits, may_not_fit, without_lead_in
from followup_letters.wording.made_clear import point_as_said_to, spoken_of_in
from followup_letters.wording.promised_to import beside_you, promise_as_told
from followup_letters.wording.promising import is_theirs, may_be_a_deed, says_none

_PERSON = "{name: Priya Raman, card: {name: Priya Raman}, title: Director, talked_about: "
_READERS_OWN = pattern(r"people\[\d+\]\.(?:talked_about|clarify|promised)")
_TOLD_TO_THEM = pattern(r"outlook\.(?:omitted\[\d+\]|reservations\[\d+\]\.answer)")
_SENTENCES = {
    "talked_about": ("We talked about …", "the scrap rate"),
    "reasons": ("I want to work there because …", "your people stay for years"),
    "omitted": ("I …", "ran nights for two years"),
    "answer": ("I …", "ran nights for two years"),
    "promised": ("I promised you …", "two references by Friday” or “to call you on Friday"),
}
_NOT_YOURS = "; the day on which they decide is `outlook: {employer_decides_on: DATE}`"
_CLAUSE = pattern(r"(?:I|[A-Z]\S+) .*[^!?]$", re.DOTALL)  # of a strength: "I …", "My team …"
_TWO_SENTENCES = pattern(r"\b[a-z]{3,}[.?!]\s+[A-Z]")  # not after "Dr." and "vs."


@rule(
    Id.WHOLE_SENTENCE,
    Severity.ERROR,
    None,
    Scope.NOTES,
    bad=Notes(f"people: [{_PERSON}They showed me the lanes at Joliet.}}]"),
    good=Notes(f"people: [{_PERSON}the lanes at Joliet}}]"),
)
def whole_sentence(case: Case) -> Iterator[Remark]:
    """A text finishes the sentence that its field begins; what it begins anew is said once, and that is a note."""
    for field, text in case.written:
        begins, example = _SENTENCES.get(re.sub(r"\[\d+\]$", "", field).rpartition(".")[2], ("", ""))
        rest = without_stop(without_lead_in(text, field))
        if begins and (mark := MARK_OF_A_LIST.match(rest)):
            message = f"{quoted(text)} begins with the mark of a list; write “{rest[mark.end() - 1 :]}”"
            yield Remark(message, field=field, severity=None if field in case.printed else Severity.WARNING)
        elif begins and not fits(text, field):
            message = f"{quoted(text)} does not finish “{begins}”; write what does, such as “{example}”"
            message += ", or leave it out" if field.endswith(".promised") and says_none(rest) else ""
            message += _NOT_YOURS if field.endswith(".promised") and is_theirs(rest) else ""
            yield Remark(message, field=field, severity=None if field in case.printed else Severity.WARNING)
        elif begins and may_not_fit(text, field):
            message = (
                f"{quoted(text)} may not finish “{begins}”, for want of a verb; write what does, such as “{example}”"
            )
            yield Remark(message, field=field, severity=Severity.WARNING)
        elif field.endswith(".promised") and may_be_a_deed(rest):
            message = f"{quoted(text)} may be a thing, or something to do; write “the …” or “my …”, or begin with “to”"
            yield Remark(message, field=field, severity=Severity.WARNING)
        elif begins and _TWO_SENTENCES.search(rest):
            message = f"{quoted(text)} is more than finishes “{begins}”; leave out what follows its first full stop"
            yield Remark(message, field=field, severity=Severity.WARNING)
        elif field in case.printed and not text.startswith(rest):
            message = f"{quoted(text)} begins as the letter's own sentence does, which is said once; write “{rest}”"
            yield Remark(message, field=field, severity=Severity.INFO)
    for index, strength in enumerate(case.interview.candidate.strengths):
        if strength.clause and not _CLAUSE.match(strength.clause):
            message = (
                f"{quoted(strength.clause)} is no clause that a sentence goes on with; write one that begins with “I”"
            )
            yield Remark(
                f"{message}, such as “I ran nights for two years”", field=f"candidate.strengths[{index}].clause"
            )


@rule(
    Id.THIRD_PERSON,
    Severity.WARNING,
    None,
    Scope.NOTES,
    bad=Notes(f"people: [{_PERSON}her plan for the lanes}}]"),
    good=Notes(f"people: [{_PERSON}your plan for the lanes}}]"),
)
def third_person(case: Case) -> Iterator[Remark]:
    """A letter speaks to its reader, and not of him or her, or of "them" at the company."""
    for field, text in case.written:
        found = _spoken_of(case, field, text)
        if found and fits(text, field):  # what finishes no sentence is to be written anew as a whole
            message = f"{quoted(text)} speaks of somebody as “{found}”, and your reader is “you”"
            message += f"; write “{instead_of(found, text)}”"
            yield Remark(f"{message}, or the name of whom you mean{_meanwhile(case, field, text)}", field=field)


def _meanwhile(case: Case, field: str, text: str) -> str:
    """What the letter does about what speaks of its reader, until it is mended; nothing where it has it as typed."""
    told = _as_told(case, field, without_lead_in(text, field))
    if told is None:
        letters = "the letters go" if field.startswith("outlook") else "the letter goes"
        return f"; until then {letters} without it"
    return "" if told == text else f"; until then the letter says {quoted(told)}"


def _as_told(case: Case, field: str, text: str) -> str | None:
    """A text of a reader's own as the letter says it, put right; a reason as it is; None if the letter goes without."""
    if not _READERS_OWN.fullmatch(field):
        return None if others_in(text) else text
    reader = next(each for n, each in enumerate(case.interview.people) if field.startswith(f"people[{n}]."))
    if field.endswith("talked_about"):
        return as_said_to(text, reader.courtesy_title)
    if field.endswith("promised"):
        return promise_as_told(reader)
    return point_as_said_to(text, reader.courtesy_title)


def _spoken_of(case: Case, field: str, text: str) -> str | None:
    """How `text` speaks of the reader who finds it in a letter; None if it does not, or is said to that reader."""
    if _READERS_OWN.fullmatch(field):
        text = without_lead_in(text, field)
        if field.endswith("talked_about"):
            return spoken_of(text)
        told = _as_told(case, field, text)
        return spoken_of(told) if told is not None else spoken_of_in(text) or beside_you(text)
    if _TOLD_TO_THEM.fullmatch(field):
        return spoken_of(text)
    if not field.startswith("outlook.reasons"):
        return None
    if others := others_in(without_lead_in(text, field)):
        return others
    readers = [reading.letter.recipient for reading in case.letters if field in reading.used]
    names = {name for reader in readers for name in (reader.given, reader.family, *reader.name.split()) if name}
    return next((word.typed for word in words_of(text) if word.typed in names), None) or spoken_of(text)
