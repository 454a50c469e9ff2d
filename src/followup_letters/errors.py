"""Everything that can go wrong, told to a person.

    FollowupError            whatever this library raises on purpose
    ├── InputError           the interview file cannot be used; carries every Fault found
    ├── TemplateError        a template is at fault; carries its name and line
    ├── OutputError          a file may not or cannot be written; carries the path
    └── MachineError         something the machine lacks: Pango, a font, space on the disk; carries the field, if any

`exit_code` is what the command returns: 2 the user's mistake, 3 the machine's. Each comes back from another process as
it went.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, ClassVar, Literal, TypeAlias

from followup_letters.shown import Hinting, own_lines

LONGEST_MESSAGE = 2000  # bytes; what a terminal shows at once. Data (`as_dict`) has all of it
MOST_FAULTS = 20  # more than a person mends in one go
_LONGEST_PART = 400  # characters of one line of a fault

FaultKind: TypeAlias = Literal["missing", "unknown", "value", "syntax", "file", "argument", "more"]


@dataclass(frozen=True)
class Fault(metaclass=Hinting):
    """One thing wrong with an input, and the way to mend it.

    `kind` stays as it is: a field is "missing" or "unknown", a "value" is none for its field, the "syntax" is broken, a
    "file" or an "argument" of a function cannot be used, there are "more". `line` and `column` count from 1, None where
    there are no lines; `excerpt` is the line with a caret below it, for broken syntax only.
    """

    rule: str
    field: str | None = None
    found: str | None = None
    hint: str | None = None
    file: str | None = None
    line: int | None = None
    column: int | None = None
    excerpt: str | None = None
    kind: FaultKind = "value"

    _ways: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("message", "msg", "text"), "; str(fault) is all of it, `rule` and `hint` are its words"),
        "loc": "; `field` says which it is of, `file`, `line` and `column` where it stands",
    }

    @property
    def place(self) -> str:
        """`file:line:column: field`, as far as it is known."""
        position = ":".join(str(part) for part in (_in_one_line(self.file), self.line, self.column) if part is not None)
        return ": ".join(part for part in (position, self.field) if part)

    def as_dict(self) -> dict[str, Any]:
        """The fault as data: each of its fields."""
        return asdict(self)

    def __str__(self) -> str:
        lines = [self.place or "input"]
        if self.excerpt is not None:
            lines += [f"    {line}" for line in self.excerpt.splitlines()]
        if self.found is not None:
            lines.append(f"  found: {self.found}")
        lines.append(f"  rule:  {self.rule}")
        if self.hint is not None:
            lines.append(f"  hint:  {self.hint}")
        return "\n".join(shortened(harmless(line), _LONGEST_PART) for line in lines)


def _in_one_line(name: str | None) -> str | None:
    """The name of a file without what would break the line, or move what stands in it."""
    return name and "".join(each if each.isprintable() else ascii(each)[1:-1] for each in name)


def shortened(text: str, longest: int) -> str:
    """`text`, or its beginning and an ellipsis, in at most `longest` bytes of UTF-8."""
    content = text.encode(errors="surrogatepass")
    return text if len(content) <= longest else content[: longest - 3].decode(errors="ignore") + "…"


def counted(number: int, noun: str) -> str:
    """`number` of what `noun` names: "1 letter", "3 letters"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def harmless(text: str) -> str:
    """`text` with an escape for whatever a terminal would obey or hide; line breaks stay."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    text = "".join(c if c in "\n\u200c\u200d" or _is_shown(c) else _escape(c) for c in text)
    return _HIDDEN.sub(lambda hidden: _escape(hidden[0]), text)


# Marks and letters that are not seen; a selector after a sign or a digit chooses how that looks, as of an emoji.
_HIDDEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufffc\U0001d159\U000e0100-\U000e01ef]"
    "|(?<![\u00a9\u00ae\u2000-\u3300\U0001f000-\U0001faff0-9#*])[\ufe00-\ufe0f]"
)


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode()


def harmless_line(text: str) -> str:
    """The same, in one line."""
    return harmless(text).replace("\n", r"\n")


def _is_shown(character: str) -> bool:
    return character.isprintable() or unicodedata.category(character) == "Zs"


EMPTY_ENTRY, WITHOUT_IT = "no empty entry: {}", "fill it in, or leave the entry out"
"""The rule of an entry of a list that is nothing, with what belongs there, and the hint."""


class FollowupError(Exception, metaclass=Hinting):
    """The base of every error this library raises on purpose."""

    exit_code: ClassVar[int] = 2

    _render_traceback_ = own_lines
    _ways: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("message", "msg", "text"), "; str(error) is its message"),
        "errors": "; as_dict() has what it carries; of an InputError `faults` are what is wrong, each a Fault",
    }

    def __str__(self) -> str:
        return shortened(harmless(super().__str__()), LONGEST_MESSAGE - 100)

    def as_dict(self) -> dict[str, Any]:
        """The error as data, for programs: its kind, its message and what it carries; `faults` may be empty."""
        return {"error": type(self).__name__, "message": str(self), "faults": []}


def first_few(faults: Sequence[Fault], file: str | None = None) -> list[Fault]:
    """`faults`, or the first MOST_FAULTS of them and the number of the rest."""
    left = len(faults) - MOST_FAULTS
    return [*faults[:MOST_FAULTS], and_more(left, file)] if left > 1 else list(faults)


def and_more(left: int, file: str | None = None) -> Fault:
    """What stands for the `left` faults that are not told."""
    return Fault(rule=f"and {left} more; mend these first", file=file, kind="more")


def _told(faults: Sequence[Fault]) -> str:
    """The faults one below the other, as many as a message has room for."""
    shown = [str(fault) for fault in faults[: MOST_FAULTS + 2]]
    count = len(shown)
    while count > 1 and len("\n\n".join(shown[:count]).encode(errors="surrogatepass")) > LONGEST_MESSAGE - 200:
        count -= 1
    more = ["and more; mend these first"] if count < len(faults) else []
    return "\n\n".join([*shown[:count], *more])


class InputError(FollowupError):
    """What was given cannot be used: an interview file, data, or an argument.

    `faults` are what is wrong, in the order of the file, each a Fault: `field`, `found`, `rule` and `hint`, and its
    `file`, `line` and `column` where it stands in one. Of very many the first twenty are told, and how many more.
    """

    faults: tuple[Fault, ...]

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(_told(self.faults))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.faults,)

    def as_dict(self) -> dict[str, Any]:
        """The error as data, with `faults`: a list of mappings, one a fault."""
        return super().as_dict() | {"faults": [fault.as_dict() for fault in self.faults]}


class TemplateError(FollowupError):
    """A template cannot be used. `template` is its name; `line` counts from 1, None if not known."""

    def __init__(self, message: str, template: str, line: int | None = None) -> None:
        self.template, self.line, self._message = template, line, message
        place = template if line is None else f"{template}:{line}"
        super().__init__(f"{place}\n  {message}")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._message, self.template, self.line)

    def as_dict(self) -> dict[str, Any]:
        """The error as data, with `template` and `line`."""
        return super().as_dict() | {"template": self.template, "line": self.line}


class OutputError(FollowupError):
    """A file may not or cannot be written. `path` is that file."""

    def __init__(self, message: str, path: Path) -> None:
        self.path, self._message = path, message
        super().__init__(f"{path}\n  {message}")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._message, self.path)

    def as_dict(self) -> dict[str, Any]:
        """The error as data, with `path`."""
        return super().as_dict() | {"path": str(self.path)}


class MachineError(FollowupError):
    """The machine lacks something: Pango, a font that has a character, space on the disk.

    `field` is the field of the interview file that asks for it, the first of several; None if none is known.
    """

    exit_code = 3

    def __init__(self, message: str, field: str | None = None) -> None:
        self.field = field
        super().__init__(message)

    def as_dict(self) -> dict[str, Any]:
        """The error as data, with `field`."""
        return super().as_dict() | {"field": self.field}
