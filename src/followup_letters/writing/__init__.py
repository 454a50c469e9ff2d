"""One module a format, each a pure function from a page to the bytes of a file.

An engine is imported when its format is first written: importing this package loads none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import import_module

from followup_letters.arguments import as_typed, refused
from followup_letters.errors import TemplateError
from followup_letters.markup import Page
from followup_letters.spelling import nearest

FORMATS = ("docx", "pdf", "html", "txt", "eml")
"""The formats, which are also the suffixes of their files."""

_MODULES = {"docx": "docx", "pdf": "pdf", "html": "html", "txt": "text", "eml": "eml"}

# What no XML file may hold, and so no Word file; refused for all formats, so that all hold the same words.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(page: Page, format: str) -> bytes:
    """`page` as the bytes of a file of `format`.

    Raises InputError for a format that there is not, TemplateError for what a file cannot hold (a control
    character, an image that is not embedded), MachineError if Pango or a font is missing.
    """
    check_format(format, "render(format)")
    _refuse_unwritable(page)
    module = "docx_letterhead" if format == "docx" and page.letterhead else _MODULES[format]
    content: bytes = import_module(f"{__name__}.{module}").write(page)
    return content


def shown(page: Page) -> str:
    """The page as a piece of HTML for a notebook, beside which others may stand. Raises TemplateError as `render`."""
    from followup_letters.writing.html import in_notebook

    _refuse_unwritable(page)
    return in_notebook(page)


def subject(page: Page) -> str:
    """The subject of `page` as an e-mail. Raises InputError and TemplateError for what no header holds."""
    from followup_letters.writing import mail

    return mail.subject(page)


def faults_of_styles(page: Page) -> list[TemplateError]:
    """What in the styles of one's own keeps `page` from being written: in the style sheet, and in the Word styles."""
    faults = []
    for module in ("html", "docx") if page.styles else ():
        try:
            import_module(f"{__name__}.{module}").write(page)
        except TemplateError as fault:
            faults.append(fault)
    return faults


def check_format(format: object, field: str) -> None:
    """Raise InputError with the nearest format unless `format` is one; `field` is the argument it was given for."""
    if format not in FORMATS:
        near = nearest(format if isinstance(format, str) else as_typed(format), FORMATS)
        raise refused(field, format, f"one of: {', '.join(FORMATS)}", f"did you mean {near}?" if near else None)


def check_formats(formats: object, field: str) -> None:
    """Raise InputError unless `formats` is a list of formats."""
    if isinstance(formats, str) or not isinstance(formats, Sequence):
        hint = f"[{formats!r}]" if formats in FORMATS else "for example ['docx', 'pdf']"
        raise refused(field, formats, "a list of formats", hint)
    for format in formats:
        check_format(format, field)


def _refuse_unwritable(page: Page) -> None:
    read_aloud = (element.attributes["alt"] for element in page.root.walk() if "alt" in element.attributes)
    for text in (page.root.text, page.title, page.author, page.language, *read_aloud):
        if found := _UNWRITABLE.search(text):
            raise TemplateError(f"the character U+{ord(found[0]):04X} cannot stand in a document", page.title)
    for element in page.root.walk():
        if element.tag == "img" and not element.attributes.get("src", "").startswith("data:image/"):
            raise TemplateError("an image must be embedded: its src begins with data:image/", page.title)
