"""Which lines of a file may hold what must never be shown, told from the text alone: where its syntax is broken.

Nothing is read here. Where it is not certain that a private text has ended, it has not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from followup_letters.loading.reading.secret_paths import AROUND, is_of_fields
from followup_letters.patterns import pattern
from followup_letters.private_keys import NAMED, SECRET_WORDS, names_a_secret

_KEY = pattern(rf"""\b{SECRET_WORDS}\b["']?(?:\.[\w.-]{{1,80}}+)?(?P<mark>\s*[:=\]]|\s*$)""", re.IGNORECASE)
_NO_KEY_YET = pattern(rf"\b{SECRET_WORDS}\b(?P<mark>)", re.IGNORECASE)  # "private>": nothing says where its value ends
_QUOTED_AFTER = pattern(rf"""\b{SECRET_WORDS}\b(?:["']?\s*[:=])?(?=\s*\S)""", re.IGNORECASE)
_HEADING = pattern(r"""\s*\[\[?(?P<names>[^\]]++)\]\]?\s*(?:#.*)?""")
_ANOTHER_KEY = pattern(r"""\s*(?>(?:-\s+)*)["']?(?P<names>\w[\w-]*+(?:\.[\w.-]*+)?)["']?\s*[:=]""")
_DASHES = pattern(r"(?P<indent>\s*+)(?P<dashes>(?>(?:-\s+)*))")
_HAS_A_VALUE = pattern(r"[^\s:][^:]*+:[ \t]+(?![|>&!#])\S")
_ENDS_A_KEY = pattern(r":(?:\s|$)")
_ESCAPED = pattern(r"\\(?:x|u00|U000000)([4-7][0-9A-Fa-f])")  # a letter, in any of the formats
_QUOTES = ('"' * 3, "'" * 3, '"', "'")
_IN_TWO = pattern(r"\\\n\s*")  # a word that YAML puts together again
_BEFORE_A_VALUE = pattern(r"""\s*+(?>(?:-\s+)*)(?:["']?\w[\w.-]*+["']?\s*[:=]\s*)?(?>(?:[!&]\S*\s+)*)""")
# Up to the sign that closes a text, as any of the formats would read it: one escaped, or doubled, does not.
_CLOSED = {
    '"': pattern(r'(?>(?:[^"\\]++|\\.)*)"'),
    "'": pattern(r"(?>(?:[^'\\]++|\\.|'')*)'"),
    '"' * 3: pattern(r'(?>(?:[^"\\]++|\\.|"(?!""))*)"{3,5}'),
    "'" * 3: pattern(r"(?>(?:[^'\\]++|\\.|'(?!''))*)'{3,5}"),
}
_QUOTED = pattern(r""""(?>(?:[^"\\]++|\\.)*)(?P<end>"?)|'(?>(?:[^'\\]++|\\.|'')*)(?P<other_end>'?)""")
_NOTHING_MORE = pattern(r"[\s,\]}]*+(?:#.*)?")
_NEXT_ENTRY = pattern(r"""[\s\]}]*+,\s*["']?(?P<names>\w[\w-]*+)["']?\s*[:=]""")


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
    if len(NAMED.findall(_IN_TWO.sub("", text))) > len(NAMED.findall(text)):
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
        rows.append(inside is not None or names_a_secret(line))
    return rows


def _belongs_to_nothing(line: str, before: str) -> bool:
    """True for a line that stands deeper than a key with a value of its own before it, or than an entry of a list."""
    begin = _DASHES.match(before)
    if begin is None or not line.strip() or _indent(line) <= len(begin["indent"]):
        return False
    rest = before[begin.end() :]
    if begin["dashes"] and rest.startswith(("[", "{")):  # to which it belongs
        return False
    if _HAS_A_VALUE.match(rest):
        return _indent(line) > begin.end()
    is_a_text = not rest.startswith(("|", ">", "&", "!", "#")) and _ENDS_A_KEY.search(rest) is None
    return bool(begin["dashes"]) and is_a_text


