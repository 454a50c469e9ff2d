"""What the making of a letterhead left in it, and no reader should have: it is taken out of header, footer and styles.

Changes that were tracked are accepted, and who made them is forgotten; hidden text, bookmarks that nothing names, and
the names and data by which a program knew a place go out with them.
"""

from __future__ import annotations

from typing import Any

from followup_letters.letterheads.hiding import IN_ONE_VIEW, Hiding, hiding_of, show_what_comes
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
_DELETED = _names("del moveFrom")


def without_traces(found: dict[str, bytes]) -> dict[str, bytes]:
    """The parts, with what the letter takes along of them cleaned; a part with nothing to clean is as it was."""
    from lxml import etree

    taken, main, plain = taken_along(found), document_name(found), dict(found)
    hiding = hiding_of(found, taken)
    for name in (name for name, (kind, _) in taken.items() if kind not in NO_XML):
        root = tree(found[name])
        before = etree.tostring(root)
        take_out_notes(root)
        is_words = name != main and str(root.tag).startswith(_WORD)
        if is_words:
            _clean(root, hiding)
            show_what_comes(root)
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


def _clean(root: Any, hiding: Hiding) -> None:
    ended = [each for each in root.iter(f"{_WORD}p") if _is_ended(each, hiding)]
    cells = [each for each in root.iter(f"{_WORD}tc") if each.find(f"{_WORD}tcPr/{_WORD}cellDel") is not None]
    _remove([*cells, *(each for each in root.iter(f"{_WORD}tr") if _is_taken_out(each))])
    _remove([each for each in root.iter(f"{_WORD}tr") if each.find(f".//{_WORD}tc") is None])
    controls = [each for own in root.iter(f"{_WORD}sdtPr") for each in own if each.tag not in _KEPT_OF_CONTROLS]
    _remove([*root.iterdescendants(*_GONE, IN_ONE_VIEW), *controls, *_unnamed_bookmarks(root)])
    _remove([each for each in root.iterdescendants(f"{_WORD}tbl") if each.find(f".//{_WORD}tr") is None])
    for each in list(root.iterdescendants(*_UNWRAPPED)):
        for child in list(each):
            each.addprevious(child)
        _remove([each])
    for run in root.iter(f"{_WORD}r"):
        if hiding.hides(run):
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


def _is_taken_out(row: Any) -> bool:
    """True for a row of a table that was deleted, or is hidden."""
    own = row.find(f"{_WORD}trPr")
    return own is not None and (own.find(f"{_WORD}del") is not None or is_on(own.find(f"{_WORD}hidden")))


def _is_ended(paragraph: Any, hiding: Hiding) -> bool:
    """True for a paragraph whose end was deleted, or is hidden: without words it takes no line."""
    mark = paragraph.find(f"{_WORD}pPr/{_WORD}rPr")
    is_deleted = mark is not None and any(each.tag in _DELETED for each in mark)
    return is_deleted or hiding.hides_end(paragraph)


def _unnamed_bookmarks(root: Any) -> list[Any]:
    """The bookmarks of a part that neither a field nor a link of it goes to, with their ends."""
    told = [each.text or "" for each in root.iter(f"{_WORD}instrText")]
    told += [each.get(f"{_WORD}{key}", "") for each in root.iter() for key in ("instr", "anchor")]
    named = " ".join(told)
    starts = root.iterdescendants(f"{_WORD}bookmarkStart")
    kept = {each.get(f"{_WORD}id") for each in starts if (each.get(f"{_WORD}name") or "\0") in named}
    marks = root.iterdescendants(f"{_WORD}bookmarkStart", f"{_WORD}bookmarkEnd")
    return [each for each in marks if each.get(f"{_WORD}id") not in kept]
