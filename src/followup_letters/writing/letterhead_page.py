"""What page a letterhead gives a letter, as a layout to measure by: its margins, the room of its header, its type.

The type of a letterhead may be one that we do not know the widths of; the layout's own face stands in for it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from typing import Any

from followup_letters.letterheads import is_on, parts, tree
from followup_letters.markup import Page
from followup_letters.writing.docx_parts import Parts, R, W
from followup_letters.writing.layouts import PT_IN_MM, Layout, layout_of
from followup_letters.writing.letterhead_heads import (
    NATURAL_LEADING,
    SINGLE_LINE,
    TWIPS_IN_PT,
    USUAL_SIZE_PT,
    first,
    half_points,
    height_mm,
    number,
)

_WITHOUT_WINDOW = "uk"  # the layout whose sheet the window layout shares
_FEWEST_DIGITS, _COMPARED_DIGITS = 6, 9  # of a telephone number


def opened(page: Page) -> Parts:
    """The letterhead of `page`, to be changed at will."""
    return Parts(dict(parts(page.letterhead or b"")))


def section_of(sheet: Parts) -> Any:
    """The section of the first page; an empty one if the document has none."""
    found = next(sheet.document.iter(f"{W}sectPr"), None)
    return sheet.document.makeelement(f"{W}sectPr") if found is None else found


def on_sheet(page: Page) -> Page:
    """`page` as it stands on its letterhead.

    It goes without its sender if the header or footer of its first page shows the sender's name, in words or as a
    picture that is said to show it. Nothing of it has a place of its own, as in a window: where what stands is the
    letterhead's to say.
    """
    if layout_of(page).address_frame:
        page = replace(page, layout=_WITHOUT_WINDOW)
    if not _names_its_sender(page):
        return page
    kept = (each for each in page.root.children if isinstance(each, str) or "sender" not in each.classes)
    return replace(page, root=replace(page.root, children=tuple(kept)))


def _names_its_sender(page: Page) -> bool:
    lines, shown = _around(page.letterhead or b"")
    name = _as_compared(page.author)
    return name in _as_compared(" ".join(lines)) or name in map(_as_compared, shown)


def said_twice(page: Page, contacts: Sequence[str]) -> str | None:
    """What the header or footer has of the sender, whom the letter names again since it has not the name as typed.

    That is the name in another form (without its accents, with or for an initial, among what a picture is said to
    show), or one of `contacts`: an e-mail address, a telephone number, a line of the address. None if it is nothing, or
    if the letter goes without its sender.
    """
    if page.root.part("sender") is None or _names_its_sender(page):
        return None
    lines, shown = _around(page.letterhead or b"")
    around = (*lines, *shown)
    name = _bare(page.author)
    for line in around if len(name) > 1 else ():
        words = set(_bare(line))
        if name[-1] in words and {name[0], name[0][0]} & words:
            return line
    return next((each for each in contacts for line in around if _is_in(each, line)), None)


def _bare(text: str) -> list[str]:
    """The words of `text`, as letters and figures alone, without their accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"[^\W_]+", "".join(each for each in plain if not unicodedata.combining(each)))


def _is_in(contact: str, line: str) -> bool:
    """True if `line` has that e-mail address, that line of an address, or that telephone number.

    The number may be with or without what dials its country.
    """
    if "@" in contact or re.search(r"[^\W\d_]{2}", contact):
        return _as_compared(contact) in _as_compared(line)
    digits = re.sub(r"\D", "", contact)
    return len(digits) >= _FEWEST_DIGITS and digits[-_COMPARED_DIGITS:] in re.sub(r"\D", "", line)


