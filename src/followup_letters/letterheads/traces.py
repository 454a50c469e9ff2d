"""What the making of a letterhead left in it, and no reader should have: it is taken out of header, footer and styles.

Changes that were tracked are accepted, and who made them is forgotten; hidden text, bookmarks that nothing names, and
the names and data by which a program knew a place go out with them.
"""

from __future__ import annotations

from typing import Any

from followup_letters.letterheads.leading import (
    NO_XML,
    OFFICE,
    document_name,
    is_on,
    relations_name,
    relations_of,
    taken_along,
)
from followup_letters.letterheads.notes import has_asides, take_out_notes
from followup_letters.letterheads.opening import tree

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _names(words: str) -> frozenset[str]:
    return frozenset(f"{_WORD}{each}" for each in words.split())


_GONE = _names(
    "del moveFrom moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd "
    "rPrChange pPrChange sectPrChange tblPrChange tblPrExChange trPrChange tcPrChange tblGridChange numberingChange "
    "cellIns cellDel cellMerge customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd "
    "customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd "
    "commentRangeStart commentRangeEnd commentReference annotationRef footnoteReference endnoteReference "
    "permStart permEnd proofErr rsid fldData ffData customXmlPr smartTagPr"
)
_UNWRAPPED = _names("ins moveTo customXml smartTag")
_KEPT_OF_CONTROLS = _names("id lock rPr text richText picture group")  # of what they are filled with, their words alone
_KEPT_OF_HIDDEN = _names("rPr fldChar instrText")  # or a field would not be whole
_CONTENT = _names("r hyperlink fldSimple sdt smartTag")
_DELETED, _HIDDEN = _names("del moveFrom"), f"{_WORD}vanish"


def without_traces(found: dict[str, bytes]) -> dict[str, bytes]:
    """The parts, with what the letter takes along of them cleaned; a part with nothing to clean is as it was."""
    from lxml import etree

    taken, main, plain = taken_along(found), document_name(found), dict(found)
    hiding = _hiding_styles(found, taken)
    for name in (name for name, (kind, _) in taken.items() if kind not in NO_XML):
        root = tree(found[name])
        before = etree.tostring(root)
        take_out_notes(root)
        is_words = name != main and str(root.tag).startswith(_WORD)
        if is_words:
            _clean(root, hiding)
        if etree.tostring(root) != before or has_asides(found[name]):
            plain[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
        if not is_words:
            continue
        leading = relations_of(found, name)
        shown = {value for each in root.iter() for key, value in each.items() if key.startswith(f"{{{OFFICE}}}")}
        if unused := [each for each in leading if each.get("Id") not in shown]:
            for each in unused:  # such as a picture that was deleted
                leading.remove(each)
            plain[relations_name(name)] = etree.tostring(leading, encoding="UTF-8", xml_declaration=True)
    return plain


def _clean(root: Any, hiding: frozenset[str]) -> None:
    ended = [each for each in root.iter(f"{_WORD}p") if _is_ended(each)]
    rows = [each for each in root.iter(f"{_WORD}tr") if each.find(f"{_WORD}trPr/{_WORD}del") is not None]
    controls = [each for own in root.iter(f"{_WORD}sdtPr") for each in own if each.tag not in _KEPT_OF_CONTROLS]
    _remove([*rows, *root.iterdescendants(*_GONE), *controls, *_unnamed_bookmarks(root)])
    _remove([each for each in root.iterdescendants(f"{_WORD}tbl") if each.find(f".//{_WORD}tr") is None])
    for each in list(root.iterdescendants(*_UNWRAPPED)):
        for child in list(each):
            each.addprevious(child)
        _remove([each])
    for run in root.iter(f"{_WORD}r"):
        if _is_hidden(run, hiding):
            _remove([each for each in run if each.tag not in _KEPT_OF_HIDDEN])
    for each in ended:
        is_empty = not any(run.tag in _CONTENT and (run.tag != f"{_WORD}r" or _has_content(run)) for run in each)
        if is_empty and each.getnext() is not None and each.getnext().tag == f"{_WORD}p":
            _remove([each])


def _remove(elements: list[Any]) -> None:
    for each in elements:
        if each.getparent() is not None:
            each.getparent().remove(each)


def _has_content(run: Any) -> bool:
    return any(each.tag != f"{_WORD}rPr" for each in run)


def _is_ended(paragraph: Any) -> bool:
    """True for a paragraph whose end was deleted, or is hidden: without words it takes no line."""
    mark = paragraph.find(f"{_WORD}pPr/{_WORD}rPr")
    return mark is not None and any(each.tag in _DELETED or (each.tag == _HIDDEN and is_on(each)) for each in mark)


def _unnamed_bookmarks(root: Any) -> list[Any]:
    """The bookmarks of a part that neither a field nor a link of it goes to, with their ends."""
    told = [each.text or "" for each in root.iter(f"{_WORD}instrText")]
    told += [each.get(f"{_WORD}{key}", "") for each in root.iter() for key in ("instr", "anchor")]
    named = " ".join(told)
    starts = root.iterdescendants(f"{_WORD}bookmarkStart")
    kept = {each.get(f"{_WORD}id") for each in starts if (each.get(f"{_WORD}name") or "\0") in named}
    marks = root.iterdescendants(f"{_WORD}bookmarkStart", f"{_WORD}bookmarkEnd")
    return [each for each in marks if each.get(f"{_WORD}id") not in kept]


def _is_hidden(run: Any, hiding: frozenset[str]) -> bool:
    """What a run says of itself goes before what its styles say."""
    own = run.find(f"{_WORD}rPr/{_HIDDEN}")
    if own is not None:
        return is_on(own)
    paragraph = next(run.iterancestors(f"{_WORD}p"), None)
    styles = [run.find(f"{_WORD}rPr/{_WORD}rStyle")]
    styles += [] if paragraph is None else [paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")]
    return any(each is not None and each.get(f"{_WORD}val") in hiding for each in styles)


def _hiding_styles(found: dict[str, bytes], taken: dict[str, tuple[str, str]]) -> frozenset[str]:
    """The styles of the letterhead whose text is hidden."""
    roots = [tree(found[name]) for name, (kind, _) in taken.items() if kind == "styles"]
    styles = [each for root in roots for each in root.iter(f"{_WORD}style")]
    return frozenset(each.get(f"{_WORD}styleId", "") for each in styles if is_on(each.find(f"{_WORD}rPr/{_HIDDEN}")))
