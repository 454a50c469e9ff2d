"""What of the way to a value may be told: not what is private, nor a line of a note that was taken for a key.

Which lines of a broken file are private is told in secret_lines.py.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import TypeAlias

from followup_letters.models import Interview
from followup_letters.noun import Noun, model_at, nouns_in
from followup_letters.private_keys import is_plain_key, names_a_secret

Path: TypeAlias = tuple[str | int, ...]

NO_KEY = "?"  # in a path, for what stands where a key should and is none: the sign that YAML has for it
_SECRET = (("outlook", "private"), ("outlook", "problem", "idea"))
AROUND = frozenset(secret[:depth] for secret in _SECRET for depth in range(len(secret)))  # the tables on the way there


def is_secret(path: Path) -> bool:
    """Whether the value at `path` must never be shown, in an error either."""
    return secret_in(path) is not None


def leads_to_a_secret(path: Path) -> bool:
    """Whether a value that must never be shown would stand below `path`."""
    return bool(path) and any(secret[: len(path)] == path for secret in _SECRET)


def secret_in(path: Path) -> Path | None:
    """What of `path` may be told where it leads to something private; None if all of it may.

    What bears the name of a private field is private in whatever table it stands. A key beside a private one that is
    no plain word may be a line of the note itself, which was taken for a key.
    """
    for depth, key in enumerate(path):
        if isinstance(key, str) and not is_plain_key(key) and (path[:depth] in AROUND or names_a_secret(key)):
            return path[:depth]
        if isinstance(key, str) and names_a_secret(key):
            return path[: depth + 1]
    return None


def is_of_fields(path: Path) -> bool:
    """Whether each key of `path` is a field of the table that it stands in: where one is not, a note may go on."""
    return not any(
        path[:depth] in AROUND if isinstance(key, int) else key not in fields_at(path[:depth])
        for depth, key in enumerate(path)
    )


def up_to_no_field(path: Path) -> Path:
    """`path` up to the first key that no table of an interview has, which may be a word of a note."""
    return next((path[:depth] for depth, key in enumerate(path) if key not in fields() and isinstance(key, str)), path)


def fields_at(path: Path) -> Collection[str]:
    """The fields that the table at `path` may have; none if there is no such table."""
    model = model_at(Interview, (key for key in path if isinstance(key, str)))
    return model.model_fields if model else ()


@cache
def fields() -> frozenset[str]:
    """The fields of all tables there are."""
    return frozenset(name for model in _models_in(Interview) for name in model.model_fields)


def _models_in(model: type[Noun]) -> Iterator[type[Noun]]:
    yield model
    for field in model.model_fields.values():
        for below in nouns_in(field.annotation):
            yield from _models_in(below)
