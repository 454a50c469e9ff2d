"""PDF: the page's HTML through WeasyPrint, tagged for accessibility, fonts subset, nothing fetched.

Fonts and style sheets are read once and shared by every letter. A character that no font has is refused by name.
"""

from __future__ import annotations

import atexit
import logging
import re
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from followup_letters.errors import MachineError
from followup_letters.markup import Element, Page
from followup_letters.writing.fonts import families, font_faces, font_folder
from followup_letters.writing.html import standalone
from followup_letters.writing.layouts import layout, style_sheet

if TYPE_CHECKING:
    from weasyprint.text.fonts import FontConfiguration

_NO_PANGO = """\
PDF needs Pango, which is not installed (every other format works without it).
  Debian, Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  macOS: brew install pango"""

_MISSING = re.compile(r"unsupported by fonts: \"(.+)\" \(U\+[0-9A-F]+\)", re.DOTALL)

# A word that may not fit on a line of its own. Breaking one anywhere costs time with the square of its length, so it
# is cut in pieces with a break between them that shows no character and is no text when it is copied.
_LONG = 26
_LONG_WORD = re.compile(rf"[^ \t\r\n\f]{{{_LONG},}}")
_WORDS = re.compile(r"([ \t\r\n\f]+)")
_LONGEST_PIECE = 200
_BREAK = "\u200b"


# Pango's font maps, which all letters share, are not safe to use from two threads at a time.
_one_at_a_time = threading.Lock()


def write(page: Page) -> bytes:
    """`page` as a tagged PDF (PDF/UA-1). Raises MachineError without Pango, or without a font for a character."""
    source = standalone(page, "", breakable)
    chosen = families(layout(page.layout).face, page.root.text)
    with _one_at_a_time, _missing_glyphs() as missing:
        content = _typeset(source, *_styles(page.layout, page.paper, chosen))
    if missing:
        raise MachineError(_no_font(page.root, dict.fromkeys(missing)))
    return content


def _typeset(source: str, css: Any, fonts: FontConfiguration) -> bytes:
    html = _engine().HTML(string=source, url_fetcher=_fetcher())
    try:
        document = html.render(stylesheets=[css], font_config=fonts)
        content: bytes = document.write_pdf(pdf_identifier=b"followup-letters", pdf_variant="pdf/ua-1")
    except OSError as fault:  # a font that cannot be read, no space for a temporary file
        raise MachineError(f"the PDF could not be made: {fault}") from None
    return content


def breakable(text: str) -> str:
    """`text` as HTML in which every word can be broken where it does not fit on a line."""
    return escape(text) if _LONG_WORD.search(text) is None else "".join(_breaking(text))


def _breaking(text: str) -> Iterator[str]:
    for piece in _WORDS.split(text):
        if len(piece) < _LONG:
            yield escape(piece)
            continue
        cut = (piece[at : at + _LONGEST_PIECE] for at in range(0, len(piece), _LONGEST_PIECE))
        yield _BREAK.join(f'<span class="long">{escape(part)}</span>' for part in cut)


# ------------------------------------------------------------------------------------------- the engine


@lru_cache
def _engine() -> Any:
    """WeasyPrint, its own log kept quiet; importing it is what fails where Pango is missing."""
    try:
        import weasyprint
    except OSError:
        raise MachineError(_NO_PANGO) from None
    for name in ("weasyprint", "weasyprint.progress", "fontTools.subset"):
        logging.getLogger(name).propagate = False
        logging.getLogger(name).addHandler(_collector)
    return weasyprint


@lru_cache(maxsize=32)
def _styles(name: str, paper: str, chosen: tuple[str, ...]) -> tuple[Any, FontConfiguration]:
    """The parsed style sheet of a layout, with the faces of `chosen`, and the fonts it declares."""
    weasyprint = _engine()
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    rules = f"{font_faces(chosen)}\n{style_sheet(name, paper, chosen)}"
    return weasyprint.CSS(string=rules, font_config=fonts, url_fetcher=_fetcher()), fonts


atexit.register(_styles.cache_clear)  # each of them keeps its fonts in a temporary folder, and takes it away at its end


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
    """Takes the engine's messages, keeping the characters that no font has, apart for each thread."""

    def __init__(self) -> None:
        super().__init__()
        self.local = threading.local()

    def emit(self, record: logging.LogRecord) -> None:
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
