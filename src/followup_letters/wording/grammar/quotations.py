"""What stands between quotation marks: somebody's words or a title, of which nothing is turned or written out."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from followup_letters.patterns import pattern

P = ParamSpec("P")
Said = TypeVar("Said", bound="str | None")

_MARKS = "\"'“”„‘’«»"
_QUOTED = pattern(  # an apostrophe begins and ends none: "the drivers' room", "don’t"
    r"“[^”]*(?:”|$)|„[^“”]*[“”]|«[^»]*»|(?<!\w)\"[^\"]*\"|‘.+?’(?!\w)|(?<![\w'])'(?=\S)[^']*(?<=\S)'(?!\w)"
)
_FIRST = 0xE000  # of the characters that stand for what is quoted, which no field may hold


def keeping_quotations(change: Callable[Concatenate[str, P], Said]) -> Callable[Concatenate[str, P], Said]:
    """`change`, which is shown one sign for what stands between quotation marks, and so cannot change it."""

    @wraps(change)
    def changed(text: str, /, *others: P.args, **named: P.kwargs) -> Said:
        if not any(mark in text for mark in _MARKS):  # as in most texts
            return change(text, *others, **named)
        bare, quoted = hidden(text)
        said = change(bare, *others, **named)
        return cast("Said", _shown(str(said), quoted)) if said else said

    return changed


def hidden(text: str) -> tuple[str, list[str]]:
    """`text` with one sign between each pair of quotation marks, and what stood there."""
    bare, quoted, at = "", list[str](), 0
    for found in _QUOTED.finditer(text):
        inside = found[0][1:-1] if found[0][-1] in _MARKS and len(found[0]) > 1 else found[0][1:]
        if inside:
            bare += text[at : found.start() + 1] + chr(_FIRST + len(quoted))
            quoted.append(inside)
            at = found.start() + 1 + len(inside)
    return bare + text[at:], quoted


def blotted(text: str) -> str:
    """`text`, as long as it was, with a sign that is no letter in the place of each that is quoted."""
    return _QUOTED.sub(lambda found: "·" * len(found[0]), text)


def _shown(said: str, quoted: list[str]) -> str:
    return said.translate({_FIRST + number: inside for number, inside in enumerate(quoted)})
