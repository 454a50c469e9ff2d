"""Which strength is told after which need: where it answers for certain (a match), and where it is only near.

What is only near is told without the claim that it answers (R24, R25).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from followup_letters.composing.talks import Table, Talks, texts
from followup_letters.matching import Match, match
from followup_letters.matching.assigning import best_assignment
from followup_letters.matching.nearness import nearness
from followup_letters.models import Interview, Strength
from followup_letters.wording.forms import Form, form_of
from followup_letters.wording.nouns import is_year
from followup_letters.wording.objects import is_number, words_of
from followup_letters.wording.saying import first_person

_NEAR = 0.5  # the nearness from which a strength is told after a need
_NEAR_FOR_A_NAME = 0.99  # the same for what the writer is, was called, or has spent years in, rather than did
_BY_A_TALK = 0.39  # what a talk alone can make of it: worth telling, and no answer
_RIVAL = 1.5  # times as likely as any other open need or strength for one of the two: what is told must be that
_EVERY = 1.0  # what a need is worth beside how near its strength comes, so that more needs find one
_ALMOST = 1e-9  # of a nearness, which may be 1
_SAID_SO = 1.0  # the score of a match that the user named
_FIRM = 0.75  # the score from which a match stands, whatever else its need or its strength may be near to
_FIRM_FOR_A_NAME = 0.9  # the same for what the writer is, was called, or has spent years in


@dataclass(frozen=True)
class Answer:
    """A need and the strength told after it, by their positions in the input; `match` is None where it is only near."""

    need: int
    strength: int
    match: Match | None = None

    @property
    def is_firm(self) -> bool:
        """True if the strength answers the need so surely that a sentence may say so."""
        return self.match is not None and self.match.score >= _FIRM


def answers_of(interview: Interview, near: Table, bridges: dict[int, int]) -> dict[int, Answer]:
    """Strengths with the needs that they answer for certain, and, of what is left open, with those they are near to."""
    responsibilities, strengths = interview.position.responsibilities, interview.candidate.strengths
    matches = match(responsibilities, strengths, limit=max(1, len(responsibilities)))
    firm = [pair for pair in matches if pair.score >= _bar(strengths[pair.strength_index], _FIRM, _FIRM_FOR_A_NAME)]
    found = {pair.strength_index: _answer(pair) for pair in firm}
    doubtful = {(pair.responsibility_index, pair.strength_index): pair for pair in matches if pair not in firm}
    _follow({s: n for s, n in bridges.items() if near[n][s] >= _NEAR}, found)
    closed = {answer.need for answer in found.values()}
    needs = [index for index in range(len(responsibilities)) if index not in closed]
    open_strengths = [index for index in range(len(strengths)) if index not in found]
    odds = {(need, index): _odds(near[need][index]) for need in needs for index in open_strengths}
    rivals = _Rivals(odds)
    worth = {pair: _worth(strengths[pair[1]], near[pair[0]][pair[1]], rivals.of(pair)) for pair in odds}
    free = [index for index in open_strengths if can_be_said(strengths[index])]
    for row, column in best_assignment([[worth[need, index] for index in free] for need in needs]):
        need, strength = needs[row], free[column]
        found[strength] = Answer(need, strength, doubtful.pop((need, strength), None))
    _keep({pair: match for pair, match in doubtful.items() if worth.get(pair, 0.0) > 0}, found)
    return found


def _answer(pair: Match) -> Answer:
    return Answer(pair.responsibility_index, pair.strength_index, pair)


def _keep(doubtful: Mapping[tuple[int, int], Match], found: dict[int, Answer]) -> None:
    """Let a match that is not firm stand where neither its need nor its strength was wanted elsewhere."""
    for (need, strength), pair in doubtful.items():
        if strength not in found and need not in {answer.need for answer in found.values()}:
            found[strength] = _answer(pair)


def _follow(bridges: dict[int, int], found: dict[int, Answer]) -> None:
    """Let what a talk joins stand together, unless the user said otherwise or the need has its answer."""
    for strength, need in bridges.items():
        if not was_said_so(found.get(strength)) and need not in {answer.need for answer in found.values()}:
            found[strength] = Answer(need, strength)


def _worth(strength: Strength, near: float, rival: float) -> float:
    """What it is worth to tell a strength that comes so `near` to a need, where `rival` is the best other odds.

    Told in odds, which still differ where all are near. What has a likelier partner is worth nothing here.
    """
    bar = _bar(strength, _NEAR, _NEAR_FOR_A_NAME)
    if near <= bar or _odds(near) < _RIVAL * rival:
        return 0.0
    return math.log(_odds(near) / _odds(bar)) + _EVERY


class _Rivals:
    """The odds of every open need with every open strength, and what else each of the two might be told with."""

    def __init__(self, odds: Mapping[tuple[int, int], float]) -> None:
        self._odds = odds
        self._of_need: dict[int, list[float]] = {}
        self._of_strength: dict[int, list[float]] = {}
        for (need, strength), each in odds.items():
            _keep_two_best(self._of_need.setdefault(need, [0.0, 0.0]), each)
            _keep_two_best(self._of_strength.setdefault(strength, [0.0, 0.0]), each)

    def of(self, pair: tuple[int, int]) -> float:
        """The best odds of another strength for the need of `pair`, or of another need for its strength."""
        own = self._odds[pair]
        return max(_but(own, self._of_need[pair[0]]), _but(own, self._of_strength[pair[1]]))


def _keep_two_best(best: list[float], odds: float) -> None:
    best[:] = sorted([*best, odds], reverse=True)[:2]


def _but(own: float, best: Sequence[float]) -> float:
    """The best of the others, where `own` is one of them."""
    return best[1] if own == best[0] else best[0]


def _odds(near: float) -> float:
    return near / max(1 - near, _ALMOST)


def near_needs(interview: Interview, talks: Talks) -> Table:
    """How near each strength is to each responsibility by its words; what one talk touched is related at least."""
    table = nearness(texts(interview.position.responsibilities), texts(interview.candidate.strengths))
    for to_needs, to_strengths in zip(talks.to_needs, talks.to_strengths, strict=True):
        for line, touched in zip(table, to_needs, strict=True):
            if touched >= _NEAR:
                line[:] = [max(own, min(_BY_A_TALK, other)) for own, other in zip(line, to_strengths, strict=True)]
    return table


def can_be_said(strength: Strength) -> bool:
    """True if the strength makes a clause: a bullet that can only be quoted is for the manager, who gets a list."""
    return bool(strength.clause or first_person(strength.text, current=strength.current))


def is_work(strength: Strength) -> bool:
    """True for what the writer did or does; false for "I am certified …", "I was named …"."""
    if strength.clause:
        return True
    is_name = form_of(strength.text) in {Form.ADJECTIVE, Form.STANDING, Form.PASSIVE}
    return not is_name and not (first_person(strength.text) or "").startswith("I am ")


def _bar(strength: Strength, of_a_deed: float, of_a_name: float) -> float:
    """The bar for a strength: higher for what the writer is, was called, or has so many years of."""
    is_deed = is_work(strength) and (bool(strength.clause) or form_of(strength.text) is not Form.YEARS)
    return of_a_deed if is_deed else of_a_name


def is_measured(strength: Strength) -> bool:
    """True for work that has been counted or measured; a year is no measure."""
    counted = (word.core for word in words_of(strength.text))
    return is_work(strength) and any(is_number(core) and core != "one" and not is_year(core) for core in counted)


def was_said_so(answer: Answer | None) -> bool:
    """True if the user named this strength as the answer."""
    return answer is not None and answer.match is not None and answer.match.score == _SAID_SO
