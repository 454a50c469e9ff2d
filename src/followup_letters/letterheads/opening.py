"""A Word file unpacked, and its parts read as XML: no further than they may go, whatever they say of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

LARGEST = 10_000_000  # bytes of the file
LARGEST_XML = 1_500_000  # bytes of one part that must be understood
MOST_ELEMENTS, MOST_ATTRIBUTES = 20_000, 200  # in one part, and in one tag: lxml compares each with each
_MOST_IN_ALL = 60_000  # elements of all parts
_LARGEST_UNPACKED = 40_000_000  # bytes of all its parts
_MOST_PARTS = 500

OF_XML = (".xml", ".svg", ".rels")
SAVE_AS = "in Word or LibreOffice, save it as “Word Document (.docx)”"
_OLE = b"\xd0\xcf\x11\xe0"  # a .doc of old, or a file under a password


class Refused(ValueError):
    """A file that is no letterhead: the rule that it breaks, and the way to mend it."""

    def __init__(self, rule: str, hint: str | None = None) -> None:
        self.hint = hint
        super().__init__(rule)


def incomplete(what: str) -> Refused:
    """The error that a file lacks something; `what` says what that is."""
    return Refused(f"a Word file that is whole ({ascii(what)[1:-1][:200]})", SAVE_AS)


def unpacked(content: bytes) -> dict[str, bytes]:
    """The parts of a Word file by their names, in its own order. Raises Refused."""
    from zipfile import BadZipFile, ZipFile  # few interviews have one
    from zlib import error as bad_stream

    if len(content) > LARGEST:
        raise Refused(f"a letterhead of at most {LARGEST:,} bytes", "make its pictures smaller")
    if content.startswith(_OLE):
        raise Refused("a Word file without a password, in today’s format", SAVE_AS)
    try:
        with ZipFile(BytesIO(content)) as package:
            return dict(_parts(package))
    except Refused:
        raise
    except (BadZipFile, bad_stream, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as fault:
        raise Refused(f"a Word file that is whole ({_said(fault)})", SAVE_AS) from None


def _parts(package: ZipFile) -> Iterator[tuple[str, bytes]]:
    """Every part, read no further than it may go: what a zip file says of its sizes need not be true."""
    entries = [entry for entry in package.infolist() if not entry.is_dir()]
    names = {entry.filename.casefold() for entry in entries}
    if len(entries) > _MOST_PARTS or len(names) < len(entries):
        raise Refused(f"a Word file of at most {_MOST_PARTS} parts, each of them once")
    left, elements = _LARGEST_UNPACKED, 0
    for entry in entries:
        content = _part(package, entry, left)
        left -= len(content)
        if entry.filename.lower().endswith(OF_XML):
            elements += refuse_crowded(entry.filename, content)
        if elements > _MOST_IN_ALL:
            raise Refused(f"a Word file of at most {_MOST_IN_ALL:,} elements in all its parts", "make it simpler")
        yield entry.filename, content


def _part(package: ZipFile, entry: ZipInfo, left: int) -> bytes:
    if entry.compress_type not in (0, 8):  # stored, deflated
        raise Refused("a Word file packed as Word packs it", SAVE_AS)
    if entry.flag_bits & 1:
        raise Refused("a Word file without a password")
    if re.search(r"^/|\\|(^|/)\.\.(/|$)|[\x00-\x1f]", entry.filename):
        raise Refused(f"parts with plain names, not {ascii(entry.filename)[:60]}")
    most = min(left, LARGEST_XML) if entry.filename.lower().endswith(OF_XML) else left
    with package.open(entry) as part:
        content = part.read(most + 1)
    if len(content) > most:
        raise _too_large(entry.filename, LARGEST_XML) if most < left else _too_large("", _LARGEST_UNPACKED)
    return content


def _too_large(name: str, most: int) -> Refused:
    """What is said of the part `name`, or of all of them together, if it has more than `most` bytes."""
    what = f"part {ascii(name)[1:-1][:60]} has" if name else "parts have together"
    return Refused(f"a Word file whose {what} no more than {most:,} bytes, unpacked", "make it shorter")


def _said(fault: BaseException) -> str:
    words = str(fault)
    return words[:1].lower() + words[1:80] if words.isprintable() and words else type(fault).__name__


# ----------------------------------------------------------------------------------------- its XML


def refuse_crowded(name: str, content: bytes) -> int:
    """Refuse a part that would take minutes to read or to walk: told as it streams by, before a tree is made of it.

    Returns how many elements it has.
    """
    from xml.parsers import expat

    if len(content) > LARGEST_XML:
        raise _too_large(name, LARGEST_XML)
    elements = 0

    def start(_tag: str, attributes: list[str]) -> None:
        nonlocal elements
        elements += 1
        if elements > MOST_ELEMENTS or len(attributes) > 2 * MOST_ATTRIBUTES:  # names and values by turns
            rule = f"at most {MOST_ELEMENTS:,} elements, each of at most {MOST_ATTRIBUTES} attributes"
            raise Refused(f"parts of {rule}; {ascii(name)[1:-1][:60]} has more", "make it simpler")

    def refuse_doctype(*_: object) -> None:
        raise Refused("a Word file without a document type (DOCTYPE)", SAVE_AS)

    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.StartElementHandler, parser.StartDoctypeDeclHandler = start, refuse_doctype
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError) as fault:
        raise _unreadable(fault) from None
    return elements


def tree(content: bytes) -> Any:
    """The XML of a part; nothing outside it is read, and nothing in it stands for something else. Raises Refused."""
    from lxml import etree

    try:
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise _unreadable(fault) from None
    if root.getroottree().docinfo.doctype:
        raise Refused("a Word file without a document type (DOCTYPE)", SAVE_AS)
    return root


def _unreadable(fault: BaseException) -> Refused:
    return Refused(f"a Word file whose parts can be read ({_said(fault)})", SAVE_AS)
