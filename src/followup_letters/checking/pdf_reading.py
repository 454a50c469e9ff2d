"""A rendered PDF taken apart: how many pages it has, and each glyph with its place and the font's answer for it.

What stands on the page is asked of the content and of the embedded fonts, not of the extracted text, which shows the
right characters where the page shows boxes. Only what our own writer produces is understood. Nothing is judged here.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from fontTools.pens.boundsPen import ControlBoundsPen
from fontTools.ttLib import TTFont, TTLibError
from pypdf import PdfReader
from pypdf.generic import ContentStream

_UPRIGHT = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_EM = 1000  # of the units in which a PDF tells widths
_NOTDEF = 0  # the glyph that every font prints in place of one it lacks

Matrix = tuple[float, float, float, float, float, float]


class Glyph(NamedTuple):
    """One character as printed: its page (from 1), its place in pt from the lower left corner of that page.

    `is_missing` is True if the font prints a box or nothing for it.
    """

    text: str
    page: int
    left_pt: float
    right_pt: float
    base_pt: float
    is_missing: bool


@dataclass(frozen=True)
class Printed:
    """A PDF, read: the sizes of its pages in pt, width and height, and every glyph in the order of printing."""

    sizes_pt: tuple[tuple[float, float], ...]
    glyphs: tuple[Glyph, ...]

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.sizes_pt)


def page_count(content: bytes) -> int:
    """How many pages a PDF has, of which nothing else is read."""
    return len(PdfReader(io.BytesIO(content)).pages)


def read_pdf(content: bytes) -> Printed:
    """Read the bytes of a PDF that this library has written."""
    reader = PdfReader(io.BytesIO(content))
    sizes = tuple((float(page.mediabox.width), float(page.mediabox.height)) for page in reader.pages)
    glyphs: list[Glyph] = []
    fonts: dict[Any, _Font] = {}
    for number, page in enumerate(reader.pages, start=1):
        resources: Any = page["/Resources"]
        named = resources.get("/Font", {})
        here = {name: fonts.setdefault(entry.idnum, _Font(entry.get_object())) for name, entry in named.items()}
        stream = ContentStream(page["/Contents"].get_object(), reader)
        glyphs += _Walk(number, here).over(stream)
    return Printed(sizes, tuple(glyphs))


@dataclass
class _Walk:
    """One page's content, read from top to bottom."""

    page: int
    fonts: dict[str, _Font]
    at: Matrix = _UPRIGHT
    text: Matrix = _UPRIGHT
    font: _Font | None = None
    size: float = 0.0
    kept: list[Matrix] = field(default_factory=list)

    def over(self, stream: ContentStream) -> Iterator[Glyph]:
        for operands, operator in stream.operations:
            if operator in (b"TJ", b"Tj"):
                yield from self._shown(operands[0] if operator == b"TJ" else operands)
            else:
                self._move(operator, operands)

    def _move(self, operator: bytes, operands: Any) -> None:
        if operator == b"q":
            self.kept.append(self.at)
        elif operator == b"Q":
            self.at = self.kept.pop()
        elif operator == b"cm":
            self.at = _times(_matrix(operands), self.at)
        elif operator == b"Tm":
            self.text = _matrix(operands)
        elif operator == b"Tf":
            self.font, self.size = self.fonts[operands[0]], float(operands[1])

    def _shown(self, pieces: Any) -> Iterator[Glyph]:
        assert self.font is not None
        along = 0.0
        for piece in pieces:
            codes = getattr(piece, "original_bytes", piece if isinstance(piece, bytes) else None)
            if codes is None:
                along -= float(piece) / _EM * self.size
                continue
            for code in (int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2)):
                width = self.font.width(code) / _EM * self.size
                yield self._glyph(code, along, along + width)
                along += width

    def _glyph(self, code: int, left: float, right: float) -> Glyph:
        assert self.font is not None
        place = _times(self.text, self.at)
        ends = sorted(place[0] * x + place[4] for x in (left, right))
        return Glyph(self.font.text(code), self.page, ends[0], ends[1], place[5], self.font.lacks(code))


class _Font:
    """One embedded font: what its glyphs mean, how wide they are, and whether they print anything."""

    def __init__(self, entry: Any) -> None:
        self._entry = entry
        self._inside = entry["/DescendantFonts"][0].get_object()

    def text(self, code: int) -> str:
        """What the glyph is copied as; empty if it is no character of its own."""
        return self._meanings.get(code, "")

    def width(self, code: int) -> float:
        """In thousandths of an em."""
        return self._widths.get(code, float(self._inside.get("/DW", _EM)))

    def lacks(self, code: int) -> bool:
        """True if a box is printed, or nothing where a character should be."""
        text = self.text(code)
        if code == _NOTDEF:
            return True
        return text.isprintable() and bool(text.strip()) and code not in self._drawn

    @cached_property
    def _meanings(self) -> dict[int, str]:
        table = self._entry["/ToUnicode"].get_object().get_data().decode("ascii")
        pairs = re.findall(r"<([0-9a-f]{4})> <((?:[0-9a-f]{4})*)>\n", table.partition("beginbfchar")[2], re.IGNORECASE)
        return {int(code, 16): bytes.fromhex(text).decode("utf-16-be", "replace") for code, text in pairs}

    @cached_property
    def _widths(self) -> dict[int, float]:
        widths: dict[int, float] = {}
        entries = list(self._inside.get("/W", []))
        for first, listed in zip(entries[::2], entries[1::2], strict=False):
            widths |= {int(first) + at: float(width) for at, width in enumerate(listed)}
        return widths

    @cached_property
    def _drawn(self) -> frozenset[int]:
        """The glyphs of the embedded font that have an outline or an image; all of them if it cannot be asked."""
        described = self._inside["/FontDescriptor"].get_object()
        file = next((described[key].get_object() for key in ("/FontFile3", "/FontFile2") if key in described), None)
        everything = frozenset(self._meanings)
        if file is None:
            return everything
        try:
            with TTFont(io.BytesIO(file.get_data())) as font:
                return _with_outline(font, everything)
        except TTLibError:
            return everything


def _with_outline(font: TTFont, codes: frozenset[int]) -> frozenset[int]:
    if not {"glyf", "CFF ", "CFF2"} & set(font.keys()):  # a font of images
        return codes
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    drawn = set()
    for code in codes & set(range(len(order))):
        pen = ControlBoundsPen(glyphs)
        glyphs[order[code]].draw(pen)
        if pen.bounds is not None:
            drawn.add(code)
    return frozenset(drawn)


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(number) for number in operands)
    return a, b, c, d, e, f


def _times(one: Matrix, other: Matrix) -> Matrix:
    """What the two do one after the other, `one` first."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )
