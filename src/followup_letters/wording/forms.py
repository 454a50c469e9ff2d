"""First cut, being replaced within the hour: frames only a past form or first-person clause it can prove."""

from __future__ import annotations

import re
from enum import StrEnum

from followup_letters.lexicon import verbs


class Form(StrEnum):
    """What a bullet is, grammatically."""

    PAST = "past"
    PASSIVE = "passive"
    ADJECTIVE = "adjective"
    YEARS = "years"
    GERUND = "gerund"
    CLAUSE = "clause"
    BASE = "base"
    THIRD_PERSON = "third person"
    OTHER = "other"


_PROOF = re.compile(r"(?:an?|the|every|each|all|my|our|\d[\d,.]*)\s", re.IGNORECASE)


def form_of(text: str) -> Form:
    first, _, rest = text.partition(" ")
    if not _PROOF.match(rest) or not first.isalpha() or (first.isupper() and len(first) > 1):
        return Form.OTHER
    if first.lower() in verbs().past:
        return Form.PAST
    if first.lower() in verbs().base:
        return Form.BASE
    return Form.GERUND if first.lower() in verbs().gerund else Form.OTHER


def first_person(text: str, *, current: bool = False) -> str | None:
    form = form_of(text)
    if form is Form.PAST or (current and form is Form.BASE):
        return f"I {text[0].lower()}{text[1:].removesuffix('.')}"
    return None


def infinitive(text: str) -> str | None:
    return text[0].lower() + text[1:].removesuffix(".") if form_of(text) is Form.BASE else None


def gerund_phrase(text: str) -> str | None:
    return text[0].lower() + text[1:].removesuffix(".") if form_of(text) is Form.GERUND else None
