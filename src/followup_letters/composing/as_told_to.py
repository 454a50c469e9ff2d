"""What was noted of the company and of doubts, as the reader of a letter is told it: "there", "you", "it"."""

from __future__ import annotations

import re

from followup_letters.choices import Action, Role
from followup_letters.lexicon import verbs
from followup_letters.models import Company, Interview, Person
from followup_letters.models.outlook import Reservation
from followup_letters.patterns import pattern
from followup_letters.templating.values import Value, phrase
from followup_letters.wording.concerns import echoed, points_back
from followup_letters.wording.grammar.asides import without_splice
from followup_letters.wording.grammar.quotations import keeping_quotations
from followup_letters.wording.grammar.to_the_company import as_said_to_the_company
from followup_letters.wording.grammar.to_the_reader import naming_the_reader
from followup_letters.wording.lead_ins import without_lead_in
from followup_letters.wording.made_clear import point_as_said_to

_PLACE_FIRST = pattern(
    r"^(?:here|there),? (?=(?:the|an?|your?|people|nobody|everybody|everyone|every|each|all|no)\b)", re.IGNORECASE
)
_THE_COMPANY = pattern(r"(?P<company>the company) (?P<verb>[a-z]+)\b", re.IGNORECASE)
_AUXILIARIES = frozenset("is was has had does did will would can never always still only also".split())


def as_it_can_be_told(person: Person) -> Person:
    """`person` without a point to make clear that speaks of somebody else, and cannot be said to that reader."""
    is_unclear = person.clarify and point_as_said_to(person.clarify, person.courtesy_title) is None
    return person.with_(clarify=None) if is_unclear else person


def reason_for(interview: Interview, person: Person, index: int) -> Value:
    """Why the writer wants to work there, by the position of the reason in the input."""
    said = _said_of_them(interview.outlook.reasons[index], person, interview.company)
    return phrase(said, f"outlook.reasons[{index}]", lead="because")


def is_of_its_reader(interview: Interview, person: Person, index: int) -> bool:
    """True for a reason that names `person`, in whose letter its "you" is that person and not the company."""
    reason = interview.outlook.reasons[index]
    return naming_the_reader(reason, _names_of(person)) != reason


def concern_for(interview: Interview, person: Person, reservation: Reservation | None) -> str | None:
    """What `reservation` is about, as it is said to `person`: "your control system"; None if its answer names it."""
    named = echoed(reservation.concern) if reservation else None
    if named is None or (reservation and reservation.answer and named.casefold() in reservation.answer.casefold()):
        return None
    return _said_of_them(named, person, interview.company)


def hangs_in_the_air(interview: Interview, person: Person, reservation: Reservation) -> bool:
    """True if the answer to `reservation` points back to it, and the letter does not name it: "I left both"."""
    answer = without_lead_in(reservation.answer or "", "answer")
    return points_back(answer) is not None and concern_for(interview, person, reservation) is None


def is_kept(interview: Interview, person: Person) -> bool:
    """True if what `person` was promised was done before the letter went out, which then promises it no more."""
    met_on = interview.interview.date
    since = sorted((event for event in interview.history if event.on >= met_on), key=lambda event: event.on)
    theirs = (event.what for event in since if event.person in (None, person.name))
    first = next((what for what in theirs if what in {Action.WROTE, Action.EMAILED, Action.KEPT}), None)
    return first is Action.KEPT


@keeping_quotations
def _said_of_them(reason: str, reader: Person, company: Company) -> str:
    """A reason as `reader` is told it, after the company was named; a recruiter does not belong to the company."""
    reason = without_splice(reason)
    names = [name for name in (company.name, company.short_name) if name]
    called = [*names, *(f"the {name.rpartition(' ')[2]}" for name in names)]  # "the Institute"
    named = next((name for name in called if reason.startswith(f"{name} ")), None)
    named = named or _company_in(reason)
    if named:
        return f"it {reason[len(named) + 1 :]}"
    reason = _PLACE_FIRST.sub("", reason)
    seen_from_outside = re.sub(r"\bhere\b(?! and there\b)", "there", reason)
    spoken = naming_the_reader(seen_from_outside, _names_of(reader)) or seen_from_outside
    return spoken if reader.role is Role.RECRUITER else as_said_to_the_company(spoken)


def _company_in(reason: str) -> str | None:
    """The "the company" with which `reason` begins, if its verb follows; not of "the company cars"."""
    found = _THE_COMPANY.match(reason)
    verb = found["verb"].lower() if found else ""
    return (
        found["company"] if found and (verb in _AUXILIARIES or verb in verbs().third or verb in verbs().past) else None
    )


def _names_of(reader: Person) -> list[str]:
    """How a note may name `reader` in the third person: "Mrs Cole", "Harriet Cole", "the Managing Partner"."""
    title = reader.title or ""
    initials = "".join(word[0] for word in re.findall(r"[A-Z]\w+", title))
    posts = [title, *re.split(r",\s*|/|\s+(?:and|&)\s+", title), initials if len(initials) > 2 else ""]
    titled = [f"{reader.courtesy_title} {reader.family}"] if reader.courtesy_title and reader.family else []
    full = [reader.name] if " " in reader.name else []  # a name of one word may be a word as well
    posts += [post.partition(" of ")[0] for post in posts if " of " in post]
    of_you = [f"your {post.lower()}" for post in posts if post]
    of_you += [f"your {reader.given or reader.name.split()[0]}"] if full else []  # "your Hector draws blood himself"
    return [*full, *titled, *(f"the {post}" for post in posts if post), *of_you]
