"""What a person did, where YAML only says what it did not expect.

PyYAML tells the place where it gave up, which is often a line after the mistake. Each function below knows
one mistake people really make, looks for it in the text around that place, and returns its fault or None; the
first that recognises something wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from followup_letters.bounds import TOO_DEEP
from followup_letters.errors import Fault, counted
from followup_letters.loading.reading.nodes import Source, fault_at, whole
from followup_letters.patterns import pattern

_LINES_BACK = 40  # how far above the place where PyYAML gave up a quotation mark may have been opened
_LONGEST_LINE = 2_000  # characters that are looked through
_LONGEST_QUOTED = 60  # characters; a longer text is not repeated in a hint
_KEY = r"[ \t]*(?:- +)?(?P<key>[A-Za-z_][\w-]*)"
_ENTRY = pattern(r"[ \t]*- ")
_SAYS_SOMETHING = pattern(r"[ \t]*[^#\s]")  # and is no comment
_OPENED = pattern(r"""[ \t]*(?:- +)?(?:[^"'#:\s][^"'#:]*:[ \t]+)?(?P<quote>["'])(?P<rest>.*)""")
_NOT_CLOSED = {'"': pattern(r'(?:[^"\\]|\\.)*\\?'), "'": pattern(r"(?:[^']|'')*")}
_CLOSED_EARLY = {'"': pattern(r'(?:[^"\\]|\\.)*"'), "'": pattern(r"(?:[^']|'')*'")}


@dataclass(frozen=True)
class _Trouble:
    """Where PyYAML gave up: its words, its place, and the place where the construct began."""

    source: Source
    problem: str
    at: int
    since: int

    @property
    def row(self) -> int:
        """The line, counted from 0; for a problem at the very end, the last line with something on it."""
        row = self.source.row(self.at)
        while row > 0 and not _line(self.source, row).strip():
            row -= 1
        return row

    def fault(self, offset: int, rule: str, hint: str | None) -> Fault:
        return fault_at(self.source.at(offset), rule, hint=hint, excerpt=True)


def _line(source: Source, row: int) -> str:
    """A line as far as a person reads it: longer ones are nobody's slip, and would be searched for minutes."""
    return source.line(row)[:_LONGEST_LINE]


def explain_syntax(source: Source, error: Exception) -> Fault:
    """The fault, with its excerpt, of a text that is not YAML."""
    problem = str(getattr(error, "problem", None) or "something that is not YAML")
    at = getattr(getattr(error, "problem_mark", None), "index", None)
    since = getattr(getattr(error, "context_mark", None), "index", None)
    start = at if at is not None else since if since is not None else _position(error)
    trouble = _Trouble(source, problem, start, since if since is not None else start)
    known = (mistake(trouble) for mistake in _MISTAKES)
    return next((fault for fault in known if fault), None) or trouble.fault(
        start, f"YAML that can be read ({problem})", None
    )


def _position(error: Exception) -> int:
    position = getattr(error, "position", 0)
    return position if isinstance(position, int) else 0


def _beyond_libyaml(trouble: _Trouble) -> Fault | None:
    """Nesting that newer releases of libyaml give up on before they tell of it."""
    return trouble.fault(trouble.at, TOO_DEEP, None) if "nesting depth" in trouble.problem else None


def _tab(trouble: _Trouble) -> Fault | None:
    row = trouble.source.row(trouble.at)
    indent = re.match(r"[ ]*\t", _line(trouble.source, row))
    if indent is None or "expected ','" in trouble.problem:  # between brackets a tab does no harm
        return None
    rule = "indentation with spaces; YAML does not take tabs"
    wanted = _wanted_indent(trouble.source, row)
    hint = f"begin this line with {counted(wanted, 'space') if wanted else 'no space'}, and no tab"
    others = sum(1 for line in trouble.source.text.splitlines()[row + 1 :] if re.match(r"[ ]*\t", line))
    hint += f"; {counted(others, 'more line')} with a tab below" if others else ""
    return trouble.fault(trouble.source.start(row) + indent.end() - 1, rule, hint)


