"""The nouns: what the user tells us, exactly as the interview file says it.

Every model is frozen and refuses unknown keys. A text is kept as it was typed, character for character; only
white space around it is dropped. Where a text ends up inside a sentence of a letter, its description gives the
sentence that it finishes. Nothing is decided here: see deciding.py.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator

LONGEST_LINE = 300  # characters; a longer name or title would not fit a line of any letter
LONGEST_EMAIL = 254  # characters; what mail servers accept
LONGEST_NOTE = 2000  # characters; some three hundred words, more than a whole letter
MOST_ENTRIES = 200  # entries of one list; no interview has more people, duties or strengths

# Marks that reorder or hide the text after them, so that a page would not show what was typed.
_UNPRINTABLE = re.compile("[\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ufff9-\ufffb]")


# ---------------------------------------------------------------------------------- texts, dates, lists


def _printable(text: str, *, breaks: bool = False) -> str:
    """Return `text` stripped, or raise ValueError naming the first character that no letter can print."""
    text = text.strip()
    for character in text:
        if breaks and character == "\n":
            continue
        category = unicodedata.category(character)
        if category in {"Cc", "Cs", "Cn", "Co"} or _UNPRINTABLE.match(character):
            what = "a line break" if character == "\n" else f"the character U+{ord(character):04X}"
            raise ValueError(f"text in one line, without {what}")
    return text


def _to_text(value: object, *, breaks: bool = False) -> object:
    """Texts as typed: a bare number in a mapping counts as its digits; empty counts as not given."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str):
        return _printable(value, breaks=breaks) or None
    return value


def _to_note(value: object) -> object:
    return _to_text(value, breaks=True)


def _to_list(value: object) -> object:
    """One entry where a list is expected counts as a list of one; nothing counts as an empty list."""
    if value is None or value == "":
        return ()
    return (value,) if isinstance(value, str | dict) else value


def _to_lines(value: object) -> object:
    """An address block: a list of lines, or one text with line breaks."""
    if isinstance(value, str):
        return tuple(line.strip() for line in value.splitlines() if line.strip())
    return _to_list(value)


def _to_date(value: object) -> object:
    """A calendar date written year-month-day, and nothing else that a lenient parser would take for one."""
    if isinstance(value, dt.datetime) or (value and not isinstance(value, str | dt.date)):
        raise ValueError("a date written year-month-day, such as 2026-11-18")
    if not isinstance(value, str) or not value.strip():
        return value or None
    match = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", value.strip())
    if match is None:
        raise ValueError("a date written year-month-day, such as 2026-11-18")
    try:
        return dt.date(*(int(part) for part in match.groups()))
    except ValueError:
        raise ValueError("a day that the calendar has") from None


def _to_holidays(value: object) -> object:
    """Dates, one date, or the code of a country."""
    if value in (None, ""):
        return ()
    return (value,) if isinstance(value, str) and value[:1].isdigit() else value


def _to_email(value: object) -> object:
    value = _to_text(value)
    if isinstance(value, str) and not re.fullmatch(r"[^@\s<>,;:\"()]+@[^@\s<>,;:\"()]+\.[^@\s<>,;:\"().]+", value):
        raise ValueError("an e-mail address, such as maya@example.com, with one @ and a domain after it")
    return value


Line = Annotated[str, BeforeValidator(_to_text), Field(min_length=1, max_length=LONGEST_LINE)]
Note = Annotated[str, BeforeValidator(_to_note), Field(min_length=1, max_length=LONGEST_NOTE)]
OptionalLine = Annotated[Annotated[str, Field(max_length=LONGEST_LINE)] | None, BeforeValidator(_to_text)]
OptionalNote = Annotated[Annotated[str, Field(max_length=LONGEST_NOTE)] | None, BeforeValidator(_to_note)]
Lines = Annotated[tuple[Line, ...], BeforeValidator(_to_list), Field(max_length=MOST_ENTRIES)]
Address = Annotated[tuple[Line, ...], BeforeValidator(_to_lines), Field(max_length=12)]
Date = Annotated[dt.date, BeforeValidator(_to_date)]
OptionalDate = Annotated[dt.date | None, BeforeValidator(_to_date)]
Email = Annotated[Annotated[str, Field(max_length=LONGEST_EMAIL)] | None, BeforeValidator(_to_email)]


