"""The nouns: what the user tells us, exactly as the interview file says it.

Every model is frozen and refuses unknown keys. A text is kept as it was typed, character for character; only
white space around it is dropped. Where a text ends up inside a sentence of a letter, its description gives the
sentence that it finishes. Nothing is decided here: see deciding.py.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from functools import cached_property
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, field_validator, model_validator

from followup_letters import letterheads
from followup_letters.choices import (
    Action,
    Face,
    FindingId,
    How,
    Language,
    Layout,
    Level,
    Medium,
    Paper,
    Response,
    Role,
)
from followup_letters.fields import (
    MOST_ENTRIES,
    MOST_TO_MATCH,
    Address,
    Date,
    Email,
    Flag,
    Line,
    Lines,
    Note,
    OptionalDate,
    OptionalLine,
    OptionalNote,
    YesNo,
    empty_is_none,
    to_holidays,
    to_list,
)
from followup_letters.noun import Noun
from followup_letters.pictures import checked, picture_of
from followup_letters.taken import Taken


class ListedTwice(ValueError):
    """An entry of a list that says again what an earlier one says: `entry` is its position and its field."""

    def __init__(self, rule: str, index: int, field: str) -> None:
        self.entry = (index, field)
        super().__init__(rule)


class _TextOrTable(Noun):
    """Something that may be written as a bare text or as a table with a `text` key."""

    @model_validator(mode="before")
    @classmethod
    def _bare_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str | int | float) else value


class Strength(_TextOrTable):
    """One strength or accomplishment, as it stands in a résumé (R25)."""

    text: Note
    """The bullet as typed, in any form: "Cut close from ten days to four"."""
    clause: OptionalLine = None
    """The whole clause by hand, beginning with "I": "I led the migration". None: worked out, if the form is proved."""
    answers: Lines = ()
    """The responsibilities that this strength answers: their text, or a part of it. Empty: matched by the library."""
    current: Flag = False
    """True if it still goes on, so that "Manages 60 clients" may be said in the present tense."""
    employer: OptionalLine = None
    """Where you did it, as a résumé has it; our letters do not print it. None: not told."""


class Responsibility(_TextOrTable):
    """One responsibility of the job, as they told you (R24)."""

    text: Note
    """The responsibility as typed: "Bring order-to-ship time under two days"."""
    importance: Annotated[int | None, BeforeValidator(empty_is_none)] = Field(default=None, ge=1, le=MOST_TO_MATCH)
    """Rank, 1 the most important. None: the order of the list."""


def _to_picture(value: object) -> object:
    """The `data:` URI of a picture, from such a URI or from the content of a file."""
    if isinstance(value, bytes):
        return checked(value).source
    return picture_of(value.strip()).source if isinstance(value, str) and value.strip() else None


class Signature(Noun):
    """A picture of your signature, in the space to sign."""

    file: OptionalLine = None
    """The name of the picture, beside the file that names it: PNG or SVG. None: its content was given."""
    image: Annotated[str | None, BeforeValidator(_to_picture), Field(repr=False)] = None
    """The picture itself, as data:image/png;base64,…: read from the file, or given by a program."""
    alt: OptionalLine = None
    """What is read aloud to those who do not see it. None: that it is the signature of whoever signs."""

    @model_validator(mode="after")
    def _has_a_picture(self) -> Signature:
        if self.image is None:
            raise ValueError("a signature with the name of a picture: {file: signature.png}")
        return self


def _to_signature(value: object) -> object:
    """A signature from the content of its picture, or from a `data:` URI; a file name is for loading to read."""
    if isinstance(value, bytes) or (isinstance(value, str) and value.strip()):
        return {"image": value}
    return None if value == "" else value


class Candidate(Noun):
    """The writer of the letters."""

    name: Line
    """As you sign."""
    email: Email = None
    """None: no e-mail address on the letter."""
    phone: OptionalLine = None
    """As it should be printed. None: no telephone number on the letter."""
    address: Address = ()
    """Your postal address, a line each. Empty: none on the letter."""
    signature: Annotated[Signature | None, BeforeValidator(_to_signature)] = None
    """The file name of a picture of your signature, PNG or SVG (not for Word). None: space to sign by hand."""
    strengths: Annotated[tuple[Strength, ...], BeforeValidator(to_list)] = Field(default=(), max_length=MOST_TO_MATCH)
    """Your strengths and accomplishments (R25), strongest first. Empty: the letter makes no claim."""


class Company(Noun):
    """The company that interviewed you."""

    name: Line
    """The full legal name, as the inside address prints it: "Northwind Logistics, Inc."."""
    short_name: OptionalLine = None
    """The name in running text: "Northwind". None: the full name without its legal suffix."""
    article: Flag = False
    """True if running text says "the" before the name: "the University of Leeds"."""
    address: Address = ()
    """The company's postal address, a line each. Empty: the inside address ends with the company."""


