"""PDF: the page's HTML through WeasyPrint, tagged for accessibility, fonts subset, nothing fetched.

Fonts and style sheets are read once and shared by every letter. A character that no font has is refused by name.
"""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from followup_letters.errors import MachineError
from followup_letters.markup import Page
from followup_letters.writing.fonts import families, font_faces, font_folder
from followup_letters.writing.html import standalone
from followup_letters.writing.layouts import layout, style_sheet

if TYPE_CHECKING:
    from weasyprint.text.fonts import FontConfiguration

_NO_PANGO = """\
PDF needs Pango, which is not installed (every other format works without it).
  Debian, Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  macOS: brew install pango"""

_MISSING = re.compile(r"unsupported by fonts: \"(.+)\" \((U\+[0-9A-F]+)\)", re.DOTALL)


def write(page: Page) -> bytes:
    """`page` as a tagged PDF (PDF/UA-1). Raises MachineError without Pango, or without a font for a character."""
    weasyprint = _engine()
    text = page.root.text + page.title
    css, fonts = _styles(page.layout, page.paper, families(layout(page.layout).face, text))
    with _missing_glyphs() as missing:
        document = weasyprint.HTML(string=standalone(page, ""), url_fetcher=_fetcher()).render(
            stylesheets=[css], font_config=fonts
        )
        content: bytes = document.write_pdf(pdf_identifier=b"followup-letters", pdf_variant="pdf/ua-1")
    if missing:
        names = ", ".join(f"{character!r} ({code})" for character, code in dict.fromkeys(missing))
        raise MachineError(f"no font on this machine has {names}; install one that does, such as a Noto font")
    return content


@lru_cache
def _engine() -> Any:
    """WeasyPrint, its own log kept quiet; importing it is what fails where Pango is missing."""
    try:
        import weasyprint
    except OSError:
        raise MachineError(_NO_PANGO) from None
    logging.getLogger("weasyprint").addHandler(_collector)
    logging.getLogger("weasyprint").propagate = False
    logging.getLogger("weasyprint.progress").propagate = False
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    return weasyprint


@lru_cache(maxsize=32)
def _styles(name: str, paper: str, chosen: tuple[str, ...]) -> tuple[Any, FontConfiguration]:
    """The parsed style sheet of a layout, with the faces of `chosen`, and the fonts it declares."""
    weasyprint = _engine()
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    stack = ", ".join(f'"{family}"' for family in chosen)
    rules = f"{font_faces(chosen)}\n{style_sheet(name, paper)}\nhtml {{ font-family: {stack}, serif; }}"
    return weasyprint.CSS(string=rules, font_config=fonts, url_fetcher=_fetcher()), fonts


@lru_cache
def _fetcher() -> Any:
    """Fetches embedded data and our own font files, and nothing else."""
    _engine()
    from weasyprint.urls import URLFetcher

    class Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint is not typed
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("file:") and font_folder() not in Path(unquote(urlsplit(url).path)).parents:
                raise ValueError("only our own font files are read")
            return super().fetch(url, headers)

    return Fetcher(allowed_protocols=("data", "file"))


class _Collector(logging.Handler):
    """Takes WeasyPrint's messages, keeping the characters that no font has, apart for each thread."""

    def __init__(self) -> None:
        super().__init__()
        self.local = threading.local()

    def emit(self, record: logging.LogRecord) -> None:
        found = _MISSING.search(record.getMessage())
        if found and hasattr(self.local, "missing"):
            self.local.missing.append(found.groups())


_collector = _Collector()


@contextmanager
def _missing_glyphs() -> Iterator[list[tuple[str, str]]]:
    """The characters, with their code points, that WeasyPrint found no glyph for in this thread meanwhile."""
    missing: list[tuple[str, str]] = []
    _collector.local.missing = missing
    try:
        yield missing
    finally:
        del _collector.local.missing