def _wanted_indent(source: Source, row: int) -> int:
    """The spaces that the line of `row` should begin with.

    Those of the lines above it, two more after a bare key; an entry of a list begins as the entry before it does.
    """
    before = [_line(source, number) for number in range(row - 1, -1, -1)]
    above = next((line for line in before if line.strip(" \t-")), "")
    entry = next(filter(_ENTRY.match, before), None) if _ENTRY.match(_line(source, row)) else None
    column = len(above) - len(above.lstrip(" -"))
    if above.rstrip().endswith(":"):
        return column + 2
    return len(entry) - len(entry.lstrip(" ")) if entry else column


def _open_quote(trouble: _Trouble) -> Fault | None:
    """A text that begins with a quotation mark and is not closed on its line, or never."""
    began = trouble.source.row(trouble.since)
    for row in (began, *range(max(0, trouble.row - _LINES_BACK), trouble.row + 1)):
        line = _line(trouble.source, row)
        opened = _OPENED.match(line)
        if not opened or not _NOT_CLOSED[opened["quote"]].fullmatch(opened["rest"]):
            continue
        if began != row and not _closes_elsewhere(trouble, row):
            continue
        rule = f"a quotation mark {opened['quote']} that is closed again"
        hint = f"write {opened['quote']} at the end of the text as well"
        return trouble.fault(trouble.source.start(row) + opened.start("quote"), rule, hint)
    return None


def _closes_elsewhere(trouble: _Trouble, row: int) -> bool:
    """Whether the open text of `row` ran into the line of the trouble, so that it is the cause."""
    between = (_line(trouble.source, following) for following in range(row + 1, trouble.row))
    quote = str(_OPENED.match(_line(trouble.source, row))["quote"])  # type: ignore[index]  # the caller matched it
    return trouble.row > row and not any(quote in line for line in between)


def _closed_early(trouble: _Trouble) -> Fault | None:
    """`"Bob" the builder`, `'Bob's burgers'`: text that goes on after the closing mark."""
    line, start = _line(trouble.source, trouble.row), trouble.source.start(trouble.row)
    opened = _OPENED.match(line)
    if not opened or not re.search("did not find expected|expected <", trouble.problem):
        return None
    closed = _CLOSED_EARLY[opened["quote"]].match(opened["rest"])
    if not closed or not opened["rest"][closed.end() :].strip(" \t,]}"):
        return None
    other = "'" if opened["quote"] == '"' else '"'
    rule = "nothing after the closing quotation mark"
    hint = f"put the whole text between {other} and {other}"
    return trouble.fault(start + opened.start("rest") + closed.end(), rule, hint)


def _glued_dash(trouble: _Trouble) -> Fault | None:
    """`-name: Jess`, which YAML takes for a key that begins with a dash."""
    for row in (trouble.row, _row_before(trouble)):
        line = _line(trouble.source, row)
        glued = re.match(r"[ \t]*-(?=[^\W\d_]|[\"'{\[])", line)
        if glued and re.search("mapping values|indicator|did not find expected|expected <", trouble.problem):
            hint = f"write - {whole(line[glued.end() :].strip())}"
            return trouble.fault(trouble.source.start(row) + glued.end(), "a space after the dash", hint)
    return None


def _no_space(trouble: _Trouble) -> Fault | None:
    """`name:Maya`."""
    for row in (trouble.source.row(trouble.since), trouble.row, _row_before(trouble)):
        glued = re.match(_KEY + r":(?=[^\s:/])", _line(trouble.source, row))
        if glued:
            hint = f"write {glued['key']}: {whole(_line(trouble.source, row)[glued.end() :].strip())}"
            return trouble.fault(trouble.source.start(row) + glued.end(), "a space after the colon", hint)
    return None


