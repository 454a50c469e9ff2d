"""A doubt that came up after the interview: what the log says of it, and whether the file has an answer to it (R42)."""

from __future__ import annotations

from followup_letters.choices import Response
from followup_letters.matching.terms import stems_of
from followup_letters.models import Event, Interview

_OF_ANY_DOUBT = frozenset(
    stem
    for word in """experience concern doubt worry worried reservation years work worked background knowledge skills
    enough never little lack candidate re about""".split()
    for stem in stems_of(word)
)
_HALF = 0.5


def voiced(answer: Event | None) -> str | None:
    """What they said, by your note, where their last answer is a reservation; None if you noted nothing."""
    if answer is None or answer.response is not Response.RESERVATION or not answer.note:
        return None
    return " ".join(answer.note.split())


def is_of(concern: str, said: str) -> bool:
    """True if the doubt `concern` of the file may be the one of which your note says `said`."""
    if concern.casefold() == said.casefold():
        return True
    one, other = ({*stems_of(text)} - _OF_ANY_DOUBT for text in (concern, said))
    return bool(one and other) and len(one & other) > _HALF * min(len(one), len(other))


def is_answered(interview: Interview, said: str) -> bool:
    """True if the file has the doubt of which your note says `said`, with its answer."""
    return any(doubt.answer and is_of(doubt.concern, said) for doubt in interview.outlook.reservations)
