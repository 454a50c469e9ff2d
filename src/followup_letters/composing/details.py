"""The detail of the talk with one reader, as the templates see it."""

from __future__ import annotations

from dataclasses import dataclass

from followup_letters.choices import LetterKind, Role
from followup_letters.models import Person
from followup_letters.templating.told import becoming
from followup_letters.templating.values import Value
from followup_letters.wording.talks.details import (
    arranged,
    as_subject,
    deed_of,
    is_told_of,
    remembered,
    told_by_you,
)
from followup_letters.wording.talks.kindnesses import is_a_kindness
from followup_letters.wording.talks.telling import is_several


@dataclass(frozen=True)
class Detail:
    """What was talked about, by the form that it is proved to have."""

    thing: Value
    """A thing that is remembered, without ", which …" after it: "the ship's bell in your corridor"; Missing if it is
    arranged, hurts, or asks."""
    is_telling: bool
    """True if something is told of the thing: "the heron that walks like a bishop"; not for "the key cupboard"."""
    subject: Value
    """The thing as a sentence may begin with it; Missing if it is long, or has a pause in it."""
    is_one: bool
    """True if the subject is proved to be one, and "is" may follow it."""
    is_several: bool
    """True if it is proved to be several, and "are" may follow it."""
    told: Value
    """What only the reader can have told, as it follows "You told me": "how you refit a broken jar"; else Missing."""
    arranged: Value
    """What the two went over: "the DBS form and the parking"; Missing if it is no matter of forms, dates and
    terms."""
    deed: Value
    """The reader's kindness as a sentence: "you warned me that it would be cold"; Missing if it has no such form."""


def detail_of(topic: Value, kindness: Value) -> Detail:
    """The detail that `topic` is; `kindness` is Missing where it is not told as such."""
    said = str(topic) if topic and not kindness else ""
    thing = remembered(said)
    subject = as_subject(thing) if thing else None
    return Detail(
        thing=becoming(topic, thing),
        is_telling=bool(thing) and is_told_of(said),
        subject=becoming(topic, subject),
        is_one=subject is not None and is_several(subject) is False,
        is_several=subject is not None and is_several(subject) is True,
        told=becoming(topic, told_by_you(said)),
        arranged=becoming(topic, arranged(said)),
        deed=becoming(kindness, deed_of(str(kindness)) if kindness else None),
    )


def kindness_in(topic: Value, kind: LetterKind, person: Person) -> Value:
    """`topic` where it is a kindness told as such; what a panel did is told so in courtesy letters alone."""
    is_told = kind is LetterKind.COURTESY or arranges(person) or person.role is Role.OTHER
    return becoming(topic, str(topic) if topic and is_told and is_a_kindness(str(topic)) else None)


def arranges(person: Person) -> bool:
    """True for those who arrange things: personnel, and recruiters."""
    return person.role in {Role.PERSONNEL, Role.RECRUITER}