def _no_colon(trouble: _Trouble) -> Fault | None:
    """A line that should be a key, without its colon."""
    if "expected ':'" in trouble.problem:
        row = trouble.source.row(trouble.since)
    elif "mapping values" in trouble.problem and _colons(_line(trouble.source, trouble.row)) == 1:
        row = _row_before(trouble)
    else:
        return None
    line = _line(trouble.source, row)
    bare = re.match(_KEY + r"(?=[ \t]|$)", line)
    if not bare or _colons(line):
        return None
    rest = line[bare.end() :].strip()
    rule = "a colon after the key" + (" and a space" if rest else "")
    return trouble.fault(trouble.source.start(row) + bare.end(), rule, f"write {bare['key']}: {whole(rest)}".rstrip())


def _uneven_dashes(trouble: _Trouble) -> Fault | None:
    """Entries of a list of which one begins further left, so that those below it seem to lie in it."""
    row, before = trouble.row, _row_before(trouble)
    lines = _line(trouble.source, before), _line(trouble.source, row)
    if "mapping values" not in trouble.problem or not all(map(_ENTRY.match, lines)) or _colons(lines[0]):
        return None
    is_last_odd = _wanted_indent(trouble.source, before) == _indent(lines[0])
    odd, wanted = (row, _indent(lines[0])) if is_last_odd else (before, _indent(lines[1]))
    rule = "a line at the same indentation as the other entries of its list"
    hint = f"begin this line with {counted(wanted, 'space') if wanted else 'no space'}"
    return trouble.fault(trouble.source.start(odd), rule, hint) if len({*map(_indent, lines)}) > 1 else None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _second_colon(trouble: _Trouble) -> Fault | None:
    """`lasted: an hour: or so`."""
    if "mapping values" not in trouble.problem or _colons(_line(trouble.source, trouble.row)) < 2:
        return None
    line = _line(trouble.source, trouble.row)
    text = re.sub(_KEY + r":\s+", "", line, count=1).strip()
    rule = "a text with a colon and a space in it stands in quotes"
    return trouble.fault(trouble.at, rule, _in_quotes(text))


def _too_deep(trouble: _Trouble) -> Fault | None:
    """A key indented below a key that has its value already."""
    if "mapping values" not in trouble.problem:
        return None
    line, start = _line(trouble.source, trouble.row), trouble.source.start(trouble.row)
    indent = len(line) - len(line.lstrip())
    rule = "keys of one table at the same indentation"
    return trouble.fault(start + indent, rule, "bring the line to the same column as the one above")


def _bracket(trouble: _Trouble) -> Fault | None:
    wanted = re.search(r"expected ',' or '([\]}])'", trouble.problem)
    if wanted is None:
        return None
    opening = "[" if wanted[1] == "]" else "{"
    rule = f"a bracket {opening} that is closed with {wanted[1]}, and commas between the entries"
    return trouble.fault(trouble.since, rule, f"if the {opening} belongs to a text, put the whole text in quotes")


def _first_character(trouble: _Trouble) -> Fault | None:
    """A text that begins with a character that means something to YAML."""
    character = trouble.source.text[trouble.since : trouble.since + 1]
    if not re.search("cannot start|alphabetic|tag|node content|comment or line|a comment", trouble.problem):
        return None
    if not character or character not in "@`%&*!|>]},":
        return None
    line = _line(trouble.source, trouble.source.row(trouble.since))
    text = line[trouble.since - trouble.source.start(trouble.source.row(trouble.since)) :].strip()
    rule = f"a text that begins with {character} stands in quotes"
    return trouble.fault(trouble.since, rule, _in_quotes(text))


def _emphasis(trouble: _Trouble) -> Fault | None:
    """`*really* good`, which YAML takes for a reference."""
    row = trouble.source.row(trouble.at)
    line = _line(trouble.source, row)
    starred = re.match(rf"(?:{_KEY}:)?[ \t]*(?:- +)?(?P<text>[*&]\S+[ \t].*)", line)
    if starred is None:
        return None
    rule = f"a text that begins with {starred['text'][0]} stands in quotes"
    hint = _in_quotes(starred["text"].strip())
    return trouble.fault(trouble.source.start(row) + starred.start("text"), rule, hint)


