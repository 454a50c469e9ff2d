"""Filters that fit the input's text into a sentence: each gives it, or Missing where it may not stand."""

from __future__ import annotations

from followup_letters.templating.told import Missing, Told, becoming
from followup_letters.wording.grammar.phrases import BRIEF, begun, is_brief
from followup_letters.wording.talks.telling import is_several, stands_by_itself, told_by_you


def inline(text: Told | Missing, most: int = BRIEF) -> Told | Missing:
    """`text` if it is short, up to nine words or `most`, and has no stops in it, so that a sentence may go on after it;
    Missing otherwise."""
    return text if isinstance(text, Told) and is_brief(text, most) else Missing(text.path)


def unjoined(text: Told | Missing) -> Told | Missing:
    """`text` if it is one clause, so that it may stand after ", and"; Missing if it has such an "and" of its own."""
    return text if isinstance(text, Told) and ", and " not in text else Missing(text.path)


def opening(text: Told | Missing) -> Told | Missing:
    """`text` as it begins a sentence, with a capital; Missing if it begins with a figure, a sign or a preposition."""
    return becoming(text, begun(text) if isinstance(text, Told) else None)


def as_one(text: Told | Missing) -> Told | Missing:
    """`text` if it is proved that a sentence goes on after it with "has" or "is"; Missing otherwise."""
    return text if isinstance(text, Told) and is_several(text) is False else Missing(text.path)


def as_several(text: Told | Missing) -> Told | Missing:
    """`text` if it is proved that a sentence goes on after it with "have" or "are"; Missing otherwise."""
    return text if isinstance(text, Told) and is_several(text) else Missing(text.path)


def told_me(text: Told | Missing, company: str = "") -> Told | Missing:
    """`text` as it follows "You told me": "why you would rather sell twelve good stems"; Missing if it tells nothing
    that the reader does, or the `company`."""
    return becoming(text, told_by_you(text, str(company)) if isinstance(text, Told) else None)


def whole(text: Told | Missing) -> Told | Missing:
    """`text` if it is proved to be a sentence, so that a reason may stand without its "because"; Missing otherwise."""
    return text if isinstance(text, Told) and stands_by_itself(text) else Missing(text.path)


FITTING = (inline, opening, unjoined, as_one, as_several, told_me, whole)
