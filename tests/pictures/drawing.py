"""Pictures to sign with, made here: PNG of every kind by Pillow, SVG by hand."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo


def png(width: int = 300, height: int = 80, mode: str = "RGBA", **saved: Any) -> bytes:
    """A stroke across a PNG of that size, and a note in it that nobody sees."""
    image = Image.new(mode, (width, height))
    ImageDraw.Draw(image).line((0, height - 1, width - 1, 0), fill=1 if mode in {"1", "P"} else "black", width=3)
    note = PngInfo()
    note.add_text("Comment", "taken at home")
    file = BytesIO()
    image.save(file, "png", pnginfo=note, **saved)
    return file.getvalue()


STROKE = '<path d="M0 20 C30 0 60 40 100 10" fill="none" stroke="#114" stroke-width="2"/>'


def svg(inside: str = STROKE, head: str = 'viewBox="0 0 100 25"', before: str = "") -> bytes:
    """An SVG with `inside` in it."""
    space = "http://www.w3.org/2000/svg"
    link = "http://www.w3.org/1999/xlink"
    return f'{before}<svg xmlns="{space}" xmlns:xlink="{link}" {head}>{inside}</svg>'.encode()
