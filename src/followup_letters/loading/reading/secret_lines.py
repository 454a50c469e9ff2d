"""Which lines of a file may hold what must never be shown, told from the text alone: where its syntax is broken.

Nothing is read here. Where it is not certain that a private text has ended, it has not.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from followup_letters.models import Interview
from followup_letters.noun import model_at

_WORDS = r"(?:private|idea)"
_NAMED = re.compile(rf"\b{_WORDS}\b", re.IGNORECASE)
_KEY = re.compile(rf"""\b{_WORDS}\b["']?(?:\.[\w.-]+)?(?P<mark>\s*[:=\]]|\s*$)""", re.IGNORECASE)
_NO_KEY_YET = re.compile(rf"\b{_WORDS}\b(?P<mark>)", re.IGNORECASE)  # "private>": nothing says where its value ends
_HEADING = re.compile(r"\s*\[")
_ANOTHER_KEY = re.compile(r"""\s*(?:-\s+)*["']?(?P<first>\w[\w-]*)[\w.-]*["']?\s*[:=]""")
_HAS_A_VALUE = re.compile(r"""\s*["']?\w[\w.-]*["']?:[ \t]+(?![|>&!#])\S""")
_ESCAPED = re.compile(r"\\(?:x|u00|U000000)([4-7][0-9A-Fa-f])")  # a letter, in any of the formats
_QUOTES = ('"' * 3, "'" * 3, '"', "'")
_IN_TWO = re.compile(r"\\\n\s*")  # a word that YAML puts together again


def is_secret_line(text: str, row: int) -> bool:
    """Whether line `row` of `text`, counted from 0, names a private field or may belong to its value."""
    rows = _secret_rows(text)
    return rows[min(row, len(rows) - 1)]


@lru_cache(maxsize=4)  # of one file there may be many faults
def _secret_rows(text: str) -> list[bool]:
    """The same of every line."""
    inside: _Value | None = None
    ended: _Value | None = None
    line = before = ""
    columns: set[int] = set()  # at which a key has stood outside private values
    text = _ESCAPED.sub(lambda escape: chr(int(escape[1], 16)), text)
    if len(_NAMED.findall(_IN_TWO.sub("", text))) > len(_NAMED.findall(text)):
        return [True]
    rows: list[bool] = []
    for line in text.split("\n"):
        if inside is not None and inside.ends_before(line, columns):
            inside, ended = None, inside
        if inside is None and ended is not None and _belongs_to_nothing(line, before):
            inside = ended  # a key was put into the midst of it
        before = line if line.strip() else before
        if inside is not None:
            inside.go_on(line)
            rows.append(True)
            continue
        if key := _KEY.search(line) or _NO_KEY_YET.search(line):
            inside = _Value(line, key)
        if _ANOTHER_KEY.match(line):
            columns.add(_indent(line))
        rows.append(inside is not None or _NAMED.search(line) is not None)
    return rows


def _belongs_to_nothing(line: str, before: str) -> bool:
    """True for a line that stands deeper than a key with a value of its own before it."""
    is_deeper = bool(line.strip()) and _indent(line) > _indent(before)
    return is_deeper and _HAS_A_VALUE.match(before) is not None


def without_secret(text: str) -> str:
    """`text` up to the private key in it, such as `private:note`, which lacks the space that would make it a key."""
    found = re.search(rf"""\b{_WORDS}\b["']?\s*[:=]""", text, re.IGNORECASE)
    return f"{text[: found.end()]} …" if found else text


class _Value:
    """The value of a private key, as far as the text has been read."""

    def __init__(self, line: str, key: re.Match[str]) -> None:
        self._indent = _indent(line)
        self._is_heading = key["mark"].strip() == "]"
        self._is_toml = self._is_heading or key["mark"].strip() == "="  # in the others "[" begins a list
        rest = line[key.end() :].lstrip()
        self._quote = next((quote for quote in _QUOTES if rest.startswith(quote)), None)
        if self._quote and self._quote in rest[len(self._quote) :]:
            self._quote = None
        self._open = 0 if self._quote else _opened(rest)
        self._has_begun = bool(rest)

    def ends_before(self, line: str, columns: set[int]) -> bool:
        """Whether `line` is certain to be another's: a key in one of `columns`, as far left, outside quotes."""
        if self._quote is not None or self._open > 0 or not line.strip():
            return False
        if not self._has_begun and not self._is_heading:  # it may begin in the next line, however far to the left
            return False
        is_heading = self._is_toml and _HEADING.match(line) is not None
        if self._is_heading or is_heading:
            return is_heading
        begins_an_entry = line.lstrip().startswith("- ")
        further_left = _indent(line) < self._indent or (_indent(line) == self._indent and not begins_an_entry)
        key = _ANOTHER_KEY.match(line)
        return further_left and _indent(line) in columns and key is not None and key["first"].lower() in fields_around()

    def go_on(self, line: str) -> None:
        """Take one more line of the value."""
        self._has_begun = self._has_begun or bool(line.strip())
        if self._quote is None:
            self._open += _opened(line)
        elif self._quote in line:
            self._quote = None


@cache
def fields_around() -> frozenset[str]:
    """The fields that may follow a private one; whatever else looks like a key may be part of a note."""
    tables = (model_at(Interview, path) for path in ((), ("outlook",), ("outlook", "problem")))
    return frozenset(name for table in tables if table for name in table.model_fields)


def _opened(text: str) -> int:
    return sum(text.count(bracket) for bracket in "{[") - sum(text.count(bracket) for bracket in "}]")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
