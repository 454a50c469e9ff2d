"""The words that stand outside the text of a page: the return address in a window, and the head of a second page."""

from __future__ import annotations

from followup_letters.markup import Element
from followup_letters.writing.layouts import Layout

CONTINUATION = "continuation"
RETURN_ADDRESS = "return-address"
PAGE_NUMBER = "page-number"


def running(root: Element | None, layout: Layout) -> dict[str, Element]:
    """The running words of a page by their class: those of `root` that its layout has a place for."""
    places = [CONTINUATION] + ([RETURN_ADDRESS] if layout.return_frame else [])
    found = {name: root.part(name) for name in places} if root else {}
    return {name: element for name, element in found.items() if element}
