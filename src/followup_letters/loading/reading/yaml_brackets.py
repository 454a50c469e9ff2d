"""Mistakes that people make with brackets: one that is not closed, and entries without a comma between them."""

from __future__ import annotations

from followup_letters.errors import Fault
from followup_letters.loading.reading.nodes import whole
from followup_letters.loading.reading.yaml_trouble import ENTRY, SAYS_SOMETHING, Trouble, indent_of, line_at
from followup_letters.patterns import pattern

_WANTED = pattern(r"expected ',' or '([\]}])'")
_OPENING = {"]": "[", "}": "{"}
_CLOSING = frozenset(_OPENING)
_KEY = pattern(r"[ \t]*(?:- +)?[A-Za-z_][\w-]*:(?=\s|$)")
_ENTRY_ENDS = ('"', "'", "]", "}")
_QUOTED = pattern(r""""(?:[^"\\\n]|\\.){0,60}"|'(?:[^'\n]|''){0,60}'""")  # and not too long for a hint


def open_bracket(trouble: Trouble) -> Fault | None:
    """`["14 Mill Lane", "Shelburne"`: the file ends before the ], or the next key or entry comes."""
    wanted = _WANTED.search(trouble.problem)
    if wanted is None or not _is_over(trouble):
        return None
    opening, closing, text = _OPENING[wanted[1]], wanted[1], trouble.source.text
    hint = f"write {closing} {_where(trouble)}"
    if not text[trouble.since + 1 :].lstrip().startswith(('"', "'")):  # which no text begins with behind a bracket
        hint += f"; if the {opening} belongs to a text, put the whole text in quotes"
    return trouble.fault(trouble.since, f"a bracket {opening} that is closed with {closing}", hint)


def lost_comma(trouble: Trouble) -> Fault | None:
    """`["14 Mill Lane" "Shelburne"]`, and lines between brackets that end without one."""
    at = _began(trouble)
    before = trouble.source.text[:at].rstrip()
    is_next_line = trouble.source.row(len(before)) < trouble.source.row(at)
    if not _WANTED.search(trouble.problem) or not (is_next_line or before.endswith(_ENTRY_ENDS)):
        return None
    entry = _QUOTED.match(trouble.source.text, at)
    hint = f"write a comma before {whole(entry.group())}" if entry else "write a comma before it"
    return trouble.fault(at, "a comma between two entries", hint)


def lost_bracket_or_comma(trouble: Trouble) -> Fault | None:
    """Brackets of which nobody can say what they lack."""
    wanted = _WANTED.search(trouble.problem)
    if wanted is None:
        return None
    opening = _OPENING[wanted[1]]
    rule = f"a bracket {opening} that is closed with {wanted[1]}, and commas between the entries"
    return trouble.fault(trouble.since, rule, f"if the {opening} belongs to a text, put the whole text in quotes")


def _is_over(trouble: Trouble) -> bool:
    """Whether what the bracket opened ended where PyYAML gave up: at the end, another bracket, a key or an entry."""
    source = trouble.source
    rest = source.text[trouble.at :].strip()
    if not rest or rest[0] in _CLOSING:
        return True
    opened, line = line_at(source, source.row(trouble.since)), line_at(source, source.row(trouble.at))
    is_below = source.row(trouble.at) > source.row(trouble.since) and indent_of(line) <= indent_of(opened)
    return is_below and bool(_KEY.match(line) or ENTRY.match(line))


def _where(trouble: Trouble) -> str:
    """Where the bracket should be closed: before another one that is, or at the end of the last line before."""
    source, at = trouble.source, _began(trouble)
    if (closed := source.text[at : at + 1]) in _CLOSING:
        return f"before the {closed}"
    row = source.row(len(source.text[:at].rstrip()))
    while row > source.row(trouble.since) and not SAYS_SOMETHING.match(line_at(source, row)):
        row -= 1
    return "at the end of the line" if row == source.row(trouble.since) else f"at the end of line {row + 1}"


def _began(trouble: Trouble) -> int:
    """Where the entry begins at which PyYAML gave up: of a key without quotes it gives up at the colon."""
    row = trouble.source.row(trouble.at)
    line = line_at(trouble.source, row)
    is_at_colon = trouble.source.text.startswith(":", trouble.at) and _KEY.match(line)
    return trouble.source.start(row) + indent_of(line) if is_at_colon else trouble.at
