"""Which strength is told after which need: where it answers for certain (a match), and where it is only near.

What is only near is told without the claim that it answers (R24, R25).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from followup_letters.composing.kinds_of_strengths import (
    ANSWERS_FOR,
    can_be_said,
    is_certificate,
    is_deed,
    is_result,
    never_happened,
    only_lasted,
    tells_a_result,
    was_taught,
)
from followup_letters.composing.talks import Table, texts
from followup_letters.lexicon.ideas import ideas
from followup_letters.matching import Match, match
from followup_letters.matching.assigning import best_assignment
from followup_letters.matching.items import by_importance, may_answer, may_be_answered
from followup_letters.matching.nearness import nearness
from followup_letters.matching.partners import partners
from followup_letters.matching.terms import read, stems_of
from followup_letters.models import Interview, Responsibility, Strength

_TOLD = 0.3  # how likely a strength belongs to a need, from which it is told after it
_TOLD_IN_OTHER_WORDS = 0.47  # the same where the two have no word in common
_TOLD_FOR_A_NAME = 0.65  # the same for what the writer is, was called, or has spent years in, rather than did
_NAMED_BY = 2  # words of a need that a name, or a length of time, must say again to answer it for certain
_EVERY = 1.0  # what a need is worth beside how likely its strength is, so that more needs find one
_FIRST = 0.3  # and what the most important need is worth beside the least
_SAID_SO = 1.0  # the score of a match that the user named
_NOT_FAR_OFF = 0.05  # from which a result that shares an idea may take the place of a name
_AS_NEAR = 0.5  # the nearness from which a result may be told instead of what comes a little nearer
_NEARLY = 0.1  # by which a match may be less near than another strength, and stand
_YIELDS = 0.5  # the nearness from which a name could be told after a need, and so yields to a deed
_FAR = 0.5  # by which a match of words alone may be less near than another need, and count for more
_ELSEWHERE = 0.9  # the nearness to another need from which an idea in common does not make a match
_NEARER_BY = 0.4  # by how much that one must be nearer
_SURER = 0.65  # the score from which a match counts for more than any need that its strength is near to
_FIRM = 0.75  # the score from which a match stands, and a sentence may say that the work is known


@dataclass(frozen=True)
class Answer:
    """A need and the strength told after it, by their positions in the input; `match` is None where it is only near.

    `likely` says how likely the two belong together, from 0 to 1.
    """

    need: int
    strength: int
    match: Match | None = None
    likely: float = 1.0

    def of(self, strength: int) -> Answer:
        """The same answer, its strength counted as `strength`."""
        return replace(self, strength=strength, match=self.match and replace(self.match, strength_index=strength))

    @property
    def is_firm(self) -> bool:
        """True if the strength answers the need so surely that a sentence may say so."""
        return self.match is not None and _is_firm(self.match)


def answers_of(interview: Interview, near: Table) -> dict[int, Answer]:
    """Strengths with the needs that they answer: by the user's word or for certain, then those that likely do."""
    responsibilities, strengths = interview.position.responsibilities, interview.candidate.strengths
    near = _yielding(interview, near)
    certain = {
        (pair.responsibility_index, pair.strength_index): pair
        for pair in _matches(responsibilities, strengths)
        if pair.score == _SAID_SO
        or not _is_only_in_the_way(near[pair.responsibility_index], pair.strength_index, strengths)
    }
    for (need, strength), pair in certain.items():  # which is more often right than what is only near
        is_far = near[need][strength] < max(row[strength] for row in near) - _FAR
        by_an_idea = _say_it_otherwise(responsibilities[need], strengths[strength])
        if is_deed(strengths[strength]) and ((by_an_idea and not _is_elsewhere(near, need, strength)) or not is_far):
            column = [row[strength] for row in near] if pair.score >= _SURER else []
            near[need][strength] = max([*near[need], *column])
    found = {
        strength: Answer(need, strength, pair)
        for (need, strength), pair in certain.items()
        if pair.score == _SAID_SO or _stands(pair, near, strengths[strength], responsibilities[need])
    }
    for need, strength, likely in _likely_pairs(interview, near, found):
        found[strength] = Answer(need, strength, certain.get((need, strength)), likely)
    if not found and len(responsibilities) == len(strengths) == 1 and _is_meant(strengths[0], responsibilities[0]):
        return {0: Answer(0, 0, likely=_TOLD_IN_OTHER_WORDS)}
    return _by_results(interview, near, _moved_on(interview, near, found))


def _is_meant(strength: Strength, need: Responsibility) -> bool:
    """True for a deed that may answer the need: whoever notes one of each means the one for the other."""
    return may_answer(strength) and may_be_answered(need) and is_deed(strength) and can_be_said(strength)