class Position(Noun):
    """The job you interviewed for."""

    title: Line
    """As the company calls it: "Regional Operations Manager"."""
    reference: OptionalLine = None
    """The company's reference number. None: no reference line."""
    level: Annotated[Level | None, BeforeValidator(empty_is_none)] = None
    """Decides when to write (R8–R10). None: as for mid."""
    responsibilities: Annotated[tuple[Responsibility, ...], BeforeValidator(to_list)] = Field(
        default=(), max_length=MOST_TO_MATCH
    )
    """What the job is for, as they told you, most important first (R24)."""


class Meeting(Noun):
    """The interview itself."""

    date: Date
    """The day, year-month-day."""
    how: Annotated[How | None, BeforeValidator(empty_is_none)] = None
    """None: the letter does not say how you met."""
    lasted: OptionalLine = None
    """A length of time; finish "You gave me …": "an hour and a half". None: not mentioned."""
    place: OptionalLine = None
    """Finish "We met …": "at your Joliet depot". None: not mentioned (R15)."""


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
    phone: OptionalLine = None
    """The telephone number as on the card. None: none on it."""


def _to_card(value: object) -> object:
    if isinstance(value, str):
        return {"file": value} if value.strip() else None
    return value


class Person(Noun):
    """Somebody you met (R1–R6)."""

    name: Line
    """Exactly as on the business card (R5). In a file, it may be left to the card."""
    card: Annotated[Card | None, BeforeValidator(_to_card)] = None
    """The file name of a vCard: it confirms name and title, and fills what is not typed. None: not confirmed."""
    title: OptionalLine = None
    """Job title as on the card (R6). None: the line is left out."""
    department: OptionalLine = None
    """Department as on the card. None: the line is left out."""
    role: Annotated[Role | None, BeforeValidator(empty_is_none)] = None
    """What the person was to you. None: the hiring manager for the first such person if nobody else is, else panel."""
    met: Annotated[bool, BeforeValidator(lambda value: True if value in (None, "") else value)] = True
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
    phone: OptionalLine = None
    """For the call sheet. None: left blank there."""
    best_time: OptionalLine = None
    """When to call: "mornings before nine". None: left blank on the call sheet."""
    talked_about: OptionalLine = None
    """Finish "We talked about …": "the mis-sorts at Joliet" (R20, R23). None: the letter has no such detail."""
    clarify: OptionalLine = None
    """Finish "I would like to make clear …": "that it took nine weeks, not six" (R30). None: nothing to clear up."""
    promised: OptionalLine = None
    """Finish "I promised you …": "two references by Friday". None: nothing was promised."""
    told_not_strong: YesNo = None
    """Did this person volunteer that you were not a strong candidate (R12)? None: nothing was said."""


class Reservation(Noun):
    """A doubt that somebody voiced about you (R42)."""

    by: OptionalLine = None
    """The name of the person who voiced it, as under `people`. None: the hiring manager."""
    concern: Line
    """A noun phrase: "no union experience". Never echoed in a letter if it is negative."""
    answer: OptionalLine = None
    """Finish "In answer: I …": "sat on a joint safety committee for two years". None: the letter is silent on it."""


class OtherOffer(Noun):
    """Another employer's offer (R57)."""

    received: Date
    """The day you received it."""
    decide_by: Date
    """The day by which you must answer it."""
    company: OptionalLine = None
    """Who made it. None: not known to this file."""
    may_name: Flag = False
    """True if that company may be named to others."""


