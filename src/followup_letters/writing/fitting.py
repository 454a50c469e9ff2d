"""Whether a letter stands on one page, and how far its layout must be tightened so that it does.

Decided once, before any format is written, from the widths of the fonts: PDF and Word then set the same sizes. The
measure errs on the safe side: what it says fits, fits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from followup_letters.markup import Element, Page
from followup_letters.writing.blocks import blocks, holds_blocks, is_blank
from followup_letters.writing.breaking import well_broken
from followup_letters.writing.layouts import LOOSENED, PT_IN_MM, Layout, layout_of, looser, steps
from followup_letters.writing.metrics import borrowed, lines

_RULE_PT = 7.5  # below the sender, with the space above it
_SLACK_PT = 3.0  # the first line stands a little lower in Word, and rounding adds up over a page
_BELOW_PICTURE_PT = 1.0  # what the line that a picture stands on takes in Word
_LINES_LEFT = 3  # lines that can stay empty at the foot of a page so that others are kept together
_TALLEST_EM = 1.75  # the lines of the tallest face that lends a character; Word makes room for it
_BOLD = frozenset({"subject", "h1", "h2"})
_HEADING_LEADING, _CONTACT_LEADING = 1.2, 1.4


def pages(page: Page) -> int:
    """How many pages `page` takes, measured by the widths of its fonts; it may take fewer, never more.

    One that has a letterhead is measured on that too, and the larger number counts.
    """
    ours = _pages(page.root, layout_of(page))
    return ours if page.letterhead is None else max(ours, pages_on_letterhead(page, page.letterhead))


def pages_on_letterhead(page: Page, letterhead: bytes) -> int:
    """How many pages `page` takes on a Word file of the user's own, measured in the same way."""
    from followup_letters.writing.letterhead_page import layout_on, on_sheet  # which few letters need

    sheet = on_sheet(page)
    return _pages(sheet.root, layout_on(layout_of(sheet), letterhead))


def _pages(root: Element, layout: Layout) -> int:
    return _pages_of(_height_pt(root, layout), layout)


def _pages_of(height: float, layout: Layout) -> int:
    rest = height - _room_pt(layout, layout.top_mm)
    if rest <= 0:
        return 1
    return 1 + ceil((rest + _LINES_LEFT * layout.line_pt) / _room_pt(layout, layout.margin_top_mm))


def fit(set_of_pages: Iterable[Page]) -> int:
    """The step to which the layout of all `set_of_pages` is tightened, so that they look alike and each is one page.

    Below 0 it is loosened by so many, because each of them leaves much of its page empty. One that is too long at
    every step has no say: it goes on to a second page, and is not made smaller for nothing.
    """
    return max((_step(page) for page in set_of_pages), default=0)


def _step(page: Page) -> int:
    """The step for one page, which fits as it is drawn more often than not."""
    drawn = layout_of(page)
    height = _height_pt(page.root, drawn)
    if _pages_of(height, drawn) == 1 and _fits_letterhead(page):
        return _looser_step(page, drawn, height)
    return next((step for step in range(1, steps(page.styles)) if pages(replace(page, step=step)) == 1), 0)


def _looser_step(page: Page, drawn: Layout, height: float) -> int:
    """The step below 0 that still leaves enough of the page empty, and the letter on one page of its letterhead."""
    found = 0
    for step, share in enumerate(looser(page.styles), start=1):
        loose = replace(page, step=-step)
        layout = layout_of(loose)
        is_full = height + _added_pt(layout, drawn) > (1 - share) * _room_pt(layout, layout.top_mm)
        if is_full or not _fits_letterhead(loose):
            break
        found = -step
    return found


def _fits_letterhead(page: Page) -> bool:
    """True if the page is one on its letterhead too, or has none."""
    return page.letterhead is None or pages_on_letterhead(page, page.letterhead) == 1


def _added_pt(loose: Layout, drawn: Layout) -> float:
    """What loosening adds to the height of a letter that has every part: nothing else of it changes."""
    return sum((getattr(loose, name) - getattr(drawn, name) for name in LOOSENED), 0.0)


def _room_pt(layout: Layout, top_mm: float) -> float:
    return max((layout.paper_height_mm - top_mm - layout.margin_bottom_mm) * PT_IN_MM - _SLACK_PT, 1.0)


# ---------------------------------------------------------------------------------------------- heights


