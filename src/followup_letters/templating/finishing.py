"""The last touch to a rendered document: nothing empty stands in it, and no sentence ends twice."""

from __future__ import annotations

from followup_letters.markup import Element

_MAY_BE_EMPTY = frozenset({"p", "ul", "ol", "li", "section", "header", "address"})


def finished(element: Element) -> Element:
    """The tree without blocks in which nothing could be said, and with one full stop where two would meet."""
    kept: list[Element | str] = []
    is_same = True
    for child in element.children:
        last: Element | str = child
        if isinstance(child, Element):
            last = child if child.words is not None else finished(child)
            if last.tag in _MAY_BE_EMPTY and not last.text.strip() and not _is_seen(last):
                is_same = False
                continue
        elif child.startswith(".") and kept and _ends(kept[-1]):
            last = child[1:]
        is_same = is_same and last is child
        kept.append(last)
    return element if is_same else Element(element.tag, element.attributes, tuple(kept))


def _is_seen(element: Element) -> bool:
    """True if a picture stands in it."""
    return any(inner.tag == "img" for inner in element.walk())


def _ends(node: Element | str) -> bool:
    """True if the user's words before a full stop of ours bring their own, as "Acme Inc." does."""
    return isinstance(node, Element) and node.text.endswith((".", "?", "!", "\u2026"))
