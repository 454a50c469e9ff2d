"""Which strengths are worth telling at all, and in what order; and which are told already as a point made clear."""

from __future__ import annotations

from collections.abc import Sequence

from followup_letters.composing.answering import Answer, was_said_so
from followup_letters.composing.kinds_of_strengths import can_be_said, is_measured, is_work, tells_a_result
from followup_letters.matching.encoder import likeness, meaning
from followup_letters.matching.items import by_importance, is_unranked, may_answer
from followup_letters.matching.terms import stems_of
from followup_letters.models import Interview, Person, Strength
from followup_letters.wording.grammar.nouns import figures

RELATED = 0.15  # the nearness to a need from which a strength is told at all; what is further from the job is padding
FEW = 2  # strengths, which whoever notes no more has chosen for this job
_OF_FEW = 0.1  # the nearness from which one of them is told
_A_RESULT_IS = 0.08  # and from which what changed is, though a meaning may be far from its need
_HARDLY = 0.04  # and from which to one of the panel whose talk it touches
_DOUBTFUL = 0.4  # and below which it waits for what is surer, though its need matter more
LIKELY = 0.5  # how likely a strength answers a need, from which it counts as much for a manager as what is certain
_SAID_BY_THE_WRITER = 2  # more than any figure and nearness, where no rank says what matters most
_NO_FIGURE = 0.5  # by how much nearer to a long list must be what has no figure to be told before what has one
_A_RESULT = 0.5  # and by how much nearer than a result what only has a figure: years, a post, a charge
_MOSTLY = 2 / 3  # of the words of a point to make clear, from which a strength says it already
_SPOKEN_OF = 2  # words of a strength that a point to make clear says, if it is that work that it makes clear
_AGAIN = 0.6  # and of the words of the strength, from which the point says it again


def by_worth(interview: Interview, closest: Sequence[float], answers: dict[int, Answer]) -> tuple[list[int], list[int]]:
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
        is_doubtful = answer is not None and found is None and answer.likely < _DOUBTFUL
        return (is_quoted, answer is None, is_name, is_doubtful and not unranked, place, index)

    meant = [index for index, each in enumerate(strengths) if may_answer(each)]  # the others answer nothing, you said
    few = len(strengths) <= FEW
    enough = [_OF_FEW if few else _A_RESULT_IS if tells_a_result(each) else RELATED for each in strengths]
    worthy = {index for index in meant if index in answers or closest[index] >= enough[index]}
    told = [index for index in worthy if index in answers or can_be_said(strengths[index])]
    unworthy = [index for index in range(len(strengths)) if index not in worthy and closest[index] >= _HARDLY]
    rest = [index for index in unworthy if can_be_said(strengths[index])]
    return sorted(told, key=worth), sorted(rest, key=worth)


def made_clear(interview: Interview, recipients: Sequence[Person]) -> set[int]:
    """The strengths that a point to make clear says again, or that say it: they have a figure in common (R30).

    The answer to a doubt that one of `recipients` voiced is such a point.
    """
    names = {person.name for person in recipients}
    points = [person.clarify for person in recipients if person.clarify]
    points += [doubt.answer for doubt in interview.outlook.reservations if doubt.answer and doubt.by in names]
    return {
        index
        for index, strength in enumerate(interview.candidate.strengths)
        for point in points
        if _tells(point, strength)
    }


def _tells(point: str, strength: Strength) -> bool:
    if not figures(point) & figures(strength.text):  # as hardly ever, and words take longer to compare
        return False
    said, told = set(stems_of(point)), set(stems_of(strength.text))
    again = len(said & told)
    return again > 1 and (again >= _MOSTLY * len(said) or again >= _AGAIN * len(told))


def spoken_of(point: str, strengths: Sequence[Strength]) -> int | None:
    """The deed that a point to make clear speaks of, with two words of it at least; None if it speaks of none."""
    said = set(stems_of(point))
    shared = {index: len(said & set(stems_of(each.text))) for index, each in enumerate(strengths)}
    deeds = [index for index, count in shared.items() if count >= _SPOKEN_OF and is_work(strengths[index])]
    deeds = [index for index in deeds if can_be_said(strengths[index])]
    return max(deeds, key=shared.__getitem__, default=None)


def of_the_trade(interview: Interview) -> list[float]:
    """How alike in meaning each strength is to the title of the job: a sundial to "Stonemason", a show to no clerk."""
    title = meaning(interview.position.title)
    return [likeness(title, meaning(strength.text)) for strength in interview.candidate.strengths]
