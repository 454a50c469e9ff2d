"""A Word file of ours set on a letterhead: the user's styles, margins, header and footer, our words.

Where both have a style of one name, the letterhead's wins; what it lacks is ours. Of its text nothing is kept, nor what
was private to it: comments, properties, the template it was made from.
"""

from __future__ import annotations

import re
from copy import deepcopy
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from followup_letters.letterheads import KEPT, OFFICE, relations_name, tree
from followup_letters.markup import Page
from followup_letters.writing import docx
from followup_letters.writing.docx_parts import Parts, R, W, written
from followup_letters.writing.docx_styles import add_styles, speak
from followup_letters.writing.letterhead_page import first_page_of, on_sheet, opened, section_of

# The settings that the looks of a letter rest on. All others stay behind: what asks, locks, counts changes, fetches
# (schemas, the data of a mailing), goes back to the template, or was noted by a program.
_SETTINGS = frozenset(
    f"{W}{name}"
    for name in (
        "mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop "
        "embedTrueTypeFonts embedSystemFonts saveSubsetFonts evenAndOddHeaders displayBackgroundShape defaultTabStop "
        "autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps defaultTableStyle "
        "characterSpacingControl noPunctuationKerning strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore "
        "compat themeFontLang clrSchemeMapping decimalSymbol listSeparator"
    ).split()
)
_AFTER_TITLE_PAGE = frozenset(f"{W}{name}" for name in ("textDirection", "bidi", "rtlGutter", "docGrid"))


def write(page: Page) -> bytes:
    """`page` as a Word document on its letterhead, which says who sends it if it has the sender's name in it."""
    sheet = opened(page)
    with ZipFile(BytesIO(docx.write(on_sheet(page)))) as package:
        letter = {name: package.read(name) for name in package.namelist()}
    sheet.keep_only(KEPT)
    _tidy_settings(sheet)
    _take_words(sheet, letter)
    sheet.keep_shown()
    sheet.set_properties(letter["docProps/core.xml"])
    return sheet.packed()


# --------------------------------------------------------------------------- the page


def _section_for(sheet: Parts, letter: dict[str, bytes], ours: Any) -> Any:
    """The letterhead's page; what it does not say is as ours, and so is the head of the later pages."""
    section = deepcopy(section_of(sheet))
    section.tail = None
    for each in [*section.findall(f"{W}type"), *section.findall(f"{W}sectPrChange")]:
        section.remove(each)
    if section.find(f"{W}pgSz") is None:
        section.extend(deepcopy(each) for each in ours if each.tag in (f"{W}pgSz", f"{W}pgMar"))
    _continue(sheet, section, letter)
    return section


def _continue(sheet: Parts, section: Any, letter: dict[str, bytes]) -> None:
    """Put our head on the later pages, if the letterhead leaves them without one."""
    headers = {each.get(f"{W}type") for each in section.findall(f"{W}headerReference")}
    has_first_page = first_page_of(section) == "first"
    if "word/header-default.xml" not in letter or "default" in headers or (headers and not has_first_page):
        return
    identity = sheet.add("word/header-letter.xml", letter["word/header-default.xml"], "header")
    section.insert(0, _reference(section, "header", "default", identity))
    if has_first_page:
        return
    for each in section.findall(f"{W}footerReference[@{W}type='default']"):
        section.insert(0, _reference(section, "footer", "first", each.get(f"{R}id")))
    for switched_off in section.findall(f"{W}titlePg"):
        section.remove(switched_off)
    at = next((place for place, each in enumerate(section) if each.tag in _AFTER_TITLE_PAGE), len(section))
    section.insert(at, section.makeelement(f"{W}titlePg"))


def _reference(section: Any, kind: str, pages: str, identity: str) -> Any:
    return section.makeelement(f"{W}{kind}Reference", {f"{W}type": pages, f"{R}id": identity})


def _tidy_settings(sheet: Parts) -> None:
    """Of its settings those are kept that its looks rest on."""
    if settings := sheet.part_of_kind("settings"):
        root = tree(sheet.found[settings])
        for each in [each for each in root if each.tag not in _SETTINGS]:
            root.remove(each)
        for each in [each for each in root.iter() if not str(each.tag).startswith(W)]:
            each.getparent().remove(each)  # below one that is kept
        sheet.found[settings] = written(root)
        sheet.found.pop(relations_name(settings), None)


# --------------------------------------------------------------------------- the words


