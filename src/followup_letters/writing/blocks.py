"""How the writers that walk the tree block by block (Word, text) part it; a browser does this by itself."""

from __future__ import annotations

from followup_letters.html_subset import BLOCKS
from followup_letters.markup import Element


def blocks(element: Element) -> list[Element]:
    """The blocks in `element`, in order; words between them become paragraphs, so that none is lost."""
    found: list[Element] = []
    loose: list[Element | str] = []
    for child in (*element.children, None):
        if child is not None and (isinstance(child, str) or child.tag not in BLOCKS):
            loose.append(child)
            continue
        if loose and _says_something(between := Element("p", {}, tuple(loose))):
            found.append(between)
        loose = []
        if child is not None:
            found.append(child)
    return found


def holds_blocks(element: Element) -> bool:
    """Whether `element` is made of blocks, and not of words alone."""
    return any(isinstance(child, Element) and child.tag in BLOCKS for child in element.children)


def is_blank(element: Element) -> bool:
    """Whether a block would show nothing at all: no words, no image, no rule."""
    return element.tag != "hr" and not _says_something(element)


def _says_something(element: Element) -> bool:
    return any(
        child.strip() if isinstance(child, str) else child.tag == "img" or _says_something(child)
        for child in element.children
    )
