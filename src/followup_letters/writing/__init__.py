"""One module a format, each a pure function from a page to the bytes of a file.

An engine is imported when its format is first written: importing this package loads none.
"""

from __future__ import annotations

import re
from importlib import import_module

from followup_letters.errors import FollowupError, TemplateError
from followup_letters.markup import Page

FORMATS = ("docx", "pdf", "html", "txt", "eml")
"""The formats, which are also the suffixes of their files."""

_MODULES = {"docx": "docx", "pdf": "pdf", "html": "html", "txt": "text", "eml": "eml"}

# What no XML file may hold, and so no Word file; refused for all formats, so that all hold the same words.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(page: Page, format: str) -> bytes:
    """`page` as the bytes of a file of `format`.

    Raises FollowupError for a format that there is not, TemplateError for what a file cannot hold (a control
    character, an image that is not embedded), MachineError if Pango or a font is missing.
    """
    if format not in _MODULES:
        raise FollowupError(f"there is no format {format!r}; there are {', '.join(FORMATS)}")
    _refuse_unwritable(page)
    content: bytes = import_module(f"{__name__}.{_MODULES[format]}").write(page)
    return content


def _refuse_unwritable(page: Page) -> None:
    read_aloud = (element.attributes["alt"] for element in page.root.walk() if "alt" in element.attributes)
    for text in (page.root.text, page.title, page.author, page.language, *read_aloud):
        if found := _UNWRITABLE.search(text):
            raise TemplateError(f"the character U+{ord(found[0]):04X} cannot stand in a document", page.title)
    for element in page.root.walk():
        if element.tag == "img" and not element.attributes.get("src", "").startswith("data:image/"):
            raise TemplateError("an image must be embedded: its src begins with data:image/", page.title)