def _dash(trouble: _Trouble) -> Fault | None:
    if "sequence entries" in trouble.problem:
        return trouble.fault(
            trouble.at,
            "each entry of a list on a line of its own",
            "begin a new line before the dash; if it belongs to a text, put the text in quotes",
        )
    if "'-' indicator" in trouble.problem or "but found '?'" in trouble.problem:
        if (moved := _moved_dash(trouble)) is not None:
            return moved
        rule = "a list has only lines that begin with a dash"
        hint = "a further key of an entry stands below the first letter after its dash; another entry has its own dash"
        return trouble.fault(trouble.at, rule, hint)
    return None


def _moved_dash(trouble: _Trouble) -> Fault | None:
    """An entry whose dash stands in another column than that of the entries before it."""
    column = trouble.since - trouble.source.start(trouble.source.row(trouble.since))
    row = trouble.source.row(trouble.at)
    if not _ENTRY.match(_line(trouble.source, row)) or _indent(_line(trouble.source, row)) == column:
        return None
    rule = "a line at the same indentation as the other entries of its list"
    return trouble.fault(trouble.at, rule, f"bring the dash to column {column + 1}, below those above it")


def _escape(trouble: _Trouble) -> Fault | None:
    if not re.search("escape|hexa?decimal", trouble.problem):
        return None
    rule = r"a backslash between double quotes is written \\"
    return trouble.fault(trouble.at, rule, "or put the text between ' and ', where a backslash is itself")


def _indentation(trouble: _Trouble) -> Fault | None:
    if "expected key" not in trouble.problem and "expected <block end>" not in trouble.problem:
        return None
    row = trouble.source.row(trouble.at)
    is_entry = _ENTRY.match(_line(trouble.source, row)) is not None
    table = "entries of its list" if is_entry else "keys of its table"
    wanted = {_wanted_indent(trouble.source, row)}
    if not is_entry:  # it may belong to the table that began before the trouble as well
        wanted.add(trouble.since - trouble.source.start(trouble.source.row(trouble.since)))
    spaces = " or ".join(counted(each, "space") if each else "no space" for each in sorted(wanted))
    rule = f"a line at the same indentation as the other {table}"
    return trouble.fault(trouble.at, rule, f"begin this line with {spaces}, as those above do")


def _no_heading(trouble: _Trouble) -> Fault | None:
    """A file that begins with indented lines, for the heading above them is gone: told where they begin, not end."""
    begun = next((row for row in range(trouble.row) if _SAYS_SOMETHING.match(_line(trouble.source, row))), None)
    if "<document start>" not in trouble.problem or begun is None:
        return None
    line = _line(trouble.source, begun)
    indent = len(line) - len(line.lstrip(" "))
    hint = "write the heading of the indented lines above them, such as candidate:"
    rule = "a first line that is not indented"
    return trouble.fault(trouble.source.start(begun) + indent, rule, hint) if indent else None


def _in_quotes(text: str) -> str | None:
    quote = "'" if '"' in text else '"'
    return f"write {quote}{text}{quote}" if len(text) <= _LONGEST_QUOTED and quote not in text else None


def _row_before(trouble: _Trouble) -> int:
    row = trouble.row - 1
    while row > 0 and not _line(trouble.source, row).strip():
        row -= 1
    return row


def _colons(line: str) -> int:
    return len(re.findall(r":(?=\s|$)", line))


_MISTAKES: tuple[Callable[[_Trouble], Fault | None], ...] = (
    _beyond_libyaml,
    _tab,
    _escape,
    _bracket,
    _open_quote,
    _closed_early,
    _glued_dash,
    _no_space,
    _uneven_dashes,
    _no_colon,
    _second_colon,
    _too_deep,
    _first_character,
    _emphasis,
    _dash,
    _indentation,
    _no_heading,
)
