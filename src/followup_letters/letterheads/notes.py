"""What a part of a letterhead holds for other programs than the one that shows it: it is taken out of all its parts.

Word passes over comments of XML and over elements of foreign namespaces, and keeps them. Of its own it writes numbers
by which it knows a sitting or a paragraph again, and a second form of an old drawing, packed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OFFICE = (
    *("http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/", "http://schemas.microsoft.com/office/"),
    *("urn:schemas-microsoft-com:", "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/svg"),
)
_NUMBERS = (f"{_WORD}rsid", "{http://schemas.microsoft.com/office/word/2010/")
_NUMBERED = frozenset({"paraId", "textId", "anchorId", "editId"})
_PACKED = "{urn:schemas-microsoft-com:office:office}gfxdata"
_OF_PREFIXES = ("Ignorable", "ProcessContent", "PreserveElements", "PreserveAttributes")


def has_asides(content: bytes) -> bool:
    """True for a part with comments or instructions, of which `tree` knows nothing."""
    from xml.parsers import expat

    met: list[object] = []
    parser = expat.ParserCreate()
    parser.CommentHandler = met.append
    parser.ProcessingInstructionHandler = lambda *each: met.append(each)
    parser.Parse(content, True)
    return bool(met)


def take_out_notes(root: Any) -> None:
    """Leave in a tree what Word and its kin have a namespace for, without the numbers that it gives by itself."""
    from lxml import etree

    for each in [each for each in root.iterdescendants() if not _is_known(etree.QName(each).namespace)]:
        if each.getparent() is not None:
            each.getparent().remove(each)
    for each in root.iter():
        for key in [key for key in each.attrib if _is_note(key)]:
            del each.attrib[key]
    named = {prefix for each in root.iter() for prefix in _prefixes(each)}
    known = {prefix for prefix, uri in root.nsmap.items() if prefix and _is_known(uri)}
    etree.cleanup_namespaces(root, keep_ns_prefixes=sorted(named | known))


def _is_known(namespace: str | None) -> bool:
    return namespace is not None and namespace.startswith(_OFFICE)


def _is_note(key: str) -> bool:
    """Whether an attribute is of a foreign namespace, or such a number; most have none, and are their element's."""
    namespace, _, name = key.removeprefix("{").rpartition("}")
    is_number = key.startswith(_NUMBERS[0]) or (key.startswith(_NUMBERS[1]) and name in _NUMBERED)
    return is_number or key == _PACKED or bool(namespace and not _is_known(namespace))


def _prefixes(element: Any) -> Iterator[str]:
    """The prefixes of namespaces that attributes of `element` name, those of foreign ones taken out of them."""
    for name in _OF_PREFIXES:
        said = element.get(f"{_COMPATIBLE}{name}", "").split()
        kept = [each for each in said if _is_known(element.nsmap.get(each.partition(":")[0]))]
        if kept != said:
            element.set(f"{_COMPATIBLE}{name}", " ".join(kept))
        yield from (each.partition(":")[0] for each in kept)
    yield from element.get("Requires", "").split()
    yield from element.get(f"{_COMPATIBLE}MustUnderstand", "").split()
