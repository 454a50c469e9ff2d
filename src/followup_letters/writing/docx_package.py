"""The constant files of a Word document, made once for each layout, paper, language and number of numbered lists.

They are templates of templates/styles/word/, filled with the layout's numbers. What changes from letter to letter, the
words and the properties, is written by docx.py.
"""

from __future__ import annotations

from dataclasses import asdict
from functools import lru_cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from followup_letters.templates_folder import read
from followup_letters.writing.layouts import PAPERS_MM, layout

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
_TWIPS_IN_PT, _MM_IN_INCH, _PT_IN_INCH = 20, 25.4, 72


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


@lru_cache(maxsize=64)
def constant_package(layout_name: str, paper: str, language: str, numbered_lists: int) -> bytes:
    """The zip file of all parts that do not change; the words and the properties are to be added."""
    numbers = asdict(layout(layout_name)) | {"language": language, "numbered_lists": numbered_lists}
    file = BytesIO()
    with ZipFile(file, "w") as package:
        for name in _FILES:
            add_file(package, name, _environment().from_string(read(f"styles/word/{name}")).render(numbers))
    return file.getvalue()


@lru_cache(maxsize=64)
def page_setup(layout_name: str, paper: str) -> str:
    """The last element of a document's body: its paper and margins."""
    chosen = layout(layout_name)
    lengths_mm = (*PAPERS_MM[paper], chosen.margin_top_mm, chosen.margin_bottom_mm, chosen.margin_side_mm(paper))
    width, height, top, bottom, side = (twips(length / _MM_IN_INCH * _PT_IN_INCH) for length in lengths_mm)
    return (
        f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{top}" w:right="{side}" '
        f'w:bottom="{bottom}" w:left="{side}" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
    )


@lru_cache
def _environment():  # type: ignore[no-untyped-def]  # Jinja is imported only when a Word file is first written
    import jinja2

    environment = jinja2.Environment(
        undefined=jinja2.StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"twips": twips, "half_points": lambda size: round(size * 2), "style_id": style_id}
    return environment