@lru_cache(maxsize=4)
def _around(letterhead: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The paragraphs that header and footer show on the first page, with one space between words.

    And what their pictures are said to show.
    """
    sheet = Parts(dict(parts(letterhead)))
    section = section_of(sheet)
    heads = [each for each in heads_of(section) if _is(each, first_page_of(section))]
    roots = [tree(sheet.found[sheet.part_of(each.get(f"{R}id"))]) for each in heads]
    paragraphs = (paragraph for root in roots for paragraph in root.iter(f"{W}p"))
    lines = ("".join(words.text or "" for words in each.iter(f"{W}t")) for each in paragraphs)
    said = (about.get(name, "") for root in roots for about in root.iter("{*}docPr") for name in ("descr", "title"))
    return tuple(" ".join(line.split()) for line in lines), tuple(filter(None, said))


def first_page_of(section: Any) -> str:
    """Of which kind the header of the first page is: "first" if the section has one for that page alone."""
    return "first" if is_on(section.find(f"{W}titlePg")) else "default"


@lru_cache(maxsize=4)
def left_out(letterhead: bytes) -> tuple[str, bool]:
    """The words of the letterhead's own text, in place of which the letter stands, and whether it has a picture."""
    body = Parts(dict(parts(letterhead))).document.find(f"{W}body")
    texts = (each for each in body.iter(f"{W}t") if not _is_no_text(each))
    paragraphs = groupby(texts, key=lambda each: next(each.iterancestors(f"{W}p"), None))
    words = " ".join("".join(each.text or "" for each in said) for _, said in paragraphs)
    return " ".join(words.split()), next(body.iter("{*}blip", "{*}imagedata"), None) is not None


def _is_no_text(text: Any) -> bool:
    """True for what stands in for something newer, and for what Word shows where something is to be filled in."""
    fields = (each.find(f"{W}sdtPr/{W}showingPlcHdr") for each in text.iterancestors(f"{W}sdt"))
    return next(text.iterancestors("{*}Fallback"), None) is not None or any(each is not None for each in fields)


def heads_of(section: Any) -> list[Any]:
    """The references of a section to its headers and footers."""
    return [each for each in section if each.tag in (f"{W}headerReference", f"{W}footerReference")]


def _as_compared(text: str) -> str:
    return " ".join(text.casefold().split())


# --------------------------------------------------------------------------- to measure by


@lru_cache(maxsize=64)
def layout_on(chosen: Layout, letterhead: bytes) -> Layout:
    """`chosen` with the page and the type of the letterhead."""
    sheet = Parts(dict(parts(letterhead)))
    section = section_of(sheet)
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    type_size, leading = _type(sheet, chosen)
    found = replace(chosen, size_pt=type_size, leading=leading)
    if size is None or margins is None:
        return found
    width, height = _mm(size, "w"), _mm(size, "h")
    left, right = _mm(margins, "left"), _mm(margins, "right")
    found = replace(
        found,
        paper_width_mm=width,
        paper_height_mm=height,
        margin_left_mm=left,
        margin_right_mm=right,
        text_width_mm=max(width - left - right, 1.0),
    )
    return replace(
        found,
        margin_top_mm=_edge_mm(sheet, section, found, "top", "header"),
        margin_bottom_mm=_edge_mm(sheet, section, found, "bottom", "footer"),
    )


def _edge_mm(sheet: Parts, section: Any, layout: Layout, side: str, kind: str) -> float:
    """From the edge of the paper to the text: the margin, or further in where the header or footer is taller."""
    margins = section.find(f"{W}pgMar")
    margin, distance = _mm(margins, side), _mm(margins, kind)
    heads = [each for each in heads_of(section) if each.tag == f"{W}{kind}Reference"]
    head = next((each for each in heads if _is(each, first_page_of(section))), None)
    if head is None or margin < 0:  # a margin below nothing is one that no header moves
        return abs(margin)
    root = tree(sheet.found[sheet.part_of(head.get(f"{R}id"))])
    return max(margin, distance + height_mm(root, _styles(sheet), layout))


def _is(reference: Any, pages: str) -> bool:
    return bool(reference.get(f"{W}type") == pages)


def _type(sheet: Parts, chosen: Layout) -> tuple[float, float]:
    """The size in pt and the leading of the letterhead's text; the layout's own if it has no styles."""
    styles = _styles(sheet)
    if styles is None:
        return chosen.size_pt, chosen.leading
    normal = styles.find(f"{W}style[@{W}type='paragraph'][@{W}default='1']")
    places = [each for each in (normal, styles.find(f"{W}docDefaults")) if each is not None]
    size = half_points(first(places, "sz", "val"), USUAL_SIZE_PT * 2) / 2
    line = number(first(places, "spacing", "line"), SINGLE_LINE)
    if first(places, "spacing", "lineRule") in (None, "auto"):
        return size, max(line / SINGLE_LINE * NATURAL_LEADING, 0.5)
    return size, max(line / TWIPS_IN_PT / size, 0.5)


def _styles(sheet: Parts) -> Any:
    name = sheet.part_of_kind("styles")
    return None if name is None else tree(sheet.found[name])


def _mm(element: Any, name: str) -> float:
    text = element.get(f"{W}{name}", "0")
    length = number(text.removeprefix("-"), 0.0) / TWIPS_IN_PT / PT_IN_MM
    return -length if text.startswith("-") else length
