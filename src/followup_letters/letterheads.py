"""A Word file of the user's own, to write letters on: opened, and refused unless it is one that does no harm.

A letterhead goes out under somebody's name to a stranger: what runs, fetches or hides in it has no place there. Here it
is opened and judged; the letter is set on it in writing/.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from followup_letters.errors import Fault, InputError

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

SUFFIXES = (".docx", ".dotx")
LARGEST = 10_000_000  # bytes of the file
_LARGEST_UNPACKED = 40_000_000  # bytes of all its parts
_LARGEST_XML = 1_500_000  # bytes of one part that must be understood
_MOST_PARTS = 500

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OLE = b"\xd0\xcf\x11\xe0"  # a .doc of old, or a file under a password
_STRICT = b"purl.oclc.org/ooxml"
_PROGRAMS = re.compile(r"vbaProject|vbaData|/activeX|/embeddings/|\.(exe|dll|js|vbs|ocx)$", re.IGNORECASE)
_SVG = "{http://www.w3.org/2000/svg}"
_DRAWN = (_SVG, "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}")
_OF_XML = (".xml", ".svg")
_POINTING = frozenset({"src", "href", "althref"})
_LINKS = ("http://", "https://", "mailto:", "tel:")
_FETCHES = re.compile(r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|DATABASE|LINK|MACROBUTTON)\b", re.IGNORECASE)
# What Word files hold as a matter of course, and what is taken out of ours: see writing/docx_letterhead.py.
_TAKEN_OUT = ("/attachedTemplate", "/mailMergeSource", "/mailMergeHeaderSource", "/aFChunk", "/subDocument")

# The relations that a letter has use for, by their last word; the parts of all others stay behind.
KEPT = frozenset(
    {"officeDocument", "styles", "numbering", "settings", "webSettings", "fontTable", "font", "theme"}
    | {"header", "footer", "image", "hdphoto", "hyperlink"}
    | {"footnotes", "endnotes", "customXml", "customXmlProps", "custom-properties"}
)
_IN_HEADERS = frozenset({"image", "hdphoto", "hyperlink", "customXml", "customXmlProps"})

_EMBED = "embed the picture (in Word: Edit Links to Files, Break Link), or take it out"
_SAVE_AS = "in Word, save it as “Word Document (.docx)”"


class Refused(ValueError):
    """A file that is no letterhead: the rule that it breaks, and the way to mend it."""

    def __init__(self, rule: str, hint: str | None = None) -> None:
        self.hint = hint
        super().__init__(rule)


def read(path: Path) -> bytes:
    """The letterhead at `path`, wherever that is. Raises InputError, naming file and rule."""
    try:
        if not path.is_file():
            raise InputError([Fault("a letterhead that exists, as a file", file=str(path), hint=_beside(path))])
        if path.suffix.lower() not in SUFFIXES:
            raise Refused(f"a Word file ({', '.join(SUFFIXES)})", _SAVE_AS)
        with path.open("rb") as file:
            return checked(file.read(LARGEST + 1))
    except Refused as fault:
        raise InputError([Fault(str(fault), file=str(path), hint=fault.hint)]) from None
    except OSError as fault:
        raise InputError([Fault(f"a file that can be read ({fault.strerror or fault})", file=str(path))]) from None


def _beside(path: Path) -> str | None:
    """The Word files in the folder in which `path` was looked for."""
    if not path.parent.is_dir():
        return f"the folder {path.parent} is not there"
    others = sorted(each.name for each in path.parent.iterdir() if each.suffix.lower() in SUFFIXES)
    return f"there are: {', '.join(others[:8])}" if others else f"there is no Word file in {path.parent.resolve()}"


def checked(content: bytes) -> bytes:
    """`content`, if it is a letterhead. Raises Refused."""
    parts(content)
    return content


@lru_cache(maxsize=4)
def parts(content: bytes) -> dict[str, bytes]:
    """The parts of a letterhead by their names, in its own order; not to be changed. Raises Refused."""
    from zipfile import BadZipFile, ZipFile  # few interviews have one
    from zlib import error as bad_stream

    if len(content) > LARGEST:
        raise Refused(f"a letterhead of at most {LARGEST:,} bytes", "make its pictures smaller")
    if content.startswith(_OLE):
        raise Refused("a Word file without a password, in today’s format", _SAVE_AS)
    try:
        with ZipFile(BytesIO(content)) as package:
            found = dict(_unpacked(package))
    except Refused:
        raise
    except (BadZipFile, bad_stream, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as fault:
        raise Refused(f"a Word file that is whole ({_said(fault)})", _SAVE_AS) from None
    _refuse_what_runs(found)
    _refuse_what_fetches(found)
    _refuse_what_is_lost(found)
    _refuse_what_is_missing(found)
    return found


def _said(fault: BaseException) -> str:
    words = str(fault)
    return words[:1].lower() + words[1:80] if words.isprintable() and words else type(fault).__name__


def _unpacked(package: ZipFile) -> Iterator[tuple[str, bytes]]:
    """Every part, read no further than it may go: what a zip file says of its sizes need not be true."""
    entries = [entry for entry in package.infolist() if not entry.is_dir()]
    names = {entry.filename.casefold() for entry in entries}
    if len(entries) > _MOST_PARTS or len(names) < len(entries):
        raise Refused(f"a Word file of at most {_MOST_PARTS} parts, each of them once")
    left = _LARGEST_UNPACKED
    for entry in entries:
        content = _part(package, entry, left)
        left -= len(content)
        yield entry.filename, content


def _part(package: ZipFile, entry: ZipInfo, left: int) -> bytes:
    if entry.compress_type not in (0, 8):  # stored, deflated
        raise Refused("a Word file packed as Word packs it", _SAVE_AS)
    if entry.flag_bits & 1:
        raise Refused("a Word file without a password")
    if re.search(r"^/|\\|(^|/)\.\.(/|$)|[\x00-\x1f]", entry.filename):
        raise Refused(f"parts with plain names, not {ascii(entry.filename)[:60]}")
    most = min(left, _LARGEST_XML) if entry.filename.lower().endswith((*_OF_XML, ".rels")) else left
    with package.open(entry) as part:
        content = part.read(most + 1)
    if len(content) > most:
        raise _too_large(entry.filename, _LARGEST_XML) if most < left else _too_large("", _LARGEST_UNPACKED)
    return content


def _too_large(name: str, most: int) -> Refused:
    """What is said of the part `name`, or of all of them together, if it has more than `most` bytes."""
    what = f"part {ascii(name)[1:-1][:60]} has" if name else "parts have together"
    return Refused(f"a Word file whose {what} no more than {most:,} bytes, unpacked", "make it shorter")


def _refuse_what_runs(found: dict[str, bytes]) -> None:
    for name in ("[Content_Types].xml", "_rels/.rels"):
        if name not in found:
            raise Refused(f"a Word file (there is no {name} in it)", _SAVE_AS)
    program = next((name for name in found if _PROGRAMS.search(name)), None)
    if program or b"macroEnabled" in found["[Content_Types].xml"]:
        what = f" ({program[:60]})" if program else ""
        raise Refused(f"a Word file without macros, controls and embedded files{what}", _SAVE_AS)
    main = found.get(document_name(found))
    if main is None:
        raise Refused("a Word file (there is no document in it)", _SAVE_AS)
    if _STRICT in main[:4000]:
        raise Refused("a Word file in the usual form, not “Strict Open XML”", _SAVE_AS)
    if tree(main).find(f"{_WORD}body") is None:
        raise Refused("a Word file (its document has no body)", _SAVE_AS)


def _refuse_what_fetches(found: dict[str, bytes]) -> None:
    """Links that a reader clicks may stay; what a program would fetch when it opens the letter may not.

    So every part is read once, and one that cannot be is told here and not where the letter is written.
    """
    types = _types(found)
    for name in found:
        if name.endswith(".rels"):
            _refuse_outside(name, found[name])
        elif name.lower().endswith(_OF_XML) or _type_of(name, types).endswith("xml"):
            if len(found[name]) > _LARGEST_XML:
                raise _too_large(name, _LARGEST_XML)
            root = tree(found[name])
            _refuse_fields(name, root)
            _refuse_addresses(name, root)


def _refuse_outside(name: str, content: bytes) -> None:
    for relation in tree(content):
        kind, target = relation.get("Type", ""), relation.get("Target", "")
        is_link = kind == f"{OFFICE}/hyperlink" and target.lower().startswith(_LINKS)
        if relation.get("TargetMode") == "External" and not is_link and not kind.endswith(_TAKEN_OUT):
            what = kind.rpartition("/")[2] or "part"
            rule = f"everything in the file itself; {name} fetches {ascii(target)[1:-1][:80]} as {what}"
            raise Refused(rule, _EMBED)


def _refuse_fields(name: str, root: Any) -> None:
    words = "".join(element.text or "" for element in root.iter(f"{_WORD}instrText"))
    words += " ".join(element.get(f"{_WORD}instr", "") for element in root.iter(f"{_WORD}fldSimple"))
    if found := _FETCHES.search(words):
        raise Refused(f"no fields that fetch or run; {name} has {found[0].upper()}", "put the words there as text")


def _refuse_addresses(name: str, root: Any) -> None:
    """A drawing shows what is in the file; neither does it name an address to take a picture from, nor a program."""
    for element in root.iter():
        kind = element.tag if isinstance(element.tag, str) else ""  # an instruction has a function there
        if kind == f"{_SVG}script":
            raise Refused(f"no programs; {name} has a script", "make a picture of it")
        if kind.startswith(_DRAWN):
            for key, value in element.attrib.items():
                if key.rpartition("}")[2] in _POINTING and not value.startswith(("#", "data:")) and ":" in value:
                    raise Refused(f"everything in the file itself; {name} fetches {ascii(value)[1:-1][:80]}", _EMBED)


def _refuse_what_is_lost(found: dict[str, bytes]) -> None:
    """The looks stand in header and footer: the words of the letter go where the text is, and nothing of it is kept."""
    name = document_name(found)
    main, relations = tree(found[name]), tree(found.get(relations_name(name), b"<none/>"))
    targets = {each.get("Id"): resolved(name, each.get("Target", "")) for each in relations}
    heads = [*main.iter(f"{_WORD}headerReference"), *main.iter(f"{_WORD}footerReference")]
    for each in heads:
        _refuse_half(found, targets.get(each.get(f"{{{OFFICE}}}id"), ""))
    drawn = any(next(main.iter(f"{_WORD}{kind}"), None) is not None for kind in ("drawing", "pict"))
    if drawn and not heads:
        rule = "a letterhead with its looks in header and footer; this one has a picture in its text"
        raise Refused(rule, "in Word, double-click the top margin, and move the picture there")


def _refuse_half(found: dict[str, bytes], head: str) -> None:
    """A header or footer must be there, and hold nothing but words and pictures."""
    if head not in found:
        raise Refused("a Word file that is whole (a header or footer is missing)", _SAVE_AS)
    for each in tree(found.get(relations_name(head), b"<none/>")):
        kind = each.get("Type", "").rpartition("/")[2]
        if kind not in _IN_HEADERS:
            raise Refused(
                f"words and pictures in header and footer, not {ascii(kind)[1:-1][:40]}", "make a picture of it"
            )


def _refuse_what_is_missing(found: dict[str, bytes]) -> None:
    """Every part that the letter would take along is there, and of a known type, and so is all that it shows."""
    seen, to_see = set[str](), [("", "")]
    while to_see:
        name, kind = to_see.pop()
        leads = {each.get("Id"): each for each in tree(found.get(relations_name(name), b"<none/>"))}
        if kind in ("header", "footer"):
            _refuse_unled(name, tree(found[name]), set(leads))
        for target, kind in _kept(name, leads.values()):
            if target not in found:
                _refuse_incomplete(f"{target} is missing, to which {relations_name(name)} leads")
            if target not in seen:
                seen.add(target)
                to_see.append((target, kind))
    types = _types(found)
    for name in sorted(seen & found.keys()):
        if not _type_of(name, types):
            _refuse_incomplete(f"[Content_Types].xml does not say what {name} is")


def _types(found: dict[str, bytes]) -> dict[str, str]:
    """The types of the parts by their names, and by what follows the last dot of a name: ".xml"."""
    listed = tree(found["[Content_Types].xml"])
    types = {f".{each.get('Extension')}".casefold(): each.get("ContentType", "") for each in listed}
    return types | {
        each.get("PartName", "").casefold().removeprefix("/"): each.get("ContentType", "") for each in listed
    }


def _type_of(name: str, types: dict[str, str]) -> str:
    """What the file says that the part `name` is: the type of that part, or else of those whose names end so."""
    return types.get(name.casefold()) or types.get(f".{name.rpartition('.')[2]}".casefold(), "")


def _kept(name: str, relations: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """The parts of the file that the letter takes along with the part `name`, each with its kind."""
    for each in relations:
        kind, target = each.get("Type", "").rpartition("/")[2], each.get("Target", "")
        if kind in KEPT and each.get("TargetMode") != "External" and not target.startswith("#"):
            yield resolved(name, target), kind


def _refuse_unled(name: str, root: Any, led: set[str | None]) -> None:
    """What a header or footer shows, such as a picture, is named by a relation of it."""
    for element in root.iter():
        for key, value in element.attrib.items():
            if key.startswith(f"{{{OFFICE}}}") and value and value not in led:
                _refuse_incomplete(f"nothing leads from {name} to its {value}")


def _refuse_incomplete(what: str) -> None:
    raise Refused(f"a Word file that is whole ({ascii(what)[1:-1][:200]})", _SAVE_AS)


# ----------------------------------------------------------------------------------------- its inside


def tree(content: bytes) -> Any:
    """The XML of a part; nothing outside it is read, and nothing in it stands for something else. Raises Refused."""
    from lxml import etree

    try:
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise Refused(f"a Word file whose parts can be read ({_said(fault)})", _SAVE_AS) from None
    if root.getroottree().docinfo.doctype:
        raise Refused("a Word file without a document type (DOCTYPE)", _SAVE_AS)
    return root


def document_name(found: dict[str, bytes]) -> str:
    """The name of the part that holds the document; empty if there is none."""
    for relation in tree(found["_rels/.rels"]):
        if relation.get("Type") == f"{OFFICE}/officeDocument":
            return str(relation.get("Target", "")).removeprefix("/")
    return ""


def relations_name(name: str) -> str:
    """The name of the part that says where the part `name` leads."""
    folder, slash, file = name.rpartition("/")
    return f"{folder}{slash}_rels/{file}.rels"


def resolved(name: str, target: str) -> str:
    """The part that `target` means in the part `name`: from the top, or from the folder of that part."""
    steps: list[str] = []
    for step in (target if target.startswith("/") else f"{name.rpartition('/')[0]}/{target}").split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)
