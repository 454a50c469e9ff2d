"""What a word that is none of those there are was probably meant for."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path


def nearest(word: str, choices: Iterable[str], *, cutoff: float = 0.66) -> str | None:
    """The choice most like `word`; None if none is like it by `cutoff`, where 1 is the same."""
    import difflib  # only once something is wrong

    by_form = {form(choice): choice for choice in choices}
    close = difflib.get_close_matches(form(word), by_form, n=1, cutoff=cutoff)
    same = [each for each in by_form if each == form(word)]
    turned = [each for each in by_form if sorted(each) == sorted(form(word))]  # "em" for "me", which is like nothing
    return by_form[[*same, *turned, *close][0]] if close or turned else None


def form(word: str) -> str:
    """`word` with case, spaces, hyphens and underscores evened out."""
    return re.sub(r"[\s_-]+", "_", word.strip()).casefold()[:80]


def home_meant(path: Path) -> str | None:
    """How a path is written in full that begins with ~, which only a shell reads so; None for any other."""
    full = os.path.expanduser(path)  # noqa: PTH111  # Path.expanduser raises for a user that there is not
    return f"~ is your home folder to a shell only; write {full}" if full != str(path) else None
