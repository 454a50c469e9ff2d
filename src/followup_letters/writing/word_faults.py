"""What of a Word part of one's own would make a file that Word does not open, or that looks otherwise than meant.

Word passes over nothing: one wrong value, and it calls the whole letter damaged. So it is told here, with the template.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from followup_letters.errors import TemplateError
from followup_letters.templates_folder import Styles, place_of

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{_NAMESPACE} "  # as expat writes the name of an element
_STYLES, _SECTION = "styles/word/word/styles.xml", "styles/word/word/section.xml"
_AT_TOP = frozenset({"docDefaults", "latentStyles", "style"})
_COLOUR, _NUMBER = re.compile(r"[0-9A-Fa-f]{6}|auto"), re.compile(r"-?\d{1,5}")
_COLOURS = frozenset({"color", "fill"})
_NUMBERS = frozenset("before after line left right firstLine hanging sz space pos".split())
_OF_NUMBERS = frozenset("sz szCs spacing kern position outlineLvl numId ilvl uiPriority".split())  # by their `val`


def refuse_broken(name: str, content: str, styles: Styles) -> None:
    """Raise TemplateError if `content`, which the file `name` of `styles` has made, is no part that Word opens."""
    place = place_of(name, styles)
    if name == _SECTION:  # which stands in a document, and has its prefix from there
        content = f'<w:body xmlns:w="{_NAMESPACE}">{content}</w:body>'
    parts = _parts(content, place)
    if name == _STYLES:
        for told, word in _slips(parts):
            raise TemplateError(told, place, _line(word, dict(styles).get(name, "")))


_TAKES_ALL = '{% extends "ours/word/word/styles.xml" %}, and your own blocks below it, takes all of ours'
_EXTENDS = re.compile(r"""{%-?\s*extends\s+["']ours/word/""")


def refuse_incomplete(content: str, ours: str, styles: Styles) -> None:
    """Raise TemplateError if the Word styles `content` of one's own lack one of `ours`: it would look like any text."""
    theirs = {*_ids(content, place_of(_STYLES, styles))}
    missing = [name for id, name in _ids(ours, _STYLES).items() if id not in theirs]
    if missing:
        extends = _EXTENDS.search(dict(styles).get(_STYLES, ""))
        mend = "a block that is said anew has to hold each style that ours holds in it" if extends else _TAKES_ALL
        told = f"has no style {', '.join(missing[:6])}{' …' if len(missing) > 6 else ''}"
        raise TemplateError(f"{told}; {mend}", place_of(_STYLES, styles))


_Part = tuple[int, str, dict[str, str]]  # how deep it stands, its name, its attributes; a text is called ""


def _parts(content: str, place: str) -> list[_Part]:
    """The elements and the texts of a part, in their order."""
    from xml.parsers import expat

    found: list[_Part] = []
    depth = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        found.append((depth, name, attributes))
        depth += 1

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    def refuse_doctype(*_: object) -> None:
        raise TemplateError("makes XML with a document type (DOCTYPE), which Word does not open", place)

    parser: Any = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler, parser.StartElementHandler, parser.EndElementHandler = refuse_doctype, begin, end
    parser.CharacterDataHandler = lambda text: found.append((depth, "", {"": text}))
    try:
        parser.Parse(content.encode(), True)
    except expat.ExpatError as fault:
        raise TemplateError(f"makes XML that is not whole: {fault}", place) from None
    return found


def _slips(parts: list[_Part]) -> Iterator[tuple[str, str]]:
    """What is wrong in the styles, each with the word by which it is found in a template."""
    if parts[0][1] != f"{_W}styles":
        yield f'is no <w:styles xmlns:w="{_NAMESPACE}">', ""
    ids = set[str]()
    for depth, name, attributes in parts:
        plain = name.removeprefix(_W)
        if not name:
            if text := attributes[""].strip():
                yield f"the text {text[:40]!r} stands between the styles", text.split()[0]
        elif depth == 1 and plain not in _AT_TOP:
            yield f"<w:{plain}> stands where a style should", plain
        else:
            yield from _wrong_values(plain, attributes)
        id = attributes.get(f"{_W}styleId")
        if id in ids:
            yield f"has two styles {id}", id or ""
        ids |= {id} if id else set()


def _wrong_values(name: str, attributes: dict[str, str]) -> Iterator[tuple[str, str]]:
    for key, value in attributes.items():
        kind = name if key == f"{_W}val" else key.removeprefix(_W)
        numbers = _OF_NUMBERS if key == f"{_W}val" else _NUMBERS
        if kind in _COLOURS and not _COLOUR.fullmatch(value):
            bare = value.removeprefix("#")
            hint = f"write {bare}" if _COLOUR.fullmatch(bare) else "as 2F4A4A, six digits without #"
            yield f"the colour {value!r} is none of Word’s; {hint}", value
        elif kind in numbers and not _NUMBER.fullmatch(value):
            yield f"the {kind} {value!r} is no whole number", value


def _ids(content: str, place: str) -> dict[str, str]:
    """The styles by their identifiers, with their names."""
    found: dict[str, str] = {}
    last = ""
    for _, name, attributes in _parts(content, place):
        if name == f"{_W}style":
            last = attributes.get(f"{_W}styleId", "")
            found[last] = last
        elif name == f"{_W}name" and last:
            found[last] = attributes.get(f"{_W}val", last)
    return found


def _line(word: str, text: str) -> int | None:
    """The line of a template that has `word`."""
    return next((number for number, line in enumerate(text.splitlines(), 1) if word and word in line), None)
