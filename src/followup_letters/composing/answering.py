"""Which strength is told after which need: where it answers for certain (a match), and where it is only near.

What is only near is told without the claim that it answers (R24, R25).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from followup_letters.composing.talks import Table, texts
from followup_letters.lexicon import words
from followup_letters.matching import Match, match
from followup_letters.matching.assigning import best_assignment
from followup_letters.matching.items import may_answer, may_be_answered
from followup_letters.matching.nearness import nearness
from followup_letters.matching.partners import partners
from followup_letters.matching.terms import stems_of
from followup_letters.models import Interview, Responsibility, Strength
from followup_letters.wording.forms import Form, form_of
from followup_letters.wording.nouns import is_year
from followup_letters.wording.objects import is_number, words_of
from followup_letters.wording.saying import as_told
from followup_letters.wording.shorthand import written_out

_TOLD = 0.3  # how likely a strength belongs to a need, from which it is told after it
_TOLD_IN_OTHER_WORDS = 0.4  # the same where the two have no word in common
_TOLD_FOR_A_NAME = 0.75  # the same for what the writer is, was called, or has spent years in, rather than did
_EVERY = 1.0  # what a need is worth beside how likely its strength is, so that more needs find one
_SAID_SO = 1.0  # the score of a match that the user named
_NEARLY = 0.1  # by which a match may be less near than another strength, and stand
_ANSWERS_FOR = re.compile(r"(?:responsible for|in charge of|accountable for)\b", re.IGNORECASE)  # work all the same
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

    @property
    def is_firm(self) -> bool:
        """True if the strength answers the need so surely that a sentence may say so."""
        return self.match is not None and _is_firm(self.match)


def answers_of(interview: Interview, near: Table) -> dict[int, Answer]:
    """Strengths with the needs that they answer: by the user's word or for certain, then those that likely do."""
    responsibilities, strengths = interview.position.responsibilities, interview.candidate.strengths
    matches = match(responsibilities, strengths, limit=max(1, len(responsibilities)))
    certain = {(pair.responsibility_index, pair.strength_index): pair for pair in matches}
    found = {
        strength: Answer(need, strength, pair)
        for (need, strength), pair in certain.items()
        if _is_firm(pair) and (pair.score == _SAID_SO or near[need][strength] >= max(near[need]) - _NEARLY)
    }
    closed = {answer.need for answer in found.values()}
    needs = [index for index, each in enumerate(responsibilities) if index not in closed and may_be_answered(each)]
    free = [
        index
        for index, each in enumerate(strengths)
        if index not in found and may_answer(each) and not was_taught(each)
    ]
    likely = partners([[near[need][index] for index in free] for need in needs])
    bars = [_bar(strengths[index]) for index in free]
    asked, told = [_stems(responsibilities[index]) for index in needs], [_stems(strengths[index]) for index in free]
    worth = [
        [
            _worth(max(bar, _TOLD_IN_OTHER_WORDS) if need.isdisjoint(stems) else bar, each)
            for bar, stems, each in zip(bars, told, row, strict=True)
        ]
        for need, row in zip(asked, likely, strict=True)
    ]
    for row, column in best_assignment(worth):
        pair = needs[row], free[column]
        found[pair[1]] = Answer(*pair, certain.get(pair), likely[row][column])
    return found


def was_taught(strength: Strength) -> bool:
    """True for "Trained under a master binder", which answers no need to train anybody."""
    return (
        re.match(r"(?:trained|taught|coached|mentored) (?:under|by|with)\b", strength.text, re.IGNORECASE) is not None
    )


def _stems(noted: Responsibility | Strength) -> frozenset[str]:
    return frozenset(stems_of(noted.text))


def _is_firm(pair: Match) -> bool:
    return pair.score >= _FIRM


def _worth(bar: float, likely: float) -> float:
    """What it is worth to tell a strength with that `bar` after a need that it so `likely` answers."""
    return likely - bar + _EVERY if likely >= bar else 0.0


def near_needs(interview: Interview) -> Table:
    """How near each strength is to each responsibility: a line for each responsibility."""
    return nearness(texts(interview.position.responsibilities), texts(interview.candidate.strengths))


def can_be_said(strength: Strength) -> bool:
    """True if the strength makes a clause: a bullet that can only be quoted is for the manager, who gets a list."""
    return bool(strength.clause or as_told(strength.text, current=strength.current))


def is_work(strength: Strength) -> bool:
    """True for what the writer did or does; false for "I am certified …", "I was named …"."""
    if strength.clause or _ANSWERS_FOR.match(strength.text):
        return True
    is_name = _form_of(strength) in {Form.ADJECTIVE, Form.STANDING, Form.PASSIVE}
    return not is_name and not (as_told(strength.text) or "").startswith("I am ")


def _form_of(strength: Strength) -> Form:
    return form_of(written_out(strength.text))


def is_deed(strength: Strength) -> bool:
    """True for work that is more than a length of time: not for "eleven years of small-animal practice"."""
    return is_work(strength) and not _only_lasted(strength)


def _bar(strength: Strength) -> float:
    """The bar for a strength: higher for what the writer is, was called, has so many years or a certificate of.

    What makes no clause is never told so.
    """
    if not can_be_said(strength):
        return math.inf
    named = words("certificates", "certified") if _form_of(strength) is Form.POST else words("certificates")
    is_certified = any(word.core in named for word in words_of(strength.text))
    return _TOLD if is_deed(strength) and not is_certified else _TOLD_FOR_A_NAME


def is_measured(strength: Strength) -> bool:
    """True for work that has been counted or measured; a year is no measure."""
    counted = (word.core for word in words_of(strength.text))
    return is_work(strength) and any(is_number(core) and core != "one" and not is_year(core) for core in counted)


def is_result(strength: Strength) -> bool:
    """True for measured work that came to something; "eighteen winters" only lasted, and a charge is none."""
    return is_measured(strength) and not (_only_lasted(strength) or _ANSWERS_FOR.match(strength.text))


def _only_lasted(strength: Strength) -> bool:
    return not strength.clause and _form_of(strength) is Form.YEARS


def was_said_so(answer: Answer | None) -> bool:
    """True if the user named this strength as the answer."""
    return answer is not None and answer.match is not None and answer.match.score == _SAID_SO
