"""PNG: the chunks of a file, the pixels proved to be all there, and nothing kept that is no pixel.

The pixels are packed anew: what follows their end, or stands between what was packed, is not seen by anybody.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator

from followup_letters.pictures.png_rows import Pass, with_dots_alone

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
        size = f"{width} × {height}: cut it, or shrink it, as a signature to 600 across"
        raise ValueError(f"a picture of at most {_MOST_DOTS:,} dots; this one has {size}")
    channels, depths = _CHANNELS.get(colours, (0, ()))
    if depth not in depths or interlaced > 1 or any(methods) or any(names.count(name) > 1 for name in _ONCE):
        raise ValueError(_BROKEN)
    if any(name[:1].isupper() and name not in _KEPT for name in names):  # which no reader may pass over, and none knows
        raise ValueError(_BROKEN)
    of_name = {name: b"".join(data for each, data in chunks if each == name) for name in _KEPT}
    _refuse_colours(of_name[b"PLTE"], of_name[b"tRNS"], colours)
    passes = list(_passes(width, height, channels * depth, bool(interlaced)))
    rows = _unpacked(of_name[b"IDAT"], passes)
    palette, clear = b"", of_name[b"tRNS"]
    if colours == _BY_PALETTE:
        rows, numbers = with_dots_alone(rows, passes)
        palette, clear = _colours_of(numbers, of_name[b"PLTE"], clear, depth)
    else:  # it needs no palette, and one that is there only says what to show where there are few colours
        rows = with_dots_alone(rows, passes)[0] if depth < 8 else rows
        clear = _clear_colour(clear, depth)
    kept = ((b"PLTE", palette), (b"tRNS", clear), (b"IDAT", zlib.compress(rows, 9)))
    written = b"".join(_chunk(name, data) for name, data in (chunks[0], *kept) if data)
    return MAGIC + written + _chunk(b"IEND", b""), width, height


def _refuse_colours(palette: bytes, clear: bytes, colours: int) -> None:
    """Raise ValueError unless the palette holds whole colours, and what is clear is one of them."""
    entries = len(palette) // 3
    one = {0: 2, 2: 6}.get(colours, 0)  # bytes of the one colour that is clear
    is_clear = len(clear) <= entries if colours == _BY_PALETTE else len(clear) in (0, one)
    if len(palette) % 3 or entries > 256 or (colours == _BY_PALETTE and not entries) or not is_clear:
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


def _passes(width: int, height: int, bits: int, interlaced: bool) -> Iterator[Pass]:
    for left, top, across, down in _PASSES if interlaced else ((0, 0, 1, 1),):
        columns, rows = -(-(width - left) // across), -(-(height - top) // down)
        if columns > 0 and rows > 0:
            yield Pass(rows, columns, bits)


def _unpacked(packed: bytes, passes: list[Pass]) -> bytes:
    """The rows of those passes as `packed` holds them, without ever unpacking more. Raises ValueError."""
    expected = sum(each.rows * each.size for each in passes)
    unpacking = zlib.decompressobj()
    try:
        found = unpacking.decompress(packed, expected + 1)
    except zlib.error:
        raise ValueError(_BROKEN) from None
    if len(found) != expected or not unpacking.eof:
        raise ValueError(_BROKEN)
    at = 0
    for each in passes:
        if max(found[at : at + each.rows * each.size : each.size]) > _LAST_FILTER:
            raise ValueError(_BROKEN)
        at += each.rows * each.size
    return found


def _colours_of(numbers: set[int], palette: bytes, clear: bytes, depth: int) -> tuple[bytes, bytes]:
    """The palette, and how clear each colour of it is, with a colour for every number that a dot may have.

    One that no dot has is black, and is not clear: what the file says of it is nothing that is seen.
    """
    said = {number: (palette[3 * number : 3 * number + 3], clear[number : number + 1]) for number in numbers}
    colours = b"".join(said.get(number, (b"", b""))[0] or bytes(3) for number in range(1 << depth))
    return colours, b"".join(said.get(number, (b"", b""))[1] or b"\xff" for number in range(len(clear[: 1 << depth])))


def _clear_colour(clear: bytes, depth: int) -> bytes:
    """The colour that is clear in a picture without a palette, without the bits that no dot has."""
    values = struct.unpack(f">{len(clear) // 2}H", clear)
    return struct.pack(f">{len(values)}H", *(value & (1 << depth) - 1 for value in values))


def written(width: int, height: int, rows: Iterable[bytes]) -> bytes:
    """A PNG of `rows`, each of them red, green, blue and opacity of its dots, a byte for each."""
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    packed = zlib.compress(b"".join(b"\0" + row for row in rows), 9)  # 0: the row itself, not what changes
    return MAGIC + _chunk(b"IHDR", head) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I4s", len(data), name) + data + struct.pack(">I", zlib.crc32(name + data))
