"""The people you met, each with the card they gave you."""

from __future__ import annotations

from typing import Annotated, SupportsIndex, overload

from pydantic import BeforeValidator

from followup_letters.choices import Role
from followup_letters.fields import Address, Email, Flag, Line, OptionalLine, Phone, YesNo, empty_is_none, empty_is_true
from followup_letters.listed import Listed
from followup_letters.namesakes import called
from followup_letters.noun import Noun
from followup_letters.shown import Misused


class Card(Noun):
    """What a business card says (R5, R6): read from a vCard, or typed off the card in your hand."""

    file: OptionalLine = None
    """The file name of the vCard. None: typed by hand."""
    name: OptionalLine = None
    """The name as on the card. None: the card was not read, or has none; it confirms no name."""
    title: OptionalLine = None
    """The job title as on the card. None: none on it."""
    organisation: OptionalLine = None
    """The organisation as on the card. None: none on it."""
    department: OptionalLine = None
    """The department as on the card. None: none on it."""
    address: Address = ()
    """The business address as on the card, a line each. Empty: none on it."""
    email: Email = None
    """The e-mail address as on the card. None: none on it."""
    phone: Phone = None
    """The telephone number as on the card. None: none on it."""


def _blank_is_none(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


class Person(Noun):
    """Somebody you met (R1–R6)."""

    name: Line
    """Exactly as on the business card (R5). In a file, it may be left to the card."""
    card: Annotated[Card | None, BeforeValidator(_blank_is_none)] = None
    """In a file, also the file name of a vCard: it confirms name and title, and fills what is not typed.
    None: not confirmed."""
    title: OptionalLine = None
    """Job title as on the card (R6). None: the line is left out."""
    department: OptionalLine = None
    """Department as on the card. None: the line is left out."""
    role: Annotated[Role | None, BeforeValidator(empty_is_none)] = None
    """What the person was to you. None: hiring manager for the first such person, if nobody else is; else panel."""
    met: Annotated[bool, BeforeValidator(empty_is_true)] = True
    """False for somebody you did not meet, who gets no letter (R2)."""
    write: YesNo = None
    """True: write though the role is "other"; False: do not write (a finding). None: by the rules (R1–R4)."""
    courtesy_title: OptionalLine = None
    """Mr. Ms. Mx. Dr. Prof. or another. Never guessed; None: the salutation does without (R65)."""
    family: OptionalLine = None
    """The family name, for "Dear Dr. Raman". Never split off the name; None: the salutation does without."""
    given: OptionalLine = None
    """The given name, for "Dear Priya" on first-name basis. None: the salutation does without."""
    first_name_basis: Flag = False
    """True if you were on first names by the end."""
    salutation: OptionalLine = None
    """The words after "Dear", if you want others than ours. None: worked out."""
    company: OptionalLine = None
    """The person's own firm, such as a recruiter's (X4). None: the interviewing company; for a recruiter, none."""
    address: Address = ()
    """The person's own postal address, a line each. Empty: the company's, or for a recruiter none."""
    email: Email = None
    """None: not known."""
    phone: Phone = None
    """For the call sheet. None: left blank there."""
    best_time: OptionalLine = None
    """When to call: "mornings before nine". None: left blank on the call sheet."""
    talked_about: OptionalLine = None
    """Finish "We talked about …": "the mis-sorts at Joliet" (R20, R23). None: the letter has no such detail."""
    own_words: OptionalLine = None
    """A sentence or two of your own for this reader, which stand in the letter as typed, behind the talk: "I have run a
    dock like that in snow." None: the letter says nothing of your own thoughts."""
    clarify: OptionalLine = None
    """Finish "I would like to make clear …": "that it took nine weeks, not six" (R30). None: nothing to clear up."""
    promised: OptionalLine = None
    """Finish "I promised you …": "two references by Friday", or "to call you". None: nothing was promised."""
    told_not_strong: YesNo = None
    """Did this person volunteer that you were not a strong candidate (R12)? None: nothing was said."""


class People(tuple[Person, ...], metaclass=Listed):
    """The people of one interview: a tuple, which tells who asks it by a name at which place that person stands."""

    __slots__ = ()

    @overload
    def __getitem__(self, place: SupportsIndex, /) -> Person: ...
    @overload
    def __getitem__(self, place: slice, /) -> tuple[Person, ...]: ...
    def __getitem__(self, place: SupportsIndex | slice, /) -> Person | tuple[Person, ...]:
        try:
            return super().__getitem__(place)
        except TypeError as error:
            names = [person.name for person in self]
            (name, *others) = called(place, names) or [""] if isinstance(place, str) else [""]
            way = f"; people[{names.index(name)}] is {name}" if name and not others else ""
            raise Misused(f"{error}{way}") from None
