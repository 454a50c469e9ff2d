"""Mistakes that people make with quotation marks: each function knows one, and returns its fault or None."""

from __future__ import annotations

import re

from followup_letters.errors import Fault
from followup_letters.loading.reading.nodes import whole
from followup_letters.loading.reading.yaml_trouble import Trouble, line_at
from followup_letters.patterns import pattern

_LINES_BACK = 40  # how far above the place where PyYAML gave up a quotation mark may have been opened
_OPENED = pattern(r"""[ \t]*(?:- +)?(?:[^"'#:\s][^"'#:]*:[ \t]+)?(?P<quote>["'])(?P<rest>.*)""")
_NOT_CLOSED = {'"': pattern(r'(?:[^"\\]++|\\.)*\\?'), "'": pattern(r"(?:[^']++|'')*")}
_CLOSED_EARLY = {'"': pattern(r'(?:[^"\\]++|\\.)*"'), "'": pattern(r"(?:[^']++|'')*'")}
# Between brackets a text begins after one of these signs.
_QUOTED_ENTRY = pattern(r"""[\[{,:]\s*+(?P<text>"(?>(?:[^"\\]++|\\.)*)"|'(?>(?:[^']++|'')*)')""", re.DOTALL)
_ENTRY_BEFORE_ANOTHER = {
    '"': pattern(r"""\"(?P<text>[^"\\]+), *(?:"|$)"""),
    "'": pattern(r"""'(?P<text>[^']+), *(?:'|$)"""),
}
# What no text holds that was meant to end in its line: a bracket at the end of it, or a key in the next.
_RAN_ON = pattern(r"[\]}]\s*\n|\n[ \t]*(?:- +)?[A-Za-z_][\w-]*:\s")
_NEXT_ENTRY = pattern(r"[\[\]{}]|[A-Za-z_][\w-]*:\s")  # and no words that belong to the text before it
_OTHER = {'"': "'", "'": '"'}
_BETWEEN = "put the whole text between {0} and {0}"
_NOTHING_AFTER = "nothing after the closing quotation mark"
_STRAIGHT = "curled quotation marks are none to YAML, straight ones are"
_CLOSED_AGAIN = "a quotation mark {} that is closed again"

_LONGEST_QUOTED = 80  # characters; a longer text is not repeated in a hint
_CURLED = pattern("[“‘„](?P<text>.+)[”’“]", re.DOTALL)


def in_quotes(text: str) -> str | None:
    """How to write `text` between quotation marks; None for a long one that has none yet.

    The marks that a text editor has curled are none to YAML.
    """
    curled = _CURLED.fullmatch(text)
    bare = curled["text"] if curled else text
    quote = "'" if '"' in bare else '"'
    if len(bare) > _LONGEST_QUOTED or quote in bare:
        return f"{_STRAIGHT}: {quote} at both ends" if curled and quote not in bare else None
    return f"write {quote}{bare}{quote}" + (f"; {_STRAIGHT}" if curled else "")


def open_quote_in_brackets(trouble: Trouble) -> Fault | None:
    """`[12 Mill Lane, "Leeds]`: what follows is read as text, up to the next mark or to the end of the file."""
    if "end of stream" in trouble.problem and _is_mark(trouble, trouble.since):
        return _not_closed(trouble, trouble.since)
    read = _read_before(trouble)
    if read is None:
        return None
    return _not_closed(trouble, read.start("text")) if _is_open(read["text"]) else _goes_on(trouble, read)


def _read_before(trouble: Trouble) -> re.Match[str] | None:
    """The quoted text between brackets after which PyYAML gave up, since words follow it and no comma."""
    if "expected ',' or" not in trouble.problem or _is_mark(trouble, trouble.at):
        return None
    *_, last = None, *_QUOTED_ENTRY.finditer(trouble.source.text, trouble.since, trouble.at)
    between = trouble.source.text[last.end() : trouble.at] if last else ""
    is_next_entry = "\n" in between or _NEXT_ENTRY.match(trouble.source.text, trouble.at)
    return last if last and not between.strip() and (_is_open(last["text"]) or not is_next_entry) else None


def _is_mark(trouble: Trouble, at: int) -> bool:
    return trouble.source.text[at : at + 1] in _NOT_CLOSED


def _is_open(text: str) -> bool:
    """Whether the mark that closes `text` was meant to open another: the list, the line or the table had ended."""
    inside = text[1:-1]
    return inside.rstrip(" ").endswith(("\n", ",")) or _RAN_ON.search(inside) is not None


def _not_closed(trouble: Trouble, at: int) -> Fault:
    quote, row = trouble.source.text[at], trouble.source.row(at)
    rest = line_at(trouble.source, row)[at - trouble.source.start(row) :]
    if entry := _ENTRY_BEFORE_ANOTHER[quote].match(rest):  # the mark that closes it is the next entry's
        meant = whole(f"{quote}{entry['text'].rstrip()}{quote},")
        hint = f"write {quote} at the end of the text as well, before the comma: {meant}"
        return trouble.fault(at, _CLOSED_AGAIN.format(quote), hint)
    bracket = rest[len(rest.rstrip("]}, \t\r")) :].strip(", \t")[:1]
    where = f", before the {bracket}" if bracket else " as well"
    return trouble.fault(at, _CLOSED_AGAIN.format(quote), f"write {quote} at the end of the text{where}")


def _goes_on(trouble: Trouble, read: re.Match[str]) -> Fault:
    return trouble.fault(read.end(), _NOTHING_AFTER, _BETWEEN.format(_OTHER[read["text"][0]]))


def open_quote(trouble: Trouble) -> Fault | None:
    """A text that begins with a quotation mark and is not closed on its line, or never."""
    began = trouble.source.row(trouble.since)
    for row in (began, *range(max(0, trouble.row - _LINES_BACK), trouble.row + 1)):
        line = line_at(trouble.source, row)
        opened = _OPENED.match(line)
        if not opened or not _NOT_CLOSED[opened["quote"]].fullmatch(opened["rest"]):
            continue
        if began != row and not _closes_elsewhere(trouble, row):
            continue
        rule = _CLOSED_AGAIN.format(opened["quote"])
        hint = f"write {opened['quote']} at the end of the text as well"
        return trouble.fault(trouble.source.start(row) + opened.start("quote"), rule, hint)
    return None


def _closes_elsewhere(trouble: Trouble, row: int) -> bool:
    """Whether the open text of `row` ran into the line of the trouble, so that it is the cause."""
    between = (line_at(trouble.source, following) for following in range(row + 1, trouble.row))
    quote = str(_OPENED.match(line_at(trouble.source, row))["quote"])  # type: ignore[index]  # the caller matched it
    return trouble.row > row and not any(quote in line for line in between)


def closed_early(trouble: Trouble) -> Fault | None:
    """`"Bob" the builder`, `'Bob's burgers'`: text that goes on after the closing mark."""
    line, start = line_at(trouble.source, trouble.row), trouble.source.start(trouble.row)
    opened = _OPENED.match(line)
    if not opened or not re.search("did not find expected|expected <", trouble.problem):
        return None
    closed = _CLOSED_EARLY[opened["quote"]].match(opened["rest"])
    if not closed or not opened["rest"][closed.end() :].strip(" \t,]}"):
        return None
    hint = _BETWEEN.format(_OTHER[opened["quote"]])
    return trouble.fault(start + opened.start("rest") + closed.end(), _NOTHING_AFTER, hint)
