"""What each reader of one set of letters is told, so that no two letters make the same point.

Which strengths a reader hears of is settled in `proving`; a detail, a reason and an omitted item go to one reader only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from followup_letters.choices import LetterKind, Role
from followup_letters.composing.as_told_to import as_it_can_be_told, hangs_in_the_air
from followup_letters.composing.echoes import is_about, says_again, share_a_word
from followup_letters.composing.proofs import Proofs
from followup_letters.composing.proving import Supply
from followup_letters.composing.touching import HAS_TO_DO, TOUCHING
from followup_letters.matching.assigning import best_assignment
from followup_letters.matching.items import each_once
from followup_letters.matching.nearness import nearness
from followup_letters.models import Interview, Outlook, Person
from followup_letters.wording.grammar.clauses import may_be_no_clause
from followup_letters.wording.grammar.phrases import speaks_to_you, without_stop
from followup_letters.wording.grammar.splices import sentences_of
from followup_letters.wording.grammar.to_the_company import others_in
from followup_letters.wording.grammar.to_the_reader import as_said_to
from followup_letters.wording.lead_ins import without_lead_in
from followup_letters.wording.of_the_company import tells_where_to

_SAID = 0.8  # of the words of a reason, from which the talk has said it already
_COMPARED = 12  # reasons, from the first, that are held against what was talked about


@dataclass(frozen=True)
class Share:
    """What one letter is given to say; every number is a position in the input's own list.

    One letter of a set names the job by its title, one the place, and one how long it lasted.
    """

    proofs: Proofs
    reasons: tuple[int, ...] = ()
    omitted: int | None = None
    reservation: int | None = None
    tells_topic: bool = True
    names_job: bool = True
    names_place: bool = True
    tells_length: bool = True


def share_out(interview: Interview, recipients: Sequence[Person], kind: LetterKind) -> tuple[Share, ...]:
    """One Share for each of `recipients`, in their order.

    A courtesy letter sells nothing, so it is given no proof (R21).
    """
    recipients = [as_it_can_be_told(person) for person in recipients]
    courtesy = kind is LetterKind.COURTESY
    if courtesy:
        interview = interview.with_(candidate=interview.candidate.with_(strengths=()), outlook=Outlook())
    once = each_once(interview.candidate.strengths)
    if len(once) < len(interview.candidate.strengths):
        kept = [interview.candidate.strengths[index] for index in once]
        interview = interview.with_(candidate=interview.candidate.with_(strengths=kept))
    table = _Table.of(interview, recipients)
    table.sells_nothing = courtesy
    by_turn = sorted(range(len(recipients)), key=lambda index: (_TURN[_role(recipients[index])], index))
    shares = {index: table.serve(recipients[index]) for index in by_turn}
    told = [shares[index] for index in range(len(recipients))]
    return tuple(replace(share, proofs=share.proofs.counted(once)) for share in told)


# Who is served first, where there is not enough for everybody.
_TURN = {
    Role.HIRING_MANAGER: 0,
    Role.EXECUTIVE: 1,
    Role.PERSONNEL: 2,
    Role.RECRUITER: 3,
    Role.PANEL: 4,
    Role.OTHER: 5,
}
_WITH_PROOF = {Role.HIRING_MANAGER, Role.EXECUTIVE, Role.PANEL}
_WITH_REASON = {*Role} - {Role.OTHER}


def _role(person: Person) -> Role:
    return person.role or Role.PANEL


def _reasons_of(interview: Interview, recipients: Sequence[Person]) -> dict[str, int]:
    """The readers whose talk a reason has to do with, each with the reason that comes nearest.

    An executive hears of none that a manager would then have to do without, and one of the panel of none that anybody
    else would.
    """
    readers = [person for person in recipients if person.talked_about and _role(person) in _WITH_PROOF]
    topics, reasons = [person.talked_about or "" for person in readers], interview.outlook.reasons[:_COMPARED]
    gains, sound = nearness(topics, reasons, for_proof=False), _sound(interview.outlook.reasons)
    for topic, line in zip(topics, gains, strict=True):
        told = zip(reasons, line, strict=True)
        line[:] = [near if near >= TOUCHING and _fits(topic, each, near) else 0.0 for each, near in told]
        line[:] = [near if index in sound else 0.0 for index, near in enumerate(line)]
    found = sorted(best_assignment(gains), key=lambda pair: (_TURN[_role(readers[pair[0]])], -gains[pair[0]][pair[1]]))
    kept: dict[str, int] = {}
    for row, column in found:
        before = [person for person in recipients if _TURN[_role(person)] < _TURN[_role(readers[row])]]
        waiting = [p for p in before if p.name not in kept]
        if len(reasons) - len(kept) > len(waiting):
            kept[readers[row].name] = column
    return kept


def _sound(reasons: Sequence[str]) -> list[int]:
    """The places of the reasons that finish "because …", as "two days off in a row" does not; all where none does.

    None that may be of others than the company is among them.
    """
    told = [
        index for index, reason in enumerate(reasons) if others_in(without_lead_in(reason, "outlook.reasons")) is None
    ]
    sound = [index for index in told if not may_be_no_clause(sentences_of(without_stop(reasons[index]))[0])]
    return sound or told


def _fits(topic: str, reason: str, near: float) -> bool:
    """True for a reason that has to do with the talk, and is not what the talk has said already."""
    return is_about(topic, reason, near, HAS_TO_DO) and not _was_said(topic, reason)


def _was_said(topic: str, reason: str) -> bool:
    """True if the talk about `topic` has said the reason already."""
    return says_again(topic, reason, _SAID)


def _where_to(interview: Interview, recipients: Sequence[Person], kept: dict[str, int]) -> dict[str, int]:
    """The executive without a reason, with one that says where the company is going, if managers have one left."""
    executive = next((p for p in recipients if _role(p) is Role.EXECUTIVE and p.name not in kept), None)
    reasons = interview.outlook.reasons
    free = [index for index in _sound(reasons) if index not in kept.values()]
    talk = executive.talked_about or "" if executive else ""
    going = [index for index in free if tells_where_to(reasons[index]) and not _was_said(talk, reasons[index])]
    managers = sum(_role(person) is Role.HIRING_MANAGER and person.name not in kept for person in recipients)
    return {executive.name: going[0]} if executive and going and len(free) > managers else {}


@dataclass
class _Table:
    """What is left to give while a set is served."""

    interview: Interview
    proofs: Supply
    reasons: list[int]
    reasons_of: dict[str, int]
    """By the readers' names, what has to do with the talks with them."""
    spare_reasons: int
    omitted: int | None
    has_manager: bool
    answers: set[str] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)
    job_is_named: bool = False
    place_is_named: bool = False
    length_is_told: bool = False
    sells_nothing: bool = False

    @classmethod
    def of(cls, interview: Interview, recipients: Sequence[Person]) -> _Table:
        reasons = _sound(interview.outlook.reasons)
        reasons_of = _reasons_of(interview, recipients)
        reasons_of |= _where_to(interview, recipients, reasons_of)
        has_manager = any(_role(person) is Role.HIRING_MANAGER for person in recipients)
        wanting = sum(_role(person) in _WITH_REASON for person in recipients)
        return cls(
            interview=interview,
            proofs=Supply(interview, recipients),
            reasons=[index for index in reasons if index not in reasons_of.values()],
            reasons_of=reasons_of,
            spare_reasons=max(0, len(reasons) - wanting),
            omitted=0 if interview.outlook.omitted else None,
            has_manager=has_manager,
        )

    def serve(self, person: Person) -> Share:
        """Take from the table what goes to `person`."""
        role, tells_topic = _role(person), self._tells_topic(person)
        return Share(
            proofs=self.proofs.serve(person if tells_topic else person.with_(talked_about=None)),
            reasons=self._reasons(person, role),
            omitted=self._omitted(role),
            reservation=self._reservation(person, role),
            tells_topic=tells_topic,
            names_job=self._names_job(person, role),
            names_place=self._names_place(person),
            tells_length=self._tells_length(),
        )

    def _reasons(self, person: Person, role: Role) -> tuple[int, ...]:
        """One or two; a recruiter is not told of the employer as "you" (X4); colleagues hear of working together.

        What has to do with the talk comes first, and goes to one of the panel too.
        """
        own = [self.reasons_of[person.name]] if person.name in self.reasons_of else []
        if role not in _WITH_REASON:
            return tuple(own)
        count = 2 if role is Role.HIRING_MANAGER and self.spare_reasons else 1
        self.spare_reasons -= count - 1
        reasons = self.interview.outlook.reasons
        told = person.talked_about or ""
        unsaid = [index for index in self.reasons if not _was_said(told, reasons[index])]
        fitting = [index for index in unsaid if role is not Role.RECRUITER or not speaks_to_you(reasons[index])]
        taken = [*own, *fitting][:count]
        self.reasons = [index for index in self.reasons if index not in taken]
        return tuple(taken)

    def _omitted(self, role: Role) -> int | None:
        """The first item, for the manager; for an executive where no manager gets a letter."""
        if role is not Role.HIRING_MANAGER and (self.has_manager or role is not Role.EXECUTIVE):
            return None
        taken, self.omitted = self.omitted, None
        return taken

    def _reservation(self, person: Person, role: Role) -> int | None:
        """The first reservation that `person` voiced, with an answer that is told to nobody else and does not point to
        what the letter leaves unsaid; one that nobody here voiced goes to the manager.
        """
        names = {other.name for other in self.interview.people}
        for index, reservation in enumerate(self.interview.outlook.reservations):
            voiced_here = reservation.by == person.name
            for_manager = role is Role.HIRING_MANAGER and reservation.by not in names
            is_free = reservation.answer and reservation.answer not in self.answers and (voiced_here or for_manager)
            if reservation.answer and is_free and not hangs_in_the_air(self.interview, person, reservation):
                self.answers.add(reservation.answer)
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
        return first and (place is None or topic is None or not share_a_word(topic, place))

    def _tells_length(self) -> bool:
        """True for the first reader: one interview lasted an hour, and not an hour with each of them."""
        first, self.length_is_told = not self.length_is_told, True
        return first

    def _tells_topic(self, person: Person) -> bool:
        """True if no other letter tells it, and it can be said to the reader of whom it may speak as "he" or "she"."""
        topic = person.talked_about or ""
        new = bool(topic) and topic.casefold() not in self.topics
        self.topics.add(topic.casefold())
        return new and as_said_to(topic, person.courtesy_title) is not None
