"""One module a format, each a pure function from a page to the bytes of a file.

An engine is imported when its format is first written: importing this package loads none.
"""

from __future__ import annotations

from importlib import import_module

from followup_letters.errors import FollowupError
from followup_letters.markup import Page

FORMATS = ("docx", "pdf", "html", "txt")
"""The formats, which are also the suffixes of their files."""

_MODULES = {"docx": "docx", "pdf": "pdf", "html": "html", "txt": "text"}


def render(page: Page, format: str) -> bytes:
    """`page` as the bytes of a file of `format`. Raises FollowupError for a format that there is not."""
    if format not in _MODULES:
        raise FollowupError(f"there is no format {format!r}; there are {', '.join(FORMATS)}")
    content: bytes = import_module(f"{__name__}.{_MODULES[format]}").write(page)
    return content