def _empty_is_none(value: object) -> object:
    return None if value == "" else value


YesNo = Annotated[bool | None, BeforeValidator(_empty_is_none)]
Flag = Annotated[bool, BeforeValidator(lambda value: value or False)]


# ---------------------------------------------------------------------------------------------- choices


class Choice(StrEnum):
    """A choice from a few words, read without regard to case, hyphens or underscores."""

    @classmethod
    def _missing_(cls, value: object) -> Choice | None:
        wanted = re.sub(r"[\s_-]+", " ", str(value)).strip().casefold()
        return next((member for member in cls if re.sub(r"[\s_-]+", " ", member.value).casefold() == wanted), None)


class LetterKind(Choice):
    """The two kinds of letter (R11)."""

    COURTESY = "courtesy"
    PURSUE = "pursue"


class Role(Choice):
    """What a person was to you on the day; decides who gets which letter (R1–R4, X4)."""

    HIRING_MANAGER = "hiring manager"
    PERSONNEL = "personnel"
    RECRUITER = "recruiter"
    PANEL = "panel"
    EXECUTIVE = "executive"
    OTHER = "other"


class Level(Choice):
    """The level of the job; decides when the letter goes out (R8–R10)."""

    JUNIOR = "junior"
    MID = "mid"
    SENIOR = "senior"
    EXECUTIVE = "executive"


class How(Choice):
    """How you met."""

    ON_SITE = "on site"
    VIDEO = "video"
    PHONE = "phone"


class Language(Choice):
    """The English of the letter: dates, punctuation, closes and the spelling of our own words."""

    EN_US = "en-US"
    EN_GB = "en-GB"


class Paper(Choice):
    """The sheet."""

    LETTER = "letter"
    A4 = "a4"


class Medium(Choice):
    """How the letter travels."""

    POST = "post"
    EMAIL = "email"


class Action(Choice):
    """What has happened since the interview."""

    WROTE = "wrote"
    CALLED = "called"
    EMAILED = "emailed"
    RESEARCHED = "researched"
    MET = "met"
    HEARD = "heard from them"


class Response(Choice):
    """What the other side answered (R35–R57, X1–X3)."""

    HIRED_SOMEONE_ELSE = "hired someone else"
    RESERVATION = "reservation"
    RESERVATION_SETTLED = "reservation settled"
    RESERVATION_STANDS = "reservation stands"
    STRONG_CANDIDATE = "strong candidate"
    NO_DECISION_YET = "no decision yet"
    NOT_RECEIVED = "not received"
    VOICEMAIL = "voicemail"
    ASSISTANT = "assistant"
    MEETING_SET = "meeting set"
    OFFER_RECEIVED = "offer received"
    ASKED_NOT_TO_CALL = "asked not to call"
    MAY_CALL = "may call"
    MAY_NOT_CALL = "may not call"


# ----------------------------------------------------------------------------------------------- models

_Self = TypeVar("_Self", bound="Noun")


class Noun(BaseModel):
    """The base of every model: frozen, and unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    def with_(self: _Self, **changes: Any) -> _Self:
        """A copy with some fields changed, checked like a new one. Raises pydantic's ValidationError."""
        values = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).model_validate(values | changes)


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


class Responsibility(_TextOrTable):
    """One responsibility of the job, as they told you (R24)."""

    text: Note
    """The duty as typed: "Bring order-to-ship time under two days"."""
    importance: Annotated[int | None, BeforeValidator(_empty_is_none)] = Field(default=None, ge=1, le=MOST_ENTRIES)
    """Rank, 1 the most important. None: the order of the list."""


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
    strengths: Annotated[tuple[Strength, ...], BeforeValidator(_to_list)] = Field(default=(), max_length=MOST_ENTRIES)
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
    level: Annotated[Level | None, BeforeValidator(_empty_is_none)] = None
    """Decides when to write (R8–R10). None: as for mid."""
    responsibilities: Annotated[tuple[Responsibility, ...], BeforeValidator(_to_list)] = Field(
        default=(), max_length=MOST_ENTRIES
    )
    """What the job is for, as they told you, most important first (R24)."""


