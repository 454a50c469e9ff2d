"""Changes to the text of a TOML file, through tomlkit, which keeps comments and layout. Nothing is checked here.

A table is taken out of the text itself: tomlkit counts the comments before the next heading among those of the table.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import tomlkit
from tomlkit.items import AoT

_HISTORY = re.compile(r"""\s*\[\[\s*["']?history["']?\s*\]\]""")
_HEADING = re.compile(r"\s*\[")
_SAYS_NOTHING = re.compile(r"\s*(?:#.*)?$")
_TEXT = re.compile(  # of several lines; what stands in quotes or behind # opens none
    r"""(?P<lines>"{3}(?:\\.|[^\\])*?"{3,5}|'{3}.*?'{3,5})|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|#[^\n]*""", re.DOTALL
)


def with_answers(text: str, keys: Sequence[str], answers: Mapping[int, Sequence[str]]) -> str:
    """`text` with `answers` beside the strengths of the list at `keys`."""
    document = tomlkit.parse(text)
    strengths = _at(document, keys)
    for index, texts in answers.items():
        strength = strengths[index]
        known = [] if isinstance(strength, str) else strength.get("answers") or []
        _put(strengths, index, "answers", [*([known] if isinstance(known, str) else known), *texts])
    return tomlkit.dumps(document)


def with_unanswered(text: str, keys: Sequence[str], needs: Collection[int]) -> str:
    """`text` with `answered = false` beside the responsibilities `needs` of the list at `keys`."""
    document = tomlkit.parse(text)
    responsibilities = _at(document, keys)
    for index in needs:
        _put(responsibilities, index, "answered", False)
    return tomlkit.dumps(document)


def _at(document: Any, keys: Sequence[str]) -> Any:
    for key in keys:
        document = document[key]
    return document


def _put(listed: Any, index: int, key: str, value: Any) -> None:
    """`value` under `key` in an entry of a list; a bare text becomes a table."""
    if isinstance(listed[index], str):
        table = tomlkit.inline_table()
        table.update({"text": listed[index], key: value})
        listed[index] = table
    else:
        listed[index][key] = value


def with_event(text: str, event: Mapping[str, str]) -> str:
    """`text` with `event` as the last of its `history`."""
    document = tomlkit.parse(text)
    history = document.get("history")
    if history is None:
        history = tomlkit.aot()
        document.append("history", history)
    if isinstance(history, AoT):
        table = tomlkit.table()
        table.update(event)
        history.append(table)
    else:
        inline = tomlkit.inline_table()
        inline.update(event)
        history.append(inline)
    return tomlkit.dumps(document)


def without_event(text: str) -> str:
    """`text` without the last of its `history`."""
    document = tomlkit.parse(text)
    history: Any = document["history"]
    if isinstance(history, AoT):
        return _without_last_table(text)
    del history[-1]
    return tomlkit.dumps(document)


def _without_last_table(text: str) -> str:
    """`text` without its last [[history]]: its heading and its keys, and no comment that stands before the next one."""
    lines, plain = text.splitlines(keepends=True), _TEXT.sub(_veiled, text).splitlines()
    first = max(number for number, line in enumerate(plain) if _HISTORY.match(line))
    last = next((number for number in range(first + 1, len(plain)) if _HEADING.match(plain[number])), len(plain))
    while last > first + 1 and _SAYS_NOTHING.match(plain[last - 1]):
        last -= 1
    before, after = "".join(lines[:first]), "".join(lines[last:])
    if not after.strip():
        return before.rstrip("\n") + "\n"
    return before + (after.removeprefix("\n") if before.endswith("\n\n") else after)


def _veiled(found: re.Match[str]) -> str:
    """A text of several lines as so many lines that are no headings; anything else as it is."""
    return re.sub(r"\S", "x", found[0]) if found["lines"] else found[0]
