"""Who is written to, and how they are called (R1–R6, R65)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from followup_letters import lexicon
from followup_letters.checking.findings import Severity
from followup_letters.checking.readings import Case, Reading
from followup_letters.checking.table import Notes, Remark, Scope, rule
from followup_letters.choices import FindingId as Id
from followup_letters.choices import Role
from followup_letters.models import Copy, Person
from followup_letters.patterns import pattern

# also such as are never closed, and the wide ones of Chinese and Japanese
_IN_BRACKETS = pattern("[(\\[\uff08\uff3b\u3010].*[)\\]\uff09\uff3d\u3011]|[(\\[\uff08\uff3b\u3010].*")
_SLIP = 2  # letters by which a long name may differ when it is misspelt; a short one by one
_LONG = 6  # letters
_SHORTEST = 4  # letters of a word in which a slip can be told from another word
# Thai and its neighbours, Khmer, Korean, Japanese and Chinese
_WITHOUT_SPACES = pattern(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7ff\U00020000-\U0003ffff]+"
)


@rule(
    Id.NAME_UNCONFIRMED,
    Severity.WARNING,
    "R5",
    Scope.NOTES,
    bad=Notes("people: [{name: Priya Raman, title: Director, talked_about: the mis-sorts}]"),
    good=Notes(
        "people: [{name: Priya Raman, card: {name: Priya Raman}, title: Director, talked_about: the mis-sorts}]"
    ),
)
def name_unconfirmed(case: Case) -> Iterator[Remark]:
    """A name is spelt as on the business card; those that were not compared with one are told together."""
    unread = [each for each in case.letters if (card := each.letter.recipient.card) is None or card.name is None]
    if not unread:
        return
    first, *others = (f"“{reading.letter.recipient.name}”" for reading in unread)
    nor = "".join(f", nor {other}" for other in others)
    way = "type what it says, `card: {name: …}`, or name its vCard, `card: FILE.vcf`"
    message = f"{first} was not compared with a card{nor}; look at the card again, and {way}"
    recipient = None if others else unread[0].letter.recipient.name
    yield Remark(message, "inside-address", field=f"{unread[0].person_field}.name", recipient=recipient)


@rule(
    Id.NAME_MISMATCH,
    Severity.ERROR,
    "R5",
    Scope.LETTER,
    bad=Notes(
        "people: [{name: Dr. Priya Raman, card: {name: Priya Raman}, title: Director, family: Ramen,"
        " talked_about: the mis-sorts}]"
    ),
    good=Notes(
        "people: [{name: Dr. Priya Raman, card: {name: Priya Raman}, title: Director, family: Raman,"
        " talked_about: the mis-sorts}]"
    ),
)
def name_mismatch(reading: Reading, _: Case) -> Iterator[Remark]:
    """A person is called by one name, spelt as on the card; one that only says more or less is a warning."""
    person = reading.letter.recipient
    if person.card and person.card.name and (severity := _differs(person.name, person.card.name)):
        message = f"the name is “{person.name}”, and on the card “{person.card.name}”; spell it as on the card"
        yield Remark(message, "inside-address", field=f"{reading.person_field}.name", severity=severity)
    for key in ("family", "given", "salutation"):
        said = getattr(person, key)
        for word in _unknown_words(said, person):
            field = f"{reading.person_field}.{key}"
            if slip := _nearest(word, person.name):
                message = f"`{key}` says “{word}”, and the name “{person.name}” has “{slip}”; spell both as on the card"
                yield Remark(message, "salutation", field=field)
            elif key == "family" or (key == "given" and not _may_be_short(word, person.name)):
                yield _strange(key, said or "", person, field)


@rule(
    Id.NAME_UNUSED,
    Severity.WARNING,
    "R65",
    Scope.LETTER,
    bad=Notes(
        "people: [{name: Priya Raman, card: {name: Priya Raman}, title: Director, courtesy_title: Dr.,"
        " talked_about: the mis-sorts}]"
    ),
    good=Notes(
        "people: [{name: Priya Raman, card: {name: Priya Raman}, title: Director, courtesy_title: Dr., family: Raman,"
        " talked_about: the mis-sorts}]"
    ),
)
def name_unused(reading: Reading, case: Case) -> Iterator[Remark]:
    """What you typed for the salutation stands in it: a title goes before `family`, and `given` is for first names."""
    person, salutation = reading.letter.recipient, reading.part("salutation")
    if salutation is None or person.salutation or (person.first_name_basis and person.given):
        return
    passed = {piece.field for piece in salutation.pieces}
    passed |= {value.field for taken in case.interview.taken for value in taken.values}  # a card has more than we need
    hail = " ".join(salutation.text.split()).rstrip(":,")
    for key, why, severity in _unused(person):
        given, field = getattr(person, key), f"{reading.person_field}.{key}"
        typed = "true" if given is True else given
        if field not in passed and given != person.name:
            message = f"“{hail}” does not use `{key}: {typed}`: {why}"
            yield Remark(message, "salutation", field=field, severity=severity)


@rule(
    Id.NAME_SMALL,
    Severity.WARNING,
    "R5",
    Scope.NOTES,
    bad=Notes("people: [{name: priya raman, card: {name: priya raman}, title: Director, talked_about: the mis-sorts}]"),
    good=Notes(
        "people: [{name: Priya Raman, card: {name: Priya Raman}, title: Director, talked_about: the mis-sorts}]"
    ),
)
def name_small(case: Case) -> Iterator[Remark]:
    """A name has its capitals, as on the card; that of a company, or of the job, if it has several words."""
    of = case.interview
    named = [("candidate.name", of.candidate.name), *((f"people[{n}].name", p.name) for n, p in enumerate(of.people))]
    several = (("company.name", of.company.name), ("position.title", of.position.title))
    for field, name in (*named, *((field, name) for field, name in several if " " in name)):
        if name.islower():
            yield Remark(f"“{name}” has no capital; write it as they do", field=field)


@rule(
    Id.NAME_ASIDE,
    Severity.WARNING,
    "R5",
    Scope.NOTES,
    bad=Notes(
        "people: [{name: Priya Raman (HR), card: {name: Priya Raman (HR)}, title: Director, talked_about: the lanes}]"
    ),
    good=Notes(
        "people: [{name: Priya Raman, card: {name: Priya Raman}, title: Director, role: personnel, talked_about: the"
        " lanes}]"
    ),
)
def name_aside(case: Case) -> Iterator[Remark]:
    """A name has no note of yours in brackets, which the letter would print."""
    for reading in case.letters:
        name = reading.letter.recipient.name
        if noted := _IN_BRACKETS.search(name):
            message = f"the letter prints “{noted[0]}” with the name; what somebody is stands in `title` or `role`"
            field = f"{reading.person_field}.name"
            yield Remark(message, "inside-address", field=field, recipient=name)


@rule(
    Id.TITLE_MISSING,
    Severity.WARNING,
    "R6",
    Scope.LETTER,
    bad=Notes("people: [{name: Priya Raman, card: {name: Priya Raman}, talked_about: the mis-sorts}]"),
    good=Notes(
        "people: [{name: Priya Raman, card: {name: Priya Raman}, title: Director, talked_about: the mis-sorts}]"
    ),
)
def title_missing(reading: Reading, _: Case) -> Iterator[Remark]:
    """A person's title stands below the name, where a letter has an address."""
    person = reading.letter.recipient
    if person.title is None and any(part.name == "inside-address" for part in reading.parts):
        message = f"{person.name} has no title, and its line is left out; give `title` as on the card"
        yield Remark(message, "inside-address", field=f"{reading.person_field}.title")


