"""The rows of a PNG, without what lies between its dots: the bits that fill the last byte of a row, colours of no dot.

That is asked only of pictures of one byte a dot or less: others have no such bits, and no palette.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple


class Pass(NamedTuple):
    """One pass over a picture: its rows, the dots of each, and the bits of a dot."""

    rows: int
    columns: int
    bits: int

    @property
    def size(self) -> int:
        """The bytes of a row, with the one that names its filter."""
        return 1 + -(-self.columns * self.bits // 8)


def with_dots_alone(filtered: bytes, passes: list[Pass]) -> tuple[bytes, set[int]]:
    """The rows of `passes`, none of them filtered and without a bit of no dot, and the numbers that the dots have."""
    written, numbers, at = [], set[int](), 0
    for each in passes:
        filling = each.size * 8 - 8 - each.columns * each.bits  # bits at the end of a row
        inside, last = set[int](), set[int]()
        for row in _rows(filtered[at : at + each.rows * each.size], each.size):
            ending = row[-1] >> filling << filling
            written.append(b"\0" + row[:-1] + bytes([ending]))
            inside.update(row[:-1])
            last.add(ending)
        numbers |= _numbers(inside, 8, each.bits) | _numbers(last, 8 - filling, each.bits)
        at += each.rows * each.size
    return b"".join(written), numbers


def _numbers(found: set[int], used: int, bits: int) -> set[int]:
    """The numbers of so many bits in the first `used` bits of these bytes."""
    return {byte >> 8 - end & (1 << bits) - 1 for byte in found for end in range(bits, used + 1, bits)}


def _rows(filtered: bytes, size: int) -> Iterator[bytes]:
    """The rows of one pass as they were before they were filtered, each by the left and by the one above it."""
    above = bytes(size - 1)
    for at in range(0, len(filtered), size):
        above = _unfiltered(filtered[at], filtered[at + 1 : at + size], above)
        yield above


def _unfiltered(kind: int, row: bytes, above: bytes) -> bytes:
    """A row of the filter `kind` (PNG, section 9.2): none, Sub, Up, Average or Paeth."""
    if kind == 0:
        return row
    if kind == 1:
        added: Iterator[int] = accumulate(row, lambda left, change: left + change & 255)
        return bytes(added)
    if kind == 2:
        return bytes([change + up & 255 for change, up in zip(row, above, strict=True)])
    found, left, corner = bytearray(), 0, 0
    for change, up in zip(row, above, strict=True):
        left = change + (left + up >> 1 if kind == 3 else _nearest(left, up, corner)) & 255
        corner = up
        found.append(left)
    return bytes(found)


def _nearest(left: int, up: int, corner: int) -> int:
    """The one of these that is nearest to left + up - corner, the first where two are."""
    by_left, by_up, by_corner = abs(up - corner), abs(left - corner), abs(left + up - corner - corner)
    if by_left <= by_up and by_left <= by_corner:
        return left
    return up if by_up <= by_corner else corner