class _Measures(NamedTuple):
    """Of a part: the space above it and its size in pt, its leading, and what its lines are shorter by, in pt."""

    above: float
    size: float
    leading: float
    indent: float = 0.0


class _Sheet(NamedTuple):
    """A layout with the measures of each part, by class or tag, and the parts that stand at a place of their own."""

    layout: Layout
    measures: dict[str, _Measures]
    framed: frozenset[str]


def _height_pt(root: Element, layout: Layout) -> float:
    return sum(_heights(well_broken(root, layout), _sheet(layout), "body"))


def _heights(element: Element, sheet: _Sheet, part: str) -> Iterator[float]:
    """The heights of the blocks below `element`, each with the space above it."""
    layout, measures, framed = sheet
    part = next((name for name in (*element.classes, element.tag) if name in measures), part)
    if part in framed:
        return
    if element.tag == "hr":
        yield layout.between_paragraphs_pt + 1
    elif part == "signature-image":
        yield layout.above_signature_image_pt + layout.signature_height_mm * PT_IN_MM + _BELOW_PICTURE_PT
    elif holds_blocks(element) or element.tag in {"table", "tr"}:
        for child in blocks(element):
            yield from _heights(child, sheet, part)
        yield _RULE_PT if part == "sender" and layout.rule_below_sender else 0.0
    elif not is_blank(element):
        bold = part in _BOLD or (part == "reference" and layout.bold_reference)
        height = _text_pt(element.text, measures[part], layout, bold=bold)
        in_window = layout.address_frame if part == "inside-address" else None
        yield max(height, in_window.height_mm * PT_IN_MM) if in_window else height


def _text_pt(text: str, measures: _Measures, layout: Layout, *, bold: bool) -> float:
    above, size, leading, indent = measures
    width = (layout.text_width_mm * PT_IN_MM - indent) / size
    count = lines(text, layout.face.family, width, bold=bold)
    taller = min(count, borrowed(text, layout.face.family))
    return above + size * (leading * count + max(0.0, _TALLEST_EM - leading) * taller)


@lru_cache(maxsize=128)
def _sheet(layout: Layout) -> _Sheet:
    frames = {"sender": layout.sender_frame, "date": layout.date_frame}
    return _Sheet(layout, _measures(layout), frozenset(part for part, frame in frames.items() if frame))


def _measures(layout: Layout) -> dict[str, _Measures]:
    """The measures of each part by its class or tag: the same numbers as in the style sheet and the Word styles."""
    size, leading, contact = layout.size_pt, layout.leading, layout.contact_size_pt
    date_indent, closing_indent = layout.date_indent_mm * PT_IN_MM, layout.closing_indent_mm * PT_IN_MM
    text = _Measures(layout.between_paragraphs_pt, size, leading)
    item = _Measures(layout.between_items_pt, size, leading, layout.list_indent_pt)
    return {
        "sender": text,
        "name": _Measures(0.0, layout.name_size_pt, _HEADING_LEADING),
        "contact": _Measures(3.0, contact, _CONTACT_LEADING),
        "date": _Measures(layout.above_date_pt, size, leading, date_indent),
        "inside-address": _address(layout),
        "reference": _Measures(layout.above_reference_pt, size, leading),
        "subject": _Measures(layout.above_reference_pt, size, leading),
        "salutation": _Measures(layout.above_salutation_pt, size, leading),
        "body": text,
        "closing": _Measures(layout.above_closing_pt, size, leading, closing_indent),
        "signature-image": _Measures(layout.above_signature_image_pt, size, leading, closing_indent),
        "signature": _Measures(layout.space_to_sign_pt, size, leading, closing_indent),
        "signed": _Measures(2.0, size, leading, closing_indent),
        "cc": _Measures(layout.above_cc_pt, contact, leading),
        "enclosures": _Measures(layout.above_enclosures_pt, contact, leading),
        "ul": item,
        "ol": item,
        "h1": _Measures(0.0, layout.name_size_pt, _HEADING_LEADING),
        "h2": _Measures(layout.above_heading_pt, size, leading),
    }


def _address(layout: Layout) -> _Measures:
    if not layout.address_frame or not layout.address_line_pt:
        return _Measures(layout.above_inside_address_pt, layout.size_pt, layout.leading)
    narrower = (layout.text_width_mm - layout.address_frame.width_mm) * PT_IN_MM
    return _Measures(0.0, layout.address_size_pt, layout.address_line_pt / layout.address_size_pt, narrower)