class Problem(Noun):
    """A problem that the manager divulged (R48–R50). Nothing of it is printed in a letter."""

    what: Line
    """The problem, as a noun phrase."""
    tried: Lines = ()
    """What they have tried already."""
    idea: OptionalNote = None
    """Your idea. Never printed in a letter (R50)."""


class News(Noun):
    """A recent development at the company or in its industry (R51)."""

    what: Line
    """The development, as a noun phrase: "the Memphis expansion"."""
    date: OptionalDate = None
    """The day of the report. None: not known."""
    source: OptionalLine = None
    """Where it was reported. None: not known."""


class Outlook(Noun):
    """How things stand after the interview, for your eyes only unless a field says otherwise."""

    interested: YesNo = None
    """Do you want the job (R13)? None: not known, taken as yes, with a finding."""
    told_not_strong: YesNo = None
    """Did an interviewer volunteer that you were not a strong candidate (R12)? Your own fear does not count."""
    went_well: YesNo = None
    """Did it go well (R22, R59)? None: not known."""
    pursue_vigorously: YesNo = None
    """Do you want to go further than letter and call (R59)? None: no."""
    keen_on_company: YesNo = None
    """Are you extremely interested in this company, whatever the job (R39)? None: no."""
    reluctant_to_call: YesNo = None
    """Do you have reservations about calling periodically (R41)? None: no."""
    asked_not_to_call: YesNo = None
    """Did the employer ask for no calls (X3)? None: no."""
    reasons: Lines = ()
    """Finish "I want to work there because …": "your supervisors run their own morning meeting" (R26)."""
    omitted: Lines = ()
    """Finish "I did not mention that I …": "ran nights for two years" (R29)."""
    reservations: Annotated[tuple[Reservation, ...], BeforeValidator(to_list)] = Field(
        default=(), max_length=MOST_ENTRIES
    )
    """Doubts that were voiced, and your answers (R42)."""
    other_offer: Annotated[OtherOffer | None, BeforeValidator(empty_is_none)] = None
    """Another offer you hold (R57). None: none."""
    problem: Annotated[Problem | None, BeforeValidator(empty_is_none)] = None
    """A problem that the manager divulged (R48). None: none."""
    news: Annotated[tuple[News, ...], BeforeValidator(to_list)] = Field(default=(), max_length=MOST_ENTRIES)
    """Recent developments to talk about on the call (R51)."""
    research: Lines = ()
    """What you found out since (R61)."""
    questions: Lines = ()
    """Questions about the position, the department or the company (R47, R61)."""
    employer_decides_on: OptionalDate = None
    """The day the employer will decide (R9). None: not known."""
    withdraw: Flag = False
    """True: a courtesy letter says, in one neutral sentence, that you withdraw (X6)."""
    private: Any = None
    """Anything: never leaves this file."""


def _to_base64(value: object) -> object:
    """The content of a letterhead in base64, from the content itself or from such a text."""
    if isinstance(value, str):
        value = b64decode(value, validate=True)
    return b64encode(letterheads.checked(value)).decode("ascii") if isinstance(value, bytes) else value


class Letterhead(Noun):
    """A Word file of your own, which the letters are set on as Word files."""

    file: OptionalLine = None
    """The name of the file, DOCX or DOTX, in the folder of the interview file or below. None: its content was given."""
    content: Annotated[str | None, BeforeValidator(_to_base64), Field(repr=False)] = None
    """The file itself, in base64: read from the file, or given by a program."""

    @model_validator(mode="after")
    def _was_read(self) -> Letterhead:
        if self.content is None:
            raise ValueError("the name of a Word file, read with the interview file; a program may give its `content`")
        return self

    @property
    def as_bytes(self) -> bytes:
        """The file itself."""
        return b64decode(self.content or "")


def _to_letterhead(value: object) -> object:
    if isinstance(value, bytes):
        return {"content": value}
    if isinstance(value, str):
        return {"file": value} if value.strip() else None
    return value


_WITH_ADDRESS = re.compile(r"(.*\S)\s*<([^<>]*)>", re.DOTALL)


