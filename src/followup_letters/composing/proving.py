"""Which strengths each reader of a set hears of, and beside which need; no strength is told twice (R24, R25).

What touches a reader's own talk or field goes to that reader (`touching`); the rest goes to managers first, with the
needs that it answers or is near to (`answering`). A strength near to nothing is hardly ever told, and to one of the
panel, or an executive, none beside a talk that it has nothing to do with.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from followup_letters.choices import Role
from followup_letters.composing.answering import (
    Answer,
    answers_of,
    can_be_said,
    is_measured,
    is_result,
    is_work,
    near_needs,
    only_lasted,
    tells_a_result,
    was_said_so,
)
from followup_letters.composing.needs import need_at
from followup_letters.composing.talks import SURELY, hears_of_one, talks_of
from followup_letters.composing.touching import FOR_THE_MANAGER, Touch, touches_of
from followup_letters.matching import Match
from followup_letters.matching.items import by_importance, is_unranked
from followup_letters.matching.terms import stems_of
from followup_letters.models import Interview, Person, Strength
from followup_letters.wording.grammar.nouns import figures

MOST_PROOFS = 3  # in one letter (R24: two or three)
_RELATED = 0.08  # the nearness to a need from which a strength is told at all
_LIKELY = 0.5  # how likely a strength answers a need, from which it counts as much for a manager as what is certain
_OF_THE_JOB = 0.5  # the nearness to a need from which an executive may hear of a result that has no need of its own
_AT_ALL = 0.2  # the nearness to a talk from which a strength may stand beside it, if nothing more is said of the two
_SAID_BY_THE_WRITER = 2  # more than any figure and nearness, where no rank says what matters most
_NO_FIGURE = 0.5  # by how much nearer to a long list must be what has no figure to be told before what has one
_A_RESULT = 0.5  # and by how much nearer than a result what only has a figure: years, a post, a charge
_MOSTLY = 2 / 3  # of the words of a point to make clear, from which a strength says it already
_HARDLY = 0.04  # and from which to a manager, or one of the panel, who would hear of too little


@dataclass(frozen=True)
class Proofs:
    """What one reader is told of the candidate's work; every number is a position in the input's own list.

    `touching` is a strength that touches what was talked about, `near` how near it comes to it; `answers` are needs
    with their strengths, the most important first, and `touching` may be one of them; `beside` are strengths told by
    themselves; `needs` are the responsibilities in the order to name them where none has a strength.
    """

    answers: tuple[Answer, ...] = ()
    touching: int | None = None
    near: float = 0.0
    beside: tuple[int, ...] = ()
    needs: tuple[int, ...] = ()

    @property
    def matches(self) -> tuple[Match, ...]:
        """Those answers that are certain."""
        return tuple(answer.match for answer in self.answers if answer.match)


class Supply:
    """The strengths that are left while the readers of a set are served, the most telling first."""

    def __init__(self, interview: Interview, recipients: Sequence[Person]) -> None:
        self._interview = interview
        self._responsibilities, self._strengths = interview.position.responsibilities, interview.candidate.strengths
        self._made_clear = _made_clear(interview, recipients)
        recipients = [person for person in recipients if not _hears_something_else(interview, person)]
        self._served = {person.name for person in recipients}
        self._talks = talks = talks_of(interview, recipients)
        near = near_needs(interview)
        self._answers = answers_of(interview, near)
        self._topics = touches_of(interview, talks, self._answers)
        # Where nothing was noted of what the job asks for, all has something to do with it.
        self._closest = [max((line[n] for line in near), default=_RELATED) for n in range(len(self._strengths))]
        self._left, self._last = _by_worth(interview, self._closest, self._answers)
        managers = [person for person in recipients if person.role is Role.HIRING_MANAGER]
        self._leave_what_is_made_clear(managers)
        self._managers = len(managers)
        self._has_manager = self._managers > 0
        self._begun_with: set[int] = set()  # the responsibilities that a manager's letter names first
        self._release(recipients)
        executives = [person for person in recipients if person.role is Role.EXECUTIVE]
        self._readers_of_one = sum(map(self._may_hear_of_one, executives))

    def _leave_what_is_made_clear(self, managers: Sequence[Person]) -> None:
        """Keep from managers what is made clear to them, and from others' topics what is made clear to anybody.

        What another is told more exactly, a manager may hear all the same.
        """
        to_managers, names = _made_clear(self._interview, managers), {person.name for person in managers}
        self._topics = {
            name: touch
            for name, touch in self._topics.items()
            if touch.strength not in (to_managers if name in names else self._made_clear)
        }
        self._leave_out(to_managers)

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

    @property
    def _reserved(self) -> set[int]:
        """The strengths that touch somebody's topic."""
        return {topic.strength for topic in self._topics.values()}

    def _is_foremost(self, name: str) -> bool:
        """True if the strength that touches the topic of `name` answers the most important need."""
        answer = self._answers.get(self._topics[name].strength)
        return answer is not None and answer.need in by_importance(self._responsibilities)[:1]

    def _may_hear_of_one(self, person: Person) -> bool:
        """True for a reader of one strength for whom none is set aside, and for whom one of what is left may do."""
        if not hears_of_one(person) or person.name in self._topics:
            return False
        return bool(self._fitting(person))

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
        """That of the talk, and the most telling; fewer where others would go without; managers share alike."""
        topic = touch.strength if touch else None
        own = [] if topic is None else [topic]
        answering = [strength for strength in self._left if strength in self._answers and self._is_spoken(strength)]
        spare = len(answering if self._readers_of_one else self._left)
        most = min(MOST_PROOFS, max(FOR_THE_MANAGER, len(own) + spare - self._readers_of_one))
        share = -(-len(self._left) // self._managers)
        taken = self._taken(min(most - len(own), share), own)
        self._managers -= 1
        taken += self._better_than_nothing(len(own) + len(taken))
        rank = {need: place for place, need in enumerate(by_importance(self._responsibilities))}
        answers = [self._answers[strength] for strength in [*own, *taken] if strength in self._answers]
        answers.sort(key=lambda each: rank[each.need])
        return Proofs(
            answers=tuple(answers),
            touching=topic,
            near=touch.near if touch else 0.0,
            beside=tuple(s for s in taken if s not in self._answers),
            needs=self._needs(first=[answer.need for answer in answers]),
        )

    def _better_than_nothing(self, told: int) -> list[int]:
        """What has little to do with the job, up to two: what was measured; where nothing else is `told`, any."""
        room = max(0, FOR_THE_MANAGER - told)
        worthy = [strength for strength in self._last if is_measured(self._strengths[strength]) or not told][:room]
        self._last = [strength for strength in self._last if strength not in worthy]
        return worthy

    def _one(self, person: Person) -> Proofs:
        """What touches the talk with this reader, else the most fitting of what is left and makes a clause, if any."""
        touch = self._topics.get(person.name)
        if touch is not None:
            return self._told(touch.strength, touch.near)
        told, need = next(iter([*self._fitting(person), *self._at_least(person)]), None), self._talks.need_of(person)
        if told is None:
            is_open = need is not None and not any(
                answer.need == need and can_be_said(self._strengths[strength])
                for strength, answer in self._answers.items()
            )
            return Proofs(needs=(need,) if need is not None and is_open else ())
        next(kept for kept in (self._left, self._last) if told in kept).remove(told)
        of_the_talk = person.role is not Role.EXECUTIVE
        return self._told(told, self._talks.nearness_of_talk(person)[told] if of_the_talk else 0.0)

    def _fitting(self, person: Person) -> list[int]:
        """What of that which is left may be told to a reader of one, the most fitting first; nothing may be.

        Where a manager hears of the rest, one of the panel hears of what answers the need that the talk was about, and
        an executive of what answers the most important of what the employer wants to bring about. Where none does, or
        nothing was talked about, both hear of what has most to do with the job.
        """
        left = [strength for strength in self._left if strength not in self._made_clear]
        sayable = [strength for strength in left if can_be_said(self._strengths[strength])]
        answering = [strength for strength in sayable if strength in self._answers]
        is_silent = person.talked_about and self._has_manager and self._responsibilities
        if person.role is Role.EXECUTIVE:
            aims = [s for s in answering if need_at(self._interview, self._answers[s].need).is_large]
            results = [s for s in [*sayable, *self._last] if s in self._answers or is_result(self._strengths[s])]
            near = self._talks.nearness_of_talk(person)
            telling = [
                s
                for s in results
                if is_result(self._strengths[s]) and (near[s] >= _AT_ALL or self._closest[s] >= _OF_THE_JOB)
            ]
            return list(dict.fromkeys([*aims, *(telling if is_silent else results)]))
        need = self._talks.need_of(person) if person.talked_about else None
        if need is not None or is_silent:
            own = [strength for strength in answering if self._answers[strength].need == need]
            return own or [strength for strength in answering if is_result(self._strengths[strength])]
        return answering or sayable or self._last

    def _at_least(self, person: Person) -> list[int]:
        """What may be told where nothing fits: years of such work; to an executive, a result too."""
        left = [strength for strength in (*self._left, *self._last) if strength not in self._made_clear]
        near = self._talks.nearness_of_talk(person)
        years = [s for s in left if only_lasted(self._strengths[s]) and max(near[s], self._closest[s]) >= _OF_THE_JOB]
        is_executive = person.role is Role.EXECUTIVE
        return [*years, *(s for s in left if is_executive and is_result(self._strengths[s]))]

    def _told(self, strength: int, near: float) -> Proofs:
        """One strength: beside the talk if it comes at all near, and with the need that it answers."""
        answers = (self._answers[strength],) if strength in self._answers else ()
        if near >= SURELY and answers and not answers[0].match:
            answers = ()  # what the talk was about needs no need that it hardly answers
        if near >= _AT_ALL:
            return Proofs(answers, touching=strength, near=near)
        return Proofs(answers, beside=() if answers else (strength,))

    def _taken(self, count: int, own: Sequence[int]) -> list[int]:
        """The most telling of what is left; what can only be quoted, where too little makes a sentence.

        Beyond two, what answers no need is not told; and beside an answer only what you did.
        """
        spoken = [strength for strength in self._left if self._is_spoken(strength)]
        enough = FOR_THE_MANAGER - len(own)
        taken: list[int] = []
        for strength in spoken if own or spoken else self._left:
            fills = len(taken) < enough and (not taken or is_work(self._strengths[strength]))
            if fills or strength in self._answers:
                taken.append(strength)
        taken = taken[:count]
        self._left = [strength for strength in self._left if strength not in taken]
        return taken

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


def _made_clear(interview: Interview, recipients: Sequence[Person]) -> set[int]:
    """The strengths that a point to make clear says again: it has a figure of theirs, and hardly a word else (R30)."""
    points = [person.clarify for person in recipients if person.clarify]
    return {
        index
        for index, strength in enumerate(interview.candidate.strengths)
        for point in points
        if _tells(point, strength)
    }


def _tells(point: str, strength: Strength) -> bool:
    if not figures(point) & figures(strength.text):  # as hardly ever, and words take longer to compare
        return False
    said, again = set(stems_of(point)), set(stems_of(point)) & set(stems_of(strength.text))
    return len(again) > 1 and len(again) >= _MOSTLY * len(said)


def _by_worth(
    interview: Interview, closest: Sequence[float], answers: dict[int, Answer]
) -> tuple[list[int], list[int]]:
    """The strengths worth telling, and those that are better than nothing.

    What can be said in a sentence, or the user named, comes first, certain before near, each by the importance of its
    need, or in a long list without ranks by figures and by how near it comes; what answers none comes after them, deeds
    before names, and what can only be quoted at the end.
    """
    responsibilities, strengths = interview.position.responsibilities, interview.candidate.strengths
    rank = {need: place for place, need in enumerate(by_importance(responsibilities))}
    unranked = is_unranked(responsibilities)

    def worth(index: int) -> tuple[bool, bool, bool, bool, float, int]:
        answer = answers.get(index)
        found = answer.match if answer else None
        if answer and not unranked:
            place: float = rank[answer.need]
        elif was_said_so(answer):  # by the writer, who is to be heard first
            place = -_SAID_BY_THE_WRITER
        else:  # a figure before none, where no rank says what matters most
            is_told = tells_a_result(strengths[index])
            place = (-_A_RESULT if is_told else 0 if is_measured(strengths[index]) else _NO_FIGURE) - closest[index]
        is_quoted = not can_be_said(strengths[index]) and not was_said_so(answer)
        is_name = answer is None and not is_work(strengths[index])
        is_doubtful = answer is not None and found is None and answer.likely < _LIKELY
        return (is_quoted, answer is None, is_name, is_doubtful and not unranked, place, index)

    worthy = {index for index in range(len(strengths)) if index in answers or closest[index] >= _RELATED}
    told = [index for index in worthy if index in answers or can_be_said(strengths[index])]
    unworthy = [index for index in range(len(strengths)) if index not in worthy and closest[index] >= _HARDLY]
    rest = [index for index in unworthy if can_be_said(strengths[index])]
    return sorted(told, key=worth), sorted(rest, key=worth)
