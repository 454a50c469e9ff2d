"""PDF: the page's HTML through WeasyPrint, tagged for accessibility, fonts subset, nothing fetched.

Fonts and style sheets are read once and shared by every letter. A character that no font has is refused by name.
"""

from __future__ import annotations

import atexit
import ctypes.util
import io
import logging
import re
import sys
import threading
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit
from weakref import WeakSet

from followup_letters.errors import MachineError
from followup_letters.markup import Element, Page
from followup_letters.pictures import Picture
from followup_letters.writing.breaking import breakable, well_broken
from followup_letters.writing.fonts import families, font_faces, font_folder
from followup_letters.writing.html import serialize, standalone
from followup_letters.writing.layouts import Layout, layout_of, style_sheet
from followup_letters.writing.pdf_tags import mend
from followup_letters.writing.running import running

if TYPE_CHECKING:
    from weasyprint.text.fonts import FontConfiguration

_NO_PANGO = """\
PDF needs Pango, which is not installed. Every other format works without it, except a signature drawn as SVG in a
Word file: name a PNG of it.
  Debian, Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  macOS: brew install pango"""

_MISSING = re.compile(r"unsupported by fonts: \"(.+)\" \(U\+[0-9A-F]+\)", re.DOTALL)

# What keeps a name apart from words of the other direction; where there are none, it is a box of its own for nothing.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_ISOLATION = re.compile("</?bdi>")

# Pango's font maps, which all letters share, are not safe to use from two threads at a time.
_one_at_a_time = threading.Lock()


def write(page: Page) -> bytes:
    """`page` as a tagged PDF (PDF/UA-1). Raises MachineError without Pango, or without a font for a character."""
    layout = layout_of(page)
    page = replace(page, root=well_broken(page.root, layout))
    outside = "".join(serialize(each, breakable) for each in running(page.running, layout).values())
    source = standalone(page, "", breakable, outside)
    if not _RIGHT_TO_LEFT.search(source):
        source = _ISOLATION.sub("", source)
    chosen = families(layout.face.family, page.root.text, layout.face.kin)
    with _one_at_a_time, _told_in_words(), _missing_glyphs() as missing:
        content = _typeset(source, _style(layout, chosen), _fonts(chosen))
    if missing:
        raise MachineError(_no_font(page.root, dict.fromkeys(missing)))
    return content


def of_picture(picture: Picture, width_mm: float, height_mm: float) -> bytes:
    """A PDF of one page of that size with `picture` on the whole of it. Raises MachineError without Pango."""
    style = f"<style>@page {{ size: {width_mm}mm {height_mm}mm; margin: 0 }} body {{ margin: 0 }}"
    style += f"img {{ display: block; width: {width_mm}mm; height: {height_mm}mm }}</style>"
    with _one_at_a_time, _told_in_words():
        html = _engine().HTML(string=f'{style}<img src="{picture.source}">', url_fetcher=_fetcher())
        content: bytes = html.write_pdf()
    return content


def _typeset(source: str, css: Any, fonts: FontConfiguration) -> bytes:
    html = _engine().HTML(string=source, url_fetcher=_fetcher())
    document = html.render(stylesheets=[css], font_config=fonts)
    content: bytes = document.write_pdf(pdf_variant="pdf/ua-1", finisher=mend)
    return content


@contextmanager
def _told_in_words() -> Iterator[None]:
    """What the machine lacks, as a MachineError."""
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "No fonts configured", UserWarning)  # ours are, and lacks are told
            yield
    except OSError as fault:  # a font that cannot be read, no space for a temporary file
        raise MachineError(f"the PDF could not be made: {fault}") from None
    except AttributeError as fault:
        if "symbol" not in str(fault):
            raise
        told = "The Pango of this machine, or a library that it needs, is too old or broken"
        raise MachineError(f"{told}: {fault}\n{_NO_PANGO}") from None


# ------------------------------------------------------------------------------------------- the engine


def passed_over(css: str) -> list[tuple[str, tuple[Any, ...]]]:
    """What the engine says that it passes over in a style sheet: its messages, and what they are filled with.

    Raises MachineError without Pango.
    """
    with _told_in_words():
        weasyprint = _engine()
        _collector.local.passed_over = found = list[tuple[str, tuple[Any, ...]]]()
        try:
            weasyprint.CSS(string=css, url_fetcher=_fetcher())
        finally:
            del _collector.local.passed_over
    return found


