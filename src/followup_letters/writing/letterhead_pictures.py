"""The pictures of a letterhead, and what they are said to show to those who do not see them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from followup_letters.letterheads import parts, tree
from followup_letters.writing.docx_parts import Parts, R, W
from followup_letters.writing.letterhead_page import heads_of, section_of


@lru_cache(maxsize=4)
def untold(letterhead: bytes) -> tuple[str, ...]:
    """The pictures in the headers and footers that the letter will have, without alternative text, each in words."""
    sheet = Parts(dict(parts(letterhead)))
    found: dict[str, None] = {}
    for head in heads_of(section_of(sheet)):
        kind = head.tag.removeprefix(W).removesuffix("Reference")
        root = tree(sheet.found[sheet.part_of(head.get(f"{R}id"))])
        found |= {f"the picture{name} in the {kind}": None for name in _untold_in(root)}
    return tuple(found)


def _untold_in(root: Any) -> Iterator[str]:
    """The name of each picture without a text, as it follows the word; what stands in for a newer one is not asked."""
    for drawing in root.iter(f"{W}drawing"):
        about = next(drawing.iter("{*}docPr"), None)
        is_text = next(drawing.iter(f"{W}txbxContent"), None) is not None
        if about is not None and not is_text and not (_said(about, "descr", "title") or _is_decorative(about)):
            yield _named(about.get("name", ""))
    for old in root.iter(f"{W}pict"):
        shape = next((each.getparent() for each in old.iter("{urn:schemas-microsoft-com:vml}imagedata")), None)
        is_fallback = next(old.iterancestors("{*}Fallback"), None) is not None
        if shape is not None and not is_fallback and not _said(shape, "alt", "title"):
            yield ""


def _said(element: Any, *attributes: str) -> bool:
    return any(element.get(name, "").strip() for name in attributes)


def _is_decorative(about: Any) -> bool:
    return any(each.get("val") in ("1", "true") for each in about.iter("{*}decorative"))


def _named(name: str) -> str:
    return f" “{name[:40]}”" if name.strip() else ""