def _take_words(sheet: Parts, letter: dict[str, bytes]) -> None:
    """Put the words of `letter` in place of the text, with the styles, lists and pictures they need."""
    ours = tree(letter["word/document.xml"]).find(f"{W}body")
    section = _section_for(sheet, letter, next(ours.iter(f"{W}sectPr")))
    called = _Names(_add_styles(sheet, letter), _add_lists(sheet, letter), _add_pictures(sheet, letter))
    body = sheet.document.find(f"{W}body")
    for child in list(body):
        body.remove(child)
    body.extend(called.put_in(child) for child in list(ours) if child.tag != f"{W}sectPr")
    body.append(section)
    for name in [name for name in sheet.added if name.startswith("word/header-letter")]:
        sheet.added[name] = written(called.put_in(tree(sheet.added[name])))


class _Names:
    """What our styles, lists and pictures are called in the letterhead."""

    def __init__(self, styles: dict[str, str], first_list: int, pictures: dict[str, str]) -> None:
        self._styles, self._first_list, self._pictures = styles, first_list, pictures

    def put_in(self, element: Any) -> Any:
        """`element` with the names of the letterhead."""
        for each in element.iter(f"{W}pStyle", f"{W}rStyle"):
            each.set(f"{W}val", self._styles.get(each.get(f"{W}val"), each.get(f"{W}val")))
        for each in element.iter(f"{W}numId"):
            _raise(each, "val", self._first_list)
        for each in element.iter():
            if each.get(f"{R}embed") in self._pictures:
                each.set(f"{R}embed", self._pictures[each.get(f"{R}embed")])
        return element


def _add_styles(sheet: Parts, letter: dict[str, bytes]) -> dict[str, str]:
    """Add the styles that are missing; return what those of ours are called that have another name there."""
    name = sheet.part_of_kind("styles")
    if name is None:
        sheet.add("word/styles.xml", letter["word/styles.xml"], "styles")
        return {}
    ours, theirs = tree(letter["word/styles.xml"]), tree(sheet.found[name])
    lists = _highest(tree(sheet.found[numbering])) + 1 if (numbering := sheet.part_of_kind("numbering")) else 0
    for each in ours.iter(f"{W}numId"):
        _raise(each, "val", lists)
    renamed = add_styles(ours, theirs)
    speak(theirs, ours)
    sheet.found[name] = written(theirs)
    return renamed


def _add_lists(sheet: Parts, letter: dict[str, bytes]) -> int:
    """Add our lists; return by how much their numbers were raised."""
    ours, name = tree(letter["word/numbering.xml"]), sheet.part_of_kind("numbering")
    for fonts in list(ours.iter(f"{W}rFonts")):
        fonts.getparent().remove(fonts)  # the mark of a list is of the letterhead's face, as its words are
    if name is None:
        sheet.add("word/numbering.xml", written(ours), "numbering")
        return 0
    theirs = tree(sheet.found[name])
    raised = _highest(theirs) + 1
    for each in [*ours.iter(f"{W}abstractNum"), *ours.iter(f"{W}abstractNumId"), *ours.iter(f"{W}num")]:
        _raise(each, {f"{W}abstractNum": "abstractNumId", f"{W}num": "numId"}.get(each.tag, "val"), raised)
    kinds = theirs.findall(f"{W}abstractNum")
    at = theirs.index(kinds[-1]) + 1 if kinds else len(theirs.findall(f"{W}numPicBullet"))
    theirs[at:at] = ours.findall(f"{W}abstractNum")
    last = [*theirs.findall(f"{W}abstractNum"), *theirs.findall(f"{W}num")][-1]
    at = theirs.index(last) + 1
    theirs[at:at] = ours.findall(f"{W}num")
    sheet.found[name] = written(theirs)
    return raised


def _highest(numbering: Any) -> int:
    numbers = [each.get(f"{W}{name}") for each in numbering for name in ("abstractNumId", "numId")]
    return max((int(number) for number in numbers if number and number.isdecimal()), default=0)


def _raise(element: Any, name: str, by: int) -> None:
    element.set(f"{W}{name}", str(int(element.get(f"{W}{name}")) + by))


def _add_pictures(sheet: Parts, letter: dict[str, bytes]) -> dict[str, str]:
    """Add the pictures of the letter; return what their relations are called there, by what they are with us."""
    names = {}
    for each in tree(letter["word/_rels/document.xml.rels"]):
        if each.get("Type") == f"{OFFICE}/image":
            name = f"word/{each.get('Target')}"
            names[each.get("Id")] = sheet.add(re.sub(r"([^/]+)$", r"letter-\1", name), letter[name], "image")
    return names
