"""Which strength touches the talk with a reader, or that reader's own field, and so goes to no other."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from followup_letters.choices import Role
from followup_letters.composing.answering import Answer, was_said_so
from followup_letters.composing.echoes import is_about, share_a_word
from followup_letters.composing.kinds_of_strengths import can_be_said, is_deed, is_result, tells_a_result
from followup_letters.composing.talks import SURELY, Table, Talks, hears_of_one
from followup_letters.matching.assigning import best_assignment
from followup_letters.matching.items import by_importance, is_unranked
from followup_letters.models import Interview, Person

FOR_THE_MANAGER = 2  # proofs that a manager keeps before others are served
TOUCHING = 0.3  # the nearness from which a strength goes to the reader with whom the topic was talked about
_OF_THE_TALK = 0.45  # and from which a manager would rather tell another, for one of the panel talked about just that
_FOR_A_MANAGER = 0.5  # and the same for a manager, who hears of more than one
_JUST_THAT = 0.9  # the nearness from which one of the panel talked about just what a strength says
_RATHER_THEIRS = 0.4  # the nearness to the talk with an executive from which a manager leaves a result to that letter
_FOR_A_NAME = 0.4  # and from which one of the panel hears of years, or of a certificate: "the Award in Food Safety"
_IN_THE_FIELD = 0.5  # or to the reader whose own title it is near to
HAS_TO_DO = 0.8  # of nearness and likeness, from which a strength has to do with a talk; read off thirty talks
_MAY_ANSWER = 0.72  # and for an executive, who is to hear of the one result that answers what was said
_FIRST_CHOICE = 100  # what a manager's topic counts beside that of others
_FAINTLY = 0.2  # the nearness from which one of the panel hears of what has to do with a talk that nothing touches
_BY_A_WORD = 0.1  # and from which of what the talk speaks of too: "a new mechanic", "seven mechanics"
_SLIGHT = 0.1  # what such a nearness counts beside one that touches


@dataclass(frozen=True)
class Touch:
    """A strength that touches what was talked about with a reader, or the reader's own field."""

    strength: int
    near: float
    """How near it comes to the talk."""


def touches_of(
    interview: Interview, talks: Talks, answers: dict[int, Answer], told_elsewhere: Mapping[str, set[int]]
) -> dict[str, Touch]:
    """The readers with the strength that touches their talk, or their own field; managers choose first.

    Nobody takes from a manager what answers the most important needs; and a manager who has enough else leaves a
    strength to the reader whose talk it comes nearest to. One of the panel whose talk nothing touches hears of what has
    something to do with it. `told_elsewhere` has for each reader what is not to be told again.
    """
    strengths = [index for index, each in enumerate(interview.candidate.strengths) if can_be_said(each)]
    by_talk = _touching(strengths, talks.to_strengths, talks.to_needs, answers)
    for line, reader in zip(by_talk, talks.readers, strict=True):
        line[:] = [0.0 if s in told_elsewhere[reader.name] else near for s, near in zip(strengths, line, strict=True)]
    _strike_by_chance(interview, talks, strengths, by_talk, answers)
    rows = [row for row, reader in zip(by_talk, talks.readers, strict=True) if reader.role is not Role.HIRING_MANAGER]
    slight = [_slightly(interview, reader, strengths, row) for row, reader in zip(by_talk, talks.readers, strict=True)]
    slightly_wanted = {s for row in slight for s, near in zip(strengths, row, strict=True) if near}
    theirs = _not_an_executives(interview, talks, strengths, by_talk, answers)
    surely = _surely_talked_about(talks, strengths, by_talk)
    kept = _for_managers(interview, talks, theirs, _wanted(talks, strengths, by_talk), slightly_wanted, surely)
    deeds = {s for s in strengths if is_deed(interview.candidate.strengths[s])}
    results = {s for s in strengths if is_result(interview.candidate.strengths[s])}
    for line, reader in zip(by_talk, talks.readers, strict=True):
        # Beside a talk deeds are told, unless it was about just what is none; to an executive, results alone.
        told, enough = (results, math.inf) if reader.role is Role.EXECUTIVE else (deeds, _FOR_A_NAME)
        line[:] = [near if near >= enough or s in told else 0.0 for s, near in zip(strengths, line, strict=True)]
    claimed = {strengths[_nearest(row)] for row in rows if row and max(row) >= TOUCHING}
    if len(answers.keys() - claimed) >= FOR_THE_MANAGER:
        _leave_to_the_nearest(talks, strengths, by_talk, kept)
    by_field = _touching(strengths, talks.titles_to_strengths, talks.titles_to_needs, answers)
    by_field = [[near if s in deeds else 0.0 for s, near in zip(strengths, line, strict=True)] for line in by_field]
    _leave_to_managers(talks, strengths, (by_talk, by_field, slight), kept)
    for talk, field in zip(by_talk, by_field, strict=True):
        if max(talk, default=0.0) >= TOUCHING:  # a title counts only where the talk touches nothing
            field[:] = [0.0] * len(field)
    wishes = [
        [_wish(person, *nears) for nears in zip(by_talk[row], by_field[row], slight[row], strict=True)]
        for row, person in enumerate(talks.readers)
    ]
    return {
        talks.readers[row].name: Touch(
            strengths[column], max(by_talk[row][column], _FAINTLY if slight[row][column] else 0.0)
        )
        for row, column in best_assignment(wishes)
    }