@rule(
    Id.TITLE_MISMATCH,
    Severity.WARNING,
    "R6",
    Scope.LETTER,
    bad=Notes("people: [{name: Priya Raman, title: Head of Operations, card: {name: Priya Raman, title: Director}}]"),
    good=Notes("people: [{name: Priya Raman, title: Director, card: {name: Priya Raman, title: Director}}]"),
)
def title_mismatch(reading: Reading, _: Case) -> Iterator[Remark]:
    """A person's title is the one on the business card."""
    person = reading.letter.recipient
    on_card = person.card.title if person.card else None
    if person.title and on_card and _plain(person.title) != _plain(on_card):
        message = f"the title of {person.name} is “{person.title}”, and on the card “{on_card}”; see which is right"
        yield Remark(message, "inside-address", field=f"{reading.person_field}.title")


@rule(
    Id.RECIPIENT_OMITTED,
    Severity.WARNING,
    "R4",
    Scope.NOTES,
    bad=Notes("people: [{name: Priya Raman}, {name: Tom Baker, role: panel, write: false}]"),
    good=Notes("people: [{name: Priya Raman}, {name: Tom Baker, role: other}]"),
)
def recipient_omitted(case: Case) -> Iterator[Remark]:
    """Everybody who interviewed you gets a letter, because they compare notes."""
    written = {reading.letter.recipient.name for reading in case.letters}
    recipients = {person.name for person in case.decision.recipients}
    for index, person in enumerate(case.interview.people):
        left_out = person.write is False and person.met and person.role is not Role.OTHER
        if left_out or (case.whole and person.name in recipients - written):
            message = f"you met {person.name}, who gets no letter; write to everybody who interviewed you"
            yield Remark(message, field=f"people[{index}].write" if left_out else f"people[{index}]")


@rule(
    Id.RECIPIENT_UNMET,
    Severity.ERROR,
    "R2",
    Scope.NOTES,
    bad=Notes("people: [{name: Priya Raman}, {name: Tom Baker, role: panel, met: false, write: true}]"),
    good=Notes("people: [{name: Priya Raman}, {name: Tom Baker, role: panel}]"),
)
def recipient_unmet(case: Case) -> Iterator[Remark]:
    """A letter goes only to those whom you met."""
    for index, person in enumerate(case.interview.people):
        if person.met:
            continue
        if person.write:
            message = f"you ask for a letter to {person.name}, whom you did not meet; set `met: true`, or drop `write`"
            yield Remark(message, field=f"people[{index}].write")
        else:
            message = f"{person.name} is listed and was not met, and gets no letter"
            yield Remark(message, field=f"people[{index}].met", severity=Severity.NOTE)
    for reading in case.letters:
        if not reading.letter.recipient.met:
            name = reading.letter.recipient.name
            yield Remark(f"this letter is to {name}, whom you did not meet; do not send it", recipient=name)


