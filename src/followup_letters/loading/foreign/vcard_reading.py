"""The bytes of a vCard file to its cards, each a list of properties: lines unfolded, values decoded, nothing chosen.

Versions 2.1, 3.0 and 4.0. Written here because the library at hand loses a whole card over one line: vobject 0.9.9
refuses it for a photo that lacks its last byte and for a parameter as Apple writes it, and takes text in UTF-8 only.
A line that cannot be read is counted, and passed over; what the properties mean is told in vcards.py.
"""

from __future__ import annotations

import codecs
import quopri
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from followup_letters.printable import trimmed

LARGEST = 2_000_000  # bytes; a card with a photo has a few hundred thousand
MOST_CARDS, MOST_PROPERTIES = 20_000, 1_000  # in one file, and in one card
MOST_LINES = 150_000  # in one file; more are of a few characters each, and take seconds to be read
_MOST_COMPONENTS = 100  # of one value; an address has seven
_PARAMETER = r""";(?>(?:[^:;"\\]++|\\.|"[^"]*"|["\\])*)"""
_MOST_PARAMETERS = 100  # of one property; a line of more is none that can be read
_PARAMETERS = rf"(?P<parameters>(?>(?:{_PARAMETER}){{0,{_MOST_PARAMETERS}}}))"
_HEAD = re.compile(rf"(?:[\w-]+\.)?(?P<name>[A-Za-z0-9_-]+)\s*{_PARAMETERS}:", re.ASCII)
_QUOTED_PRINTABLE = re.compile(r"[^:]*;(?:ENCODING=)?\"?QUOTED-PRINTABLE\b", re.IGNORECASE)
_LONGEST_HEAD, _LONGEST_FOLDED_HEAD = 500, 8  # characters, and lines, that are looked at for an encoding
_MARK = re.compile(r"(BEGIN|END)\s*:\s*VCARD\s*", re.IGNORECASE)
_BARE = {"QUOTED-PRINTABLE": "ENCODING", "BASE64": "ENCODING", "8BIT": "ENCODING", "7BIT": "ENCODING"}


@dataclass(frozen=True)
class Property:
    """One property of a card: its name and the names of its parameters in capitals; `line` counts from 1."""

    name: str
    value: str
    parameters: dict[str, list[str]]
    line: int
    version: str

    @property
    def text(self) -> str:
        """The whole value as one text, unescaped."""
        return self._unescaped(self.value)

    @property
    def components(self) -> list[str]:
        """The parts of the value that semicolons divide, each unescaped."""
        parts: list[list[str]] = [[]]
        for piece in re.findall(r"\\.|;|[^\\;]+|\\", self.value, re.DOTALL):
            if piece == ";" and len(parts) < _MOST_COMPONENTS:
                parts.append([])
            else:
                parts[-1].append(piece)
        return [self._unescaped("".join(part)) for part in parts]

    def has(self, *types: str) -> bool:
        """Whether the property is marked with one of `types`, such as "WORK"."""
        marks = ",".join(self.parameters.get("TYPE", [])).upper().split(",")
        return not set(marks).isdisjoint(types)

    @property
    def rank(self) -> int:
        """How much its owner prefers it: 1 most, 101 where nothing is said."""
        typed = self.parameters.get("PREF", [""])[0]
        if re.fullmatch("[0-9]{1,3}", typed):
            return int(typed)
        return 1 if self.has("PREF") else 101

    def _unescaped(self, text: str) -> str:
        if self.version == "2.1":  # where a backslash before an n is a backslash
            text = re.sub(r"\\([;,:\\])", r"\1", text)
        else:
            text = re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], text)
        return trimmed(re.sub(r"\r\n?", "\n", text))


@dataclass
class ReadCard:
    """One card: its properties in the order of the file, the lines that cannot be read, and how many cards it holds."""

    line: int
    properties: list[Property] = field(default_factory=list)
    unreadable: list[int] = field(default_factory=list)
    nested: int = 0
    version: str = "3.0"
    is_closed: bool = False


