"""The interview itself, what has happened since, and the whole file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Annotated, TypeVar

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from followup_letters.arguments import Place, Slip, Slips, told
from followup_letters.choices import Action, How, Response
from followup_letters.fields import (
    MOST_ENTRIES,
    Date,
    OptionalDate,
    OptionalLength,
    OptionalLine,
    OptionalNote,
    empty_is_none,
    to_holidays,
    to_list,
)
from followup_letters.models.candidate import Candidate
from followup_letters.models.job import Company, Position
from followup_letters.models.naming import Meant, in_full, listed, listed_or_other
from followup_letters.models.outlook import Outlook
from followup_letters.models.people import People, Person
from followup_letters.models.settings import LetterSettings
from followup_letters.noun import Noun
from followup_letters.taken import Taken

_Entry = TypeVar("_Entry", bound=Noun)


class Meeting(Noun):
    """The interview itself."""

    date: Date
    """The day, year-month-day."""
    how: Annotated[How | None, BeforeValidator(empty_is_none)] = None
    """None: the letter does not say how you met."""
    lasted: OptionalLength = None
    """Finish "You gave me …": "an hour and a half". Some letters say it, and some do not. None: not mentioned."""
    place: OptionalLine = None
    """Finish "We met …": "at your Joliet depot". None: not mentioned (R15)."""


class Event(Noun):
    """Something that has happened since the interview."""

    on: Date
    """The day."""
    what: Action
    """What happened."""
    person: OptionalLine = None
    """With whom: the name under `people`, or a part of it that no other has; or somebody of another company (R38).
    None: nobody in particular."""
    response: Annotated[Response | None, BeforeValidator(empty_is_none)] = None
    """What they answered. None: nothing to record."""
    call_on: OptionalDate = None
    """The day on which they asked for your next call (X2). None: they named none."""
    note: OptionalNote = None
    """Your note of it."""


class Interview(Noun):
    """One interview and everything known about it: the whole interview file. `load` makes one of a file or a mapping:
    it reads the files named there, which data alone does not, and has a hint for more of what may be wrong."""

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
    """Days without business: dates, besides December 25 and 26 and January 1; or a country code for `holidays`."""
    history: Annotated[tuple[Event, ...], BeforeValidator(to_list)] = Field(default=(), max_length=MOST_ENTRIES)
    """What has happened since."""

    @classmethod
    def _way_from_data(cls) -> str:
        return "followup_letters.load(data) makes one of a dict, and of the name of a file"

    @classmethod
    def _told_as(cls) -> str:
        """The fields of an interview are told as in its file: `people[0].title`."""
        return ""

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
        if len(set(names)) < len(names):
            raise Slips([_twice(index, names) for index, name in enumerate(names) if name in names[:index]])
        return People(people)

    @field_validator("outlook")
    @classmethod
    def _doubts_are_of_people(cls, outlook: Outlook, info: ValidationInfo) -> Outlook:
        doubts = _in_full(outlook.reservations, "by", info, listed, ("reservations",))
        return outlook.model_copy(update={"reservations": doubts}) if doubts != outlook.reservations else outlook

    @field_validator("history")
    @classmethod
    def _events_are_with_people(cls, history: tuple[Event, ...], info: ValidationInfo) -> tuple[Event, ...]:
        return _in_full(history, "person", info, listed_or_other)


def _twice(index: int, names: Sequence[str]) -> Slip:
    name = names[index]
    rule = f"each person listed once; people[{names.index(name)}] has this name"
    return Slip((index, "name"), rule, told(name))


def _in_full(
    entries: tuple[_Entry, ...], field: str, info: ValidationInfo, meant: Meant, above: Place = ()
) -> tuple[_Entry, ...]:
    """`entries` with whole names; as they are where the people are at fault, which is told first."""
    people = info.data.get("people")
    return entries if people is None else in_full(entries, field, [person.name for person in people], meant, above)