def without_secret(text: str) -> str:
    """`text` up to the name of a private field in it, which may lack the colon that would make it a key."""
    found = _QUOTED_AFTER.search(text)
    return f"{text[: found.end()]} …" if found else text


class _Value:
    """The value of a private key, as far as the text has been read."""

    def __init__(self, line: str, key: re.Match[str]) -> None:
        self._indent = _indent(line)
        self._is_heading = key["mark"].strip() == "]"
        self._is_toml = self._is_heading or key["mark"].strip() == "="  # in the others "[" begins a list
        self._quote: str | None = None
        self._open = 0
        self._is_lost = self._is_block = self._has_begun = False
        if line[key.end() :].strip():
            self._begin(line[key.end() :])

    def ends_before(self, line: str, columns: set[int]) -> bool:
        """Whether `line` is certain to be another's: a key in one of `columns`, as far left, outside quotes."""
        if self._is_lost or self._quote is not None or self._open > 0 or not line.strip():
            return False
        if not self._has_begun and not self._is_heading:  # it may begin in the next line, however far to the left
            return False
        heading = _HEADING.fullmatch(line) if self._is_toml else None
        if self._is_heading or heading:
            return heading is not None and is_of_fields(_names_in(heading))
        begins_an_entry = line.lstrip().startswith("- ")
        further_left = _indent(line) < self._indent or (_indent(line) == self._indent and not begins_an_entry)
        key = _ANOTHER_KEY.match(line)
        return further_left and _indent(line) in columns and key is not None and _is_a_field(key)

    def go_on(self, line: str) -> None:
        """Take one more line of the value."""
        if self._quote is not None:
            self._close(line)
        elif self._open > 0:
            self._count(line)
        elif line.strip() and not self._is_block:
            self._begin(line)

    def _begin(self, text: str) -> None:
        """Take what may be the beginning of a text in quotes, or of a list or a table in brackets."""
        before = _BEFORE_A_VALUE.match(text)
        rest = text[before.end() :] if before else text
        self._is_block = not self._has_begun and rest.startswith(("|", ">"))
        self._has_begun = True
        self._quote = next((quote for quote in _QUOTES if rest.startswith(quote)), None)
        if self._quote is not None:
            self._close(rest[len(self._quote) :])
        else:
            self._count(rest)

    def _close(self, text: str) -> None:
        """Find the end of a text in quotes; where more follows that is no next field, it may not have been the end."""
        closed = _CLOSED[self._quote or ""].match(text)
        if closed is None:
            return
        self._quote, rest = None, text[closed.end() :]
        following = _NEXT_ENTRY.match(rest)
        is_a_field = following is not None and _is_a_field(following)
        self._is_lost = not is_a_field and _NOTHING_MORE.fullmatch(rest) is None

    def _count(self, text: str) -> None:
        """Count the brackets that are opened; where one may stand in quotes that are not closed, nothing is certain."""
        bare = _QUOTED.sub(lambda quoted: "" if quoted["end"] or quoted["other_end"] else '"', text)
        is_in_brackets = self._open > 0 or bare.lstrip().startswith(("[", "{"))
        self._is_lost = self._is_lost or (is_in_brackets and '"' in bare)
        self._open += _opened(bare)


def _is_a_field(key: re.Match[str]) -> bool:
    """Whether a key is a field that may follow a private one; whatever else looks like one may be part of a note."""
    names = _names_in(key)
    return any(is_of_fields((*table, *names)) for table in AROUND)


def _names_in(key: re.Match[str]) -> tuple[str, ...]:
    """The names of a key with its dots, as fields are written."""
    return tuple(name.strip(" \t\"'").lower() for name in key["names"].split("."))


def _opened(text: str) -> int:
    return sum(text.count(bracket) for bracket in "{[") - sum(text.count(bracket) for bracket in "}]")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
