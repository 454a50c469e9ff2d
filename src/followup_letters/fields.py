"""The kinds of value that an interview file can give: texts as typed, dates, lists, yes and no.

Each says in words what it takes, for the fault of a file that gives something else. Which field takes which is told in
models/.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from enum import Enum
from itertools import islice
from math import isfinite
from typing import Annotated

from pydantic import BeforeValidator, Field

from followup_letters.bounds import MOST_VALUES, check_bounds
from followup_letters.empty_cells import EmptyCellError, WithPointError, is_empty_cell
from followup_letters.errors import InputError
from followup_letters.patterns import pattern
from followup_letters.printable import lines_of, printable, trimmed

LONGEST_LINE = 300  # characters; a longer name or title would not fit a line of any letter
LONGEST_ENTRY = 100  # characters of a line of an address and of an enclosure, which stand one below the other
LONGEST_EMAIL = 254  # characters; what mail servers accept
LONGEST_BULLET = 300  # characters of a strength or a responsibility; each is compared with all of the others
LONGEST_NOTE = 2000  # characters; some three hundred words, more than a whole letter
LONGEST_PRIVATE = 100_000  # characters of all that is private; each sentence of a letter is held against it
MOST_PRIVATE = 1_000  # texts and other values in it, lists, tables and keys included
_FIRST_YEAR, _LAST_YEAR = 1900, 2199  # the steps that follow an interview must be days of the calendar, too
MOST_ENTRIES = 200  # people, and events; no interview has more
MOST_LINES = 40  # reasons, questions, news …; a letter tells two or three, and each is read for faults
MOST_TO_MATCH = 30  # responsibilities, and strengths: each of the ones is compared with each of the others
MOST_ANSWERS = 10  # needs that one strength is said to answer; each is looked for among all responsibilities
MOST_ENCLOSURES = 12  # they are printed one below the other, and more would be pages of their own; so are copies
MOST_ADDRESS_LINES = 8
LOWEST_RANK = 100  # of a responsibility; 1 is the most important


class NoNumberError(EmptyCellError):
    """A number that is none: as a text it would be the word "nan"."""

    rule = "a text, or a number that is one"

    def __init__(self) -> None:
        super().__init__(self.rule)


def _to_text(value: object, *, breaks: bool = False) -> object:
    """Texts as typed: a bare number in a mapping counts as its digits; empty counts as not given."""
    if isinstance(value, bytes | bytearray) or (isinstance(value, Enum) and not isinstance(value, str)):
        raise ValueError("a text")  # which pydantic would make of it, past the checks below
    if is_empty_cell(value):
        raise EmptyCellError
    if isinstance(value, float) and not isfinite(value):
        raise NoNumberError
    if isinstance(value, float) and value.is_integer():
        raise WithPointError
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str):
        return printable(value, breaks=breaks) or None
    return value


def _to_note(value: object) -> object:
    return _to_text(value, breaks=True)


class NoLengthError(ValueError):
    """A number where a length of time is asked for: nobody but its writer knows of what it is."""

    hint = "write it as it follows “You gave me”: an hour and a half, or 45 minutes"

    def __init__(self) -> None:
        super().__init__("a length of time, and not a number alone")


def _to_length(value: object) -> object:
    """A length of time in words; which words say one, others judge."""
    text = _to_text(int(value) if isinstance(value, float) and value.is_integer() else value)
    if isinstance(text, str) and re.fullmatch(r"[~≈+-]?\s*\d+(?:[.,:]\d+)*\s*\+?", text):
        raise NoLengthError
    return text


_CONTROL = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")


def to_anything(value: object) -> object:
    """What an interview file could hold, of whatever form: no other objects, and no control characters but breaks."""
    waiting, values, characters = [value], 0, 0
    while waiting:
        each = waiting.pop()
        values += 1
        if isinstance(each, Mapping):
            waiting += [*each.keys(), *each.values()]
        elif isinstance(each, list | tuple):
            waiting += each
        elif isinstance(each, str):
            characters += len(each)
            _refuse_control(each)
        elif each is not None and not isinstance(each, int | float | dt.date):
            raise ValueError("texts, numbers, dates, yes or no, lists and mappings")
    if values > MOST_PRIVATE or characters > LONGEST_PRIVATE:
        raise ValueError(f"at most {MOST_PRIVATE:,} values with {LONGEST_PRIVATE:,} characters in all that is private")
    return value


def _refuse_control(text: str) -> None:
    if control := _CONTROL.search(text):
        raise ValueError(f"text without the character U+{ord(control.group()):04X}")


def _is_nothing(value: object) -> bool:
    """True for None and "": a table of data compares with itself cell by cell, and says neither yes nor no."""
    return value is None or (isinstance(value, str) and not value)


def to_list(value: object) -> object:
    """One entry where a list is expected counts as a list of one; nothing counts as an empty list."""
    if _is_nothing(value):
        return ()
    if hasattr(value, "columns"):  # a table of data, which gives its columns where it is asked for its entries
        raise ValueError("a list")
    return (value,) if isinstance(value, str | dict) else _counted(value, MOST_ENTRIES)


def _has_entries(value: object) -> bool:
    try:
        iter(value)  # type: ignore[call-overload]  # which is what is asked
    except TypeError:
        return False
    return True


def _counted(value: object, most: int) -> object:
    """What gives its entries one by one, as a generator does, as a list of them: nobody else asks whether it ends."""
    if isinstance(value, list | tuple | str | bytes | bytearray | Mapping) or not _has_entries(value):
        return value
    entries = [*islice(value, most + 1)]  # type: ignore[call-overload]  # it has entries
    if len(entries) > most:
        raise ValueError(f"at most {most:,} entries")
    try:
        check_bounds(entries)
    except InputError as error:
        raise ValueError(error.faults[0].rule) from None  # which is told with the field
    return entries


def _to_list_or_none(value: object) -> object:
    """As `to_list`, where an empty list says something, and nothing says nothing."""
    return None if _is_nothing(value) else to_list(value)


def _to_lines(value: object) -> object:
    """An address block: a list of lines, or one text with line breaks."""
    if isinstance(value, str):
        return tuple(lines_of(value))
    return to_list(value)


_A_DATE = "a date written year-month-day, such as 2026-11-18"


class TimeOfDayError(ValueError):
    """A time of day, from a program, where a day is asked for."""

    hint = "its .date() is one"

    def __init__(self) -> None:
        super().__init__("a date without a time of day")


def _to_date(value: object) -> object:
    """A calendar date written year-month-day, and nothing else that a lenient parser would take for one.

    A program's own may be midnight, as which tables of data keep their days.
    """
    if is_empty_cell(value) or (isinstance(value, float) and not isfinite(value)):
        raise EmptyCellError(_A_DATE)
    if isinstance(value, dt.datetime):
        if any((value.hour, value.minute, value.second, value.microsecond)):
            raise TimeOfDayError
        value = value.date()
    if value is not None and not isinstance(value, str | dt.date):  # a 0 too, which says no day
        raise ValueError(_A_DATE)
    if isinstance(value, dt.date):
        return _in_our_years(value)
    if not isinstance(value, str) or not trimmed(value):
        return None
    match = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", trimmed(value))
    if match is None:
        raise ValueError(_A_DATE)
    try:
        day = dt.date(*(int(part) for part in match.groups()))
    except ValueError:
        raise ValueError("a day that the calendar has") from None
    return _in_our_years(day)


def _in_our_years(day: dt.date) -> dt.date:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise ValueError(f"a date of the years {_FIRST_YEAR} to {_LAST_YEAR}")
    return day


class NoCountryError(ValueError):
    """What is neither dates nor the code of a country; `hint` writes the code with capitals."""

    def __init__(self, value: object) -> None:
        code = value.strip().upper() if isinstance(value, str) else ""
        self.hint = f"did you mean {code}?" if re.fullmatch("[A-Z]{2,3}", code) else None
        super().__init__("dates, or a country's code such as US or GB")


def to_holidays(value: object) -> object:
    """Dates, one date, or the code of a country; whether there is such a country is asked when it is needed."""
    if _is_nothing(value):
        return ()
    if isinstance(value, bytes | bytearray | Enum):
        raise NoCountryError(None)
    if isinstance(value, str) and not value[:1].isdigit() and not re.fullmatch("[A-Z]{2,3}", value):
        raise NoCountryError(value)
    return (value,) if isinstance(value, str) and value[:1].isdigit() else _counted(value, MOST_VALUES)


# What RFC 5322 calls an atom: any other sign ends or begins something in the header of an e-mail, if it is not quoted.
_BETWEEN_DOTS = r"[^@\s<>,;:\"()\[\]\\.]+"
_EMAIL = re.compile(rf"{_BETWEEN_DOTS}(?:\.{_BETWEEN_DOTS})*@{_BETWEEN_DOTS}(?:\.{_BETWEEN_DOTS})+")


def _to_email(value: object) -> object:
    value = _to_text(value)
    if isinstance(value, str) and not _EMAIL.fullmatch(value):
        raise ValueError("an e-mail address, such as maya@example.com, with one @ and a domain after it")
    return value


class NoPhoneError(ValueError):
    """What nobody can dial: "none", "n/a", "-"."""

    hint = "leave it out if there is none"

    def __init__(self) -> None:
        super().__init__("a telephone number, with its digits")


def _to_phone(value: object) -> object:
    """A telephone number in whatever writing: a digit to dial, of whatever script, is all that it must have."""
    value = _to_text(value)
    if isinstance(value, str) and not any(map(str.isdecimal, value)):
        raise NoPhoneError
    return value


Line = Annotated[str, BeforeValidator(_to_text), Field(min_length=1, max_length=LONGEST_LINE)]
Bullet = Annotated[str, BeforeValidator(_to_note), Field(min_length=1, max_length=LONGEST_BULLET)]
Entry = Annotated[str, BeforeValidator(_to_text), Field(min_length=1, max_length=LONGEST_ENTRY)]
OptionalLine = Annotated[Annotated[str, Field(max_length=LONGEST_LINE)] | None, BeforeValidator(_to_text)]
OptionalLength = Annotated[Annotated[str, Field(max_length=LONGEST_LINE)] | None, BeforeValidator(_to_length)]
OptionalNote = Annotated[Annotated[str, Field(max_length=LONGEST_NOTE)] | None, BeforeValidator(_to_note)]
Lines = Annotated[tuple[Line, ...], BeforeValidator(to_list), Field(max_length=MOST_LINES)]
Answers = Annotated[
    Annotated[tuple[Line, ...], Field(max_length=MOST_ANSWERS)] | None, BeforeValidator(_to_list_or_none)
]
Entries = Annotated[tuple[Entry, ...], BeforeValidator(to_list), Field(max_length=MOST_ENCLOSURES)]
Address = Annotated[tuple[Entry, ...], BeforeValidator(_to_lines), Field(max_length=MOST_ADDRESS_LINES)]
Date = Annotated[dt.date, BeforeValidator(_to_date)]
OptionalDate = Annotated[dt.date | None, BeforeValidator(_to_date)]
Phone = Annotated[Annotated[str, Field(max_length=LONGEST_LINE)] | None, BeforeValidator(_to_phone)]
Email = Annotated[Annotated[str, Field(max_length=LONGEST_EMAIL)] | None, BeforeValidator(_to_email)]


def empty_is_none(value: object) -> object:
    return None if _is_nothing(value) else value


def empty_is_true(value: object) -> object:
    """For a yes or no of which nothing says yes."""
    return True if _is_nothing(value) else value


YesNo = Annotated[bool | None, BeforeValidator(empty_is_none)]
Flag = Annotated[bool, BeforeValidator(lambda value: value or False)]
