"""The widths of the faces, read without a library, are those that the library reads."""

from __future__ import annotations

from fontTools.ttLib import TTFont

from followup_letters.writing.font_tables import characters_of, widths_of
from followup_letters.writing.fonts import font_folder


def test_every_face_has_the_characters_and_the_widths_that_fonttools_reads() -> None:
    faces = sorted(font_folder().glob("*/*.?tf"))
    assert len(faces) > 40
    for path in faces:
        with TTFont(path, lazy=True) as font:
            widths, em = font["hmtx"].metrics, font["head"].unitsPerEm
            read = {chr(code): widths[glyph][0] / em for code, glyph in font.getBestCmap().items()}
        assert widths_of(path) == read, path.name
        assert characters_of(path) == read.keys(), path.name
