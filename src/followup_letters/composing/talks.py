"""What was talked about with each reader, and what each is by title: how near it comes to the needs and the strengths.

Nearness alone is found here; which strength goes to whom for it is decided in `touching` and `proving`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from followup_letters.choices import Role
from followup_letters.matching.nearness import nearness
from followup_letters.models import Interview, Person, Responsibility, Strength
from followup_letters.patterns import pattern

_RANK = pattern(
    r"\b(?:Managing|Executive|General|Senior|Deputy|Vice|Chief|Principal|Director|President|Partner|Officer|Owner"
    r"|Founder|Chair)\b"
)
SURELY = 0.7  # the nearness from which one thing may be said to be close to another
_OF_THE_PROBLEM = 0.4  # how near at most to a talk is what comes near to a problem divulged: nothing is claimed of that
_ABOUT_A_NEED = 0.5  # from which a talk was about a responsibility
Table = Sequence[list[float]]  # a line for each text, how near each of others is to it


class Talks(NamedTuple):
    """The readers who hear of strengths, and how near their talks and titles come to responsibilities and strengths."""

    readers: Sequence[Person]
    to_needs: Table
    to_strengths: Table
    titles_to_needs: Table
    titles_to_strengths: Table

    def nearness_to(self, person: Person) -> list[float]:
        """How near each strength comes to the talk with one of the readers, or to that reader's title."""
        titles = self.titles_to_strengths[self._place_of(person)]
        return list(map(max, self.nearness_of_talk(person), titles))

    def nearness_of_talk(self, person: Person) -> list[float]:
        """How near each strength comes to the talk with one of the readers."""
        return self.to_strengths[self._place_of(person)]

    def nearness_to_needs(self, person: Person) -> list[float]:
        """How near the talk with one of the readers comes to each responsibility."""
        return self.to_needs[self._place_of(person)]

    def need_of(self, person: Person) -> int | None:
        """The responsibility that the talk with one of the panel was about; None if it was about none."""
        line = self.nearness_to_needs(person)
        nearest = max(range(len(line)), key=line.__getitem__, default=None)
        is_meant = person.role is not Role.EXECUTIVE and nearest is not None and line[nearest] >= _ABOUT_A_NEED
        return nearest if is_meant else None

    def _place_of(self, person: Person) -> int:
        return next(at for at, reader in enumerate(self.readers) if reader.name == person.name)


def talks_of(interview: Interview, recipients: Sequence[Person]) -> Talks:
    """The talks with those of `recipients` who hear of strengths; a title counts for those who are no managers."""
    readers = [person for person in recipients if _hears_of_strengths(person)]
    topics = [person.talked_about or "" for person in readers]
    problem = interview.outlook.problem
    titles = ["" if person.role is Role.HIRING_MANAGER else _field_of(person.title or "") for person in readers]
    strengths = texts(interview.candidate.strengths)
    needs = texts(interview.position.responsibilities)
    if not strengths:  # as in a courtesy letter, for which nothing need be read
        nothing, nowhere = [list[float]() for _ in readers], [[0.0] * len(needs) for _ in readers]
        return Talks(readers, nowhere, nothing, nowhere, nothing)
    to_strengths = nearness(topics, strengths, for_proof=False)
    if problem:
        (by_problem,) = nearness([problem.what], strengths, for_proof=False)
        to_strengths = [
            list(map(max, line, _somewhat(by_problem))) if person.role is Role.EXECUTIVE else line
            for person, line in zip(readers, to_strengths, strict=True)
        ]
    return Talks(
        readers,
        nearness(topics, needs, for_proof=False),
        to_strengths,
        nearness(titles, needs, for_proof=False),
        nearness(titles, strengths, for_proof=False),
    )


def _field_of(title: str) -> str:
    """What a title says of somebody's field: nothing for a "Managing Director", who does not manage like others."""
    return _RANK.sub("", title).strip(" ,-")


def _somewhat(line: Sequence[float]) -> list[float]:
    """How near each is to the problem that an executive spoke of, never so near as to be what the talk was about."""
    return [min(near, _OF_THE_PROBLEM) for near in line]


def hears_of_one(person: Person) -> bool:
    """True for a reader whose letter tells one strength (R24)."""
    return person.role in {Role.EXECUTIVE, Role.PANEL, None}


def _hears_of_strengths(person: Person) -> bool:
    return person.role is Role.HIRING_MANAGER or hears_of_one(person)


def texts(entries: Sequence[Responsibility] | Sequence[Strength]) -> list[str]:
    """What `entries` say, in their order."""
    return [entry.text for entry in entries]
