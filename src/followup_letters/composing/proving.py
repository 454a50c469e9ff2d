"""Which strengths each reader of a set hears of, and with which claim; no strength is told twice (R24, R25).

A strength may answer a need for certain (a match), touch what was talked about with somebody, or be near to the job: it
has something in common with a need or a topic, but not enough to say that it answers it. The last is told for what it
is, beside the needs and without a claim; a strength that has nothing in common with either is not told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from followup_letters.choices import Role
from followup_letters.matching import Match, match, suggest
from followup_letters.matching.items import by_importance
from followup_letters.models import Interview, Person, Responsibility, Strength
from followup_letters.wording.forms import first_person

MOST_PROOFS = 3  # in one letter (R24: two or three)
_FOR_THE_MANAGER = 2  # proofs that the manager keeps before others are served
_NEAR = 0.12  # the score from which a strength has enough in common with the job to be told, without a claim


@dataclass(frozen=True)
class Proofs:
    """What one reader is told of the candidate's work; every number is a position in the input's own list.

    `matches` are needs with proofs, most important first; `touching` is a strength that touches what was talked about;
    `near` are strengths told without a claim; `needs` are the duties in the order to name them where none is answered.
    """

    matches: tuple[Match, ...] = ()
    touching: int | None = None
    near: tuple[int, ...] = ()
    needs: tuple[int, ...] = ()


@dataclass
class Supply:
    """The proofs that are left while the readers of a set are served, by the place of their strength."""

    interview: Interview
    matches: dict[int, Match]
    near: dict[int, int]  # each with the duty it is near to
    free: set[int]
    managers: int
    readers_of_one: int
    reserved: dict[str, Proofs] = field(default_factory=dict)
    begun_with: set[int] = field(default_factory=set)  # the duties that a manager's letter names first

    @classmethod
    def of(cls, interview: Interview, recipients: Sequence[Person]) -> Supply:
        """All the proofs of `interview`; what has to do with the talk with a reader of one is set aside for them."""
        duties, strengths = interview.position.responsibilities, interview.candidate.strengths
        matches = {pair.strength_index: pair for pair in match(duties, strengths, limit=max(1, len(duties)))}
        near = _near(duties, strengths)
        supply = cls(
            interview=interview,
            matches=matches,
            near=near,
            free={index for index in range(len(strengths)) if index not in matches and index not in near},
            managers=sum(person.role is Role.HIRING_MANAGER for person in recipients),
            readers_of_one=sum(_hears_of_one(person) for person in recipients),
        )
        for person in recipients:
            if _hears_of_one(person) and person.talked_about:
                supply._reserve(person, person.talked_about)
        return supply

    def serve(self, person: Person) -> Proofs:
        """Take what goes to `person`: only managers, executives and the panel hear of strengths."""
        if person.role is Role.HIRING_MANAGER:
            return self._main()
        if _hears_of_one(person):
            return self.reserved.get(person.name) or self._one()
        return Proofs()

    def _main(self) -> Proofs:
        """The most important proofs; two instead of three where others would go without; managers share alike."""
        spare = len(self.matches) + len(self.near) - (self.readers_of_one - len(self.reserved))
        most = min(MOST_PROOFS, max(_FOR_THE_MANAGER, spare))
        pairs = list(self.matches)[: min(most, -(-len(self.matches) // self.managers))]
        near = list(self.near)[: min(most - len(pairs), -(-len(self.near) // self.managers))]
        self.managers -= 1
        needs = self._needs(first=[self.near.pop(index) for index in near])
        return Proofs(tuple(self.matches.pop(index) for index in pairs), near=tuple(near), needs=needs)

    def _one(self) -> Proofs:
        """For a reader of one strength for whom nothing was set aside: the most important that is left."""
        for index in self.matches:
            if _can_be_said(self.interview.candidate.strengths[index]):
                return Proofs((self.matches.pop(index),))
        near = next(iter(self.near), None)
        if near is None:
            return Proofs()
        del self.near[near]
        return Proofs(near=(near,))

    def _reserve(self, person: Person, topic: str) -> None:
        """Set aside for `person` the strength that has to do with `topic`, if no manager needs it more."""
        plenty = not self.managers or len(self.matches) + len(self.near) > _FOR_THE_MANAGER
        touching = self._touching(topic)
        if touching is not None:
            if touching in self.free or touching in self.near or (touching in self.matches and plenty):
                pair = self._withdrawn(touching)
                self.reserved[person.name] = Proofs((pair,) if pair else (), touching=touching)
            return
        nearest = self._nearest(topic)
        if nearest is None:
            return
        # What answers a need for certain goes elsewhere only as the one result for an executive.
        spare = nearest in self.near or (nearest in self.matches and person.role is Role.EXECUTIVE)
        if nearest in self.free or (spare and plenty):
            self._withdrawn(nearest)
            self.reserved[person.name] = Proofs(near=(nearest,))

    def _touching(self, topic: str) -> int | None:
        """The strength that touches `topic` for certain, or answers a need that does."""
        pairs = list(self.matches)
        needs = [self.matches[index].responsibility for index in pairs]
        by_need = match([topic], needs, limit=1) if needs else []
        if by_need:
            return pairs[by_need[0].strength_index]
        found = match([topic], self._texts(), limit=1)
        return found[0].strength_index if found else None

    def _nearest(self, topic: str) -> int | None:
        """The strength that has most in common with `topic`, if it has enough and makes a clause."""
        for asked in suggest([topic], self._texts(), limit=1):
            for choice in asked.choices:
                strength = self.interview.candidate.strengths[choice.strength_index]
                if choice.score >= _NEAR and _can_be_said(strength):
                    return choice.strength_index
        return None

    def _withdrawn(self, index: int) -> Match | None:
        """Take the strength from whatever holds it; the need it answers, if it answers one."""
        self.free.discard(index)
        self.near.pop(index, None)
        return self.matches.pop(index, None)

    def _texts(self) -> list[str]:
        return [strength.text for strength in self.interview.candidate.strengths]

    def _needs(self, first: Iterable[int]) -> tuple[int, ...]:
        """The duties, those `first`, then the most important; every manager's letter begins with another."""
        ranked = by_importance(self.interview.position.responsibilities)
        fresh = [duty for duty in ranked if duty not in self.begun_with]
        needs = tuple(dict.fromkeys([*first, *fresh, *ranked]))
        self.begun_with.update(needs[:1])
        return needs


def _hears_of_one(person: Person) -> bool:
    return person.role in {Role.EXECUTIVE, Role.PANEL, None}


def _can_be_said(strength: Strength) -> bool:
    """True if the strength makes a clause: a bullet that can only be quoted is for the manager, who gets a list."""
    return bool(strength.clause or first_person(strength.text, current=strength.current))


def _near(duties: Sequence[Responsibility], strengths: Sequence[Strength]) -> dict[int, int]:
    """The strengths near to a need that no strength answers for certain, each with its need, most important first."""
    asked = suggest(duties, strengths, limit=len(strengths))
    found: dict[int, int] = {}
    for choice in sorted((c for a in asked for c in a.choices), key=lambda choice: -choice.score):
        taken = choice.strength_index in found or choice.responsibility_index in found.values()
        if choice.score >= _NEAR and not taken and _can_be_said(strengths[choice.strength_index]):
            found[choice.strength_index] = choice.responsibility_index
    rank = {duty: place for place, duty in enumerate(by_importance(duties))}
    return dict(sorted(found.items(), key=lambda item: rank[item[1]]))
