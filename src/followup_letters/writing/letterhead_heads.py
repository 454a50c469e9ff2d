"""How high the header or footer of a letterhead is, about: its paragraphs by their type, their spaces, their pictures.

What a paragraph does not say itself, its style says, the styles on which that is based, and then the defaults of the
file. The measure errs on the safe side: the cells of a table count as if they stood below one another.
"""

from __future__ import annotations

from typing import Any

from followup_letters.writing.docx_parts import W
from followup_letters.writing.layouts import PT_IN_MM, Layout
from followup_letters.writing.metrics import lines

TWIPS_IN_PT, EMU_IN_PT = 20, 12_700
NATURAL_LEADING = 1.3
"""Of a face whose lines are set without more: the tallest of the usual ones."""
USUAL_SIZE_PT = 10.0
"""Of Word, where a file does not say."""
SINGLE_LINE = 240
"""Of Word: by so many units a line is as high as its face makes it."""

_WORDS = (f"{W}t", f"{W}br", f"{W}cr")
_MOST_HALF_POINTS = 3276  # the largest type of Word
_LONGEST_CHAIN = 12  # styles that are based on one another


def height_mm(head: Any, styles: Any, layout: Layout) -> float:
    """How high a header or footer is with these styles, None if there are none, set as wide as `layout`."""
    known = _Styles(styles)
    return sum(_paragraph_pt(each, known, layout) for each in head.iter(f"{W}p")) / PT_IN_MM


def _paragraph_pt(paragraph: Any, styles: _Styles, layout: Layout) -> float:
    said = styles.of(paragraph) | _said(paragraph.find(f"{W}pPr"))
    size = max(_sizes(paragraph, half_points(said.get("sz.val"), USUAL_SIZE_PT * 2))) / 2
    text = "".join(each.text or "" if each.tag == f"{W}t" else "\n" for each in paragraph.iter(*_WORDS))
    count = lines(text, layout.face.family, layout.text_width_mm * PT_IN_MM / size)
    high = _line_pt(said, size)
    around = sum(number(said.get(f"spacing.{side}"), 0.0) for side in ("before", "after")) / TWIPS_IN_PT
    extents = [each for inline in paragraph.iter("{*}inline") for each in inline.iterchildren("{*}extent")]
    pictures = [number(each.get("cy"), 0.0) / EMU_IN_PT for each in extents]
    return around + high * (count - 1) + max([high, *pictures])


def _line_pt(said: dict[str, str], size: float) -> float:
    line, rule = number(said.get("spacing.line"), SINGLE_LINE), said.get("spacing.lineRule", "auto")
    natural = size * NATURAL_LEADING
    if rule == "auto":
        return natural * line / SINGLE_LINE
    return max(line / TWIPS_IN_PT, natural if rule == "atLeast" else 0.0)


def _sizes(paragraph: Any, usual: float) -> list[float]:
    """The sizes of type in a paragraph, in half points; the `usual` one for a run that says none."""
    own = [half_points(each.get(f"{W}val"), usual) for each in paragraph.iter(f"{W}sz")]
    runs = list(paragraph.iter(f"{W}r"))
    is_all_sized = bool(own) and all(run.find(f"{W}rPr/{W}sz") is not None for run in runs)
    return own if is_all_sized else [*own, usual]


class _Styles:
    """The styles of a letterhead: what each says of size and spaces, with what it leaves to others."""

    def __init__(self, root: Any) -> None:
        none: list[Any] = []
        self._defaults = {} if root is None else _said(root.find(f"{W}docDefaults"))
        styles = none if root is None else root.findall(f"{W}style[@{W}type='paragraph']")
        self._styles = {each.get(f"{W}styleId"): each for each in styles}
        self._usual = next((name for name, each in self._styles.items() if each.get(f"{W}default") == "1"), None)
        self._known: dict[str | None, dict[str, str]] = {}

    def of(self, paragraph: Any) -> dict[str, str]:
        """What the style of a paragraph says."""
        chosen = paragraph.find(f"{W}pPr/{W}pStyle")
        name = self._usual if chosen is None else chosen.get(f"{W}val")
        if name not in self._known:
            self._known[name] = self._resolved(name if name in self._styles else self._usual)
        return self._known[name]

    def _resolved(self, name: str | None) -> dict[str, str]:
        said: dict[str, str] = {}
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(name)
            if style is None:
                break
            said = _said(style) | said
            based_on = style.find(f"{W}basedOn")
            name = None if based_on is None else based_on.get(f"{W}val")
        return self._defaults | said


def _said(place: Any) -> dict[str, str]:
    """What a style or a paragraph says of the size of its type and of its spaces, as "spacing.after"."""
    found = () if place is None else place.iter(f"{W}sz", f"{W}spacing")
    return {
        f"{each.tag.removeprefix(W)}.{name.removeprefix(W)}": value
        for each in found
        for name, value in each.attrib.items()
        if each.tag == f"{W}sz" or each.getparent().tag == f"{W}pPr"  # in a run, the space between its letters
    }


def first(places: list[Any], name: str, attribute: str) -> str | None:
    """That attribute of the first element of that name which has it."""
    values = (each.get(f"{W}{attribute}") for place in places for each in place.iter(f"{W}{name}"))
    return next((value for value in values if value), None)


def half_points(text: str | None, otherwise: float) -> float:
    """A size of type; `otherwise` if it is none, or one that Word does not have."""
    size = number(text, otherwise)
    return size if size <= _MOST_HALF_POINTS else otherwise


def number(text: str | None, otherwise: float) -> float:
    """A number of a Word file, which is a few digits; `otherwise` if it is not, or nothing."""
    is_number = text is not None and text.isascii() and text.isdecimal() and 0 < len(text) < 9 and int(text) > 0
    return float(text) if is_number and text is not None else otherwise
