"""What a letterhead may not have: what runs, what fetches, what would be lost, and what is missing."""

from __future__ import annotations

import re
from typing import Any

from followup_letters.letterheads.field_codes import refuse_fields
from followup_letters.letterheads.leading import (
    NO_XML,
    OFFICE,
    document_name,
    relations_name,
    relations_of,
    resolved,
    taken_along,
    type_of,
    types_of,
)
from followup_letters.letterheads.opening import OF_XML, SAVE_AS, Refused, incomplete, refuse_crowded, tree

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"purl.oclc.org/ooxml"
_PROGRAMS = re.compile(r"vbaProject|vbaData|/activeX|/embeddings/|\.(exe|dll|js|vbs|ocx)$", re.IGNORECASE)
_SVG = "{http://www.w3.org/2000/svg}"
_OLD_DRAWN = ("{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:")
_DRAWN = (
    *(_SVG, *_OLD_DRAWN, "{http://schemas.openxmlformats.org/drawingml/"),
    *("{http://schemas.microsoft.com/office/word/", "{http://schemas.microsoft.com/office/drawing/"),
)
_POINTING = frozenset({"src", "href", "althref"})
_TOLD = frozenset({"alt", "descr", "name", "string", "style", "title", "tooltip", "uri"})  # words, or a name of a kind
_ADDRESS = re.compile(r"\s*(?:[\\/]\s*[\\/]|[a-z][a-z\d+.-]*:)", re.IGNORECASE)  # of a machine, or with a scheme
_LINKS = ("http://", "https://", "mailto:", "tel:")
# What Word files hold as a matter of course, and what is taken out of ours: see writing/docx_letterhead.py.
_TAKEN_OUT = ("/attachedTemplate", "/mailMergeSource", "/mailMergeHeaderSource", "/aFChunk", "/subDocument")
_ROOTS = {
    **{kind: f"{_WORD}{kind}" for kind in ("styles", "numbering", "settings")},
    **{"header": f"{_WORD}hdr", "footer": f"{_WORD}ftr", "fontTable": f"{_WORD}fonts"},
    "theme": "{http://schemas.openxmlformats.org/drawingml/2006/main}theme",
}
_IN_HEADERS = frozenset({"image", "hdphoto", "hyperlink", "customXml", "customXmlProps"})
_LENGTH = re.compile(r"[1-9]\d{0,5}", re.ASCII)  # of a page
_LONGEST_NUMBER = 9  # digits by which a list is known

_EMBED = "embed the picture (in Word: Edit Links to Files, Break Link), or take it out"


def judge(found: dict[str, bytes]) -> None:
    """Refuse the parts of a file that is no letterhead, or one that does harm. Raises Refused."""
    _refuse_what_runs(found)
    _refuse_what_fetches(found)
    _refuse_what_is_lost(found)
    _refuse_what_is_missing(found)


def _refuse_what_runs(found: dict[str, bytes]) -> None:
    for name in ("[Content_Types].xml", "_rels/.rels"):
        if name not in found:
            raise Refused(f"a Word file (there is no {name} in it)", SAVE_AS)
    program = next((name for name in found if _PROGRAMS.search(name)), None)
    if program or b"macroEnabled" in found["[Content_Types].xml"]:
        what = f" ({program[:60]})" if program else ""
        raise Refused(f"a Word file without macros, controls and embedded files{what}", SAVE_AS)
    name = document_name(found)
    main = found.get(name)
    if main is None:
        raise Refused("a Word file (there is no document in it)", SAVE_AS)
    refuse_crowded(name, main)
    if _STRICT in main[:4000]:
        raise Refused("a Word file in the usual form, not “Strict Open XML”", SAVE_AS)
    if tree(main).find(f"{_WORD}body") is None:
        raise Refused("a Word file (its document has no body)", SAVE_AS)


def _refuse_what_fetches(found: dict[str, bytes]) -> None:
    """Links that a reader clicks may stay; what a program would fetch when it opens the letter may not.

    So every part is read once, and one that cannot be is told here and not where the letter is written. Fields are not
    looked for in the text, nor in the building blocks of a template, which both stay behind.
    """
    types, taken, text = types_of(found), taken_along(found), document_name(found)
    for name in found:
        if name.endswith(".rels"):
            _refuse_outside(name, found[name])
        elif name.lower().endswith(OF_XML) or type_of(name, types).endswith("xml"):
            refuse_crowded(name, found[name])
            root = tree(found[name])
            if name != text and (name in taken or "/glossary/" not in name):
                refuse_fields(name, root)
            _refuse_addresses(name, root)
            _refuse_long_numbers(name, root)


def _refuse_outside(name: str, content: bytes) -> None:
    for relation in tree(content):
        kind, target = relation.get("Type", ""), relation.get("Target", "")
        is_link = kind == f"{OFFICE}/hyperlink" and target.lower().startswith(_LINKS)
        if relation.get("TargetMode") == "External" and not is_link and not kind.endswith(_TAKEN_OUT):
            what = kind.rpartition("/")[2] or "part"
            rule = f"everything in the file itself; {name} fetches {ascii(target)[1:-1][:80]} as {what}"
            raise Refused(rule, _EMBED)


