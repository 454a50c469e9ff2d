"""What one more reader hears in brief of a strength that a manager hears the whole of."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from followup_letters.choices import Role
from followup_letters.composing.answering import Answer
from followup_letters.composing.echoes import is_about
from followup_letters.composing.kinds_of_strengths import is_deed
from followup_letters.composing.talks import Talks
from followup_letters.composing.touching import Touch, by_way_of
from followup_letters.models import Interview, Person, Strength
from followup_letters.wording.bullets.briefly import in_brief
from followup_letters.wording.bullets.saying import as_told

_NEAR = 0.25  # to the talk: nothing else that is left touches it
_HAS_TO_DO = 0.45  # of nearness and likeness; read off a dozen talks


def told_again(
    interview: Interview, talks: Talks, answers: Mapping[int, Answer], told: Collection[int], person: Person
) -> Touch | None:
    """Which of the strengths that managers are `told` comes nearest to the talk with `person`; None if none touches it.

    Who has a point made clear hears of none again; nor does an executive, who is to hear the whole of a result, and
    would read the manager's words once more.
    """
    if not person.talked_about or person.clarify or person.role is Role.EXECUTIVE:
        return None
    talk, needs = talks.nearness_of_talk(person), talks.nearness_to_needs(person)
    strengths, asked = interview.candidate.strengths, interview.position.responsibilities
    found = [Touch(s, max(talk[s], by_way_of(answers.get(s), needs))) for s in sorted(told)]
    for touch in sorted(found, key=lambda each: -each.near):
        brief, answer = briefly(strengths[touch.strength]), answers.get(touch.strength)
        if touch.near < _NEAR or brief is None:
            continue
        texts = [brief.text, *([asked[answer.need].text] if answer else [])]
        is_near = any(is_about(person.talked_about, text, touch.near, _HAS_TO_DO) for text in texts)
        if is_near and is_deed(brief):
            return touch
    return None


def told_briefly(interview: Interview, strength: int) -> Interview:
    """`interview` with that strength in brief, where it has such a form."""
    strengths = list(interview.candidate.strengths)
    strengths[strength] = briefly(strengths[strength]) or strengths[strength]
    return interview.with_(candidate=interview.candidate.with_(strengths=tuple(strengths)))


def briefly(strength: Strength) -> Strength | None:
    """The strength by its first part alone; None if that says nothing of "I", or is long."""
    first = None if strength.clause else in_brief(strength.text)
    told = as_told(first, current=strength.current) if first else None
    return strength.with_(text=first) if told and told.startswith("I ") else None
