"""What is told to a reader of one strength: one of the panel, or an executive, for whom none was set aside.

The most fitting comes first. Which of it is still left while a set is served is kept in `proving`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from followup_letters.choices import Role
from followup_letters.composing.answering import Answer
from followup_letters.composing.kinds_of_strengths import (
    can_be_said,
    is_deed,
    is_result,
    only_lasted,
    tells_a_result,
)
from followup_letters.composing.needs import need_at, speaks_of
from followup_letters.composing.talks import Talks
from followup_letters.composing.touching import TOUCHING
from followup_letters.composing.worth import LIKELY
from followup_letters.matching.items import may_answer
from followup_letters.models import Interview, Person, Strength

AT_ALL = 0.25  # the nearness to a talk from which a strength may stand beside it, if nothing more is said of the two
_NOT_FAR = 0.1  # and from which one of the panel hears of it rather than of nothing
_WITH_THE_JOB = 0.5  # and to a need, from which one of the panel may, who would hear of nothing else
_OF_THE_JOB = 0.5  # the nearness to a need from which an executive may hear of a result that has no need of its own


@dataclass(frozen=True)
class Left:
    """The strengths that nobody was told, the most telling first, and those that are only better than nothing; and the
    readers of one who are not served yet.
    """

    best: Sequence[int]
    last: Sequence[int]
    waiting: Sequence[Person]


@dataclass(frozen=True)
class ForOne:
    """What is known of the strengths of an interview, whoever is served: how near they come to talks and to needs."""

    interview: Interview
    talks: Talks
    answers: Mapping[int, Answer]
    closest: Sequence[float]
    """How near each strength comes to the need that it is nearest to."""
    made_clear: set[int]
    """What a point to make clear says already."""
    has_manager: bool

    def fitting(self, person: Person, left: Left) -> list[int]:
        """What of that which is `left` may be told to `person`, the most fitting first; nothing may be.

        Where a manager hears of the rest, one of the panel hears of what answers the need that the talk was about, and
        an executive of what answers the most important of what the employer wants to bring about. Where none does, or
        nothing was talked about, both hear of what has most to do with the job; one of the panel who hears of no point
        made clear, of other work that does, or that is not far from the talk.
        """
        sayable = [s for s in left.best if s not in self.made_clear and can_be_said(self._strengths[s])]
        sayable = [s for s in sayable if not self._is_of(person, s)]
        answering = [s for s in sayable if s in self.answers]
        is_silent = bool(person.talked_about and self.has_manager and self.interview.position.responsibilities)
        if person.role is Role.EXECUTIVE:
            return self._for_an_executive(person, answering, [*sayable, *left.last], is_silent)
        need = self.talks.need_of(person) if person.talked_about else None
        if need is None and not is_silent:
            return [*(answering or sayable or left.last)]
        own = [strength for strength in answering if self.answers[strength].need == need]
        near = self.talks.nearness_of_talk(person)
        beside = self._nearest_deeds(person, sayable, left, TOUCHING if person.clarify else AT_ALL)
        results = [s for s in answering if is_result(self._strengths[s]) and self._names_its_need(s)]
        deeds = [s for s in answering if self._surely_answers(s)]
        lasted = [s for s in sayable if only_lasted(self._strengths[s]) and near[s] >= TOUCHING]
        return own or list(dict.fromkeys([*beside, *lasted, *results, *deeds]))

    def at_least(self, person: Person, left: Left) -> list[int]:
        """What may be told where nothing fits: years of what was talked about, then what is not far from the talk; to
        an executive also years of such work, what touches the talk, or is a result.
        """
        free = [s for s in (*left.best, *left.last) if s not in self.made_clear and can_be_said(self._strengths[s])]
        near = self.talks.nearness_of_talk(person)
        lasted = [s for s in free if only_lasted(self._strengths[s])]
        years = [s for s in lasted if near[s] >= TOUCHING]
        if person.role is not Role.EXECUTIVE:
            not_far = [] if person.clarify else self._nearest_deeds(person, free, left, _NOT_FAR)
            return [*years, *not_far, *([] if person.clarify else self._results_of_the_job(free))]
        years = list(dict.fromkeys([*years, *(s for s in lasted if self.closest[s] >= _OF_THE_JOB)]))
        touching = [s for s in free if is_deed(self._strengths[s]) and near[s] >= TOUCHING]
        results = [s for s in free if is_result(self._strengths[s])]
        results = [s for s in results if s in self.answers or tells_a_result(self._strengths[s])]
        results.sort(key=lambda s: (not tells_a_result(self._strengths[s]), -near[s]))
        return [*sorted(touching, key=lambda s: -near[s]), *years, *results]

    @property
    def _strengths(self) -> Sequence[Strength]:
        return self.interview.candidate.strengths

    def _for_an_executive(
        self, person: Person, answering: Sequence[int], sayable: Sequence[int], is_silent: bool
    ) -> list[int]:
        """What answers an aim, then results; where a manager hears of the rest, those near to talk or job."""
        near = self.talks.nearness_of_talk(person)
        aims = [s for s in answering if need_at(self.interview, self.answers[s].need).is_large]
        results = [s for s in sayable if s in self.answers or is_result(self._strengths[s])]
        if is_silent:
            results = [s for s in results if is_result(self._strengths[s])]
            results = [s for s in results if near[s] >= AT_ALL or self.closest[s] >= _OF_THE_JOB]
        return list(dict.fromkeys([*aims, *results]))

    def _results_of_the_job(self, free: Sequence[int]) -> list[int]:
        """The results of `free` that have to do with the job, whatever was talked about: better than no work at all."""
        results = [s for s in free if is_result(self._strengths[s]) and may_answer(self._strengths[s])]
        results = [s for s in results if self.closest[s] >= _WITH_THE_JOB]
        return sorted(results, key=lambda s: (not tells_a_result(self._strengths[s]), -self.closest[s]))

    def _nearest_deeds(self, person: Person, free: Sequence[int], left: Left, enough: float) -> list[int]:
        """The deeds that are so near to the talk, the nearest first, but for what is nearer to another's."""
        near = self.talks.nearness_of_talk(person)
        deeds = [s for s in free if is_deed(self._strengths[s]) and near[s] >= enough]
        return sorted((s for s in deeds if not self._is_for_another(person, s, left)), key=lambda s: -near[s])

    def _is_for_another(self, person: Person, strength: int, left: Left) -> bool:
        """True if the talk with another, who is still to be served, comes nearer to the strength than this one's."""
        mine = self.talks.nearness_of_talk(person)[strength]
        others = [
            self.talks.nearness_of_talk(other)[strength]
            for other in left.waiting
            if other.talked_about and other.name != person.name and other.role is not Role.EXECUTIVE
        ]
        return max(others, default=0.0) >= max(mine, AT_ALL)

    def _is_of(self, person: Person, strength: int) -> bool:
        """True if what the strength answers is to be done with `person`: "lead nine matchers", to a matcher."""
        answer = self.answers.get(strength)
        return answer is not None and speaks_of(person, self.interview.position.responsibilities[answer.need].text)

    def _surely_answers(self, strength: int) -> bool:
        """True for a deed that is told with the need that it answers."""
        is_sure = self.answers[strength].match is not None or self.answers[strength].likely >= LIKELY
        return is_sure and is_deed(self._strengths[strength]) and self._names_its_need(strength)

    def _names_its_need(self, strength: int) -> bool:
        """True if a sentence can name what the strength answers, without which it would seem to speak of the talk."""
        need = need_at(self.interview, self.answers[strength].need)
        return need.framed or bool(need.named or need.wanted)
