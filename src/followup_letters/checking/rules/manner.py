"""How a letter speaks: no thanks, no bowing, no worn phrases, no raised voice (R16, R17)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from followup_letters.checking.findings import Severity
from followup_letters.checking.readings import FACTS, Case, Reading
from followup_letters.checking.spotting import may_hold, quoted, spots
from followup_letters.checking.table import Notes, Remark, Scope, Words, rule
from followup_letters.choices import FindingId as Id
from followup_letters.patterns import pattern
from followup_letters.wording.grammar.phrases import is_negative

_THANKS = pattern(r"\bthank(?:s|ed|ing|ful|fully|fulness)?\b", re.IGNORECASE)
_EXCLAIMED = pattern(r"[^.?!]*!")
_SHOUTED = pattern(r"(?<![\w&])[^\W\d_a-z]{2,}(?:[ ,'’&-]+[^\W\d_a-z]{2,})+(?!\w)")
_NAMED = ("name", ".title", ".department")
_SHOWN = ("candidate.", "company.", "position.", "people")
_ACRONYM = 4  # letters that capitals may stand for


@rule(
    Id.THANKS,
    Severity.ERROR,
    "R16",
    Scope.LETTER,
    bad=Words("Thank you for the hour you gave me.", kind="courtesy"),
    good=Words("I appreciated the hour you gave me.", kind="courtesy"),
)
def thanks(reading: Reading, _: Case) -> Iterator[Remark]:
    """A courtesy letter expresses appreciation without the actual words “thank you”; elsewhere they are noted."""
    severity = None if reading.is_courtesy else Severity.NOTE
    for part in reading.parts:
        for word in _THANKS.findall(part.without_names):
            spot = reading.spot(part, word)
            message = f"{quoted(spot.sentence)} says “{word}”; appreciate the time given instead: “I appreciated …”"
            yield Remark(message, part.name, spot.sentence, spot.field, severity)
    names = (reading.letter.recipient.name, reading.letter.company, reading.letter.interview.candidate.name)
    title = reading.letter.page.title
    for name in names:
        title = title.replace(name, "")
    if found := _THANKS.search(title):
        message = f"the document's title says “{found[0]}”; give it a title without the word"
        yield Remark(message, "title", severity=severity)


@rule(
    Id.SUBORDINATE,
    Severity.WARNING,
    "R17",
    Scope.LETTER,
    bad=Words("I am grateful for the opportunity to have met you."),
    good=Words("I enjoyed meeting you."),
)
def subordinate(reading: Reading, _: Case) -> Iterator[Remark]:
    """A letter speaks to an equal: it does not beg, bow or apologize for being sent."""
    advice = "puts you below your reader; say the thing plainly, or leave it out"
    yield from _phrases(reading, "subordinate", advice, without=FACTS)


@rule(
    Id.EMPTY_CLAIM,
    Severity.WARNING,
    None,
    Scope.NOTES,
    bad=Words("I am a results-driven team player."),
    good=Words("I led the SAP migration for 140 users with no lost shift."),
)
def empty_claim(case: Case) -> Iterator[Remark]:
    """A claim is something that was done, and not what anybody could claim."""
    yield from _worn(case, "empty_claims", "is what anybody could say; tell what you did instead")


@rule(
    Id.CLICHE,
    Severity.WARNING,
    None,
    Scope.NOTES,
    bad=Words("I will hit the ground running."),
    good=Words("I could begin on the third of May."),
)
def cliche(case: Case) -> Iterator[Remark]:
    """A letter uses the writer's own words, and not phrases worn smooth."""
    yield from _worn(case, "cliches", "is a worn phrase; say it as you would say it aloud")


@rule(
    Id.NEGATIVE_ECHO,
    Severity.WARNING,
    "R42",
    Scope.LETTER,
    bad=Words("Although I have no union experience, I sat on a joint safety committee for two years."),
    good=Words("I sat on a joint safety committee for two years."),
)
def negative_echo(reading: Reading, case: Case) -> Iterator[Remark]:
    """A reservation is answered with a fact, and its own negative words are not said over again."""
    advice = "says the doubt over again; begin with the fact that answers it"
    echoes = list(_phrases(reading, "negative_echoes", advice))
    yield from echoes
    text = " ".join(reading.text.split()).casefold()
    for index, doubt in enumerate(case.interview.outlook.reservations):
        field = f"outlook.reservations[{index}].answer"
        if is_negative(doubt.concern) and doubt.concern.casefold() in text and field not in {e.field for e in echoes}:
            message = f"the letter says {quoted(doubt.concern)} over again; give the answer without it"
            yield Remark(message, "body", field=field)


@rule(
    Id.EXCLAMATION,
    Severity.WARNING,
    None,
    Scope.LETTER,
    bad=Words("It was a pleasure to meet you!"),
    good=Words("It was a pleasure to meet you."),
)
def exclamation(reading: Reading, _: Case) -> Iterator[Remark]:
    """A letter does not exclaim."""
    for part in reading.parts:
        for found in _EXCLAIMED.findall(part.without_names) if "!" in part.text else ():
            message = f"{quoted(found)} exclaims; end it with a full stop"
            yield Remark(message, part.name, found.strip(), reading.spot(part, "!").field)


@rule(
    Id.SHOUTING,
    Severity.WARNING,
    None,
    Scope.NOTES,
    bad=Notes("people: [{name: PRIYA RAMAN, title: Director, role: hiring manager, card: {name: Priya Raman}}]"),
    good=Notes("people: [{name: Priya Raman, title: VP EMEA, role: hiring manager, card: {name: Priya Raman}}]"),
)
def shouting(case: Case) -> Iterator[Remark]:
    """Words stand in small letters; capitals are for names, acronyms and the beginnings of sentences."""
    names = ((field, text) for field, text in case.told if field.endswith(_NAMED) and field.startswith(_SHOWN))
    for field, text in [*case.written, *names]:
        if found := _shouted(text):
            yield Remark(f"{quoted(found)} is shouted; write it in small letters", field=field)
    for reading in case.letters:
        for part in reading.parts:
            if found := _shouted(part.own):
                message = f"{quoted(found)} is shouted; write it in small letters in the template"
                yield Remark(message, part.name, part.text, recipient=reading.letter.recipient.name)


def _shouted(text: str) -> str | None:
    """The first run of words in capitals of which one is too long for an acronym."""
    runs = (found.group() for found in _SHOUTED.finditer(text))
    return next((run for run in runs if run.isupper() and max(map(len, re.findall(r"\w+", run))) > _ACRONYM), None)


def _phrases(reading: Reading, table: str, advice: str, without: tuple[str, ...] = ()) -> Iterator[Remark]:
    """A remark for each phrase of `table` in the letter."""
    for spot in reading.spots(table, without):
        where = "" if spot.sentence == spot.phrase else f" in {quoted(spot.sentence)}"
        yield Remark(f"“{spot.phrase}”{where} {advice}", spot.part, spot.sentence, spot.field)


def _worn(case: Case, table: str, advice: str) -> Iterator[Remark]:
    """A remark for each phrase of `table` that the user wrote, in the file, or that a template says, in its letter."""
    written = case.written if may_hold("\n".join(text for _, text in case.written), table) else ()
    for field, text in written:
        for phrase in spots(text, table):
            yield Remark(f"“{phrase}” in {quoted(text)} {advice}", field=field)
    for reading in case.letters:
        for remark in _phrases(reading, table, advice):
            if remark.field is None:
                yield replace(remark, recipient=reading.letter.recipient.name)