def _is_elsewhere(near: Table, need: int, strength: int) -> bool:
    """True if a match is far from the need, and the strength comes surely near to another: an idea in common is chance.

    "Certificates kept in date" and "a repairs line, which takes 70 calls a week" both speak of time.
    """
    nearest = max(row[strength] for row in near)
    return nearest >= _ELSEWHERE and near[need][strength] < nearest - _NEARER_BY


def _moved_on(interview: Interview, near: Table, found: dict[int, Answer]) -> dict[int, Answer]:
    """`found`, where a strength leaves its need to another that comes nearer, and answers one that else none would.

    "Cut turnaround at a two-kettle plant" is near to the kettle change, but "Led two kettle changes" is nearer, and the
    turnaround is a need of its own.
    """
    responsibilities, strengths = interview.position.responsibilities, interview.candidate.strengths
    moved = dict(found)
    for strength in sorted(found):
        answer = moved.get(strength)
        if answer is None:  # it was left out for one that moved
            continue
        free = [i for i, each in enumerate(strengths) if i not in moved and may_answer(each) and is_deed(each)]
        nearer = [i for i in free if near[answer.need][i] >= near[answer.need][strength] and can_be_said(strengths[i])]
        closed = {each.need for each in moved.values() if each.match is not None or each.likely >= _TOLD_FOR_A_NAME}
        closed.add(answer.need)
        open_needs = [
            need
            for need, each in enumerate(responsibilities)
            if need not in closed
            and may_be_answered(each)
            and near[need][strength] >= _AS_NEAR
            and not _stems(each).isdisjoint(_stems(strengths[strength]))
        ]
        if nearer and open_needs and not was_said_so(answer):
            other = max(nearer, key=near[answer.need].__getitem__)
            need = max(open_needs, key=lambda each: near[each][strength])
            moved = {each: told for each, told in moved.items() if told.need != need}
            moved[other] = Answer(answer.need, other, likely=near[answer.need][other])
            moved[strength] = Answer(need, strength, likely=near[need][strength])
    return moved


def _by_results(interview: Interview, near: Table, found: dict[int, Answer]) -> dict[int, Answer]:
    """`found`, where a result that comes as near to a need as what is only near to it is told instead.

    "I hear appeals every Thursday" and "Appeal backlog: 600 down to under 50" both speak of "Decide appeals".
    """
    strengths = interview.candidate.strengths
    free = [index for index, each in enumerate(strengths) if index not in found and may_answer(each)]
    free = [index for index in free if can_be_said(strengths[index]) and tells_a_result(strengths[index])]
    told: dict[int, Answer] = {}
    for strength, answer in found.items():
        row = near[answer.need]
        rival = max(free, key=row.__getitem__, default=strength)
        is_as_near = row[rival] >= max(_AS_NEAR, row[strength] - _NEARLY)
        if rival != strength and is_as_near and answer.match is None and not tells_a_result(strengths[strength]):
            free.remove(rival)
            told[rival] = replace(answer, strength=rival)
        else:
            told[strength] = answer
    return told


def _is_only_in_the_way(row: Sequence[float], strength: int, strengths: Sequence[Strength]) -> bool:
    """True for what makes no sentence, where another that does comes nearer to the need."""
    if can_be_said(strengths[strength]):
        return False
    enough = max(_AS_NEAR, row[strength])
    return any(near > enough and can_be_said(each) for near, each in zip(row, strengths, strict=True))


def _likely_pairs(interview: Interview, near: Table, found: dict[int, Answer]) -> list[tuple[int, int, float]]:
    """The needs that are not settled, with the free strengths that likely answer them, and how likely."""
    responsibilities, strengths = interview.position.responsibilities, interview.candidate.strengths
    closed = {answer.need for answer in found.values()}
    needs = [index for index, each in enumerate(responsibilities) if index not in closed and may_be_answered(each)]
    free = [
        index
        for index, each in enumerate(strengths)
        if index not in found and may_answer(each) and not was_taught(each)
    ]
    likely = partners([[near[need][index] for index in free] for need in needs])
    order = by_importance(responsibilities)
    early = [_FIRST * (1 - order.index(need) / len(order)) for need in needs]
    worth = [
        [
            _worth(_bar_after(responsibilities[need], strengths[index]), each, more)
            for index, each in zip(free, row, strict=True)
        ]
        for need, row, more in zip(needs, likely, early, strict=True)
    ]
    return [(needs[row], free[column], likely[row][column]) for row, column in best_assignment(worth)]


def _stands(pair: Match, near: Table, strength: Strength, need: Responsibility) -> bool:
    """True if a match is settled: it is as near as any other, and no name that hardly speaks of the need."""
    row = near[pair.responsibility_index]
    if row[pair.strength_index] < max(row) - _NEARLY or not (is_deed(strength) or _names(strength, need)):
        return False
    return _is_firm(pair) or (
        can_be_said(strength) and row[pair.strength_index] >= max(line[pair.strength_index] for line in near)
    )