def _leave_to_managers(talks: Talks, strengths: Sequence[int], tables: Sequence[Table], kept: set[int]) -> None:
    """Strike what managers keep from the lines of the others, however surely their talk was about just that."""
    for person, *lines in zip(talks.readers, *tables, strict=True):
        if person.role is not Role.HIRING_MANAGER:
            for line in lines:
                line[:] = [0.0 if s in kept else near for s, near in zip(strengths, line, strict=True)]


def _slightly(interview: Interview, person: Person, strengths: Sequence[int], line: Sequence[float]) -> list[float]:
    """How near deeds come that have something to do with the talk with one of the panel, where no deed touches it."""
    topic, noted = person.talked_about or "", interview.candidate.strengths
    of_deeds = [near if is_deed(noted[s]) else 0.0 for s, near in zip(strengths, line, strict=True)]
    is_one = hears_of_one(person) and person.role is not Role.EXECUTIVE and not person.clarify
    if not is_one or max(of_deeds, default=0.0) >= TOUCHING:
        return [0.0] * len(line)

    def has_to_do(text: str, near: float) -> bool:
        shares = near >= _BY_A_WORD and share_a_word(topic, text)
        return shares or (near >= _FAINTLY and is_about(topic, text, near, HAS_TO_DO))

    return [near if has_to_do(noted[s].text, near) else 0.0 for s, near in zip(strengths, of_deeds, strict=True)]


def _strike_by_chance(
    interview: Interview, talks: Talks, strengths: Sequence[int], by_talk: Table, answers: dict[int, Answer]
) -> None:
    """Strike from the lines of those who are no managers what comes near to their talk by a word or two alone."""
    noted, asked = interview.candidate.strengths, interview.position.responsibilities
    problem = [interview.outlook.problem.what] if interview.outlook.problem else []
    for person, line in zip(talks.readers, by_talk, strict=True):
        for column, strength in enumerate(strengths):
            if person.role is Role.HIRING_MANAGER or line[column] < TOUCHING:
                continue
            answer = answers.get(strength)
            told = [noted[strength].text, *([asked[answer.need].text] if answer else [])]
            talked = [person.talked_about or "", *problem * (person.role is Role.EXECUTIVE)]
            enough = _MAY_ANSWER if person.role is Role.EXECUTIVE else HAS_TO_DO
            if not any(is_about(topic, text, line[column], enough) for topic in talked for text in told):
                line[column] = 0.0


def _leave_to_the_nearest(talks: Talks, strengths: Sequence[int], by_talk: Table, kept: set[int]) -> None:
    """Strike from the managers' lines what surely is nearer to the talk with somebody else, but for what they keep."""
    is_manager = [reader.role is Role.HIRING_MANAGER for reader in talks.readers]
    for column, strength in enumerate(strengths):
        others = (line[column] for line, managing in zip(by_talk, is_manager, strict=True) if not managing)
        nearest = max(others, default=0.0)
        for line, managing in zip(by_talk, is_manager, strict=True):
            if managing and strength not in kept and nearest >= SURELY and line[column] < nearest:
                line[column] = 0.0


def _claim_of(reader: Person) -> float:
    """The nearness from which a manager would rather keep another strength than what that reader talked about."""
    return TOUCHING if reader.role is Role.EXECUTIVE else _OF_THE_TALK


def _wish(person: Person, talk: float, field: float, slight: float) -> float:
    """How much a reader is to have a strength so near to the talk, or to the field."""
    is_manager = person.role is Role.HIRING_MANAGER
    over = max(talk - (_FOR_A_MANAGER if is_manager else TOUCHING), field - _IN_THE_FIELD, slight * _SLIGHT)
    return (_FIRST_CHOICE if is_manager else 1) * over


