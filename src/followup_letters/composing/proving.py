"""Which strengths each reader of a set hears of, and beside which need; no strength is told twice (R24, R25).

A strength may answer a need for certain (a match) or only be near to one: then it is told after that need, without the
claim that it answers it. What touches a reader's own topic goes to that reader. A strength near to nothing is not told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from followup_letters.choices import Role
from followup_letters.matching import Match, match
from followup_letters.matching.assigning import best_assignment
from followup_letters.matching.items import by_importance
from followup_letters.matching.nearness import nearness
from followup_letters.models import Interview, Person, Responsibility, Strength
from followup_letters.wording.forms import Form, first_person, form_of
from followup_letters.wording.objects import is_number, words_of

MOST_PROOFS = 3  # in one letter (R24: two or three)
_FOR_THE_MANAGER = 2  # proofs that the manager keeps before others are served
_NEAR = 0.4  # the nearness from which a strength is told after a need
_NEAR_FOR_A_NAME = 0.7  # the same for what the writer is, or was called, rather than did
_TOUCHING = 0.45  # from which it goes to the reader with whom the topic was talked about
_EVERY = 0.2  # what a need is worth beside how near its strength comes, so that more needs find one
_SURELY = 0.75  # from which it may be said to be close to that topic
_LEADS = 0.6  # from which the talk leads to a need
_RELATED = 0.17  # from which it is told at all
_HARDLY = 0.05  # and from which to a manager, or one of the panel, who would hear of too little
_FIRST_CHOICE = 100  # what a manager's topic counts beside that of others
Table = Sequence[list[float]]  # a line for each text, how near each of others is to it
_SAID_SO = 1.0  # the score of a match that the user named


@dataclass(frozen=True)
class Answer:
    """A need and the strength told after it, by their positions in the input; `match` is None where it is only near.

    `follows_the_talk` is True where what was talked about with the reader leads to this need.
    """

    need: int
    strength: int
    match: Match | None = None
    follows_the_talk: bool = False


@dataclass(frozen=True)
class Touch:
    """A strength that touches what was talked about with a reader, and how near it comes."""

    strength: int
    near: float


@dataclass(frozen=True)
class Proofs:
    """What one reader is told of the candidate's work; every number is a position in the input's own list.

    `touching` is a strength that touches what was talked about, `surely` where that may be said; `answers` are needs
    with their strengths, that of the talk first, then the most important; `beside` are strengths told by themselves;
    `needs` are the responsibilities in the order to name them where none has a strength.
    """

    answers: tuple[Answer, ...] = ()
    touching: int | None = None
    surely: bool = False
    beside: tuple[int, ...] = ()
    needs: tuple[int, ...] = ()

    @property
    def matches(self) -> tuple[Match, ...]:
        """Those answers that are certain."""
        return tuple(answer.match for answer in self.answers if answer.match)


class _Talks(NamedTuple):
    """The readers who hear of strengths, and how near each talk came to each responsibility and strength."""

    readers: Sequence[Person]
    to_needs: Table
    to_strengths: Table


class Supply:
    """The strengths that are left while the readers of a set are served, the most telling first."""

    def __init__(self, interview: Interview, recipients: Sequence[Person]) -> None:
        self._responsibilities, self._strengths = interview.position.responsibilities, interview.candidate.strengths
        talks = _talks(interview, recipients)
        near = _near(interview, talks)
        self._answers = _answers(interview, near)
        self._topics = _topics(interview, talks, self._answers)
        self._led_to = _led_to(talks)
        self._left, self._last = _by_worth(interview, near, self._answers)
        self._managers = sum(person.role is Role.HIRING_MANAGER for person in recipients)
        self._begun_with: set[int] = set()  # the responsibilities that a manager's letter names first
        self._release(recipients)
        self._readers_of_one = sum(_hears_of_one(person) and person.name not in self._topics for person in recipients)

    def _release(self, recipients: Sequence[Person]) -> None:
        """Set aside what touches a topic; but a manager would rather have two proofs than a panel one."""
        for person in reversed(recipients):
            reserved = {topic.strength for topic in self._topics.values()}
            spare = [strength for strength in self._left if strength not in reserved]
            own = sum(p.role is Role.HIRING_MANAGER and p.name in self._topics for p in recipients)
            if person.role is Role.PANEL and len(spare) + own < _FOR_THE_MANAGER * self._managers:
                self._topics.pop(person.name, None)
        reserved = {topic.strength for topic in self._topics.values()}
        self._left = [strength for strength in self._left if strength not in reserved]
        self._last = [strength for strength in self._last if strength not in reserved]

    def serve(self, person: Person) -> Proofs:
        """Take what goes to `person`: only managers, executives and the panel hear of strengths."""
        if person.role is Role.HIRING_MANAGER:
            return self._several(self._topics.get(person.name), self._led_to.get(person.name))
        return self._one(person) if _hears_of_one(person) else Proofs()

    def _several(self, touch: Touch | None, led_to: int | None) -> Proofs:
        """That of the talk, and the most telling; fewer where others would go without; managers share alike."""
        topic = touch.strength if touch else None
        own = [] if topic is None else [topic]
        spare = sum(strength in self._answers for strength in self._left) if self._readers_of_one else len(self._left)
        most = min(MOST_PROOFS, max(_FOR_THE_MANAGER, len(own) + spare - self._readers_of_one))
        share = -(-len(self._left) // self._managers)
        taken = self._taken(min(most - len(own), share), own)
        wanting = _FOR_THE_MANAGER - len(own) - len(taken)
        worthy = [s for s in self._last if self._is_measured(s) or wanting == _FOR_THE_MANAGER][: max(0, wanting)]
        taken += worthy
        self._last = [strength for strength in self._last if strength not in worthy]
        self._managers -= 1
        rank = {need: place for place, need in enumerate(by_importance(self._responsibilities))}
        answers = [self._answer(strength, led_to) for strength in [*own, *taken] if strength in self._answers]
        answers.sort(key=lambda each: (each.strength != topic, not each.follows_the_talk, rank[each.need]))
        return Proofs(
            answers=tuple(answers),
            touching=topic if topic not in self._answers else None,
            surely=bool(touch and touch.near >= _SURELY),
            beside=tuple(strength for strength in taken if strength not in self._answers),
            needs=self._needs(first=[answer.need for answer in answers]),
        )

    def _one(self, person: Person) -> Proofs:
        """What touches the talk with this reader, else the most telling of what is left and makes a clause."""
        touch = self._topics.get(person.name)
        if touch is not None:
            answer = self._answers.get(touch.strength)
            certain = (answer,) if answer and answer.match else ()
            return Proofs(certain, touching=touch.strength, surely=touch.near >= _SURELY)
        sayable = [strength for strength in self._left if can_be_said(self._strengths[strength])]
        if person.role is Role.EXECUTIVE:
            sayable = [s for s in [*sayable, *self._last] if s in self._answers or self._is_measured(s)]
        elif person.talked_about:  # and the talk is enough where nothing bears on the job
            sayable = [strength for strength in sayable if strength in self._answers]
        else:
            sayable = sayable or self._last[:]
        if not sayable:
            return Proofs()
        (self._left if sayable[0] in self._left else self._last).remove(sayable[0])
        if sayable[0] not in self._answers:
            return Proofs(beside=(sayable[0],))
        return Proofs((self._answer(sayable[0], self._led_to.get(person.name)),))

    def _answer(self, strength: int, led_to: int | None) -> Answer:
        answer = self._answers[strength]
        return replace(answer, follows_the_talk=answer.need == led_to)

    def _taken(self, count: int, own: Sequence[int]) -> list[int]:
        """The most telling of what is left; what can only be quoted, where too little makes a sentence.

        Beyond two, what answers no need is told only if it has been counted or measured.
        """
        spoken = [strength for strength in self._left if self._is_spoken(strength)]
        best = (spoken if own or spoken else self._left)[:count]
        enough = _FOR_THE_MANAGER - len(own)
        taken = [s for n, s in enumerate(best) if n < enough or s in self._answers or self._is_measured(s)]
        self._left = [strength for strength in self._left if strength not in taken]
        return taken

    def _is_spoken(self, strength: int) -> bool:
        """True for what makes a clause, and for what the user named as the answer to a need."""
        return _said_so(self._answers.get(strength)) or can_be_said(self._strengths[strength])

    def _is_measured(self, strength: int) -> bool:
        counted = (word.core for word in words_of(self._strengths[strength].text))
        return _is_work(self._strengths[strength]) and any(is_number(core) and core != "one" for core in counted)

    def _needs(self, first: Iterable[int]) -> tuple[int, ...]:
        """The responsibilities, those `first`, then the most important; every manager's letter begins with another."""
        ranked = by_importance(self._responsibilities)
        fresh = [need for need in ranked if need not in self._begun_with]
        needs = tuple(dict.fromkeys([*first, *fresh, *ranked]))
        self._begun_with.update(needs[:1])
        return needs


