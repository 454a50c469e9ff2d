"""Mistakes that people make with the dashes of a list: each function knows one, and returns its fault or None."""

from __future__ import annotations

import re
from typing import NamedTuple

from followup_letters.errors import Fault, counted
from followup_letters.loading.reading.nodes import Source, shown, whole
from followup_letters.loading.reading.secret_lines import without_secret
from followup_letters.loading.reading.secret_paths import fields
from followup_letters.loading.reading.yaml_trouble import (
    ENTRY,
    Trouble,
    colons,
    indent_of,
    line_at,
    row_before,
    wanted_indent,
)
from followup_letters.patterns import pattern

_SPACE_AFTER = "a space after the dash"
_ONLY_DASHES = "a list has only lines that begin with a dash"
_COMMENT = pattern(r"(?:^|\s)#.*")
_GLUED = pattern(r"-(?=[^\W\d_]|[\"'{\[])")


def glued_dash(trouble: Trouble) -> Fault | None:
    """`-name: Jess` and `-Good with dogs`, which YAML takes for a key that begins with a dash."""
    is_no_key = "expected ':'" in trouble.problem
    for row in (trouble.source.row(trouble.since),) if is_no_key else (trouble.row, row_before(trouble)):
        line = line_at(trouble.source, row)
        glued = re.match(r"[ \t]*" + _GLUED.pattern, line)
        if glued and re.search("mapping values|indicator|did not find expected|expected [<']", trouble.problem):
            hint = f"write - {whole(line[glued.end() :].strip())}"
            return trouble.fault(trouble.source.start(row) + glued.end(), _SPACE_AFTER, hint)
    return None


def lost_dash(trouble: Trouble) -> Fault | None:
    """A line among texts that each begin with a dash, and without its own."""
    row = trouble.source.row(trouble.since)
    line = line_at(trouble.source, row)
    if "expected ':'" not in trouble.problem or ENTRY.match(line) or colons(line):
        return None
    *entries, above = _same_list(trouble.source, row)
    if not entries or any(map(colons, entries)) or (colons(above) and line.split()[0] in fields()):
        return None
    at = trouble.source.start(row) + indent_of(line)
    return trouble.fault(at, _ONLY_DASHES, f"begin this line with a dash: - {whole(line.strip())}")


def _same_list(source: Source, row: int) -> list[str]:
    """The entries above `row` at its indentation, and last the line they follow, if that is indented as they are."""
    indent, lines = indent_of(line_at(source, row)), []
    for before in range(row - 1, -1, -1):
        line = line_at(source, before)
        if not line.strip() or line.lstrip().startswith("#") or indent_of(line) > indent:
            continue
        if indent_of(line) < indent:
            break
        lines.append(line)
        if not ENTRY.match(line):
            return lines
    return [*lines, ""]


_LIST_BELOW = pattern(r"(?!-)[^\n]*\n[ \t]*- ")


class Slip(NamedTuple):
    """A mistake in a text that YAML can read: where it is, what stands there, the rule, and how to write it."""

    offset: int
    found: str
    rule: str
    hint: str


def dash_slip(source: Source, offset: int, end: int) -> Slip | None:
    """An entry of a list that is read as a text, or as the first line of one: its dash or the space is missing."""
    typed = source.text[offset:end]
    if _LIST_BELOW.match(typed) and source.text[source.start(source.row(offset)) : offset].rstrip().endswith(":"):
        text = whole(without_secret(typed.partition("\n")[0].strip()))
        hint = (
            f"put the text below its key as an entry of its own: - {text}; if all of it is one text, put it in quotes"
        )
        return Slip(offset, shown(text), "a text or a list, not both", hint)
    if not (typed.startswith("-") or "\n" in typed) or not _stands_below_a_key(source, offset):
        return None
    first = typed.partition("\n")[0].strip()
    if glued := _GLUED.match(typed):
        text = whole(without_secret(first[glued.end() :]))
        return Slip(offset + glued.end(), shown(first), _SPACE_AFTER, f"write - {text}")
    indent = indent_of(line_at(source, source.row(offset)))
    if re.search(rf"\n {{{indent}}}- ", typed):
        text = whole(without_secret(first))
        hint = f"begin this line with a dash: - {text}; if all of it is one text, put it in quotes"
        return Slip(offset, shown(first), _ONLY_DASHES, hint)
    return None


def _stands_below_a_key(source: Source, offset: int) -> bool:
    """Whether nothing is before `offset` in its line, and the line above it, but for comments, ends in a key."""
    row = source.row(offset)
    if source.text[source.start(row) : offset].strip():
        return False
    above = (_COMMENT.sub("", line_at(source, before)).rstrip() for before in range(row - 1, -1, -1))
    return next(filter(None, above), "").endswith(":")


def uneven_dashes(trouble: Trouble) -> Fault | None:
    """Entries of a list of which one begins further left, so that those below it seem to lie in it."""
    row, before = trouble.row, row_before(trouble)
    lines = line_at(trouble.source, before), line_at(trouble.source, row)
    if "mapping values" not in trouble.problem or not all(map(ENTRY.match, lines)) or colons(lines[0]):
        return None
    is_last_odd = wanted_indent(trouble.source, before) == indent_of(lines[0])
    odd, wanted = (row, indent_of(lines[0])) if is_last_odd else (before, indent_of(lines[1]))
    rule = "a line at the same indentation as the other entries of its list"
    hint = f"begin this line with {counted(wanted, 'space') if wanted else 'no space'}"
    return trouble.fault(trouble.source.start(odd), rule, hint) if len({*map(indent_of, lines)}) > 1 else None


def stray_dash(trouble: Trouble) -> Fault | None:
    """A dash where no list is, or a line of another kind where one is."""
    if "sequence entries" in trouble.problem:
        return trouble.fault(
            trouble.at,
            "each entry of a list on a line of its own",
            "begin a new line before the dash; if it belongs to a text, put the text in quotes",
        )
    if "'-' indicator" in trouble.problem or "but found '?'" in trouble.problem:
        if (moved := _moved_dash(trouble)) is not None:
            return moved
        hint = "a further key of an entry stands below the first letter after its dash; another entry has its own dash"
        return trouble.fault(trouble.at, _ONLY_DASHES, hint)
    return None


def _moved_dash(trouble: Trouble) -> Fault | None:
    """An entry whose dash stands in another column than that of the entries before it."""
    column = trouble.since - trouble.source.start(trouble.source.row(trouble.since))
    row = trouble.source.row(trouble.at)
    if not ENTRY.match(line_at(trouble.source, row)) or indent_of(line_at(trouble.source, row)) == column:
        return None
    rule = "a line at the same indentation as the other entries of its list"
    return trouble.fault(trouble.at, rule, f"bring the dash to column {column + 1}, below those above it")
