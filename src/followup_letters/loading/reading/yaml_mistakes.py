"""What a person did, where YAML only says what it did not expect.

PyYAML tells the place where it gave up, which is often a line after the mistake. Each function below knows
one mistake people really make, looks for it in the text around that place, and returns its fault or None; the
first that recognises something wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from followup_letters.bounds import TOO_DEEP
from followup_letters.errors import Fault, counted
from followup_letters.loading.reading.nodes import Source, whole
from followup_letters.loading.reading.yaml_brackets import lost_bracket_or_comma, lost_comma, open_bracket
from followup_letters.loading.reading.yaml_dashes import glued_dash, lost_dash, stray_dash, uneven_dashes
from followup_letters.loading.reading.yaml_quotes import closed_early, in_quotes, open_quote, open_quote_in_brackets
from followup_letters.loading.reading.yaml_trouble import (
    ENTRY,
    SAYS_SOMETHING,
    Trouble,
    colons,
    line_at,
    row_before,
    wanted_indent,
)

_KEY = r"[ \t]*(?:- +)?(?P<key>[A-Za-z_][\w-]*)"


def explain_syntax(source: Source, error: Exception) -> Fault:
    """The fault, with its excerpt, of a text that is not YAML."""
    problem = str(getattr(error, "problem", None) or "something that is not YAML")
    at = getattr(getattr(error, "problem_mark", None), "index", None)
    since = getattr(getattr(error, "context_mark", None), "index", None)
    start = at if at is not None else since if since is not None else _position(error)
    trouble = Trouble(source, problem, start, since if since is not None else start)
    known = (mistake(trouble) for mistake in _MISTAKES)
    return next((fault for fault in known if fault), None) or trouble.fault(
        start, f"YAML that can be read ({problem})", None
    )


def _position(error: Exception) -> int:
    position = getattr(error, "position", 0)
    return position if isinstance(position, int) else 0


def _beyond_libyaml(trouble: Trouble) -> Fault | None:
    """Nesting that newer releases of libyaml give up on before they tell of it."""
    return trouble.fault(trouble.at, TOO_DEEP, None) if "nesting depth" in trouble.problem else None


def _tab(trouble: Trouble) -> Fault | None:
    row = trouble.source.row(trouble.at)
    indent = re.match(r"[ ]*\t", line_at(trouble.source, row))
    if indent is None or "expected ','" in trouble.problem:  # between brackets a tab does no harm
        return None
    rule = "indentation with spaces; YAML does not take tabs"
    wanted = wanted_indent(trouble.source, row)
    hint = f"begin this line with {counted(wanted, 'space') if wanted else 'no space'}, and no tab"
    others = sum(1 for line in trouble.source.text.splitlines()[row + 1 :] if re.match(r"[ ]*\t", line))
    hint += f"; {counted(others, 'more line')} with a tab below" if others else ""
    return trouble.fault(trouble.source.start(row) + indent.end() - 1, rule, hint)


def _no_space(trouble: Trouble) -> Fault | None:
    """`name:Maya`."""
    for row in (trouble.source.row(trouble.since), trouble.row, row_before(trouble)):
        glued = re.match(_KEY + r":(?=[^\s:/])", line_at(trouble.source, row))
        if glued:
            hint = f"write {glued['key']}: {whole(line_at(trouble.source, row)[glued.end() :].strip())}"
            return trouble.fault(trouble.source.start(row) + glued.end(), "a space after the colon", hint)
    return None


def _no_colon(trouble: Trouble) -> Fault | None:
    """A line that should be a key, without its colon."""
    if "expected ':'" in trouble.problem:
        row = trouble.source.row(trouble.since)
    elif "mapping values" in trouble.problem and colons(line_at(trouble.source, trouble.row)) == 1:
        row = row_before(trouble)
    else:
        return None
    line = line_at(trouble.source, row)
    bare = re.match(_KEY + r"(?=[ \t]|$)", line)
    if not bare or colons(line):
        return None
    rest = line[bare.end() :].strip()
    rule = "a colon after the key" + (" and a space" if rest else "")
    return trouble.fault(trouble.source.start(row) + bare.end(), rule, f"write {bare['key']}: {whole(rest)}".rstrip())


def _second_colon(trouble: Trouble) -> Fault | None:
    """`lasted: an hour: or so`."""
    if "mapping values" not in trouble.problem or colons(line_at(trouble.source, trouble.row)) < 2:
        return None
    line = line_at(trouble.source, trouble.row)
    text = re.sub(_KEY + r":\s+", "", line, count=1).strip()
    rule = "a text with a colon and a space in it stands in quotes"
    return trouble.fault(trouble.at, rule, in_quotes(text))


def _too_deep(trouble: Trouble) -> Fault | None:
    """A key indented below a key that has its value already."""
    if "mapping values" not in trouble.problem:
        return None
    line, start = line_at(trouble.source, trouble.row), trouble.source.start(trouble.row)
    indent = len(line) - len(line.lstrip())
    rule = "keys of one table at the same indentation"
    return trouble.fault(start + indent, rule, "bring the line to the same column as the one above")


def _first_character(trouble: Trouble) -> Fault | None:
    """A text that begins with a character that means something to YAML."""
    character = trouble.source.text[trouble.since : trouble.since + 1]
    if not re.search("cannot start|alphabetic|tag|node content|comment or line|a comment", trouble.problem):
        return None
    if not character or character not in "@`%&*!|>]},":
        return None
    line = line_at(trouble.source, trouble.source.row(trouble.since))
    text = line[trouble.since - trouble.source.start(trouble.source.row(trouble.since)) :].strip()
    rule = f"a text that begins with {character} stands in quotes"
    return trouble.fault(trouble.since, rule, in_quotes(text))


def _emphasis(trouble: Trouble) -> Fault | None:
    """`*really* good`, which YAML takes for a reference."""
    row = trouble.source.row(trouble.at)
    line = line_at(trouble.source, row)
    starred = re.match(rf"(?:{_KEY}:)?[ \t]*(?:- +)?(?P<text>[*&]\S+[ \t].*)", line)
    if starred is None:
        return None
    rule = f"a text that begins with {starred['text'][0]} stands in quotes"
    hint = in_quotes(starred["text"].strip())
    return trouble.fault(trouble.source.start(row) + starred.start("text"), rule, hint)


def _escape(trouble: Trouble) -> Fault | None:
    if not re.search("escape|hexa?decimal", trouble.problem):
        return None
    rule = r"a backslash between double quotes is written \\"
    return trouble.fault(trouble.at, rule, "or put the text between ' and ', where a backslash is itself")


def _indentation(trouble: Trouble) -> Fault | None:
    if "expected key" not in trouble.problem and "expected <block end>" not in trouble.problem:
        return None
    row = trouble.source.row(trouble.at)
    is_entry = ENTRY.match(line_at(trouble.source, row)) is not None
    table = "entries of its list" if is_entry else "keys of its table"
    wanted = {wanted_indent(trouble.source, row)}
    if not is_entry:  # it may belong to the table that began before the trouble as well
        wanted.add(trouble.since - trouble.source.start(trouble.source.row(trouble.since)))
    spaces = " or ".join(counted(each, "space") if each else "no space" for each in sorted(wanted))
    rule = f"a line at the same indentation as the other {table}"
    return trouble.fault(trouble.at, rule, f"begin this line with {spaces}, as those above do")


def _no_heading(trouble: Trouble) -> Fault | None:
    """A file that begins with indented lines, for the heading above them is gone: told where they begin, not end."""
    begun = next((row for row in range(trouble.row) if SAYS_SOMETHING.match(line_at(trouble.source, row))), None)
    if "<document start>" not in trouble.problem or begun is None:
        return None
    line = line_at(trouble.source, begun)
    indent = len(line) - len(line.lstrip(" "))
    hint = "write the heading of the indented lines above them, such as candidate:"
    rule = "a first line that is not indented"
    return trouble.fault(trouble.source.start(begun) + indent, rule, hint) if indent else None


_MISTAKES: tuple[Callable[[Trouble], Fault | None], ...] = (
    _beyond_libyaml,
    _tab,
    _escape,
    open_quote_in_brackets,
    open_bracket,
    lost_comma,
    lost_bracket_or_comma,
    open_quote,
    closed_early,
    glued_dash,
    _no_space,
    uneven_dashes,
    lost_dash,
    _no_colon,
    _second_colon,
    _too_deep,
    _first_character,
    _emphasis,
    stray_dash,
    _indentation,
    _no_heading,
)