def can_be_said(strength: Strength) -> bool:
    """True if the strength makes a clause: a bullet that can only be quoted is for the manager, who gets a list."""
    return bool(strength.clause or first_person(strength.text, current=strength.current))


def _is_work(strength: Strength) -> bool:
    """True for what the writer did or does; false for "I am certified …", "I was named …"."""
    return bool(strength.clause) or form_of(strength.text) not in {Form.ADJECTIVE, Form.PASSIVE}


def _said_so(answer: Answer | None) -> bool:
    return answer is not None and answer.match is not None and answer.match.score == _SAID_SO


def _hears_of_one(person: Person) -> bool:
    return person.role in {Role.EXECUTIVE, Role.PANEL, None}


def _talks(interview: Interview, recipients: Sequence[Person]) -> _Talks:
    readers = [person for person in recipients if person.talked_about and _hears_of_strengths(person)]
    topics = [person.talked_about or "" for person in readers]
    to_needs = nearness(topics, _texts(interview.position.responsibilities))
    return _Talks(readers, to_needs, nearness(topics, _texts(interview.candidate.strengths)))


def _near(interview: Interview, talks: _Talks) -> Table:
    """How near each strength is to each responsibility, by their own words or by a talk that touched both."""
    table = nearness(_texts(interview.position.responsibilities), _texts(interview.candidate.strengths))
    for to_needs, to_strengths in zip(talks.to_needs, talks.to_strengths, strict=True):
        for line, touched in zip(table, to_needs, strict=True):
            if touched >= _NEAR:
                line[:] = [max(own, min(touched, other)) for own, other in zip(line, to_strengths, strict=True)]
    return table


