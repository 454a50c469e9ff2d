"""The duties of one job, read together: a list is written in one form, so that what is proved vouches for the rest."""

from __future__ import annotations

from collections.abc import Sequence

from followup_letters.wording.forms import gerund_phrase, infinitive

_LONG_ENOUGH = 4  # words; a shorter one ("Stock control", "Lead generation") may be a noun though others are verbs


def infinitives(duties: Sequence[str]) -> tuple[str | None, ...]:
    """Each of `duties` as it follows "to"; None where that is neither proved nor vouched for by the rest of the list.

    A list vouches if one of its duties is proved and every one can be read so, or if most of them are proved.
    """
    proved = [infinitive(duty) for duty in duties]
    read = [found or _read_as_verb(duty) for found, duty in zip(proved, duties, strict=True)]
    count = sum(phrase is not None for phrase in proved)
    vouches = (count and all(read)) or (count > 1 and 2 * count >= len(duties))
    return tuple(read if vouches else proved)


def _read_as_verb(duty: str) -> str | None:
    """`duty` as it follows "to", if its first word can be a verb and it is too long to be a name for a task."""
    if len(duty.split()) < _LONG_ENOUGH or gerund_phrase(duty):
        return None
    return infinitive(f"To {duty[:1].lower()}{duty[1:]}")
