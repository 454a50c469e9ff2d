"""Keys of an interview that may say what is private: by the names of the private fields, and by what follows these.

A line of a note that stands too far to the left is a key to YAML, and so to a program that has read the file with it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from followup_letters.patterns import pattern

SECRET_WORDS = r"(?:private|idea)"
"""The names of the private fields, for a pattern."""
NAMED = pattern(rf"\b{SECRET_WORDS}\b", re.IGNORECASE)

# A number may stand at its end, or before what Django and its like would have reach further: people__0__title.
_WORD = r"[^\W\d]{1,30}(?:\d{1,5}(?:__[^\W\d]{1,30})?)?(?:-[^\W\d]{1,30})*"
_PLAIN_KEY = re.compile(rf"{_WORD}(?:\.(?:{_WORD}|\d{{1,5}})){{0,5}}")


def is_plain_key(key: object) -> bool:
    """True for one word, such as a field has, or a path of such words, as of a column of a table: candidate.name.

    Anything else may be a line of a note that was taken for a key, and so may what goes on after a private name.
    """
    return isinstance(key, str) and _PLAIN_KEY.fullmatch(key) is not None and not NAMED.search(key.rpartition(".")[0])


def names_a_secret(key: str) -> bool:
    """Whether a key bears the name of a private field, wherever it stands."""
    return NAMED.search(key) is not None


def follows_a_secret(key: str, keys: Iterable[str], fields: Container[str]) -> bool:
    """Whether `key` stands after a private one among the `keys` of its table, with none of `fields` between."""
    follows = False
    for each in keys:
        if each == key:
            break
        follows = names_a_secret(each) or (follows and each not in fields)
    return follows
