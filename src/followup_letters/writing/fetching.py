"""What a style sheet of the user's own would make a browser fetch: found in its tokens, whatever they are written like.

A letter goes to a stranger; a page that asks another machine for a picture when it is opened tells that it was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from followup_letters.errors import TemplateError
from followup_letters.templates_folder import Styles
from followup_letters.writing.style_faults import place_in

_BY_NAME = frozenset({"url", "src"})
_BY_TEXT = frozenset({"image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade"})
_INSIDE = ("data:", "#")  # what stands in the sheet itself, or in the page


def refuse_fetching(css: str, styles: Styles) -> None:
    """Raise TemplateError, with template and line, for a style sheet that fetches, or that ends before its end.

    `styles` are the templates of one's own that it was made from.
    """
    import tinycss2

    if "</style" in css.lower():
        told = "has </style in it, where a browser would take the style sheet to end"
        raise TemplateError(told, *place_in(css, styles, None, "</style"))
    found = next(_fetched(tinycss2.parse_component_value_list(css)), None)
    if found is not None:
        address, line = found
        told = f"would fetch {address[:80]!r}; embed it as data:, or {{% include %}} a style sheet"
        raise TemplateError(told, *place_in(css, styles, line, address))


def _fetched(tokens: Iterable[Any], *, texts_are_addresses: bool = False) -> Iterator[tuple[str, int]]:
    """What is fetched, with its line."""
    for token in tokens:
        if token.type == "at-keyword" and token.lower_value == "import":
            yield "@import", token.source_line
        elif (token.type == "url" or (token.type == "string" and texts_are_addresses)) and _leads_out(token.value):
            yield token.value, token.source_line
        elif token.type == "function":
            yield from _fetched(token.arguments, texts_are_addresses=token.lower_name in _BY_NAME | _BY_TEXT)
        elif hasattr(token, "content"):  # what stands in brackets of any kind
            yield from _fetched(token.content, texts_are_addresses=texts_are_addresses)


def _leads_out(address: str) -> bool:
    return not address.strip().lower().startswith(_INSIDE)
