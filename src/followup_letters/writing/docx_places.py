"""What stands at a place of its own in a Word file: the head of the later pages, and the parts in and around a window.

Frames are properties of paragraphs, with no drawing and no text box; the words in them are paragraphs like all others.
"""

from __future__ import annotations

from collections.abc import Callable

from followup_letters.markup import Element, Page
from followup_letters.writing.docx_package import mm_twips, style_id
from followup_letters.writing.layouts import Frame, Layout
from followup_letters.writing.running import CONTINUATION, RETURN_ADDRESS, running

_HEADER = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{paragraphs}</w:hdr>"""

_FRAME = (
    '<w:framePr w:w="{width}" w:h="{height}" w:hRule="{rule}" w:wrap="{wrap}" '
    'w:vAnchor="page" w:hAnchor="page" w:x="{left}" w:y="{top}"/>'
)
_MARK = '<w:p><w:pPr><w:pStyle w:val="FoldMark"/>{frame}</w:pPr></w:p>'
_MARK_LEFT_MM, _MARK_WIDTH_MM, _MARK_HEIGHT_MM = 5, 4, 0.35


def headers(page: Page, layout: Layout, paragraph: Callable[[Element, str], str]) -> dict[str, str]:
    """The XML of each header of `page` by its type; `paragraph` writes an element in a style.

    Type "default" is the head of the pages after the first, "first" holds return address and fold marks.
    """
    words = running(page.running, layout)
    found = {}
    if CONTINUATION in words:
        found["default"] = _HEADER.format(paragraphs=paragraph(words[CONTINUATION], "header"))
    if layout.address_frame:
        address = paragraph(words[RETURN_ADDRESS], "Return Address") if RETURN_ADDRESS in words else ""
        marks = "".join(map(_fold_mark, layout.fold_marks_mm))
        # The one blank paragraph: it is as high as the letterhead, and Word begins the text below it.
        space = '<w:p><w:pPr><w:pStyle w:val="AboveSubject"/></w:pPr></w:p>'
        found["first"] = _HEADER.format(paragraphs=framed(marks + address + space, layout))
    return found


def framed(words: str, layout: Layout) -> str:
    """The paragraphs `words`, those of a style that has a frame in `layout` put into it.

    Word could take the frame from the style, LibreOffice does not.
    """
    frames = {
        "Sender Name": layout.sender_frame,
        "Sender Contact": layout.sender_frame,
        "Date": layout.date_frame,
        "Inside Address": layout.address_frame,
        "Return Address": layout.return_frame,
    }
    for style, frame in frames.items():
        if frame:
            named = f'<w:pStyle w:val="{style_id(style)}"/>'
            wrap = "notBeside" if frame is layout.address_frame else "around"
            words = words.replace(named, named + _frame(frame, "atLeast", wrap))
    return words


def _fold_mark(top_mm: float) -> str:
    place = Frame(_MARK_LEFT_MM, top_mm, _MARK_WIDTH_MM, _MARK_HEIGHT_MM)
    return _MARK.format(frame=_frame(place, "exact"))


def _frame(frame: Frame, rule: str, wrap: str = "around") -> str:
    return _FRAME.format(
        width=mm_twips(frame.width_mm),
        height=mm_twips(frame.height_mm),
        left=mm_twips(frame.left_mm),
        top=mm_twips(frame.top_mm),
        rule=rule,
        wrap=wrap,
    )
