"""The table of workplace synonyms and near-ideas, synonyms.txt: which words speak of one idea.

The file is read here and indexed; how a text's words are cut to stems, and what an idea is worth, `matching` decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

from followup_letters.errors import MachineError
from followup_letters.once import once


class Idea(NamedTuple):
    """One line of the table.

    `name` finishes "both are about …"; `is_common` marks an idea that every trade knows, which proves little;
    `is_aside` marks life beside the job, which proves nothing; `entries` are its words and phrases in lower case.
    """

    name: str
    is_common: bool
    is_aside: bool
    entries: tuple[str, ...]


@once
def ideas() -> tuple[Idea, ...]:
    """Every idea of synonyms.txt, in the order of the file."""
    return tuple(_idea(line) for line in _lines() if not line.startswith("="))


@once
def families() -> tuple[tuple[str, ...], ...]:
    """The forms that count as one word although their endings do not show it: (safe, safety, safely)."""
    return tuple(_entries(line.removeprefix("=")) for line in _lines() if line.startswith("="))


def _lines() -> Iterator[str]:
    text = files(__package__).joinpath("synonyms.txt").read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line.strip() and not line.startswith("#"))


def _idea(line: str) -> Idea:
    name, colon, words = line.partition(":")
    if not colon:
        raise MachineError(
            f"lexicon/synonyms.txt\n  an idea is written as “name: word, word”; this has no colon: {line}"
        )
    return Idea(name.lstrip("~- "), name.startswith("~"), name.startswith("-"), _entries(words))


def _entries(words: str) -> tuple[str, ...]:
    return tuple(filter(None, dict.fromkeys(map(str.strip, words.casefold().split(",")))))
