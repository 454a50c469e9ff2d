"""Standard input holds one interview or JSON Lines: its first two lines tell, however fast and long they come."""

from __future__ import annotations

import codecs
import io
import sys

TYPE_CHECKING = False  # what typing calls so, without the time that typing takes to load
if TYPE_CHECKING:
    from typing import Any, BinaryIO, TextIO


def holds_lines() -> bool:
    """True if the first two lines in which something stands are tables of JSON; input is then read from its beginning.

    One table alone is an interview, as in a file. No interview over several lines begins so, in YAML or in JSON.
    """
    from followup_letters.bounds import LARGEST_FILE

    given, read = sys.stdin.buffer, io.BytesIO()
    first = _next_line(given, read, LARGEST_FILE)
    is_table = first.startswith(b"{") and (first.endswith(b"}") or len(first) > LARGEST_FILE)
    second = _next_line(given, read, LARGEST_FILE) if is_table and len(first) <= LARGEST_FILE else b""
    sys.stdin = io.TextIOWrapper(io.BufferedReader(_Again(read.getvalue(), sys.stdin)))
    return second.startswith(b"{") or (is_table and len(first) > LARGEST_FILE)


def _next_line(given: BinaryIO, read: BinaryIO, most: int) -> bytes:
    """The next line that is not blank, without what stands around it; what is read goes to `read`."""
    while line := given.readline(most + 1):
        read.write(line)
        bare = line.removeprefix(codecs.BOM_UTF8).strip()
        if bare or read.tell() > most:
            return bare
    return b""


class _Again(io.RawIOBase):
    """What was `read` of a stream already, and then the rest of it, which stays open for as long as this is read."""

    def __init__(self, read: bytes, stream: TextIO) -> None:
        self._read, self._stream = io.BytesIO(read), stream

    def readable(self) -> bool:
        return True

    def readinto(self, room: Any) -> int:
        content = self._read.read(len(room)) or self._stream.buffer.read1(len(room))  # type: ignore[attr-defined]  # it has
        room[: len(content)] = content
        return len(content)
