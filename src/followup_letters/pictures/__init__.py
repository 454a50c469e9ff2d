"""Pictures that a letter may carry: a PNG or an SVG, known by its content, checked and freed of what draws nothing.

A picture is a value; nothing is read from the disk here, and nothing is drawn. What is wrong with one is a ValueError
that says what it should be.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from functools import lru_cache

from followup_letters.pictures import png

SUFFIXES = (".png", ".svg")
LARGEST = 500_000  # bytes; a signature scanned at 600 dots per inch has a tenth of it, and an interview file has room
_SMALLER = "cut it to what it shows, or shrink it, as a signature to 600 dots across"

_SLIMMEST = 20  # times; what is slimmer could not be seen

_TYPES = {"png": "image/png", "svg": "image/svg+xml"}
_OTHERS = {b"\xff\xd8\xff": "a JPEG", b"GIF8": "a GIF", b"%PDF": "a PDF", b"BM": "a bitmap", b"II*\0": "a TIFF"}


@dataclass(frozen=True)
class Picture:
    """A picture: "png" or "svg", its bytes, and its width and height in dots, or in the units of the drawing."""

    kind: str
    content: bytes
    width: float
    height: float

    @property
    def media_type(self) -> str:
        """As a file of it is called in a message or on the web: "image/png"."""
        return _TYPES[self.kind]

    @property
    def source(self) -> str:
        """The picture as a `data:` URI."""
        return f"data:{self.media_type};base64,{base64.b64encode(self.content).decode('ascii')}"


def checked(content: bytes) -> Picture:
    """The picture of a file's content, without what draws nothing: comments, dates, places, names of programs.

    Raises ValueError for what is no PNG and no SVG, is too large, broken, or does more than draw.
    """
    _refuse_large(content)
    if content.startswith(png.MAGIC):
        picture = Picture("png", *png.cleaned(content))
        _refuse_large(picture.content)  # packed anew, it may have grown
        return _of_a_shape(picture)
    other = next((name for start, name in _OTHERS.items() if content.startswith(start)), None)
    if other is None and b"<" in content[:1000]:
        from followup_letters.pictures import svg  # few letters have one, and it takes long to load

        return _of_a_shape(Picture("svg", *svg.cleaned(content)))
    way = f"{other}, which a new name does not change: save it as PNG" if other else "neither"
    raise ValueError(f"a PNG or an SVG by its content; this is {way}")


def _refuse_large(content: bytes) -> None:
    if len(content) > LARGEST:
        raise ValueError(f"a picture of at most {LARGEST:,} bytes; {_SMALLER}")


def _of_a_shape(picture: Picture) -> Picture:
    """`picture`, if it can be seen where it is printed."""
    if not 1 / _SLIMMEST <= picture.width / picture.height <= _SLIMMEST:
        size = f"{picture.width:,g} × {picture.height:,g}"
        raise ValueError(f"a picture at most {_SLIMMEST} times as wide as high, or as high as wide; this one is {size}")
    return picture


@lru_cache(maxsize=8)  # of half a megabyte each, at most
def picture_of(source: str) -> Picture:
    """The picture of a `data:` URI, checked like a file. Raises ValueError."""
    head, _, encoded = source.partition(",")
    if head not in (f"data:{name};base64" for name in _TYPES.values()):
        raise ValueError("a PNG or an SVG, as data:image/png;base64,… or data:image/svg+xml;base64,…")
    try:
        content = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        raise ValueError("a picture whose data: URI is in base64") from None
    return checked(content)
