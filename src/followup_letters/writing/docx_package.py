"""The constant parts of a Word document, made once for each layout, paper, language and number of numbered lists.

They are templates of templates/styles/word/, filled with the layout's numbers, opened, given their page and packed by
python-docx. What changes from letter to letter, the words and the properties, is written by docx.py.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from followup_letters.templates_folder import read
from followup_letters.writing.layouts import PAPERS_MM, Layout, layout

_FILES = (
    "[Content_Types].xml",  # first, as readers of the format expect
    "_rels/.rels",
    "docProps/app.xml",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/fontTable.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/styles.xml",
)
_DATED = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip file can give: the same bytes on every day
_TWIPS_IN_PT = 20
_WRITTEN_FOR_EACH = frozenset({"docProps/core.xml", "word/document.xml"})


def twips(points: float) -> int:
    """A length in twentieths of a point, as Word writes most lengths."""
    return round(points * _TWIPS_IN_PT)


def style_id(name: str) -> str:
    """The identifier by which a paragraph names the style `name`."""
    return name.title().replace(" ", "")


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
def constant_package(layout_name: str, paper: str, language: str, numbered_lists: int) -> Package:
    """The package that all documents of one layout, paper and language share."""
    import docx
    from lxml import etree

    numbers = asdict(layout(layout_name)) | {"language": language, "numbered_lists": numbered_lists}
    document = docx.Document(_packed({name: _filled(name, numbers) for name in _FILES}))
    section = document.sections[0]
    _set_page(section, layout(layout_name), paper)
    saved = BytesIO()
    document.save(saved)
    with ZipFile(saved) as package:
        parts = {name: package.read(name) for name in package.namelist() if name not in _WRITTEN_FOR_EACH}
    return Package(_packed(parts).getvalue(), etree.tostring(section._sectPr, encoding="unicode"))


def _filled(name: str, numbers: dict[str, Any]) -> str:
    return str(_environment().from_string(read(f"styles/word/{name}")).render(numbers))


def _packed(parts: dict[str, str] | dict[str, bytes]) -> BytesIO:
    file = BytesIO()
    with ZipFile(file, "w") as package:
        for name, content in parts.items():
            add_file(package, name, content)
    file.seek(0)
    return file


def _set_page(section: Any, chosen: Layout, paper: str) -> None:
    from docx.shared import Mm

    section.page_width, section.page_height = map(Mm, PAPERS_MM[paper])
    section.top_margin, section.bottom_margin = Mm(chosen.margin_top_mm), Mm(chosen.margin_bottom_mm)
    section.left_margin = section.right_margin = Mm(chosen.margin_side_mm(paper))


@lru_cache
def _environment() -> Any:  # Jinja is imported only when a Word file is first written
    import jinja2

    environment = jinja2.Environment(
        undefined=jinja2.StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"twips": twips, "half_points": lambda size: round(size * 2), "style_id": style_id}
    return environment