def read_cards(content: bytes) -> list[ReadCard]:
    """Every card of a file, in order; none if it holds none.

    No more than one above MOST_CARDS, each with no more than one above MOST_PROPERTIES.
    """
    text, is_unicode = _decoded(content)
    cards: list[ReadCard] = []
    depth = 0
    for number, line in _logical_lines(text):
        mark = _MARK.fullmatch(line.strip())
        if mark and mark[1].upper() == "BEGIN":
            depth += 1
            if depth == 1 and len(cards) > MOST_CARDS:
                break
            if depth == 1:
                cards.append(ReadCard(number))
            else:
                cards[-1].nested += 1
        elif mark:
            depth = max(0, depth - 1)
            if cards and not depth:
                cards[-1].is_closed = True
        elif depth == 1 and line.strip() and len(cards[-1].properties) <= MOST_PROPERTIES:
            _add(cards[-1], line, number, is_unicode)
    return cards


def has_too_many_lines(content: bytes) -> bool:
    """True for a file of more than MOST_LINES, whichever way they end."""
    return max(content.count(b"\n"), content.count(b"\r")) > MOST_LINES


def _decoded(content: bytes) -> tuple[str, bool]:
    """The text; where it is no Unicode, each byte as a character of its own, so that a line's own charset decides."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace"), True
    try:
        return content.removeprefix(codecs.BOM_UTF8).decode(), True
    except UnicodeDecodeError:
        return content.decode("latin-1"), False


def _logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line with what was folded onto it, and its number. Quoted-printable folds with = at the end of the line."""
    parts: list[str] = []
    first, is_soft, is_quoted = 1, False, None
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), start=1):
        if is_soft and not _MARK.fullmatch(line.strip()):
            parts[-1] = parts[-1].rstrip()[:-1]
            parts.append(line)
        elif parts and line[:1] in (" ", "\t"):
            parts.append(line[1:])
        else:
            if parts:
                yield first, "".join(parts)
            parts, first = [line] if line else [], number
        if len(parts) <= _LONGEST_FOLDED_HEAD:
            is_quoted = None  # of what the head is not whole yet, or another one
        is_soft = line.rstrip().endswith("=")
        if is_soft:
            is_quoted = _is_quoted_printable(parts) if is_quoted is None else is_quoted
            is_soft = is_quoted
    yield first, "".join(parts)


def _is_quoted_printable(parts: Sequence[str]) -> bool:
    """True for a line in quoted-printable, by the head of it."""
    head = "".join(part[:_LONGEST_HEAD] for part in parts[:_LONGEST_FOLDED_HEAD])
    return _QUOTED_PRINTABLE.match(head[:_LONGEST_HEAD]) is not None


def _add(card: ReadCard, line: str, number: int, is_unicode: bool) -> None:
    head = _HEAD.match(line.lstrip())
    if head is None:
        card.unreadable.append(number)
        return
    name = head["name"].upper().replace("_", "-")
    parameters = _parameters(head["parameters"])
    value = _value(line.lstrip()[head.end() :], parameters, is_unicode)
    if name == "VERSION":
        card.version = value.strip()
    card.properties.append(Property(name, value, parameters, number, card.version))


def _parameters(text: str) -> dict[str, list[str]]:
    parameters: dict[str, list[str]] = {}
    for part in re.findall(_PARAMETER, text):
        name, equals, value = part[1:].partition("=")
        if not equals:  # as 2.1 has it: TEL;WORK;VOICE
            name, value = _BARE.get(name.strip().upper(), "TYPE"), name
        parameters.setdefault(name.strip().upper(), []).append(value.strip().replace('"', ""))
    return parameters


def _value(typed: str, parameters: dict[str, list[str]], is_unicode: bool) -> str:
    encoding = parameters.get("ENCODING", [""])[0].upper()
    if encoding in ("B", "BASE64"):
        return ""  # a picture, a sound, a key
    if encoding not in ("QUOTED-PRINTABLE", "Q") and is_unicode:
        return typed
    content = typed.encode("utf-8" if is_unicode else "latin-1", "replace")
    if encoding in ("QUOTED-PRINTABLE", "Q"):
        content = quopri.decodestring(content)
    for charset in (*parameters.get("CHARSET", []), "utf-8", "cp1252"):
        try:
            return content.decode(charset)
        except (LookupError, ValueError):  # of a charset that nobody knows; UnicodeDecodeError is a ValueError
            continue
    return content.decode("latin-1")
