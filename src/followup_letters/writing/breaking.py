"""Where a line may end, beyond what every renderer knows by itself; the text stays what it was when it is copied.

PDF and Word take the same decisions from here, so that their lines end at the same words.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import takewhile
from operator import is_

from followup_letters.html_subset import INLINES
from followup_letters.markup import Element
from followup_letters.patterns import pattern
from followup_letters.writing.layouts import PT_IN_MM, Layout
from followup_letters.writing.metrics import WIDEST_EM, width_em

FIRM_HYPHEN = pattern(r"(?<=\d)-(?=\d)|(?<=\b[^\W\d_])-(?=\w)")
"""A hyphen at which no line ends: in a number (555-0142), and after a single letter (e-mail)."""

# A word that may not fit on a line of its own. Breaking one anywhere costs time with the square of its length, so it
# is cut in pieces with a break between them that shows no character and is no text when it is copied.
_LONG = 26
_LONG_WORD = pattern(rf"[^ \t\r\n\f]{{{_LONG},}}")
_WORDS = pattern(r"([ \t\r\n\f]+)")
_LONGEST_PIECE = 200
_IDEOGRAPHS = pattern("[\u3400-\u4dbf\u4e00-\u9fff]+")  # between any two of which a line may end as it is
_BREAK = "\u200b"

_BEFORE_A_BOX = pattern(rf" +(?=<(?:{'|'.join(sorted(INLINES - {'br'}))})[ >])")

_TELEPHONE = "candidate.phone"  # a number of several parts, which stay on one line
_SHORT_LAST_WORD = pattern(r"(?<=\w) (?=\w{1,4}[.?!]$)")
_DOT, _COMMA = "·", ","  # what stands between two pieces of a contact line


def breakable(text: str) -> str:
    """`text` as HTML in which a line ends only where it may, and every word can be broken that fits on no line."""
    if FIRM_HYPHEN.search(text) is None and _LONG_WORD.search(text) is None:
        return escape(text)
    return "".join(_breaking(text))


def _breaking(text: str) -> Iterator[str]:
    for place, piece in enumerate(_WORDS.split(text)):
        if len(piece) >= _LONG and not _IDEOGRAPHS.fullmatch(piece):
            if place == 0 or not piece[0].isalnum():  # what stands before it may hold on to it, as "Dr." to a name
                yield _BREAK
            cut = (piece[at : at + _LONGEST_PIECE] for at in range(0, len(piece), _LONGEST_PIECE))
            yield _BREAK.join(f'<span class="long">{escape(part)}</span>' for part in cut)
        elif FIRM_HYPHEN.search(piece):
            yield f'<span class="whole">{escape(piece)}</span>'
        else:
            yield escape(piece)


def with_spaces_apart(source: str) -> str:
    """`source` as HTML in which the space before each box in a line, such as a number kept whole, is a box of its own.

    WeasyPrint takes a text that goes up to such a box for too long, where it fills the line but for the space at its
    end, and then ends the line after the first word.
    """
    return _BEFORE_A_BOX.sub(r"<span>\g<0></span>", source)


def well_broken(element: Element, layout: Layout) -> Element:
    """`element` with its contact lines ended between two pieces, where one is too long for the sheet, and no short
    word alone on the last line of a paragraph.

    The dot between two pieces of which one begins a line goes, the comma stays. The user's own words are left as they
    are.
    """
    if "class" in element.attributes and "contact" in element.classes:
        return Element(element.tag, element.attributes, tuple(_contact(element, layout)))
    if element.attributes.get("data-from") == _TELEPHONE:
        return Element(element.tag, element.attributes | {"class": "whole"}, element.children)
    if element.tag in INLINES and element.words is not None:
        return element  # as nearly all are
    children = tuple([child if isinstance(child, str) else well_broken(child, layout) for child in element.children])
    if element.tag in {"p", "li"}:
        children = _with_company(children)
    is_same = all(map(is_, children, element.children))
    return element if is_same else Element(element.tag, element.attributes, children)


def _with_company(children: tuple[Element | str, ...]) -> tuple[Element | str, ...]:
    """The content of a paragraph, its last word kept on one line with the word before it if it is short."""
    if not children:
        return children
    *before, last = children
    if isinstance(last, str):
        return (*before, _SHORT_LAST_WORD.sub("\u00a0", last))
    if "data-from" in last.attributes:
        return children
    return (*before, Element(last.tag, last.attributes, _with_company(last.children)))


def _contact(element: Element, layout: Layout) -> Iterator[Element | str]:
    place = layout.sender_frame.width_mm if layout.sender_frame else layout.text_width_mm
    width = place * PT_IN_MM / layout.contact_size_pt
    for line in _lines(element):
        fits = sum(map(len, map(_text, line))) * WIDEST_EM <= width
        yield from line if fits else _parted(line, layout.face.family, width)


def _lines(element: Element) -> Iterator[list[Element | str]]:
    line: list[Element | str] = []
    for child in element.children:
        line.append(child)
        if isinstance(child, Element) and child.tag == "br":
            yield line
            line = []
    yield line


def _parted(line: list[Element | str], family: str, width: float) -> Iterator[Element | str]:
    """`line` ended at each dot, and after each comma, after which the next piece would not fit."""
    used = 0.0
    for place, child in enumerate(line):
        piece = "".join(map(_text, takewhile(_is_piece, line[place + 1 :])))
        if not _is_piece(child) and used + width_em(_text(child) + piece, family) > width:
            used = 0.0
            if _text(child).strip() == _COMMA:
                yield _COMMA
            yield Element("br")
            continue
        used += width_em(_text(child), family)
        yield child


def _is_piece(node: Element | str) -> bool:
    return _text(node).strip() not in (_DOT, _COMMA)


def _text(node: Element | str) -> str:
    return node if isinstance(node, str) else node.text
