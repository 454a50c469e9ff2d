"""The last touch to a rendered document: nothing empty stands in it, and no sentence ends twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import is_

from followup_letters.markup import Element
from followup_letters.sentences import ENDED

_STOPS = tuple(".?!\u2026\u3002\uff01\uff1f\u0964\u061f")  # those of Chinese, Hindi and Arabic, too
_MAY_BE_EMPTY = frozenset({"p", "ul", "ol", "li", "section", "header", "address"})


def finished(element: Element) -> Element:
    """The tree without blocks in which nothing could be said, and with one full stop where two would meet."""
    if element.words is not None:
        return element  # as nearly all are
    children = [child if isinstance(child, str) else finished(child) for child in element.children]
    return _with(element, finished_among(children))


def finished_among(children: Sequence[Element | str]) -> list[Element | str]:
    """Finished nodes that stand side by side, without empty blocks and with one full stop where two would meet."""
    kept: list[Element | str] = []
    for child in children:
        if isinstance(child, str) and child[:1] == "." and kept and _ends(kept[-1]):
            kept += _without_stop(child)
        elif isinstance(child, str) or child.tag not in _MAY_BE_EMPTY or child.text.strip() or _is_seen(child):
            kept.append(child)
    return kept


def _without_stop(text: str) -> list[str]:
    """`text` of ours without the full stop that it begins with, and where that ended a sentence the mark of it."""
    closing, rest = re.fullmatch(r"\.(\S*)(.*)", text, re.DOTALL).groups()  # type: ignore[union-attr]  # any text does
    return [*filter(None, [closing]), ENDED, *filter(None, [rest])]


def _with(element: Element, children: Sequence[Element | str]) -> Element:
    """`element` with these children; the same one if it has them."""
    is_same = len(children) == len(element.children) and all(map(is_, children, element.children))
    return element if is_same else Element(element.tag, element.attributes, tuple(children))


def _is_seen(element: Element) -> bool:
    """True if a picture stands in it."""
    return any(inner.tag == "img" for inner in element.walk())


def _ends(node: Element | str) -> bool:
    """True if the user's words before a full stop of ours bring their own, as "Acme Inc." does."""
    return isinstance(node, Element) and node.text.rstrip('”’"').endswith(_STOPS)
