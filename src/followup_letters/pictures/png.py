"""PNG: the chunks of a file, the pixels proved to be all there, and nothing kept that is no pixel."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator

MAGIC = b"\x89PNG\r\n\x1a\n"

_KEPT = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
_MOST_DOTS = 4_000_000  # a signature scanned at 600 dots per inch has half a million
_LONGEST_SIDE = 10_000  # dots
_CHANNELS = {0: (1, (1, 2, 4, 8, 16)), 2: (3, (8, 16)), 3: (1, (1, 2, 4, 8)), 4: (2, (8, 16)), 6: (4, (8, 16))}
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
_BROKEN = "a whole PNG; this one is broken or cut off"


def cleaned(content: bytes) -> tuple[bytes, int, int]:
    """The file with its pixels alone, and its width and height in dots. Raises ValueError."""
    chunks = list(_chunks(content))
    names = [name for name, _ in chunks]
    if names[:1] != [b"IHDR"] or names[-1:] != [b"IEND"] or len(chunks[0][1]) != 13:
        raise ValueError(_BROKEN)
    width, height, depth, colours, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    if not 0 < width * height <= _MOST_DOTS or max(width, height) > _LONGEST_SIDE:
        raise ValueError(f"a picture of at most {_MOST_DOTS:,} dots; this one has {width} × {height}: cut or shrink it")
    channels, depths = _CHANNELS.get(colours, (0, ()))
    if depth not in depths or interlaced > 1 or (colours == 3 and b"PLTE" not in names):
        raise ValueError(_BROKEN)
    expected = _size(width, height, channels * depth, bool(interlaced))
    _refuse_other_size(b"".join(data for name, data in chunks if name == b"IDAT"), expected)
    kept = (_chunk(name, data) for name, data in chunks if name in _KEPT)
    return MAGIC + b"".join(kept), width, height


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


def _size(width: int, height: int, bits: int, interlaced: bool) -> int:
    """The bytes of all rows, each with the byte before it that names its filter."""
    passes = _PASSES if interlaced else ((0, 0, 1, 1),)
    parts = [(-(-(width - left) // across), -(-(height - top) // down)) for left, top, across, down in passes]
    return sum(rows * (1 + -(-columns * bits // 8)) for columns, rows in parts if columns > 0 and rows > 0)


def _refuse_other_size(packed: bytes, expected: int) -> None:
    """Raise ValueError unless `packed` holds so many bytes, without ever unpacking more."""
    unpacking = zlib.decompressobj()
    try:
        found = len(unpacking.decompress(packed, expected + 1))
    except zlib.error:
        raise ValueError(_BROKEN) from None
    if found != expected:
        raise ValueError(_BROKEN)


def written(width: int, height: int, rows: Iterable[bytes]) -> bytes:
    """A PNG of `rows`, each of them red, green, blue and opacity of its dots, a byte for each."""
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    packed = zlib.compress(b"".join(b"\0" + row for row in rows), 9)  # 0: the row itself, not what changes
    return MAGIC + _chunk(b"IHDR", head) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I4s", len(data), name) + data + struct.pack(">I", zlib.crc32(name + data))
