"""What people call the fields and the choices of an interview file otherwise, and which is meant by it.

The names are in lexicon/fields_otherwise.txt and choices_otherwise.txt. Hints only; nothing here decides whether
something is wrong. Whatever way an interview came, a slip has the same hint.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence

from followup_letters.spelling import form, nearest

# What is said of a text that is near to none of the choices, by one of them.
_WAYS_ON = {
    "en-US": "letters in another language have templates of your own: docs/templates.md#another-language",
    "XCharter": "a style sheet of your own may embed another face: docs/templates.md#looks",
}


def same_field(key: str, fields: Iterable[str]) -> str | None:
    """The one of `fields` that `key` is another way to write, or another name of."""
    by_name = _names("fields_otherwise")
    return next((field for field in fields if form(key) == field or _is_among(key, by_name.get(field, ()))), None)


def field_meant(key: str, fields: Sequence[str]) -> str | None:
    """The one of `fields` that an unknown key of their table most likely stands for."""
    table, dot, _ = key.partition(".")
    return same_field(key, fields) or (table if dot and table in fields else nearest(key, fields))


def within(key: str, fields_at: Callable[[Sequence[str]], Container[str]]) -> str | None:
    """Of which table a `key` that is a path, such as candidate.name, is a field; None if it is of none.

    `fields_at` gives the fields that the table at a path of names has.
    """
    above, _, name = key.rpartition(".")
    tables = [part for part in above.split(".") if part and not part.isdigit()]
    return f"{key} is {name} within {above}" if tables and name in fields_at(tables) else None


def about_choice(text: str, choices: list[str]) -> str | None:
    """The choice that was probably meant, as a hint."""
    near = called_otherwise(text, choices) or _nearest_choice(text, choices)
    if not near:
        return next((way for choice, way in _WAYS_ON.items() if choice in choices), None)
    return f"did you mean {near}?"


def called_otherwise(text: str, choices: Iterable[str]) -> str:
    """Those of `choices` that people call so; empty if none."""
    by_name = _names("choices_otherwise")
    return " or ".join(each for each in choices if _is_among(text, by_name.get(each, ())))


def _names(table: str) -> Mapping[str, frozenset[str]]:
    from followup_letters import lexicon  # only once something is wrong

    return lexicon.names(table)


def _is_among(text: str, names: Iterable[str]) -> bool:
    return any(form(name) == form(text) for name in names)


def _nearest_choice(text: str, choices: list[str]) -> str | None:
    """The choice that is a word of `text` ("mid-level"), or is like it, or goes by another name that is like it."""
    words = form(text).split("_")
    held = [choice for choice in choices if form(choice) in words]
    if len(held) == 1:
        return held[0]
    by_name = _names("choices_otherwise")
    otherwise = [name for choice in choices for name in sorted(by_name.get(choice, ()))]
    return nearest(text, choices) or called_otherwise(nearest(text, otherwise) or "", choices)
