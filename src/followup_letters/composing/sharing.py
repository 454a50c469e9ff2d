"""What each reader of one set of letters is told, so that no two letters make the same point.

The hiring manager hears the most important needs with their proofs; everybody else at most one of what is left, the
one nearest to what was talked about with them. A detail, a reason and an omitted item are given to one reader only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from followup_letters.choices import LetterKind, Role
from followup_letters.matching import Match, match
from followup_letters.matching.terms import stems_of
from followup_letters.models import Interview, Outlook, Person
from followup_letters.wording.forms import first_person

MOST_PAIRS = 3  # needs answered in one letter (R24: two or three)
_KEPT_FOR_THE_MANAGER = 2


@dataclass(frozen=True)
class Share:
    """What one letter is given to say; every number is a position in the input's own list.

    `matches` are needs with proofs, most important first; `touching` is a strength near to what was talked about;
    `needs` are the most important responsibilities; one letter of a set names the job by its title, one the place.
    """

    matches: tuple[Match, ...] = ()
    touching: int | None = None
    needs: tuple[int, ...] = ()
    reasons: tuple[int, ...] = ()
    omitted: int | None = None
    reservation: int | None = None
    topic_is_new: bool = True
    names_job: bool = True
    names_place: bool = True


def share_out(interview: Interview, recipients: Sequence[Person], kind: LetterKind) -> tuple[Share, ...]:
    """One Share for each of `recipients`, in their order.

    A courtesy letter sells nothing, so it is given no proof (R21).
    """
    courtesy = kind is LetterKind.COURTESY
    if courtesy:
        interview = interview.with_(candidate=interview.candidate.with_(strengths=()), outlook=Outlook())
    table = _Table.of(interview, recipients)
    table.sells_nothing = courtesy
    for person in recipients:
        table.reserve(person)
    by_turn = sorted(range(len(recipients)), key=lambda index: (_TURN[_role(recipients[index])], index))
    shares = {index: table.serve(recipients[index]) for index in by_turn}
    return tuple(shares[index] for index in range(len(recipients)))


# Who is served first, where there is not enough for everybody.
_TURN = {
    Role.HIRING_MANAGER: 0,
    Role.EXECUTIVE: 1,
    Role.PANEL: 2,
    Role.PERSONNEL: 3,
    Role.RECRUITER: 4,
    Role.OTHER: 5,
}
_WITH_PROOF = {Role.HIRING_MANAGER, Role.EXECUTIVE, Role.PANEL}
_WITH_REASON = {Role.HIRING_MANAGER, Role.EXECUTIVE, Role.PERSONNEL, Role.RECRUITER}


def _role(person: Person) -> Role:
    return person.role or Role.PANEL


@dataclass
class _Table:
    """What is left to give while a set is served."""

    interview: Interview
    matches: list[Match]
    strengths: list[int]
    reasons: list[int]
    managers: int
    readers_of_one_point: int
    spare_reasons: int
    omitted: int | None
    reserved: dict[str, Match | int] = field(default_factory=dict)
    answered: set[int] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)
    job_is_named: bool = False
    place_is_named: bool = False
    sells_nothing: bool = False

    @classmethod
    def of(cls, interview: Interview, recipients: Sequence[Person]) -> _Table:
        duties, strengths = interview.position.responsibilities, interview.candidate.strengths
        matches = match(duties, strengths, limit=max(1, len(duties))) if duties and strengths else []
        used = {found.strength_index for found in matches}
        reasons = range(len(interview.outlook.reasons))
        wanting = sum(_role(person) in _WITH_REASON for person in recipients)
        return cls(
            interview=interview,
            matches=list(matches),
            strengths=[index for index in range(len(strengths)) if index not in used],
            reasons=list(reasons),
            managers=sum(_role(person) is Role.HIRING_MANAGER for person in recipients),
            readers_of_one_point=sum(_role(person) in _WITH_PROOF - {Role.HIRING_MANAGER} for person in recipients),
            spare_reasons=max(0, len(reasons) - wanting),
            omitted=0 if interview.outlook.omitted else None,
        )

    def serve(self, person: Person) -> Share:
        """Take from the table what goes to `person`."""
        role = _role(person)
        touching: int | None = None
        matches: tuple[Match, ...] = ()
        if role is Role.HIRING_MANAGER:
            matches = self._main()
        elif role in _WITH_PROOF:
            matches, touching = self._one(person)
        return Share(
            matches=matches,
            touching=touching,
            needs=self._open_needs(),
            reasons=self._reasons(role),
            omitted=self._omitted() if role is Role.HIRING_MANAGER else None,
            reservation=self._reservation(person, role),
            topic_is_new=self._is_new(person.talked_about),
            names_job=self._names_job(person, role),
            names_place=self._names_place(person),
        )

    def _main(self) -> tuple[Match, ...]:
        """The most important pairs; two instead of three where others would go without; managers share alike."""
        left_for_others = len(self.matches) - (self.readers_of_one_point - len(self.reserved))
        count = min(MOST_PAIRS, max(2, left_for_others), -(-len(self.matches) // self.managers))
        self.managers -= 1
        taken, self.matches = self.matches[:count], self.matches[count:]
        return tuple(taken)

    def reserve(self, person: Person) -> None:
        """Set aside for `person` the strength nearest to what was talked about, if the manager keeps two answers."""
        if person.talked_about is None or _role(person) not in _WITH_PROOF - {Role.HIRING_MANAGER}:
            return
        pair = self._touched_pair(person.talked_about)
        index = pair.strength_index if pair else self._touching(person.talked_about)
        pair = pair or next((pair for pair in self.matches if pair.strength_index == index), None)
        if pair is not None and len(self.matches) > _KEPT_FOR_THE_MANAGER:
            self.matches.remove(pair)
            self.reserved[person.name] = pair
        elif index in self.strengths:
            self.strengths.remove(index)
            self.reserved[person.name] = index

    def _touching(self, topic: str) -> int | None:
        """The strength that has to do with `topic`."""
        strengths = [strength.text for strength in self.interview.candidate.strengths]
        found = match([topic], strengths, limit=1) if strengths else []
        return found[0].strength_index if found else None

    def _touched_pair(self, topic: str) -> Match | None:
        """The pair whose need has to do with `topic`."""
        found = match([topic], [pair.responsibility for pair in self.matches], limit=1) if self.matches else []
        return self.matches[found[0].strength_index] if found else None

    def _one(self, person: Person) -> tuple[tuple[Match, ...], int | None]:
        """For a reader of one point: what was set aside, else the most important pair left."""
        kept = self.reserved.get(person.name)
        if isinstance(kept, int):
            return (), kept
        if kept is not None:
            return (kept,), kept.strength_index
        sayable = next((pair for pair in self.matches if self._can_be_said(pair)), None)
        if sayable is None:
            return (), None
        self.matches.remove(sayable)
        return (sayable,), None

    def _can_be_said(self, pair: Match) -> bool:
        """True if the proof makes a clause: a bullet that can only be quoted is for the manager, who gets a list."""
        strength = self.interview.candidate.strengths[pair.strength_index]
        return bool(strength.clause or first_person(strength.text, current=strength.current))

    def _open_needs(self) -> tuple[int, ...]:
        duties = self.interview.position.responsibilities
        ranked = sorted(range(len(duties)), key=lambda index: (duties[index].importance or index + 1, index))
        return tuple(ranked[:2])

    def _reasons(self, role: Role) -> tuple[int, ...]:
        if role not in _WITH_REASON:
            return ()
        count = 2 if role is Role.HIRING_MANAGER and self.spare_reasons else 1
        self.spare_reasons -= count - 1
        taken, self.reasons = self.reasons[:count], self.reasons[count:]
        return tuple(taken)

    def _omitted(self) -> int | None:
        taken, self.omitted = self.omitted, None
        return taken

    def _reservation(self, person: Person, role: Role) -> int | None:
        """The first answered reservation that `person` voiced; one that nobody here voiced goes to the manager."""
        names = {other.name for other in self.interview.people}
        for index, reservation in enumerate(self.interview.outlook.reservations):
            voiced_here = reservation.by == person.name
            for_manager = role is Role.HIRING_MANAGER and reservation.by not in names
            if reservation.answer and index not in self.answered and (voiced_here or for_manager):
                self.answered.add(index)
                return index
        return None

    def _names_job(self, person: Person, role: Role) -> bool:
        """True for the first reader whose letter would name the job: a title is long, and said once in a set."""
        if self.job_is_named:
            return False
        self.job_is_named = self.sells_nothing or role not in _WITH_PROOF or person.talked_about is None
        return self.job_is_named

    def _names_place(self, person: Person) -> bool:
        """True for the first reader, unless what was talked about names the place already."""
        first, self.place_is_named = not self.place_is_named, True
        place, topic = self.interview.interview.place, person.talked_about
        return first and (place is None or topic is None or set(stems_of(topic)).isdisjoint(stems_of(place)))

    def _is_new(self, topic: str | None) -> bool:
        new = topic is None or topic.casefold() not in self.topics
        self.topics.add((topic or "").casefold())
        return new
