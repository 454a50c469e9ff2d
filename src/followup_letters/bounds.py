"""How much one interview may hold, however it comes, so that nobody builds or explains what nobody could have meant.

Files are counted while they are read; what a program gives is counted here, before anything looks at it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from itertools import islice

from followup_letters.errors import Fault, InputError
from followup_letters.private_keys import is_plain_key, names_a_secret

LARGEST_FILE = 1_000_000  # bytes; a long interview file has ten thousand
DEEPEST = 32  # tables and lists inside one another; the models go down to five
MOST_VALUES = 20_000  # values in one file, what aliases repeat included
TOO_LARGE = f"at most {LARGEST_FILE:,} characters of text in one interview"  # the rules, in words
TOO_DEEP = f"at most {DEEPEST} lists and tables inside one another"
LONGEST_NUMBER = 300  # digits; Python itself writes out no more than 4,300
TOO_LONG_A_NUMBER = f"a number of at most {LONGEST_NUMBER} digits"
TOO_MANY = f"at most {MOST_VALUES:,} values in one file"
_Place = tuple[object, ...]  # the keys on the way to a value
_PLAIN = (str, int, float, dt.date, list, tuple, dict)
_WHAT_THERE_IS = "texts, numbers, dates, yes or no, lists and mappings"
_EMBEDDED = {"content", "image", "letterhead", "signature"}  # the content of a file, which has limits of its own


def check_bounds(data: object) -> None:
    """Raise InputError for data of a program that is more than a file may hold. Models in it were counted before.

    What only says that it is a text, a number, a list or the like, as stand-ins in tests do, is none.
    """
    waiting: list[tuple[object, _Place]] = [(data, ())]
    values, characters = 1, 0
    while waiting:
        value, place = waiting.pop()
        if len(place) >= DEEPEST:
            raise InputError([Fault(TOO_DEEP)])
        if isinstance(value, _PLAIN) and not issubclass(type(value), _PLAIN):
            raise InputError([Fault(_WHAT_THERE_IS, _told(place), f"a value of the type {type(value).__name__}")])
        if isinstance(value, int) and value.bit_length() > LONGEST_NUMBER * 3.32:
            raise InputError([Fault(TOO_LONG_A_NUMBER, _told(place))])
        parts = _parts(value)
        values += len(parts)
        if values > MOST_VALUES:
            raise InputError([Fault(TOO_MANY)])
        characters += _length(value)
        if characters > LARGEST_FILE:
            raise InputError([Fault(TOO_LARGE)])
        waiting += [(part, (*place, key)) for key, part in parts]


def _told(place: _Place) -> str | None:
    """A place as a fault tells it: "people[0].title"; no further than to a key that may be a line of a private note."""
    told = ""
    for key in place:
        if isinstance(key, int):
            told += f"[{key}]"
        elif not is_plain_key(key) or names_a_secret(str(key)):
            break
        else:
            told += f".{key}"
    return told.removeprefix(".") or None


def _parts(value: object) -> list[tuple[object, object]]:
    """The values directly below `value` with their keys, no more than one above MOST_VALUES: they may never end."""
    if isinstance(value, Mapping):
        return [(key, _counted(key, each)) for key, each in islice(value.items(), MOST_VALUES + 1)]
    if isinstance(value, list | tuple | set | frozenset):
        return list(enumerate(islice(value, MOST_VALUES + 1)))
    return []


def _counted(key: object, value: object) -> object:
    """`value` as it counts: the content of a file has limits of its own."""
    return None if key in _EMBEDDED and isinstance(value, str | bytes) else value


def _length(value: object) -> int:
    """The characters of a text, or of the keys of a mapping."""
    if isinstance(value, Mapping):
        return sum(len(key) for key in value if isinstance(key, str))
    return len(value) if isinstance(value, str) else 0