def _matches(responsibilities: Sequence[Responsibility], strengths: Sequence[Strength]) -> list[Match]:
    """What is matched for certain: by the user's word, then deeds, then names and lengths of time for what is left."""
    most = max(1, len(responsibilities))
    silent = [each if each.answers or is_deed(each) else each.with_(answers=()) for each in strengths]
    kept = list(match(responsibilities, silent, limit=most))
    for pair in match(responsibilities, strengths, limit=most) if silent != list(strengths) else ():
        if all(
            pair.responsibility_index != other.responsibility_index and pair.strength_index != other.strength_index
            for other in kept
        ):
            kept.append(pair)
    return kept


def _yielding(interview: Interview, near: Table) -> list[list[float]]:
    """`near`, where a result takes the place of a name, or a length of time, if it shares a word as rare with the need.

    "16 years of concrete testing" comes nearest to "Keep the accreditation for concrete", but "Passed five
    accreditation assessments" says what was done about it.
    """
    responsibilities, strengths = interview.position.responsibilities, interview.candidate.strengths
    asked, told = list(map(_stems, responsibilities)), list(map(_stems, strengths))
    texts_with = Counter(stem for stems in (*asked, *told) for stem in stems)
    results = [index for index, each in enumerate(strengths) if is_result(each)]
    names = [index for index, each in enumerate(strengths) if not is_deed(each)]
    yielding = [list(row) for row in near]
    for need, row in enumerate(yielding):
        shared = [_shared(responsibilities[need], each) for each in strengths]
        rarest = [min((texts_with[stem] for stem in asked[need] & stems), default=math.inf) for stems in told]
        for name in (name for name in names if row[name] >= _YIELDS):
            rival = max(
                (
                    i
                    for i in results
                    if rarest[i] <= rarest[name] < math.inf or (row[i] >= _NOT_FAR_OFF and shared[i] & shared[name])
                ),
                key=row.__getitem__,
                default=name,
            )
            row[rival], row[name] = max(row[rival], row[name]), min(row[rival], row[name])
    return yielding


def _shared(need: Responsibility, strength: Strength) -> set[int]:
    """The ideas of a few trades that both speak of."""
    both = read(need.text).ideas.keys() & read(strength.text).ideas.keys()
    return {number for number in both if not ideas()[number].is_common}


def _say_it_otherwise(need: Responsibility, strength: Strength) -> bool:
    """True if both speak of an idea of a few trades, each in a word of its own: "unhurt" and "injury"."""
    asked, told = read(need.text).ideas, read(ANSWERS_FOR.sub("", strength.text)).ideas
    return any(
        {each.stems for each in asked[number]}.isdisjoint(each.stems for each in told[number])
        for number in _shared(need, strength) & told.keys()
    )


def _names(strength: Strength, need: Responsibility) -> bool:
    """True if a name, or a length of time, says two words of the need again, or all that it has."""
    asked = _stems(need)
    return len(asked & _stems(strength)) >= min(_NAMED_BY, len(asked))


def _stems(noted: Responsibility | Strength) -> frozenset[str]:
    return frozenset(stems_of(noted.text))


def _is_firm(pair: Match) -> bool:
    return pair.score >= _FIRM


def _worth(bar: float, likely: float, more: float) -> float:
    """What it is worth to tell a strength with that `bar` after a need that it so `likely` answers; `more` if early."""
    return likely - bar + more + _EVERY if likely >= bar else 0.0


def near_needs(interview: Interview) -> Table:
    """How near each strength is to each responsibility: a line for each responsibility."""
    return nearness(texts(interview.position.responsibilities), texts(interview.candidate.strengths))


def _bar(strength: Strength) -> float:
    """The bar for a strength: higher for what the writer is, was called, has so many years or a certificate of, and for
    what never happened.

    What makes no clause is never told so.
    """
    if not can_be_said(strength):
        return math.inf
    is_done = is_deed(strength) and not (is_certificate(strength) or never_happened(strength))
    return _TOLD if is_done else _TOLD_FOR_A_NAME


def _bar_after(need: Responsibility, strength: Strength) -> float:
    """The bar for a strength after that need: higher in other words; a length of time is told of what it names."""
    if only_lasted(strength) and not _names(strength, need):
        return math.inf
    bar = _bar(strength)
    return max(bar, _TOLD_IN_OTHER_WORDS) if _stems(need).isdisjoint(_stems(strength)) else bar


def was_said_so(answer: Answer | None) -> bool:
    """True if the user named this strength as the answer."""
    return answer is not None and answer.match is not None and answer.match.score == _SAID_SO
