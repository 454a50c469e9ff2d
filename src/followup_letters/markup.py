"""The HTML subset a document is written in, as a tree, and what a writer must know of the sheet.

Templates produce this subset; every writer walks this tree; so every format says the same words. Anything outside
the subset is refused here. Nothing is laid out here: see writing/.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from typing import Any, Generic, NamedTuple, TypeVar, cast

from followup_letters.errors import TemplateError
from followup_letters.html_subset import BLOCKS, VOID, class_fault, tag_fault

_SHOWN = 40  # characters of a text that is told of
DEEPEST = 50  # elements inside one another; a letter has seven

# White space of HTML that is not one space already; a non-breaking space is a character like any other.
_SPACES = re.compile("[\t\r\n\f][ \t\r\n\f]*| [ \t\r\n\f]+")

Embed = Callable[[str], str]
_T = TypeVar("_T")


class _once(Generic[_T]):  # it is written as a decorator
    """What is found out once: `functools.cached_property`, without the lock that it takes before Python 3.12."""

    def __init__(self, find: Callable[[Any], _T]) -> None:
        self._find, self.__doc__ = find, find.__doc__

    def __get__(self, element: object, _: type) -> _T:
        found = element.__dict__[self._find.__name__] = self._find(element)  # where it is seen before this is asked
        return found


@dataclass(frozen=True)
class Element:
    """One element of the subset: its tag, its attributes, and its children in order.

    Text children have HTML's white space folded as a browser would, except inside `data-from` (the user's own
    words), which is kept as typed.
    """

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: tuple[Element | str, ...] = ()

    @_once
    def classes(self) -> tuple[str, ...]:
        """The class names, in the order written."""
        return tuple(self.attributes.get("class", "").split())

    @_once
    def text(self) -> str:
        """All text below this element; a `br` is a line break, and so is the end of a block."""
        parts = ["\n" if self.tag == "br" else ""]
        for child in self.children:
            if isinstance(child, str):
                parts.append(child)
            else:
                parts.append(f"{child.text}\n" if child.tag in BLOCKS else child.text)
        return "".join(parts)

    @_once
    def words(self) -> str | None:
        """The one text that an element holds, as nearly all do, so that nobody need go into it; None of any other."""
        children = self.children
        return children[0] if len(children) == 1 and isinstance(children[0], str) else None

    def walk(self) -> Iterator[Element]:
        """This element and every one below it, in document order."""
        return iter(self._all)

    @_once
    def _all(self) -> tuple[Element, ...]:
        found = [self]
        for child in self.children:
            if isinstance(child, Element):
                found += child._all if child.words is None else (child,)
        return tuple(found)

    def part(self, name: str) -> Element | None:
        """The first element of class `name`, such as "salutation"; None if there is none."""
        return next((element for element in self.walk() if name in element.classes), None)


@dataclass(frozen=True)
class Mailbox:
    """A name and its e-mail address, None if it is not known; `field` is where both stand in the interview file."""

    name: str
    address: str | None
    field: str


@dataclass(frozen=True)
class Envelope:
    """What an e-mail says beside its words: whom it is from and to, the file name of a PDF to attach, and who else
    gets it."""

    sender: Mailbox
    reader: Mailbox
    attachment: str | None = None
    copies: tuple[Mailbox, ...] = ()


@dataclass(frozen=True)
class Page:
    """What a writer gets: the tree, and the facts of the document that are not in it.

    `language` is a BCP 47 tag ("en-GB"); `paper` is "letter" or "a4"; `layout` and `face` name the settings under
    templates/styles/; `step` is how far the layout is tightened so that the words stand on one page, below 0 how far
    it is loosened. `running` holds the words that stand outside the text, by class: `return-address`, `continuation`
    and `mail-link`. `mail` is None for what goes by post. `styles` are the files under styles/ that a folder of
    templates has, name and text; `letterhead` is the Word file of the user's own that a Word document is set on.
    """

    root: Element
    title: str
    author: str
    language: str
    paper: str
    layout: str
    face: str = "XCharter"
    step: int = 0
    running: Element | None = None
    mail: Envelope | None = None
    styles: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    letterhead: bytes | None = field(default=None, repr=False)


class OutsideSubset(TemplateError):
    """What stands in the HTML at the character `at` is outside the subset. `rule` says what is the matter."""

    def __init__(self, rule: str, template: str, at: int) -> None:
        self.rule, self.at = rule, at
        super().__init__(rule, template)


class NestedParagraph(OutsideSubset):
    """A paragraph begins at the character `at` within one that began at `since`."""

    def __init__(self, template: str, at: int, since: int) -> None:
        self.since = since
        super().__init__("<p> stands inside a <p>", template, at)


def parse(html: str, template: str, classes: frozenset[str] | None = None, embed: Embed | None = None) -> Element:
    """Parse the subset. `template` is named in errors; `classes` are those that may be used, None: any; `embed` gives
    for the `src` of a picture the picture itself, or raises ValueError. Raises OutsideSubset for what is outside."""
    return _built(html, template, classes, embed).root()


def parse_inside(html: str, template: str, classes: frozenset[str] | None = None) -> list[Element | str]:
    """Parse what stands inside of an element, which `element_of` makes of it. Raises OutsideSubset as `parse` does."""
    return _built(html, template, classes, None).nodes()


def element_of(tag: str, attributes: dict[str, str], children: Iterable[Element | str]) -> Element:
    """An element of children that were parsed apart: the same as if they had been parsed together."""
    joined: list[Element | str] = []
    for child in children:
        if isinstance(child, str) and joined and isinstance(joined[-1], str):
            joined[-1] = (joined[-1].removesuffix(" ") if child[:1] == " " else joined[-1]) + child
        else:
            joined.append(child)
    return Element(tag, attributes, _tidy(tag, joined))


def _built(html: str, template: str, classes: frozenset[str] | None, embed: Embed | None) -> _Builder:
    builder = _Builder(template, classes, embed)
    first, *pieces = _TAGS.split(html)
    builder.text(first)
    for tag, path, typed, text in zip(pieces[::4], pieces[1::4], pieces[2::4], pieces[3::4], strict=True):
        if path is None:
            builder.tag(tag)
        else:
            builder.typed(tag, path, typed)
        if text:
            builder.text(text)
    return builder


# A whole tag with its attributes, or all that was made from one field of the input, which is half of what stands in a
# letter; it is parsed in many pieces, and html.parser takes ten times as long.
_KEY, _VALUE = r"""[^\s"'<>/=]+""", r"""(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+)"""
_ATTRIBUTES = rf"(?:\s+{_KEY}(?:\s*=\s*{_VALUE})?)*"
_TYPED = '<span data-from="([^"&<>]*)">([^<]*)</span>'
_TAGS = re.compile(rf"({_TYPED}|</?[a-zA-Z][a-zA-Z0-9]*{_ATTRIBUTES}\s*/?>)")
_TAG = re.compile(rf"<(/?)([a-zA-Z][a-zA-Z0-9]*)({_ATTRIBUTES})\s*(/?)>")
_ATTRIBUTE = re.compile(rf"({_KEY})(?:\s*=\s*({_VALUE}))?")
_BROKEN_TAG = re.compile("<[a-zA-Z/!?][^>]{0,40}")


class _Tag(NamedTuple):
    """A tag as it is written: whether it closes, its name and attributes, whether it holds nothing, and its fault."""

    closes: bool
    name: str
    attributes: dict[str, str]
    is_empty: bool
    fault: str | None


@lru_cache(maxsize=2048)
def _read(tag: str) -> _Tag:
    closes, name, written, is_empty = cast("re.Match[str]", _TAG.fullmatch(tag)).groups()
    name, pairs = name.lower(), _ATTRIBUTE.findall(written)
    attributes = {key.lower(): unescape(value[1:-1] if value[:1] in "\"'" else value) for key, value in pairs}
    return _Tag(bool(closes), name, attributes, bool(is_empty) or name in VOID, tag_fault(name, attributes))


class _Builder:
    """Builds the tree from tags and text; an open element is a tag, its attributes, a list, and where it begins."""

    def __init__(self, template: str, classes: frozenset[str] | None, embed: Embed | None) -> None:
        self._template, self._classes, self._embed = template, classes, embed
        self._open: list[tuple[str, dict[str, str], list[Element | str], int]] = [("section", {}, [], 0)]
        self._typed = 0  # how many open elements hold the user's own words
        self._at = 0  # where the parser is

    def _fail(self, message: str, at: int) -> OutsideSubset:
        return OutsideSubset(message, self._template, at)

    def tag(self, written: str) -> None:
        """Take one tag, as `_TAGS` found it."""
        tag = _read(written)
        if tag.closes:
            self._close(tag.name)
        elif tag.fault or len(self._open) > DEEPEST:
            raise self._fail(tag.fault or f"<{tag.name}> stands more than {DEEPEST} elements deep", self._at)
        elif tag.name == "p" and (around := [begins for name, *_, begins in self._open if name == "p"]):
            raise NestedParagraph(self._template, self._at, around[-1])
        else:
            if self._classes is not None:
                self._refuse_unknown(tag, self._classes)
            self._typed += "data-from" in tag.attributes
            self._open.append((tag.name, self._whole(tag), [], self._at))
            if tag.is_empty:
                self._close(tag.name)
        self._at += len(written)

    def _whole(self, tag: _Tag) -> dict[str, str]:
        """The attributes of `tag`, of an image with the picture itself."""
        if tag.name != "img" or self._embed is None:
            return tag.attributes.copy()
        try:
            return tag.attributes | {"src": self._embed(tag.attributes.get("src", ""))}
        except ValueError as fault:
            raise self._fail(str(fault), self._at) from None

    def _refuse_unknown(self, tag: _Tag, known: frozenset[str]) -> None:
        for name in tag.attributes.get("class", "").split():
            if name not in known:
                raise self._fail(class_fault(name, tag.name, known), self._at)

    def _close(self, name: str) -> None:
        tag, attributes, children, begins = self._open[-1]
        if name == tag and len(self._open) > 1:
            self._open.pop()
            self._typed -= "data-from" in attributes
            self._open[-1][2].append(Element(tag, attributes, _tidy(tag, children)))
        elif name in (other for other, *_ in self._open[1:]):
            raise self._fail(f"<{tag}> is not closed before </{name}>", begins)
        elif name not in VOID:
            raise self._fail(f"</{name}> closes nothing; open here: <{tag}>", self._at)

    def typed(self, written: str, path: str, words: str) -> None:
        """Take the user's words of one field with the tags around them."""
        children = (unescape(words) if "&" in words else words,) if words else ()
        self._open[-1][2].append(Element("span", {"data-from": path}, children))
        self._at += len(written)

    def text(self, written: str) -> None:
        """Take the text between two tags."""
        if "<" in written and (broken := _BROKEN_TAG.search(written)):
            at = self._at + broken.start()
            if broken[0].startswith("<!--"):
                raise self._fail("an HTML comment would be sent with the letter; use {# … #}", at)
            raise self._fail(f"{broken[0]} is no tag, or not a whole one", at)
        text = unescape(written) if "&" in written else written
        tag, attributes, *_ = self._open[-1]
        if tag == "section" and "body" in attributes.get("class", "").split() and _says_something(text):
            at = self._at + len(written) - len(written.lstrip())  # where it was written, behind what leads to it
            raise self._fail(f"a sentence of the body stands in a <p>, and “{_beginning(text)}” in none", at)
        if text:
            self._open[-1][2].append(text if self._typed else _SPACES.sub(" ", text))
        self._at += len(written)

    def nodes(self) -> list[Element | str]:
        """What was taken: elements, each of them closed, and the text around them."""
        if len(self._open) > 1:
            tag, _, _, begins = self._open[-1]
            raise self._fail(f"<{tag}> is never closed", begins)
        return self._open[0][2]

    def root(self) -> Element:
        """The one element of the document."""
        elements = [child for child in self.nodes() if not isinstance(child, str) or child.strip()]
        if len(elements) != 1 or isinstance(elements[0], str):
            found = "there are several things side by side" if elements else "there is nothing in it"
            raise self._fail(f"a document is one <section> with all its parts; {found}", self._at)
        return elements[0]


def _says_something(text: str) -> bool:
    return bool(text.strip()) and "\0" not in text  # a mark stands for what is put there later


def _beginning(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


def _tidy(tag: str, children: list[Element | str]) -> tuple[Element | str, ...]:
    """Drop the white space that a browser would not show: around blocks, line breaks, and the ends of a block."""
    if len(children) < 2 and tag not in BLOCKS:
        return tuple(children)  # as nearly all are
    kept: list[Element | str] = []
    at_end = tag in BLOCKS
    last = len(children) - 1
    for position, child in enumerate(children):
        if isinstance(child, str):
            if child[0] == " " and (_breaks(children[position - 1]) if position else at_end):
                child = child.lstrip(" ")
            if child[-1:] == " " and (_breaks(children[position + 1]) if position < last else at_end):
                child = child.rstrip(" ")
            if not child:
                continue
        kept.append(child)
    return tuple(kept)


def _breaks(node: Element | str) -> bool:
    return isinstance(node, Element) and (node.tag in BLOCKS or node.tag == "br")
