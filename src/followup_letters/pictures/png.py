"""PNG: the chunks of a file, the pixels proved to be all there, and nothing kept that is no pixel."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator

MAGIC = b"\x89PNG\r\n\x1a\n"

_KEPT = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")  # in the order in which they stand
_ONCE = (b"IHDR", b"PLTE", b"tRNS")
_MOST_DOTS = 4_000_000  # a signature scanned at 600 dots per inch has half a million
_LONGEST_SIDE = 10_000  # dots
_CHANNELS = {0: (1, (1, 2, 4, 8, 16)), 2: (3, (8, 16)), 3: (1, (1, 2, 4, 8)), 4: (2, (8, 16)), 6: (4, (8, 16))}
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
_BY_PALETTE = 3  # dots are numbers of colours; one beyond the last of its palette is black to some, an error to others
_LAST_FILTER = 4  # the filters of rows are 0 to 4
_BROKEN = "a whole PNG; this one is broken or cut off"


def cleaned(content: bytes) -> tuple[bytes, int, int]:
    """The file with its pixels alone, and its width and height in dots. Raises ValueError."""
    chunks = list(_chunks(content))
    names = [name for name, _ in chunks]
    if names[:1] != [b"IHDR"] or names[-1:] != [b"IEND"] or len(chunks[0][1]) != 13:
        raise ValueError(_BROKEN)
    width, height, depth, colours, *methods, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    if not 0 < width * height <= _MOST_DOTS or max(width, height) > _LONGEST_SIDE:
        raise ValueError(f"a picture of at most {_MOST_DOTS:,} dots; this one has {width} × {height}: cut or shrink it")
    channels, depths = _CHANNELS.get(colours, (0, ()))
    if depth not in depths or interlaced > 1 or any(methods) or any(names.count(name) > 1 for name in _ONCE):
        raise ValueError(_BROKEN)
    if any(name[:1].isupper() and name not in _KEPT for name in names):  # which no reader may pass over, and none knows
        raise ValueError(_BROKEN)
    of_name = {name: b"".join(data for each, data in chunks if each == name) for name in _KEPT}
    _refuse_colours(of_name[b"PLTE"], of_name[b"tRNS"], colours)
    if colours == _BY_PALETTE:  # so that every number is one of a colour, and each colour has one
        of_name[b"PLTE"] = of_name[b"PLTE"].ljust(3 << depth, b"\0")[: 3 << depth]
        of_name[b"tRNS"] = of_name[b"tRNS"][: 1 << depth]
    _refuse_other_rows(of_name[b"IDAT"], list(_passes(width, height, channels * depth, bool(interlaced))))
    return (
        MAGIC + b"".join(_chunk(name, data) for name, data in of_name.items() if data or name == b"IEND"),
        width,
        height,
    )


def _refuse_colours(palette: bytes, clear: bytes, colours: int) -> None:
    """Raise ValueError unless the palette holds whole colours, and what is clear is one of them."""
    entries = len(palette) // 3
    most = {0: 2, 2: 6, _BY_PALETTE: entries}.get(colours, 0)  # bytes that tell what is clear
    if len(palette) % 3 or entries > 256 or (colours == _BY_PALETTE and not entries) or len(clear) > most:
        raise ValueError(_BROKEN)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, name = len(MAGIC), b""
    while name != b"IEND":
        head = content[at : at + 8]
        if len(head) < 8:
            raise ValueError(_BROKEN)
        length, name = struct.unpack(">I4s", head)
        data, check = content[at + 8 : at + 8 + length], content[at + 8 + length : at + 12 + length]
        if check != struct.pack(">I", zlib.crc32(name + data)):
            raise ValueError(_BROKEN)
        yield name, data
        at += 12 + length


def _passes(width: int, height: int, bits: int, interlaced: bool) -> Iterator[tuple[int, int]]:
    """Of each pass over the picture, how many rows it has, and of how many bytes with the one that names its filter."""
    for left, top, across, down in _PASSES if interlaced else ((0, 0, 1, 1),):
        columns, rows = -(-(width - left) // across), -(-(height - top) // down)
        if columns > 0 and rows > 0:
            yield rows, 1 + -(-columns * bits // 8)


def _refuse_other_rows(packed: bytes, passes: list[tuple[int, int]]) -> None:
    """Raise ValueError unless `packed` holds those rows, without ever unpacking more."""
    expected = sum(rows * row for rows, row in passes)
    unpacking = zlib.decompressobj()
    try:
        found = unpacking.decompress(packed, expected + 1)
    except zlib.error:
        raise ValueError(_BROKEN) from None
    if len(found) != expected or not unpacking.eof:
        raise ValueError(_BROKEN)
    at = 0
    for rows, row in passes:
        if max(found[at : at + rows * row : row]) > _LAST_FILTER:
            raise ValueError(_BROKEN)
        at += rows * row


def written(width: int, height: int, rows: Iterable[bytes]) -> bytes:
    """A PNG of `rows`, each of them red, green, blue and opacity of its dots, a byte for each."""
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    packed = zlib.compress(b"".join(b"\0" + row for row in rows), 9)  # 0: the row itself, not what changes
    return MAGIC + _chunk(b"IHDR", head) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I4s", len(data), name) + data + struct.pack(">I", zlib.crc32(name + data))
