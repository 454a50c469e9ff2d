"""The constant parts of a Word document, made once for each layout, paper, language and number of numbered lists.

They are templates of templates/styles/word/, filled with the layout's numbers and packed. What changes from letter to
letter, the words, the headers and the properties, is written by docx.py.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from followup_letters.writing.layouts import Layout
from followup_letters.writing.styling import FOLDER, filled

_FILES = (
    "[Content_Types].xml",  # first, as readers of the format expect
    "_rels/.rels",
    "docProps/app.xml",
    "word/_rels/document.xml.rels",
    "word/fontTable.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/styles.xml",
)
_DATED = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip file can give: the same bytes on every day
_TWIPS_IN_PT = 20


def twips(points: float) -> int:
    """A length in twentieths of a point, as Word writes most lengths."""
    return round(points * _TWIPS_IN_PT)


def mm_twips(millimetres: float) -> int:
    """A length given in mm, in twentieths of a point."""
    return twips(millimetres * 72 / 25.4)


def style_id(name: str) -> str:
    """The identifier by which a paragraph names the style `name`."""
    return name.title().replace(" ", "")


def _half_points(size: float) -> int:
    return round(size * 2)


_FILTERS = (("twips", twips), ("mm_twips", mm_twips), ("style_id", style_id), ("half_points", _half_points))


def add_file(package: ZipFile, name: str, content: str | bytes) -> None:
    """Add a file to `package`, with the same bytes on every day and every machine."""
    entry = ZipInfo(name, _DATED)
    entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 0, 0
    package.writestr(entry, content)


@dataclass(frozen=True)
class Package:
    """A Word file that lacks only its words and properties, and the XML of the page set-up that ends the words."""

    content: bytes
    page_setup: str


@lru_cache(maxsize=64)
def constant_package(
    layout: Layout, language: str, numbered_lists: int, headers: tuple[str, ...], pictures: tuple[str, ...] = ()
) -> Package:
    """The package that all documents of one layout and language share.

    `headers` are the types of its headers, `pictures` the names of the pictures that are added to it.
    """
    numbers = asdict(layout) | layout.derived
    numbers["styles"] = layout.styles  # itself, with the folder that it knows
    numbers |= {"language": language, "numbered_lists": numbered_lists, "headers": headers, "pictures": pictures}
    parts = {name: _filled(name, numbers) for name in _FILES}
    return Package(_packed(parts), _filled("word/section.xml", numbers).strip())


def _filled(name: str, numbers: dict[str, Any]) -> str:
    content = filled(f"word/{name}", numbers["styles"], numbers, _FILTERS)
    if numbers["styles"]:  # of one's own, and so perhaps not whole
        from followup_letters.writing.word_faults import refuse_broken, refuse_incomplete

        refuse_broken(f"{FOLDER}word/{name}", content, numbers["styles"])
        if name == "word/styles.xml" and f"{FOLDER}word/{name}" in dict(numbers["styles"]):
            refuse_incomplete(content, filled(f"ours/word/{name}", (), numbers, _FILTERS), numbers["styles"])
    return content


def _packed(parts: dict[str, str]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as package:
        for name, content in parts.items():
            add_file(package, name, content)
    return file.getvalue()