def _wanted(talks: Talks, strengths: Sequence[int], by_talk: Table) -> dict[Role | None, set[int]]:
    """What touches the talks with others than managers, by their roles."""
    wanted: dict[Role | None, set[int]] = {}
    for reader, row in zip(talks.readers, by_talk, strict=True):
        if reader.role is not Role.HIRING_MANAGER:
            near = {s for s, each in zip(strengths, row, strict=True) if each >= _claim_of(reader)}
            wanted[reader.role] = wanted.get(reader.role, set()) | near
    return wanted


def _not_an_executives(
    interview: Interview, talks: Talks, strengths: Sequence[int], by_talk: Table, answers: dict[int, Answer]
) -> dict[int, Answer]:
    """`answers` without the one result that comes near to what an executive spoke of, if managers have enough besides.

    An executive hears of one; a manager, of what else answers the needs, and rather of what answers the first of them,
    where another result is left.
    """
    theirs: set[int] = set()
    results = {s for s in strengths if is_result(interview.candidate.strengths[s])}
    needs = interview.position.responsibilities
    answered = {answer.need: s for s, answer in answers.items()}
    by_rank = [answered[need] for need in by_importance(needs) if need in answered]
    first = by_rank[:1] if not is_unranked(needs) else []
    for person, line in zip(talks.readers, by_talk, strict=True):
        if person.role is Role.EXECUTIVE and max(line, default=0.0) >= _RATHER_THEIRS:
            nearest = strengths[_nearest(line)]
            is_a_managers = nearest in first and max(line) < SURELY and len(results) > FOR_THE_MANAGER
            theirs |= {nearest} & results if not is_a_managers else set()
    others = {strength: answer for strength, answer in answers.items() if strength not in theirs}
    managers = sum(person.role is Role.HIRING_MANAGER for person in talks.readers)
    return others if len(others) >= FOR_THE_MANAGER * managers else answers


def _nearest(line: Sequence[float]) -> int:
    """Where the greatest of some numbers stands."""
    return max(range(len(line)), key=line.__getitem__)


def _surely_talked_about(talks: Talks, strengths: Sequence[int], by_talk: Table) -> set[int]:
    """The strengths that the panel talked about just so, each reader's nearest; none where few others are left."""
    rows = [
        row
        for row, person in zip(by_talk, talks.readers, strict=True)
        if hears_of_one(person) and max(row, default=0.0) >= _JUST_THAT
    ]
    surely = {strengths[_nearest(row)] for row in rows}
    managers = sum(person.role is Role.HIRING_MANAGER for person in talks.readers)
    return surely if len(strengths) - len(surely) >= FOR_THE_MANAGER * managers else set()


def _for_managers(
    interview: Interview,
    talks: Talks,
    answers: dict[int, Answer],
    wanted: Mapping[Role | None, set[int]],
    slightly_wanted: set[int],
    surely_theirs: set[int],
) -> set[int]:
    """The strengths that managers keep: what answers the most important need of all, and one more for each manager.

    That one is none of `surely_theirs`, rather none of the `wanted`, which touch the talk with somebody else, nor of
    what only has to do with it. In a long list without ranks those are results, but for what an executive would hear
    of.
    """
    large = wanted.get(Role.EXECUTIVE, set())
    managers = sum(person.role is Role.HIRING_MANAGER for person in talks.readers)
    strengths, needs = interview.candidate.strengths, interview.position.responsibilities
    by_need = {answer.need: s for s, answer in answers.items() if can_be_said(strengths[s]) or was_said_so(answer)}
    answered = [by_need[need] for need in by_importance(needs) if need in by_need]
    by_somebody = set[int]().union(*wanted.values())
    if is_unranked(needs):
        answered.sort(key=lambda strength: (strength in large, not tells_a_result(strengths[strength])))
        by_somebody = {s for s in by_somebody if not tells_a_result(strengths[s])} | large
    left = [strength for strength in answered[managers:] if strength not in surely_theirs]
    others = sorted(left, key=lambda each: (each in by_somebody, each in slightly_wanted))
    return {*answered[:managers], *others[: (FOR_THE_MANAGER - 1) * managers]}


def _touching(strengths: Sequence[int], to_strengths: Table, to_needs: Table, answers: dict[int, Answer]) -> Table:
    """How near each text comes to each of `strengths`, if only by way of the need that it answers."""
    return [
        [max(line[index], by_way_of(answers.get(index), needs)) for index in strengths]
        for line, needs in zip(to_strengths, to_needs, strict=True)
    ]


def by_way_of(answer: Answer | None, needs: Sequence[float]) -> float:
    """How near a text that comes so near to each of `needs` is brought to a strength by the need it answers."""
    return needs[answer.need] * answer.likely if answer else 0.0