def _refuse_addresses(name: str, root: Any) -> None:
    """A drawing shows what is in the file; neither does it name an address to take a picture from, nor a program."""
    for element in root.iter():
        kind = element.tag if isinstance(element.tag, str) else ""  # an instruction has a function there
        if kind == f"{_SVG}script":
            raise Refused(f"no programs; {name} has a script", "make a picture of it")
        for key, value in element.attrib.items() if kind.startswith(_DRAWN) else ():
            if _is_address(kind, key.rpartition("}")[2].lower(), value):
                raise Refused(f"everything in the file itself; {name} fetches {ascii(value)[1:-1][:80]}", _EMBED)


def _is_address(kind: str, key: str, value: str) -> bool:
    """Whether an attribute of a drawing may lead out of the file; in VML, a name of a file beside it does, too."""
    if key in _POINTING:
        inside = "#" if kind.startswith(_OLD_DRAWN) else ("#", "data:")
        return bool(value.strip()) and not value.startswith(inside)
    return key not in _TOLD and _ADDRESS.match(value) is not None


def _refuse_long_numbers(name: str, root: Any) -> None:
    """The lists of a file are numbered, and ours are numbered on from there."""
    for element in root.iter(*(f"{_WORD}{kind}" for kind in ("num", "abstractNum", "numId", "abstractNumId"))):
        numbers = (element.get(f"{_WORD}{key}", "") for key in ("numId", "abstractNumId", "val"))
        if max(map(len, numbers)) > _LONGEST_NUMBER:
            raise Refused(f"lists with numbers of at most {_LONGEST_NUMBER} digits; {name} has a longer one", SAVE_AS)


def _refuse_what_is_lost(found: dict[str, bytes]) -> None:
    """The looks stand in header and footer: the words of the letter go where the text is, and nothing of it is kept."""
    name = document_name(found)
    main, relations = tree(found[name]), relations_of(found, name)
    targets = {each.get("Id"): resolved(name, each.get("Target", "")) for each in relations}
    for each in relations:
        kind = each.get("Type", "").rpartition("/")[2]
        _refuse_other(found, targets[each.get("Id")], kind)
    heads = [*main.iter(f"{_WORD}headerReference"), *main.iter(f"{_WORD}footerReference")]
    for each in heads:
        kind = str(each.tag).removeprefix(_WORD).removesuffix("Reference")
        _refuse_half(found, targets.get(each.get(f"{{{OFFICE}}}id"), ""), kind)
    for size in main.iter(f"{_WORD}pgSz"):
        if not all(_LENGTH.fullmatch(size.get(f"{_WORD}{key}", "")) for key in "wh"):
            raise Refused("a page that has a width and a height", "in Word, choose one under Layout, Size")
    drawn = any(next(main.iter(f"{_WORD}{kind}"), None) is not None for kind in ("drawing", "pict"))
    if drawn and not heads:
        rule = "a letterhead with its looks in header and footer; this one has a picture in its text"
        raise Refused(rule, "in Word, double-click the top margin, and move the picture there")


def _refuse_half(found: dict[str, bytes], head: str, kind: str) -> None:
    """A header or footer must be there, and hold nothing but words and pictures."""
    if head not in found:
        raise incomplete("a header or footer is missing")
    _refuse_other(found, head, kind)
    root = tree(found[head])
    loose = next((text for text in (root.text, *(each.tail for each in root)) if text and text.strip()), None)
    if loose:
        raise incomplete(f"{head} has text outside of its paragraphs: {loose.strip()[:40]}")
    for each in relations_of(found, head):
        led = each.get("Type", "").rpartition("/")[2]
        if led not in _IN_HEADERS:
            raise Refused(
                f"words and pictures in header and footer, not {ascii(led)[1:-1][:40]}", "make a picture of it"
            )


def _refuse_other(found: dict[str, bytes], name: str, kind: str) -> None:
    """What a part is said to be, it is."""
    if kind in _ROOTS and name in found and tree(found[name]).tag != _ROOTS[kind]:
        raise incomplete(f"{name} holds something else than {kind}")


def _refuse_what_is_missing(found: dict[str, bytes]) -> None:
    """Every part that the letter would take along is there, and of a known type, and so is all that it shows."""
    types, taken = types_of(found), taken_along(found)
    for name, (kind, source) in taken.items():
        if name not in found:
            raise incomplete(f"{name} is missing, to which {relations_name(source)} leads")
        is_xml = name.lower().endswith(OF_XML) or type_of(name, types).endswith("xml")
        if type_of(name, types) and kind not in NO_XML and not is_xml:
            raise incomplete(f"{name} is a {ascii(kind)[1:-1][:40]}, and no XML")
        if kind in ("header", "footer"):
            _refuse_unled(name, tree(found[name]), {each.get("Id") for each in relations_of(found, name)})
    for name in sorted(taken):
        if not type_of(name, types):
            raise incomplete(f"[Content_Types].xml does not say what {name} is")


def _refuse_unled(name: str, root: Any, led: set[str | None]) -> None:
    """What a header or footer shows, such as a picture, is named by a relation of it."""
    for element in root.iter():
        for key, value in element.attrib.items():
            if key.startswith(f"{{{OFFICE}}}") and value and value not in led:
                raise incomplete(f"nothing leads from {name} to its {value}")