@lru_cache
def _engine() -> Any:
    """WeasyPrint, its own log kept quiet; importing it is what fails where Pango is missing."""
    try:
        with _asking_no_compiler(), redirect_stdout(io.StringIO()):  # where it would print a page of its own
            import weasyprint
    except OSError:
        raise MachineError(_NO_PANGO) from None
    for name in ("weasyprint", "weasyprint.progress", "fontTools.subset"):
        logging.getLogger(name).propagate = False
        logging.getLogger(name).addHandler(_collector)
    return weasyprint


@contextmanager
def _asking_no_compiler() -> Iterator[None]:
    """On Linux, no program is started to find a library meanwhile in this thread.

    For each name that the loader does not know, Python would start ldconfig, gcc and ld: 54 programs, two seconds, and
    all in vain, because the names that the loader knows come later in WeasyPrint's lists.
    """
    find, thread = ctypes.util.find_library, threading.get_ident()
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None if threading.get_ident() == thread else find(name)
    try:
        yield
    finally:
        ctypes.util.find_library = find


@lru_cache(maxsize=64)
def _style(layout: Layout, chosen: tuple[str, ...]) -> Any:
    """The parsed style sheet of a layout, set in the faces of `chosen`."""
    return _engine().CSS(string=style_sheet(layout, chosen), font_config=_fonts(chosen), url_fetcher=_fetcher())


@lru_cache(maxsize=32)
def _fonts(chosen: tuple[str, ...]) -> FontConfiguration:
    """The faces of `chosen`, read once and shared by all layouts."""
    weasyprint = _engine()
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    _made.add(fonts)
    weasyprint.CSS(string=font_faces(chosen), font_config=fonts, url_fetcher=_fetcher())
    return fonts


_made: WeakSet[FontConfiguration] = WeakSet()


@atexit.register
def _take_fonts_away() -> None:
    """Take away the temporary folder of each, as it does itself once it is freed; not every process waits for that."""
    for fonts in _made:
        fonts.__del__()
    _fonts.cache_clear()


@lru_cache
def _fetcher() -> Any:
    """Fetches embedded data and our own font files, and nothing else."""
    _engine()
    from weasyprint.urls import URLFetcher

    class Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint is not typed
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("file:") and font_folder() not in Path(unquote(urlsplit(url).path)).resolve().parents:
                raise ValueError("only our own font files are read")
            return super().fetch(url, headers)

    return Fetcher(allowed_protocols=("data", "file"))


# --------------------------------------------------------------------------------- characters without a font


class _Collector(logging.Handler):
    """Takes the engine's messages, keeping what is passed over and the characters that no font has, for each thread."""

    def __init__(self) -> None:
        super().__init__()
        self.local = threading.local()

    def emit(self, record: logging.LogRecord) -> None:
        if hasattr(self.local, "passed_over"):
            self.local.passed_over.append((str(record.msg), record.args if isinstance(record.args, tuple) else ()))
        found = _MISSING.search(record.getMessage())
        if found and hasattr(self.local, "missing"):
            self.local.missing.append(found[1])


_collector = _Collector()


@contextmanager
def _missing_glyphs() -> Iterator[list[str]]:
    """The characters that WeasyPrint finds no glyph for in this thread meanwhile."""
    missing: list[str] = []
    _collector.local.missing = missing
    try:
        yield missing
    finally:
        del _collector.local.missing


def _no_font(root: Element, missing: Iterable[str]) -> str:
    """The message that names each character, and the field it stands in if a field is known."""
    lines = []
    for character in missing:
        traced = (element for element in root.walk() if "data-from" in element.attributes)
        fields = [element.attributes["data-from"] for element in traced if character in element.text]
        place = f" in {fields[-1]}" if fields else ""
        lines.append(f"no font on this machine has {character!r} (U+{ord(character):04X}){place}")
    return "\n".join([*lines, "  install a font that has it, such as one of the Noto fonts; DOCX does without"])
