"""An SVG as a PNG, for Word, which shows an SVG only beside a PNG of the same.

It is drawn by what draws it in the PDF, so that both show one signature; PDFium turns that into dots.
"""

from __future__ import annotations

from functools import lru_cache
from threading import Lock

from followup_letters.once import free_at_forks
from followup_letters.pictures import Picture
from followup_letters.pictures.png import written
from followup_letters.writing import pdf

_DOTS_IN_INCH = 600  # as a letter is printed
_POINTS_IN_INCH = 72
_CLEAR = (255, 255, 255, 0)
_one_at_a_time = free_at_forks(Lock())  # PDFium is not safe to use from two threads at a time


@lru_cache(maxsize=8)
def rasterised(picture: Picture, width_mm: float, height_mm: float) -> Picture:
    """`picture` in dots on nothing, as fine as a printer prints one of that size. Raises MachineError without Pango."""
    import pypdfium2

    content = pdf.of_picture(picture, width_mm, height_mm)
    with _one_at_a_time, pypdfium2.PdfDocument(content) as document:
        page = document[0]
        bitmap = page.render(
            scale=_DOTS_IN_INCH / _POINTS_IN_INCH,
            fill_color=_CLEAR,
            force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRA,
            rev_byteorder=True,
        )
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        dots = bytes(bitmap.buffer)
        bitmap.close()
        page.close()
    rows = (dots[at : at + 4 * width] for at in range(0, height * stride, stride))
    content = written(width, height, rows)
    return Picture("png", content, picture.width, picture.height)  # of its own shape, whatever whole dots make of it
