"""Letters that lie beside the new ones of an interview with another date, as after a change of `mail_on`.

A name is no proof: a first interview's letter to the same person has the same, but for its day. The same input gives
the same bytes, so what is made anew for the day of the old name, and is byte for byte what lies there, is ours, and
nobody has worked on it since. Where the words have changed as well, nobody can know whose a letter is; but one to the
same reader with a date between the interview and the new letter is not to be mailed beside it; and one of these days
and this company to a name that gets no letter is what a misspelt name leaves behind. Nothing is removed here.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from followup_letters.documents import Letter
from followup_letters.errors import FollowupError
from followup_letters.filing import file_stem, key
from followup_letters.models import Interview
from followup_letters.wording.names import running_name
from followup_letters.writing import FORMATS

_NAME = re.compile(r"(\d{4}-\d\d-\d\d)_(.+)\.(?:docx|pdf|html|txt|eml)")
_STOPS = re.compile("[.-]+")  # names had full stops once, and so have other readers than those of today
_MOST_DAYS = 3  # that are looked at, the latest first; each takes as long as the letters did


def older_letters(
    letters: Sequence[Letter], folder: Path, compose: Callable[[Interview], Sequence[Letter]]
) -> list[Path]:
    """The files in `folder` that are `letters`, of one interview, but for their date; `compose` makes it anew."""
    if not letters:
        return []
    interview, there = letters[0].interview, _dated_otherwise(letters, folder)
    found: list[Path] = []
    for day in sorted(there, reverse=True)[:_MOST_DAYS]:
        with suppress(FollowupError):  # a day on which there is no such letter, or a format that cannot be made here
            made = compose(interview.with_(letter=interview.letter.with_(mail_on=day)))
            by_name = {key(letter.file_stem): letter for letter in made}
            known = [(path, by_name.get(key(path.stem))) for path in there[day]]
            found += [path for path, letter in known if letter and _is_this(path, letter)]
    return sorted(found)


def in_other_formats(letters: Sequence[Letter], folder: Path, formats: Collection[str]) -> list[Path]:
    """The files of `letters` in `folder`, in other formats than `formats`, that are not as the letters are now."""
    found: list[Path] = []
    for letter in letters:
        for format in (each for each in FORMATS if each not in formats):
            path = folder / f"{letter.file_stem}.{format}"
            with suppress(FollowupError, OSError):  # a format that this letter has not, or that cannot be made here
                if path.is_file() and path.read_bytes() != letter.render(format):
                    found.append(path)
    return sorted(found)


def other_letters(letters: Sequence[Letter], folder: Path, known: Collection[Path]) -> list[Path]:
    """The files in `folder` to readers of `letters` with a date from the interview until theirs; not those `known`.

    A letter of an earlier interview, or of a later one, has its date outside of these days.
    """
    if not letters:
        return []
    first, last = letters[0].interview.interview.date, max(letter.mail_on for letter in letters)
    there = _dated_otherwise(letters, folder)
    return sorted(path for day in there if first <= day < last for path in there[day] if path not in known)


def letters_to_nobody(letters: Sequence[Letter], folder: Path) -> list[Path]:
    """The files in `folder` with the company of `letters`, a date from the interview until theirs, and no reader."""
    if not letters:
        return []
    one = letters[0]
    first, last = one.interview.interview.date, max(letter.mail_on for letter in letters)
    company = key(f"{file_stem(running_name(one.company))}_")
    readers = {_undated(replace(one, recipient=person)) for person in one.decision.recipients}

    def is_to_nobody(rest: str) -> bool:
        name = _STOPS.sub("-", rest)
        is_letter = name.startswith(company) and "_" not in name.removeprefix(company)  # and no sheet for a call
        return is_letter and rest not in readers

    there = _dated(folder, is_to_nobody)
    return sorted(path for day in there if first <= day <= last for path in there[day])


def _dated_otherwise(letters: Sequence[Letter], folder: Path) -> dict[dt.date, list[Path]]:
    """By their days, the files whose names are those of `letters` but for the day."""
    rests = {_undated(letter) for letter in letters}
    own = {letter.mail_on for letter in letters}
    there = _dated(folder, lambda rest: rest in rests)
    return {day: paths for day, paths in there.items() if day not in own}


def _undated(letter: Letter) -> str:
    """The name of its file but for the day, as names are compared."""
    return key(_NAME.sub(r"\2", f"{letter.file_stem}.txt"))


def _dated(folder: Path, is_meant: Callable[[str], bool]) -> dict[dt.date, list[Path]]:
    """By their days, the files with names of letters of which `is_meant` is true but for the day."""
    found: dict[dt.date, list[Path]] = {}
    with suppress(OSError):
        for entry in os.scandir(folder):
            name = _NAME.fullmatch(entry.name)
            if name is None or not is_meant(key(name[2])) or not entry.is_file(follow_symlinks=False):
                continue
            with suppress(ValueError):  # digits that are no day
                found.setdefault(dt.date.fromisoformat(name[1]), []).append(folder / entry.name)
    return found


def _is_this(path: Path, letter: Letter) -> bool:
    with suppress(OSError):
        return path.read_bytes() == letter.render(path.suffix.removeprefix("."))
    return False
