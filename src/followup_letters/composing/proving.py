"""Which strengths each reader of a set hears of, and beside which need (R24, R25).

No strength is told twice, but that one more reader, whose talk it touches as nothing else does, may hear in brief of
what a manager hears the whole of.

What touches a reader's own talk or field goes to that reader (`touching`); the rest goes to managers first, with the
needs that it answers or is near to (`answering`). A strength near to nothing is hardly ever told. What is left goes to
one of the panel, or an executive, by what is nearest to the talk, or else to the job (`readers_of_one`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from followup_letters.choices import Role
from followup_letters.composing.answering import Answer, answers_of, near_needs, was_said_so
from followup_letters.composing.kinds_of_strengths import (
    can_be_said,
    is_deed,
    is_result,
    is_work,
    tells_a_result,
)
from followup_letters.composing.proofs import Proofs
from followup_letters.composing.readers_of_one import AT_ALL, ForOne, Left
from followup_letters.composing.talks import SURELY, hears_of_one, talks_of
from followup_letters.composing.telling_again import told_again
from followup_letters.composing.touching import FOR_THE_MANAGER, TOUCHING, Touch, touches_of
from followup_letters.composing.worth import FEW, LIKELY, by_worth, made_clear, of_the_trade, spoken_of
from followup_letters.matching.items import by_importance, is_unranked
from followup_letters.models import Interview, Person

MOST_PROOFS = 3  # in one letter (R24: two or three)
_OF_THE_TALK = 0.5  # the nearness to a talk from which a strength says enough of the need that the talk was about
_OF_ITS_NEED = 0.35  # how near to a need is told with it to a reader of one who talked about that need
_BY_TITLE = 0.22  # how alike a strength is to the title of the job, from which it is of the trade; read off a dozen
_NOT_FAR = 0.3  # how near to a need is told to a manager where nothing answers any: the rest would be padding
_LIGHTLY = 0.15  # and for an executive who alone was met, of the result that answers the first need


class Supply:
    """The strengths that are left while the readers of a set are served, the most telling first."""

    def __init__(self, interview: Interview, recipients: Sequence[Person]) -> None:
        self._interview = interview
        self._responsibilities, self._strengths = interview.position.responsibilities, interview.candidate.strengths
        self._made_clear = made_clear(interview, recipients)
        recipients = [person for person in recipients if not _hears_something_else(interview, person)]
        self._served = {person.name for person in recipients}
        self._talks = talks = talks_of(interview, recipients)
        self._near = near = near_needs(interview)
        self._answers = answers_of(interview, near)
        managers = [person for person in recipients if person.role is Role.HIRING_MANAGER]
        to_managers = made_clear(interview, managers)
        self._topics = touches_of(
            interview,
            talks,
            self._answers,
            {person.name: to_managers if person in managers else self._made_clear for person in recipients},
        )
        self._topics |= self._of_their_points(recipients)
        # Where nothing was noted of what the job asks for, all has something to do with it.
        self._closest = [max((line[n] for line in near), default=1.0) for n in range(len(self._strengths))]
        self._left, self._last = by_worth(interview, self._closest, self._answers)
        self._leave_out(to_managers)  # what another is told more exactly, a manager may hear all the same
        self._managers = len(managers)
        self._has_manager = self._managers > 0
        self._for_one = ForOne(interview, talks, self._answers, self._closest, self._made_clear, self._has_manager)
        self._may_be_told_again: set[int] = set()
        self._begun_with: set[int] = set()  # the responsibilities that a manager's letter names first
        self._release(recipients)
        self._tell_of_the_first_need(recipients)
        waiting = [person for person in recipients if not (person.clarify or person.name in self._topics)]
        of_one = [person for person in waiting if hears_of_one(person)]
        self._readers_of_one = sorted(of_one, key=lambda person: person.role is not Role.EXECUTIVE)
        self._unserved = {person.name for person in of_one}

    def _of_their_points(self, recipients: Sequence[Person]) -> dict[str, Touch]:
        """For one of the panel who has a point made clear, the work that it is about: alone it says too little."""
        taken, found = self._reserved | self._made_clear, dict[str, Touch]()
        for person in recipients:
            is_one = hears_of_one(person) and person.role is not Role.EXECUTIVE and person.name not in self._topics
            strength = spoken_of(person.clarify, self._strengths) if is_one and person.clarify else None
            if strength is not None and strength not in taken:
                found[person.name] = Touch(strength, TOUCHING)
                taken = taken | {strength}
        return found

    def _release(self, recipients: Sequence[Person]) -> None:
        """Set aside what touches a topic; but a manager would rather have two proofs than a panel one.

        What answers the most important need is given up first, then what touches its topic least; what one of the panel
        surely talked about is given up only where the manager would have no proof at all.
        """
        with_topic = [person for person in recipients if person.name in self._topics]
        own = sum(person.role is Role.HIRING_MANAGER for person in with_topic)
        panel = [person.name for person in with_topic if person.role is Role.PANEL]
        for name in sorted(panel, key=lambda each: (not self._is_foremost(each), self._topics[each].near)):
            is_surely_theirs = not self._is_foremost(name) and self._topics[name].near >= SURELY
            enough = 1 if is_surely_theirs else FOR_THE_MANAGER
            if own + len(set(self._left) - self._reserved) < enough * self._managers:
                del self._topics[name]
        self._leave_out(self._reserved)

    def _tell_of_the_first_need(self, recipients: Sequence[Person]) -> None:
        """Where there is no manager, tell an executive the result that answers the first need and touches the talk.

        One that says what changed need touch it but lightly, where what touches it more says nothing of the kind.
        """
        first = set(by_importance(self._responsibilities)[:1])
        answering = [s for s, each in self._answers.items() if each.need in first and is_result(self._strengths[s])]
        for person in recipients if not self._has_manager else ():
            near = self._talks.nearness_of_talk(person) if person.name in self._topics else []
            other = self._topics.get(person.name)
            is_change = other is not None and tells_a_result(self._strengths[other.strength])
            enough = {
                s: _LIGHTLY if tells_a_result(self._strengths[s]) and not is_change else TOUCHING for s in answering
            }
            touching = [strength for strength in answering if near and near[strength] >= enough[strength]]
            if person.role is Role.EXECUTIVE and touching:
                self._topics[person.name] = Touch(touching[0], near[touching[0]])
        self._leave_out(self._reserved)

    @property
    def _rest(self) -> Left:
        """What nobody was told by now, and who of the readers of one still waits."""
        return Left(self._left, self._last, [p for p in self._readers_of_one if p.name in self._unserved])

    @property
    def _reserved(self) -> set[int]:
        """The strengths that touch somebody's topic."""
        return {topic.strength for topic in self._topics.values()}

    def _is_foremost(self, name: str) -> bool:
        """True if the strength that touches the topic of `name` answers the most important need."""
        answer = self._answers.get(self._topics[name].strength)
        return answer is not None and answer.need in by_importance(self._responsibilities)[:1]

    def _leave_out(self, told: set[int]) -> None:
        """Keep from every reader what is `told` elsewhere in the set."""
        self._left = [strength for strength in self._left if strength not in told]
        self._last = [strength for strength in self._last if strength not in told]

    def serve(self, person: Person) -> Proofs:
        """Take what goes to `person`: managers, executives and the panel hear of strengths, personnel only alone."""
        if person.role is Role.HIRING_MANAGER:
            return self._several(self._topics.get(person.name))
        if person.role is Role.PERSONNEL and not self._talks.readers:
            return self._for_personnel()
        return self._one(person) if hears_of_one(person) and person.name in self._served else Proofs()

    def _for_personnel(self) -> Proofs:
        """One answer at most, where nobody else of the set hears of any."""
        told = next(
            (strength for strength in self._left if strength in self._answers and self._is_spoken(strength)), None
        )
        if told is None:
            return Proofs()
        self._left.remove(told)
        return Proofs((self._answers[told],))

    def _several(self, touch: Touch | None) -> Proofs:
        """That of the talk, and the most telling; a third only where no other will hear of it; managers share alike."""
        topic = touch.strength if touch else None
        own = [] if topic is None else [topic]
        share = -(-len(self._left) // self._managers)
        taken = self._taken(min(FOR_THE_MANAGER - len(own), share), own)
        left, served = self._left, self._served_after({*own, *taken})
        more = self._taken(min(MOST_PROOFS - len(own), share) - len(taken), [*own, *taken])
        if self._served_after({*own, *taken, *more}) < served:
            self._left, more = left, []
        taken += more
        self._managers -= 1
        answers_any = any(strength in self._answers for strength in taken)
        if not (own or answers_any or len(self._strengths) <= FEW):
            taken = self._of_the_trade(taken)
        answers = [self._answers[strength] for strength in [*own, *taken] if strength in self._answers]
        if not is_unranked(self._responsibilities):  # of a long list without ranks the most telling comes first
            rank = {need: place for place, need in enumerate(by_importance(self._responsibilities))}
            answers.sort(key=lambda each: rank[each.need])
        self._may_be_told_again |= {*own, *taken} - self._made_clear
        return Proofs(
            answers=tuple(answers),
            touching=topic,
            near=touch.near if touch else 0.0,
            beside=tuple(s for s in taken if s not in self._answers),
            needs=self._needs(first=[answer.need for answer in answers]),
        )

    def _of_the_trade(self, taken: Sequence[int]) -> list[int]:
        """Up to two strengths where none answers a need: what is not far from one, or of the trade that the job is in.

        The rest would be padding: what somebody edited, to a car dealer.
        """
        given = self._reserved | self._made_clear | self._may_be_told_again
        far = [s for s in range(len(self._strengths)) if s not in given and can_be_said(self._strengths[s])]
        free = list(dict.fromkeys([*taken, *self._left, *self._last, *far]))
        by_title = of_the_trade(self._interview)
        told = [s for s in free if self._closest[s] >= _NOT_FAR or by_title[s] >= _BY_TITLE][:FOR_THE_MANAGER]
        self._left = [strength for strength in self._left if strength not in told]
        self._last = [strength for strength in self._last if strength not in told]
        return told

    def _one(self, person: Person) -> Proofs:
        """What touches the talk with this reader, else the most fitting of what is left and makes a clause, if any."""
        touch = self._topics.get(person.name)
        self._unserved.discard(person.name)
        if touch is not None:
            told = self._told(person, touch.strength, touch.near)
            return told if person.clarify else self._beside_the_need(person, told)
        again = told_again(self._interview, self._talks, self._answers, self._may_be_told_again, person)
        if again is not None:
            self._may_be_told_again.discard(again.strength)
            return Proofs(touching=again.strength, near=again.near, in_brief=True)
        chosen = self._chosen(person)
        if chosen is None:
            return self._beside_the_need(person, Proofs())
        next(kept for kept in (self._left, self._last) if chosen in kept).remove(chosen)
        of_the_talk = person.role is not Role.EXECUTIVE
        near = self._talks.nearness_of_talk(person)[chosen] if of_the_talk else 0.0
        return self._beside_the_need(person, self._told(person, chosen, near))

    def _beside_the_need(self, person: Person, proofs: Proofs) -> Proofs:
        """`proofs` with the need that the talk was about, where nothing told or left answers that, or touches it."""
        need = self._talks.need_of(person)
        is_open = need is not None and not any(
            answer.need == need and can_be_said(self._strengths[strength]) for strength, answer in self._answers.items()
        )
        is_alone = not proofs.answers and proofs.near < _OF_THE_TALK
        return replace(proofs, needs=(need,)) if need is not None and is_open and is_alone else proofs

    def _told(self, person: Person, strength: int, near: float) -> Proofs:
        """One strength: beside the talk if it comes at all near, and with the need that it answers."""
        answer = self._answers.get(strength) or self._near_answer(strength)
        answers = (answer,) if answer else ()
        if answer and not answer.match:
            enough = _OF_ITS_NEED if answer.need == self._talks.need_of(person) else LIKELY
            if near >= SURELY or answer.likely < enough:
                answers = ()  # what is hardly answered is better not named; nor what the talk was about, otherwise
        if near >= AT_ALL:
            return Proofs(answers, touching=strength, near=near)
        return Proofs(answers, beside=() if answers else (strength,))

    def _near_answer(self, strength: int) -> Answer | None:
        """The need that a deed comes nearest to, of those that no strength answers; None where it comes near none."""
        taken = {answer.need for answer in self._answers.values()}
        open_needs = [need for need, line in enumerate(self._near) if need not in taken and line[strength] > 0]
        need = max(open_needs, key=lambda each: self._near[each][strength], default=None)
        is_told = need is not None and is_deed(self._strengths[strength])
        return Answer(need, strength, likely=self._near[need][strength]) if is_told and need is not None else None

    def _served_after(self, told: set[int]) -> int:
        """How well readers of one strength are served with what is left by now, if managers are `told` no more.

        What only may be told where nothing fits counts half.
        """
        left, last, served = self._left, self._last, 0
        may_be_told_again = self._may_be_told_again | told - self._made_clear
        for person in self._readers_of_one:
            again = told_again(self._interview, self._talks, self._answers, may_be_told_again, person)
            if again is not None:
                may_be_told_again.discard(again.strength)
                served += 2
                continue
            chosen = self._chosen(person)
            if chosen is not None:
                served += self._counts_for(person, chosen)
                self._leave_out({chosen})
        self._left, self._last = left, last
        return served

    def _counts_for(self, person: Person, strength: int) -> int:
        """How well a strength serves a reader of one: one of the panel not at all, if it has no part in the talk."""
        is_apart = self._talks.nearness_of_talk(person)[strength] < AT_ALL and person.role is not Role.EXECUTIVE
        if is_apart and person.talked_about:
            return 0
        return 2 if strength in self._for_one.fitting(person, self._rest) else 1

    def _chosen(self, person: Person) -> int | None:
        """What is told to a reader of one strength for whom none was set aside; None if nothing is."""
        rest = self._rest
        return next(iter([*self._for_one.fitting(person, rest), *self._for_one.at_least(person, rest)]), None)

    def _taken(self, count: int, own: Sequence[int]) -> list[int]:
        """The most telling of what is left; what can only be quoted, where too little makes a sentence.

        Beyond two, what answers no need is not told; and beside an answer only what you did.
        """
        spoken = [strength for strength in self._left if self._is_spoken(strength)]
        enough = FOR_THE_MANAGER - len(own)
        taken: list[int] = []
        for strength in spoken if own or spoken else self._left:
            fills = len(taken) < enough and (not taken or is_work(self._strengths[strength]))
            is_more = strength in self._answers and (enough > 0 or self._is_worth_a_third(strength))
            if fills or is_more:
                taken.append(strength)
        taken = taken[: max(0, count)]
        self._left = [strength for strength in self._left if strength not in taken]
        return taken

    def _is_worth_a_third(self, strength: int) -> bool:
        """True for what answers its need for certain, or is a result: a name near to a need only lengthens a letter."""
        return self._answers[strength].is_firm or is_result(self._strengths[strength])

    def _is_spoken(self, strength: int) -> bool:
        """True for what makes a clause, and for what the user named as the answer to a need."""
        return was_said_so(self._answers.get(strength)) or can_be_said(self._strengths[strength])

    def _needs(self, first: Iterable[int]) -> tuple[int, ...]:
        """The responsibilities, those `first`, then the most important; every manager's letter begins with another."""
        ranked = by_importance(self._responsibilities)
        fresh = [need for need in ranked if need not in self._begun_with]
        needs = tuple(dict.fromkeys([*first, *fresh, *ranked]))
        self._begun_with.update(needs[:1])
        return needs


def _hears_something_else(interview: Interview, person: Person) -> bool:
    """True for one of the panel, or an executive, whose letter answers them, or for an executive a point to make clear.

    One of the panel may hear of a strength and have a point made clear as well (R29, R30, R42).
    """
    voiced = {each.by for each in interview.outlook.reservations if each.answer}
    is_made_clear = person.clarify is not None and person.role is Role.EXECUTIVE
    return person.role is not Role.HIRING_MANAGER and (is_made_clear or person.name in voiced)