def _answers(interview: Interview, near: Table) -> dict[int, Answer]:
    """Strengths with the needs that they answer for certain, and, of what is left open, with those they are near to."""
    responsibilities, strengths = interview.position.responsibilities, interview.candidate.strengths
    certain = match(responsibilities, strengths, limit=max(1, len(responsibilities)))
    found = {pair.strength_index: Answer(pair.responsibility_index, pair.strength_index, pair) for pair in certain}
    closed = {answer.need for answer in found.values()}
    needs = [index for index in range(len(responsibilities)) if index not in closed]
    free = [index for index, strength in enumerate(strengths) if index not in found and can_be_said(strength)]
    least = [_NEAR if _is_work(strengths[index]) else _NEAR_FOR_A_NAME for index in free]
    margins = [[near[need][index] - bar for index, bar in zip(free, least, strict=True)] for need in needs]
    table = [[margin + _EVERY if margin > 0 else 0.0 for margin in line] for line in margins]
    for row, column in best_assignment(table):
        found[free[column]] = Answer(needs[row], free[column])
    return found


def _topics(interview: Interview, talks: _Talks, answers: dict[int, Answer]) -> dict[str, Touch]:
    """The readers with the strength that touches what was talked about with them; managers choose first."""
    strengths = [index for index, each in enumerate(interview.candidate.strengths) if can_be_said(each)]
    table = [
        [max(line[index], needs[answers[index].need] if index in answers else 0.0) for index in strengths]
        for line, needs in zip(talks.to_strengths, talks.to_needs, strict=True)
    ]
    weight = [_FIRST_CHOICE if person.role is Role.HIRING_MANAGER else 1 for person in talks.readers]
    pairs = best_assignment([[weight[row] * (near - _TOUCHING) for near in line] for row, line in enumerate(table)])
    return {talks.readers[row].name: Touch(strengths[column], table[row][column]) for row, column in pairs}


def _led_to(talks: _Talks) -> dict[str, int]:
    """The readers with the responsibility that their talk leads to."""
    nearest = [max(range(len(line)), key=line.__getitem__, default=None) for line in talks.to_needs]
    return {
        person.name: need
        for person, need, line in zip(talks.readers, nearest, talks.to_needs, strict=True)
        if need is not None and line[need] >= _LEADS
    }


def _texts(entries: Sequence[Responsibility] | Sequence[Strength]) -> list[str]:
    return [entry.text for entry in entries]


def _hears_of_strengths(person: Person) -> bool:
    return person.role is Role.HIRING_MANAGER or _hears_of_one(person)


def _by_worth(interview: Interview, near: Table, answers: dict[int, Answer]) -> tuple[list[int], list[int]]:
    """The strengths worth telling, and those that are better than nothing.

    What can be said in a sentence, or the user named, comes first, certain before near, each by the importance of its
    need; what answers none comes after them, and what can only be quoted at the end.
    """
    responsibilities, strengths = interview.position.responsibilities, interview.candidate.strengths
    rank = {need: place for place, need in enumerate(by_importance(responsibilities))}
    closest = [max((line[index] for line in near), default=0.0) for index in range(len(strengths))]

    def worth(index: int) -> tuple[bool, bool, bool, float, int]:
        answer = answers.get(index)
        found = answer.match if answer else None
        place = rank[answer.need] if answer else -closest[index]
        is_quoted = not can_be_said(strengths[index]) and not _said_so(answer)
        return (is_quoted, answer is None, found is None, place, index)

    worthy = {index for index in range(len(strengths)) if index in answers or closest[index] >= _RELATED}
    told = [index for index in worthy if index in answers or can_be_said(strengths[index])]
    unworthy = [index for index in range(len(strengths)) if index not in worthy and closest[index] >= _HARDLY]
    rest = [index for index in unworthy if can_be_said(strengths[index])]
    return sorted(told, key=worth), sorted(rest, key=worth)