class Meeting(Noun):
    """The interview itself."""

    date: Date
    """The day, year-month-day."""
    how: Annotated[How | None, BeforeValidator(_empty_is_none)] = None
    """None: the letter does not say how you met."""
    lasted: OptionalLine = None
    """A length of time; finish "You gave me …": "an hour and a half". None: not mentioned."""
    place: OptionalLine = None
    """Finish "We met …": "at your Joliet depot". None: not mentioned (R15)."""


class Person(Noun):
    """Somebody you met (R1–R6)."""

    name: Line
    """Exactly as on the business card (R5)."""
    card: OptionalLine = None
    """The file name of a vCard beside the interview file, which confirms name and title. None: not confirmed."""
    title: OptionalLine = None
    """Job title as on the card (R6). None: the line is left out."""
    department: OptionalLine = None
    """Department as on the card. None: the line is left out."""
    role: Annotated[Role | None, BeforeValidator(_empty_is_none)] = None
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
    reservations: Annotated[tuple[Reservation, ...], BeforeValidator(_to_list)] = ()
    """Doubts that were voiced, and your answers (R42)."""
    other_offer: Annotated[OtherOffer | None, BeforeValidator(_empty_is_none)] = None
    """Another offer you hold (R57). None: none."""
    problem: Annotated[Problem | None, BeforeValidator(_empty_is_none)] = None
    """A problem that the manager divulged (R48). None: none."""
    news: Annotated[tuple[News, ...], BeforeValidator(_to_list)] = ()
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


class LetterSettings(Noun):
    """How the letters are set and sent."""

    language: Language = Language.EN_US
    """en-US or en-GB."""
    paper: Annotated[Paper | None, BeforeValidator(_empty_is_none)] = None
    """letter or a4. None: the paper of the language's country."""
    medium: Medium = Medium.POST
    """post or email."""
    announce_call: Annotated[bool, BeforeValidator(lambda value: True if value in (None, "") else value)] = True
    """False: the letter does not say that you will call (R31)."""
    enclosures: Lines = ()
    """What goes into the envelope with the letter."""


class Event(Noun):
    """Something that has happened since the interview."""

    on: Date
    """The day."""
    what: Action
    """What happened."""
    person: OptionalLine = None
    """With whom, as under `people`. None: nobody in particular."""
    response: Annotated[Response | None, BeforeValidator(_empty_is_none)] = None
    """What they answered. None: nothing to record."""
    note: OptionalNote = None
    """Your note of it."""


class Interview(Noun):
    """One interview and everything known about it: the whole interview file."""

    candidate: Candidate
    """You. In a file, also the name of a file that holds these fields."""
    company: Company
    """Who interviewed you."""
    position: Position
    """For which job."""
    interview: Meeting
    """When and how."""
    people: Annotated[tuple[Person, ...], BeforeValidator(_to_list)] = Field(min_length=1, max_length=MOST_ENTRIES)
    """Everyone you met (R1)."""
    outlook: Annotated[Outlook, BeforeValidator(lambda value: value or {})] = Field(default_factory=Outlook)
    """How things stand."""
    letter: Annotated[LetterSettings, BeforeValidator(lambda value: value or {})] = Field(
        default_factory=LetterSettings
    )
    """How the letters are set and sent."""
    holidays: Annotated[tuple[Date, ...] | str, BeforeValidator(_to_holidays)] = ()
    """Days without business: dates, or a country code such as US for the `holidays` package."""
    history: Annotated[tuple[Event, ...], BeforeValidator(_to_list)] = Field(default=(), max_length=MOST_ENTRIES)
    """What has happened since."""

    @field_validator("people")
    @classmethod
    def _names_are_unique(cls, people: tuple[Person, ...]) -> tuple[Person, ...]:
        names = [person.name for person in people]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            raise ValueError(f"each person listed once; {twice!r} stands twice")
        return people
