"""Pages to write, and readers of each format that share no code with the writers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape
from io import BytesIO
from pathlib import Path

import docx
import lxml.html
import pypdf
import pytest
from docx.document import Document
from docx.table import Table, _Cell

from followup_letters.markup import Element, Page, parse

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
FORMATS = ("docx", "pdf", "html", "txt")


def page_of(html: str, name: str = "us") -> Page:
    """`html` as a page; a name that begins with "uk" gives British paper and layout."""
    british = name.startswith("uk")
    return Page(
        parse(html, name),
        title="Letter to Dr. Priya Raman",
        author="Maya Okafor",
        language="en-GB" if british else "en-US",
        paper="a4" if british else "letter",
        layout="uk" if british else "us-block",
    )


RUNNING = (
    '<section><p class="return-address"><bdi>Maya Okafor</bdi>, 1200 W Lake St, Apt 5, Chicago, IL 60607</p>'
    '<p class="continuation"><bdi>Dr. Priya Raman</bdi> · November 20, 2026 · Page&nbsp;'
    '<span class="page-number"></span></p></section>'
)


def sample(name: str, **settings: str | int) -> Page:
    """The sample page `name` with running words, and with other `settings` of its page."""
    path = next(path for path in PAGES if path.stem == name)
    return replace(page_of(path.read_text("utf-8"), name), running=parse(RUNNING, "running"), **settings)


def lengthened(page: Page, sentences: int) -> Page:
    """`page` with that many more sentences, as one paragraph at the beginning of its body."""
    more = Element(
        "p", {}, ("I would walk the yard on all three shifts before I changed anything in it. " * sentences,)
    )

    def inserted(element: Element) -> Element:
        children = [child if isinstance(child, str) else inserted(child) for child in element.children]
        if "body" in element.classes and sentences:
            children.insert(1, more)
        return Element(element.tag, element.attributes, tuple(children))

    return replace(page, root=inserted(page.root))


def letter_saying(value: str, *, field: str = "people[0].talked_about") -> Page:
    """A short letter with `value` in its body, as the user's own words."""
    words = f'<span data-sentence="1">We spoke of <span data-from="{field}">{escape(value)}</span>.</span>'
    return page_of(
        '<section class="letter"><p class="salutation">Dear Tom:</p>'
        f'<section class="body"><p>{words}</p></section>'
        '<p class="closing">Sincerely,</p><p class="signature">Maya Okafor</p></section>'
    )


@pytest.fixture(params=PAGES, ids=lambda path: path.stem)
def page(request: pytest.FixtureRequest) -> Page:
    """Each of the sample pages."""
    return page_of(request.param.read_text("utf-8"), request.param.stem)


@pytest.fixture(params=FORMATS)
def format(request: pytest.FixtureRequest) -> str:
    """Each format."""
    return str(request.param)


def docx_lines(content: bytes) -> list[str]:
    """The text of every paragraph of a Word file, in order, tables included."""
    return list(_paragraphs(docx.Document(BytesIO(content))))


def _paragraphs(container: Document | _Cell) -> Iterator[str]:
    for block in container.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell)
        else:
            yield block.text


READERS: dict[str, Callable[[bytes], str]] = {
    "docx": lambda content: "\n".join(docx_lines(content)),
    "pdf": lambda content: _pdf_text(content),
    "html": lambda content: _html_text(content),
    "txt": lambda content: content.decode(),
}


def _pdf_text(content: bytes) -> str:
    """The text of every page; a word that ends a line with its hyphen goes on in the next."""
    text = "\n".join(sheet.extract_text() for sheet in pypdf.PdfReader(BytesIO(content)).pages)
    return re.sub(r"(?<=\w)-\n(?=\w)", "-", text)


def _html_text(content: bytes) -> str:
    main = lxml.html.document_fromstring(content.decode()).find(".//main")
    assert main is not None
    for element in main.iter():
        if element.tag in {"br", "p", "li", "th", "td", "h1", "h2", "address"}:
            element.text, element.tail = f"\n{element.text or ''}", f"\n{element.tail or ''}"
    return str(main.text_content())


def words(text: str) -> list[str]:
    """The words of `text`, without the marks that a format sets before the items of a list or between cells."""
    return [word for word in re.split(r"[\s\u00a0\u200b]+", text) if word and not re.fullmatch(r"[•·|-]+|\d\.", word)]
