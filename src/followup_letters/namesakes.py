"""Whose name it is that somebody typed, or a part of: as on the card, or as the keyboard has it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from followup_letters.spelling import nearest


def called(name: str, names: Iterable[str]) -> list[str]:
    """Those of `names` that `name` may stand for: the one that is just that, or else all that it is a part of.

    Accents and the kind of apostrophe count only where there are such names with them.
    """
    given = list(names)
    if name in given:
        return [name]
    by_form = ([each for each in given if name and read(name) in read(each)] for read in (str.casefold, _plainly))
    return next(filter(None, by_form), [])


def suggested(name: str, names: Iterable[str]) -> str:
    """The one of `names` that a slip of the pen was meant for, whole or one word of it, as a hint begins with it."""
    by_part = {part: each for each in names for part in (*each.split(), each)}
    near = nearest(name, by_part)
    return f"did you mean {by_part[near]}? " if near else ""


def _plainly(name: str) -> str:
    """`name` in small letters, without accents, and with the apostrophe of a keyboard."""
    parts = unicodedata.normalize("NFKD", name.casefold()).replace("’", "'").replace("ʼ", "'")
    return "".join(each for each in parts if not unicodedata.combining(each))