@rule(
    Id.COPY_TO_INTERVIEWER,
    Severity.ERROR,
    None,
    Scope.NOTES,
    bad=Notes("people: [{name: Dr. Priya Raman}, {name: Tom Baker, role: panel}]\nletter: {cc: [Tom Baker]}"),
    good=Notes("people: [{name: Dr. Priya Raman}, {name: Tom Baker, role: panel}]\nletter: {cc: [Ana Ruiz]}"),
)
def copy_to_interviewer(case: Case) -> Iterator[Remark]:
    """Nobody whom you met gets a copy of a letter to another: each is written to in words of their own."""
    for index, copy in enumerate(case.interview.letter.cc):
        met = next((person for person in case.interview.people if _is_one(copy, person)), None)
        if met is not None:
            message = f"{met.name}, whom you met, would get copies of your letters to others and compare them"
            yield Remark(f"{message}; take “{copy.name}” off `cc`", "cc", field=f"letter.cc[{index}]")


# ------------------------------------------------------------------------------------------------ names


def _unused(person: Person) -> Iterator[tuple[str, str, Severity]]:
    """Each field that no step of the salutation takes as it stands, why, and a warning where a wish is not met."""
    if person.first_name_basis:
        yield "first_name_basis", "no given name is split off a name; add `given`", Severity.WARNING
    if person.courtesy_title and not person.family:
        yield "courtesy_title", "a title stands before the family name alone; add `family`", Severity.WARNING
    if person.family and not person.courtesy_title:
        yield "family", "it stands after a title alone; add `courtesy_title`, if you know it", Severity.NOTE
    if person.given:
        yield "given", "it is for first names; add `first_name_basis: true`, if you were on them", Severity.NOTE


def _is_one(copy: Copy, person: Person) -> bool:
    """Whether the two are one person: by the address, the family name, or two words of the name and no other."""
    if copy.email and person.email and copy.email.casefold() == person.email.casefold():
        return True
    one, other = (_bare_words(name) for name in (copy.name, person.name))
    says_more = min(len(one), len(other)) > 1 and (one <= other or other <= one)
    return bool(one) and (says_more or one in (other, _bare_words(person.family or "")))


@lru_cache(maxsize=1024)  # each name for a copy is held against each of the people
def _bare_words(name: str) -> frozenset[str]:
    return frozenset(_plain(word) for word in _words(name) - lexicon.words("honorifics"))


def _differs(name: str, on_card: str) -> Severity | None:
    """How grave it is that the two differ: not at all if but for capitals and titles; little if one only says more."""
    typed, printed = _words(name), _words(on_card)
    if not (typed ^ printed) - lexicon.words("honorifics"):
        return None
    return Severity.WARNING if typed < printed or printed < typed else Severity.ERROR


def _words(name: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", name))}


def _unknown_words(said: str | None, person: Person) -> list[str]:
    """The words of `said` that are no part of the person's name as it stands on the card."""
    words = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", said or ""))
    known = _words(person.name)
    return [word for word in words if word.casefold() not in known and not _is_within(word, known)]


def _is_within(word: str, known: set[str]) -> bool:
    """True for a part of a name that is written without spaces, as 王 is of 王小明."""
    return bool(_WITHOUT_SPACES.fullmatch(word)) and any(word in name for name in known)


def _nearest(word: str, name: str) -> str | None:
    """The word of `name` of which `word` is a slip of the pen: not its short form, as Steve is of Steven."""
    if len(word) < _SHORTEST:
        return None
    return next((other for other in re.findall(r"[^\W\d_]+", name) if _is_slip(_plain(word), _plain(other))), None)


def _strange(key: str, said: str, person: Person, field: str) -> Remark:
    """What is to be said of a part of a name that the name has not, or not whole."""
    greeting = f"{person.courtesy_title} {said}" if key == "family" and person.courtesy_title else said
    message = f"`{key}: {said}` is no part of the name “{person.name}”; mend the one that is wrong"
    in_part = None if _words(said).isdisjoint(_words(person.name)) else Severity.WARNING
    way = f"or, if they are greeted so, write `salutation: {greeting}` instead"
    return Remark(f"{message}, {way}", "salutation", field=field, severity=in_part)


def _may_be_short(word: str, name: str) -> bool:
    """Whether `word` may be what somebody of that name is called, as Mike is of Michael: it begins as a word of it."""
    return any(_plain(word)[0] == _plain(other)[0] for other in _words(name))


def _is_slip(one: str, other: str) -> bool:
    if one == other:  # but for an accent
        return True
    if one[0] != other[0] or one.startswith(other) or other.startswith(one):
        return False
    return _distance(one, other) <= (1 if len(one) < _LONG else _SLIP)


def _plain(word: str) -> str:
    """`word` in small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c)) or word


def _distance(one: str, other: str) -> int:
    """How many letters must be added, dropped, changed or swapped to make `one` into `other`."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]