class Copy(Noun):
    """Somebody who gets a copy of the letters."""

    name: Line
    """As the letter names the person."""
    email: Email = None
    """The address that an e-mail is copied to. None: the letter names the person, and the e-mail goes to the reader."""

    @model_validator(mode="before")
    @classmethod
    def _bare_name(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        found = _WITH_ADDRESS.fullmatch(value.strip())
        return {"name": found[1], "email": found[2]} if found else {"name": value}


class LetterSettings(Noun):
    """How the letters are set and sent."""

    language: Language = Language.EN_US
    """en-US or en-GB."""
    paper: Annotated[Paper | None, BeforeValidator(empty_is_none)] = None
    """letter or a4. None: the paper of the language's country; a4 for din5008-b, which is drawn for it."""
    layout: Annotated[Layout | None, BeforeValidator(empty_is_none)] = None
    """us-block, us-modified-block, uk, din5008-b or plain. None: that of the language's country; plain for e-mail."""
    face: Annotated[Face | None, BeforeValidator(empty_is_none)] = None
    """XCharter, EB Garamond or Lato. None: XCharter."""
    medium: Medium = Medium.POST
    """post or email."""
    announce_call: Annotated[bool, BeforeValidator(lambda value: True if value in (None, "") else value)] = True
    """False: the letter does not say that you will call (R31)."""
    enclosures: Lines = ()
    """What goes into the envelope with the letter."""
    letterhead: Annotated[Letterhead | None, BeforeValidator(_to_letterhead)] = None
    """The file name of a Word document of your own that Word files are set on. None: our own page."""
    cc: Annotated[tuple[Copy, ...], BeforeValidator(to_list)] = Field(default=(), max_length=12)
    """Who gets a copy: names, or "Ana Ruiz <ana@example.com>". Never another of the people you met."""
    attach_pdf: Flag = False
    """True: an e-mail draft (.eml) carries the letter as a PDF as well."""
    ignore: Annotated[tuple[FindingId, ...], BeforeValidator(to_list)] = ()
    """The ids of findings not to be told: `[title-missing]`. How many were left out is told all the same."""


class Event(Noun):
    """Something that has happened since the interview."""

    on: Date
    """The day."""
    what: Action
    """What happened."""
    person: OptionalLine = None
    """With whom, as under `people`. None: nobody in particular."""
    response: Annotated[Response | None, BeforeValidator(empty_is_none)] = None
    """What they answered. None: nothing to record."""
    note: OptionalNote = None
    """Your note of it."""


class Interview(Noun):
    """One interview and everything known about it: the whole interview file."""

    candidate: Candidate
    """You. In a file, also the name of a file that holds these fields, or of a JSON Resume."""
    company: Company
    """Who interviewed you. In a file, also the name of a file with the posting: a saved page, or JSON."""
    position: Position
    """For which job. In a file, also the name of a file with its posting: a saved page, or JSON."""
    interview: Meeting
    """When and how."""
    people: Annotated[tuple[Person, ...], BeforeValidator(to_list)] = Field(min_length=1, max_length=MOST_ENTRIES)
    """Everyone you met (R1)."""
    outlook: Annotated[Outlook, BeforeValidator(lambda value: value or {})] = Field(default_factory=Outlook)
    """How things stand."""
    letter: Annotated[LetterSettings, BeforeValidator(lambda value: value or {})] = Field(
        default_factory=LetterSettings
    )
    """How the letters are set and sent."""
    holidays: Annotated[tuple[Date, ...] | str, BeforeValidator(to_holidays)] = ()
    """Days without business: dates, or a country code such as US for the `holidays` package."""
    history: Annotated[tuple[Event, ...], BeforeValidator(to_list)] = Field(default=(), max_length=MOST_ENTRIES)
    """What has happened since."""

    @cached_property
    def taken(self) -> tuple[Taken, ...]:
        """What each file that the interview names gave to it, and what of it was left out; loading fills it in.

        It is no field: two interviews that say the same are equal, wherever their words were taken from.
        """
        return ()

    @field_validator("people")
    @classmethod
    def _names_are_unique(cls, people: tuple[Person, ...]) -> tuple[Person, ...]:
        names = [person.name for person in people]
        for index, name in enumerate(names):
            if name in names[:index]:
                raise ListedTwice(f"each person listed once; people[{names.index(name)}] has this name", index, "name")
        return people
