"""What the tables of a font file say of its characters: which there are, and how wide.

Nothing else of the file is read, and no library is loaded for it: that would take longer than to write the letter.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from pathlib import Path
from struct import iter_unpack, unpack_from
from sys import byteorder

_WHOLE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))  # maps from Unicode, the fullest first


def widths_of(path: Path) -> dict[str, float]:
    """The width of every character of the font in em. The font is one of ours, TrueType or OpenType.

    A file that is none raises what is at hand, such as KeyError; one that is cut off, ValueError.
    """
    content, at = _tables(path)
    em = _number(content, at[b"head"] + 18)
    count = _number(content, at[b"hhea"] + 34)  # those beyond are as wide as the last
    widths = _numbers(content, at[b"hmtx"], 2 * count)[::2]
    return {chr(code): widths[min(glyph, count - 1)] / em for code, glyph in _characters(content, at[b"cmap"])}


def characters_of(path: Path) -> frozenset[str]:
    """Every character of the font, as the keys of `widths_of`; which of several has one is soon told."""
    content, at = _tables(path)
    return frozenset([chr(code) for code, _ in _characters(content, at[b"cmap"])])


def _tables(path: Path) -> tuple[bytes, dict[bytes, int]]:
    """The file, and where in it each table begins, by its name."""
    content = path.read_bytes()
    tables = [*iter_unpack(">4sIII", content[12 : 12 + 16 * _number(content, 4)])]
    if any(place + length > len(content) for _, _, place, length in tables):
        raise ValueError("cut off")
    return content, {name: place for name, _, place, _ in tables}


def _characters(content: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Each character with the number of its glyph."""
    entries = content[at + 4 : at + 4 + 8 * _number(content, at + 2)]
    maps = {(platform, encoding): at + place for platform, encoding, place in iter_unpack(">HHI", entries)}
    best = next(maps[kind] for kind in _WHOLE if kind in maps)
    if _number(content, best) == 12:
        (groups,) = unpack_from(">I", content, best + 12)
        for first, last, glyph in iter_unpack(">III", content[best + 16 : best + 16 + 12 * groups]):
            yield from zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True)
    else:
        yield from _by_segments(content, best)


def _by_segments(content: bytes, at: int) -> Iterator[tuple[int, int]]:
    """The characters of a map of format 4: runs of them, each counted on from one glyph, or with a list of glyphs."""
    count = _number(content, at + 6) // 2
    lasts = _numbers(content, at + 14, count)
    firsts = _numbers(content, at + 16 + 2 * count, count)
    steps = _numbers(content, at + 16 + 4 * count, count)
    lists = at + 16 + 6 * count
    for place, (first, last, step, away) in enumerate(
        zip(firsts, lasts, steps, _numbers(content, lists, count), strict=True)
    ):
        for code in range(first, min(last, 0xFFFE) + 1):
            listed = _number(content, lists + 2 * place + away + 2 * (code - first)) if away else code
            if glyph := (listed + step) % 0x10000 if listed or not away else 0:
                yield code, glyph


def _number(content: bytes, at: int) -> int:
    return int.from_bytes(content[at : at + 2])


def _numbers(content: bytes, at: int, count: int) -> array[int]:
    found = array("H", content[at : at + 2 * count])
    if byteorder == "little":
        found.byteswap()
    return found
