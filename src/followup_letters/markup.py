"""The HTML subset a document is written in, as a tree, and what a writer must know of the sheet.

Templates produce this subset; every writer walks this tree; so every format says the same words. Anything outside
the subset is refused here. Nothing is laid out here: see writing/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from followup_letters.errors import TemplateError

_SECTIONS = ("section", "header", "footer")
_TEXTS = ("address", "p", "h1", "h2")
_LISTS = ("ul", "ol", "li", "table", "tr", "th", "td", "hr")
BLOCKS = frozenset({*_SECTIONS, *_TEXTS, *_LISTS})
INLINES = frozenset(["strong", "em", "a", "br", "span", "bdi", "img"])
VOID = frozenset({"br", "hr", "img"})
ATTRIBUTES = frozenset(["class", "lang", "dir", "href", "src", "alt", "data-from", "data-sentence"])

_SPACES = re.compile("[ \t\r\n\f]+")  # HTML's own white space; a non-breaking space is a character like any other


@dataclass(frozen=True)
class Element:
    """One element of the subset: its tag, its attributes, and its children in order.

    Text children have HTML's white space folded as a browser would, except inside `data-from` (the user's own
    words), which is kept as typed.
    """

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: tuple[Element | str, ...] = ()

    @property
    def classes(self) -> tuple[str, ...]:
        """The class names, in the order written."""
        return tuple(self.attributes.get("class", "").split())

    @property
    def text(self) -> str:
        """All text below this element; a `br` is a line break, and so is the end of a block."""
        parts = ["\n" if self.tag == "br" else ""]
        for child in self.children:
            parts.append(child if isinstance(child, str) else child.text)
            if not isinstance(child, str) and child.tag in BLOCKS:
                parts.append("\n")
        return "".join(parts)

    def walk(self) -> Iterator[Element]:
        """This element and every one below it, in document order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def part(self, name: str) -> Element | None:
        """The first element of class `name`, such as "salutation"; None if there is none."""
        return next((element for element in self.walk() if name in element.classes), None)


@dataclass(frozen=True)
class Page:
    """What a writer gets: the tree, and the facts of the document that are not in it.

    `language` is a BCP 47 tag ("en-GB"); `paper` is "letter" or "a4"; `layout` names the style sheet and settings
    under templates/styles/.
    """

    root: Element
    title: str
    author: str
    language: str
    paper: str
    layout: str


def parse(html: str, template: str) -> Element:
    """Parse the subset. `template` is named in errors. Raises TemplateError for anything outside the subset."""
    builder = _Builder(template)
    builder.feed(html)
    builder.close()
    return builder.root()


class _Builder(HTMLParser):
    """Builds the tree from the parser's events; one open element is a tag, its attributes, and a list."""

    def __init__(self, template: str) -> None:
        super().__init__(convert_charrefs=True)
        self._template = template
        self._open: list[tuple[str, dict[str, str], list[Element | str]]] = [("section", {}, [])]

    def _fail(self, message: str) -> TemplateError:
        return TemplateError(message, self._template)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in BLOCKS | INLINES:
            raise self._fail(
                f"<{tag}> is not part of the letter's HTML; allowed: {', '.join(sorted(BLOCKS | INLINES))}"
            )
        attributes = {name: value or "" for name, value in attrs}
        if unknown := sorted(attributes.keys() - ATTRIBUTES):
            raise self._fail(f"<{tag}> has the attribute {unknown[0]!r}; allowed: {', '.join(sorted(ATTRIBUTES))}")
        self._open.append((tag, attributes, []))
        if tag in VOID:
            self._shut()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if len(self._open) < 2 or self._open[-1][0] != tag:
            raise self._fail(f"</{tag}> closes nothing; open here: <{self._open[-1][0]}>")
        self._shut()

    def handle_data(self, data: str) -> None:
        ours = not any("data-from" in attributes for _, attributes, _ in self._open)
        text = _SPACES.sub(" ", data) if ours else data
        if text:
            self._open[-1][2].append(text)

    def handle_comment(self, data: str) -> None:
        raise self._fail("an HTML comment would be sent with the letter; use {# … #}")

    def _shut(self) -> None:
        tag, attributes, children = self._open.pop()
        self._open[-1][2].append(Element(tag, attributes, _tidy(tag, children)))

    def root(self) -> Element:
        if len(self._open) > 1:
            raise self._fail(f"<{self._open[-1][0]}> is never closed")
        elements = [child for child in self._open[0][2] if not isinstance(child, str) or child.strip()]
        if len(elements) != 1 or isinstance(elements[0], str):
            raise self._fail("a document is one <section>")
        return elements[0]


def _tidy(tag: str, children: list[Element | str]) -> tuple[Element | str, ...]:
    """Drop the white space that a browser would not show: around blocks, line breaks, and the ends of a block."""
    kept: list[Element | str] = []
    for position, child in enumerate(children):
        if isinstance(child, str):
            before = children[position - 1] if position else None
            after = children[position + 1] if position + 1 < len(children) else None
            if _breaks(before) or (before is None and tag in BLOCKS):
                child = child.lstrip(" ")
            if _breaks(after) or (after is None and tag in BLOCKS):
                child = child.rstrip(" ")
        if child != "":
            kept.append(child)
    return tuple(kept)


def _breaks(node: Element | str | None) -> bool:
    return isinstance(node, Element) and (node.tag in BLOCKS or node.tag == "br")
