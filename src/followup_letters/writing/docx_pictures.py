"""Pictures in a Word file: each in the line of its paragraph, with its alternative text, the file beside the words.

Word shows a PNG everywhere, an SVG only beside a PNG of the same; so an SVG goes in as the PNG alone.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from html import escape
from itertools import count

from followup_letters.errors import TemplateError
from followup_letters.markup import Element
from followup_letters.patterns import pattern
from followup_letters.pictures import Picture, picture_of
from followup_letters.writing.layouts import Layout, picture_mm

_EMU_IN_MM = 36_000
_MARK = pattern(r"<picture (\w+) (.*?)/>")
_DRAWING = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
    '<wp:docPr id="{number}" name="Picture {number}" descr="{alt}"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}" descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'r:embed="{name}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)


def pictures_in(root: Element, layout: Layout) -> dict[str, Picture]:
    """The pictures below `root`, each as a PNG, by the names of their files.

    Raises TemplateError for what is no picture, MachineError without the Pango that an SVG is drawn with.
    """
    sources = (element.attributes.get("src", "") for element in root.walk() if element.tag == "img")
    return {_name(source): _shown_by_word(source, layout) for source in sources}


def mark(element: Element) -> str:
    """What stands for the picture of an `img` until its size is known: see `drawn`."""
    alt = escape(element.attributes.get("alt", ""))
    return f"<picture {_name(element.attributes.get('src', ''))} {alt}/>"


def drawn(words: str, pictures: Mapping[str, Picture], layout: Layout) -> str:
    """The paragraphs `words` with the pictures in place of their marks, as large as `layout` has them."""
    if not pictures:
        return words
    numbers = count(1)

    def drawing(found: re.Match[str]) -> str:
        picture = pictures[found[1]]
        width, height = (round(side * _EMU_IN_MM) for side in picture_mm(layout, picture.width / picture.height))
        return _DRAWING.format(name=found[1], alt=found[2], number=next(numbers), width=width, height=height)

    return _MARK.sub(drawing, words)


def _name(source: str) -> str:
    """A name that depends on the picture alone."""
    return f"picture{hashlib.sha256(source.encode()).hexdigest()[:12]}"


def _shown_by_word(source: str, layout: Layout) -> Picture:
    try:
        picture = picture_of(source)
    except ValueError as fault:
        raise TemplateError(f"an image of a Word file must be {fault}", "img") from None
    if picture.kind == "png":
        return picture
    from followup_letters.writing.rasters import rasterised  # which starts the engine of the PDF

    return rasterised(picture, *picture_mm(layout, picture.width / picture.height))
