"""PDF: the page's HTML through WeasyPrint, tagged for accessibility, fonts subset, nothing fetched.

Fonts and style sheets are read once and shared by every letter. A character that no font has is refused by name.
"""

from __future__ import annotations

import atexit
import re
import threading
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from unicodedata import normalize
from weakref import WeakSet

from followup_letters.errors import MachineError
from followup_letters.markup import Element, Page
from followup_letters.once import free_at_forks
from followup_letters.pictures import Picture
from followup_letters.writing.breaking import breakable, well_broken, with_spaces_apart
from followup_letters.writing.engine import engine, fetcher, missing_glyphs, told_in_words
from followup_letters.writing.fonts import families, font_faces
from followup_letters.writing.html import serialize, standalone
from followup_letters.writing.layouts import Layout, layout_of, style_sheet
from followup_letters.writing.pdf_tags import mend
from followup_letters.writing.running import running

if TYPE_CHECKING:
    from weasyprint.text.fonts import FontConfiguration


# What keeps a name apart from words of the other direction; where there are none, it is a box of its own for nothing.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_ISOLATION = re.compile("</?bdi>")

# Pango's font maps, which all letters share, are not safe to use from two threads at a time.
_one_at_a_time = free_at_forks(threading.Lock())


def write(page: Page) -> bytes:
    """`page` as a tagged PDF (PDF/UA-1). Raises MachineError without Pango, or without a font for a character."""
    layout = layout_of(page)
    page = replace(page, root=well_broken(page.root, layout))
    outside = "".join(serialize(each, breakable) for each in running(page.running, layout).values())
    source = standalone(page, "", breakable, outside)
    if not _RIGHT_TO_LEFT.search(source):
        source = _ISOLATION.sub("", source)
    chosen = families(layout.face.family, page.root.text, layout.face.kin)
    with _one_at_a_time, told_in_words(), missing_glyphs() as missing:
        content = _typeset(with_spaces_apart(source), _style(layout, chosen), _fonts(chosen))
    if missing:
        raise _no_font(page.root, dict.fromkeys(missing))
    return content


def of_picture(picture: Picture, width_mm: float, height_mm: float) -> bytes:
    """A PDF of one page of that size with `picture` on the whole of it. Raises MachineError without Pango."""
    style = f"<style>@page {{ size: {width_mm}mm {height_mm}mm; margin: 0 }} body {{ margin: 0 }}"
    style += f"img {{ display: block; width: {width_mm}mm; height: {height_mm}mm }}</style>"
    with _one_at_a_time, told_in_words():
        html = engine().HTML(string=f'{style}<img src="{picture.source}">', url_fetcher=fetcher())
        content: bytes = html.write_pdf()
    return content


def _typeset(source: str, css: Any, fonts: FontConfiguration) -> bytes:
    html = engine().HTML(string=source, url_fetcher=fetcher())
    document = html.render(stylesheets=[css], font_config=fonts)
    content: bytes = document.write_pdf(pdf_variant="pdf/ua-1", finisher=mend)
    return content


@lru_cache(maxsize=64)
def _style(layout: Layout, chosen: tuple[str, ...]) -> Any:
    """The parsed style sheet of a layout, set in the faces of `chosen`."""
    return engine().CSS(string=style_sheet(layout, chosen), font_config=_fonts(chosen), url_fetcher=fetcher())


@lru_cache(maxsize=32)
def _fonts(chosen: tuple[str, ...]) -> FontConfiguration:
    """The faces of `chosen`, read once and shared by all layouts."""
    weasyprint = engine()
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    _made.add(fonts)
    weasyprint.CSS(string=font_faces(chosen), font_config=fonts, url_fetcher=fetcher())
    return fonts


_made: WeakSet[FontConfiguration] = WeakSet()


@atexit.register
def _take_fonts_away() -> None:
    """Take away the temporary folder of each, as it does itself once it is freed; not every process waits for that."""
    for fonts in _made:
        fonts.__del__()
    _fonts.cache_clear()


def _no_font(root: Element, missing: Iterable[str]) -> MachineError:
    """The error that names each character, and the field it stands in if a field is known."""
    lines, known = [], []
    for character in missing:
        traced = [element for element in root.walk() if "data-from" in element.attributes]
        fields = [element.attributes["data-from"] for element in traced if character in element.text]
        if not fields:  # a character of two parts, which the shaper has taken apart
            parts = ((element.attributes["data-from"], normalize("NFKD", element.text)) for element in traced)
            fields = [field for field, text in parts if character in text]
        known += fields[-1:]
        place = f" in {fields[-1]}" if fields else ""
        lines.append(f"no font on this machine has {character!r} (U+{ord(character):04X}){place}")
    lines.append("  install a font that has it, such as one of the Noto fonts; DOCX does without")
    return MachineError("\n".join(lines), next(iter(known), None))
