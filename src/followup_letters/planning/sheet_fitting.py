"""How close a sheet must be set to stay on its one page, decided from the widths of the font before any writer runs.

Every format then sets the same sizes. The measure errs on the safe side; tests hold it against the pages of the PDF.
"""

from __future__ import annotations

from collections.abc import Iterator

from followup_letters.html_subset import BLOCKS
from followup_letters.markup import Element
from followup_letters.templates_folder import Styles
from followup_letters.writing.layouts import Layout, layout
from followup_letters.writing.metrics import lines

LAYOUTS = ("call-sheet", "call-sheet-close", "call-sheet-closer", "call-sheet-closest")
"""The layouts of a sheet, the widest set first."""

_ASIDE = "aside"
_PT_IN_MM = 72 / 25.4
_NOTE_LEADING, _NAME_LEADING = 1.3, 1.2
_HEAD_PT = 1  # by which a head is larger than the text
_RULE_PT = 4  # the rule above a head, and the space below it
_SLACK_PT = 12  # what Word sets higher over a page than the sum of its lines


def fitted(root: Element, paper: str, styles: Styles = ()) -> tuple[Element, str]:
    """The sheet `root` with the first of LAYOUTS in which it stands on one page of `paper`.

    A sheet that is too long even in the last goes without its asides, as many of them as must go, the last one first:
    what they remind of is in the interview file. `styles` are the files of one's own that change the layouts.
    """
    for name in LAYOUTS:
        if is_one_page(root, layout(name, paper, styles=styles)):
            return root, name
    tightest = layout(LAYOUTS[-1], paper, styles=styles)
    while (aside := _last_aside(root)) and not is_one_page(root, tightest):
        root = _without(root, aside)
    return root, LAYOUTS[-1]


def _last_aside(root: Element) -> Element | None:
    return next((element for element in reversed([*root.walk()]) if _ASIDE in element.classes), None)


def _without(element: Element, unwanted: Element) -> Element:
    kept = (child for child in element.children if child is not unwanted)
    inner = (_without(child, unwanted) if isinstance(child, Element) else child for child in kept)
    return Element(element.tag, element.attributes, tuple(inner))


def is_one_page(root: Element, chosen: Layout) -> bool:
    """True if `root`, set in the layout `chosen`, takes no more than a page."""
    room = (chosen.paper_height_mm - chosen.margin_top_mm - chosen.margin_bottom_mm) * _PT_IN_MM
    return sum(_height_pt(block, chosen) for block in _innermost(root)) + _SLACK_PT <= room


def _innermost(element: Element) -> Iterator[Element]:
    inner = [child for child in element.children if isinstance(child, Element) and child.tag in BLOCKS]
    if not inner:
        yield element
    for child in inner:
        yield from _innermost(child)


def _height_pt(block: Element, chosen: Layout) -> float:
    """The height of a block of words with the space above it."""
    small, text, classes = chosen.contact_size_pt, chosen.size_pt, {*block.classes}
    if block.tag == "h1":
        return _lines(block, chosen, chosen.name_size_pt) * chosen.name_size_pt * _NAME_LEADING
    if block.tag == "h2":
        head = text + _HEAD_PT
        return chosen.above_heading_pt + _RULE_PT + _lines(block, chosen, head) * head * chosen.leading
    if classes & {"fill-1", "fill-2", "fill-3"}:
        return chosen.space_to_sign_pt
    if classes & {"private", "note", "next"}:
        return chosen.between_paragraphs_pt + _lines(block, chosen, small) * small * _NOTE_LEADING
    above = chosen.between_items_pt if block.tag == "li" else chosen.between_paragraphs_pt
    return above + _lines(block, chosen, text) * text * chosen.leading


def _lines(block: Element, chosen: Layout, size_pt: float) -> int:
    is_indented = block.tag == "li" or "note" in block.classes
    width = chosen.text_width_mm * _PT_IN_MM - (chosen.list_indent_pt if is_indented else 0)
    return lines(block.text, chosen.face.family, width / size_pt, bold=block.tag in {"h1", "h2"})
