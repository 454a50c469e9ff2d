"""What was probably meant: the nearest word, the section where a key belongs, the nearest day, an example.

Hints only; nothing here decides whether something is wrong.
"""

from __future__ import annotations

import calendar
import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, get_args

from followup_letters.models import Interview, Noun

_MONTHS = (
    "january february march april may june july august september october november december".split()
)  # not calendar.month_name, which follows the locale of the machine

# What a field that must be there looks like when it is. Keys: the model's name and the field.
EXAMPLES: dict[tuple[str, str], Any] = {
    ("Interview", "candidate"): {"name": "Maya Okafor"},
    ("Interview", "company"): {"name": "Northwind Logistics, Inc."},
    ("Interview", "position"): {"title": "Regional Operations Manager"},
    ("Interview", "interview"): {"date": "2026-11-18"},
    ("Interview", "people"): [{"name": "Dr. Priya Raman", "role": "hiring manager"}],
    ("Candidate", "name"): "Maya Okafor",
    ("Company", "name"): "Northwind Logistics, Inc.",
    ("Position", "title"): "Regional Operations Manager",
    ("Meeting", "date"): "2026-11-18",
    ("Person", "name"): "Dr. Priya Raman",
    ("Strength", "text"): "Cut order-to-ship time from five days to 36 hours",
    ("Responsibility", "text"): "Bring order-to-ship time under two days",
    ("Reservation", "concern"): "no union experience",
    ("OtherOffer", "received"): "2026-11-20",
    ("OtherOffer", "decide_by"): "2026-12-04",
    ("Problem", "what"): "the scrap rate in Leipzig",
    ("News", "what"): "the Memphis expansion",
    ("Event", "on"): "2026-11-27",
    ("Event", "what"): "called",
}


# ------------------------------------------------------------------------------------------------ words


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice most like `word`; None if none is like it."""
    import difflib  # only once something is wrong

    by_form = {_form(choice): choice for choice in choices}
    close = difflib.get_close_matches(_form(word), by_form, n=1, cutoff=0.66)
    return by_form[close[0]] if close else None


def _form(word: str) -> str:
    return re.sub(r"[\s_-]+", "_", word.strip()).casefold()[:80]


# ----------------------------------------------------------------------------------------------- models


def nouns_in(annotation: Any) -> Iterator[type[Noun]]:
    """The models that an annotation names, however deep."""
    if isinstance(annotation, type) and issubclass(annotation, Noun):
        yield annotation
    for part in get_args(annotation):
        yield from nouns_in(part)


def model_at(names: Iterable[str]) -> type[Noun] | None:
    """The model of the table at a path of field names, list positions left out; None if there is none."""
    model: type[Noun] | None = Interview
    for name in names:
        field = model.model_fields.get(name) if model else None
        model = next(nouns_in(field.annotation), None) if field else None
    return model


@cache
def _homes() -> dict[str, tuple[str, ...]]:
    """For each field of any section, the sections that have it, as dotted paths."""
    homes: dict[str, list[str]] = {}
    open_sections: list[tuple[str, type[Noun]]] = [("", Interview)]
    while open_sections:
        path, model = open_sections.pop(0)
        for name, field in model.model_fields.items():
            homes.setdefault(name, []).append(path)
            below = f"{path}.{name}".removeprefix(".")
            open_sections += [(below, noun) for noun in nouns_in(field.annotation)]
    return {name: tuple(paths) for name, paths in homes.items()}


def field_meant(key: str, model: type[Noun]) -> str | None:
    """The field of `model` that an unknown key most likely stands for."""
    fields = list(model.model_fields)
    same = next((name for name in fields if name == _form(key)), None)
    return same or (None if key in _homes() else nearest(key, fields))


def about_unknown(key: str, model: type[Noun], *, in_candidate_file: bool) -> str:
    """Where a key belongs that `model` does not have, or which ones it has."""
    if meant := field_meant(key, model):
        return f"did you mean {meant}?"
    homes = [path or "the top level" for path in _homes().get(key, ())]
    if homes:
        where = "the interview file, at " if in_candidate_file and homes == ["the top level"] else ""
        where = "the interview file, under " if in_candidate_file and not where else where
        under = "" if where or homes == ["the top level"] else "under "
        return f"{key} belongs {'in ' if where else ''}{where}{'at ' if homes == ['the top level'] and not where else under}{' or '.join(homes)}"
    return f"the fields here are: {', '.join(model.model_fields)}"
