"""The layouts: numbers from templates/styles that the style sheet, the Word styles and the fit share.

A layout is resolved for a paper, a face and a step of the fit; from then on nothing asks again how large the text is.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from functools import lru_cache
from math import ceil
from typing import Any

from followup_letters.errors import TemplateError, counted
from followup_letters.markup import Element, Page
from followup_letters.templates_folder import Styles, place_of
from followup_letters.writing.fetching import refuse_fetching
from followup_letters.writing.metrics import WIDEST_EM, lines, width_em
from followup_letters.writing.style_faults import refuse_incomplete, refuse_passed_over
from followup_letters.writing.styling import FOLDER, filled, line_of, settings

PAPERS_MM = {"letter": (215.9, 279.4), "a4": (210.0, 297.0)}
"""Width and height of each paper, in mm."""

PT_IN_MM = 72 / 25.4

LOOSENED = ("above_date_pt", "above_inside_address_pt", "above_reference_pt", "above_salutation_pt")
"""Those of the spaces that a letter with much room to spare is loosened by: what is seen before the first word."""

_LAYOUTS, _FACES = "layouts.toml", "faces.toml"
_DRAWN_FOR = "XCharter"  # the face for which the layouts give their sizes; the others are as much larger as their text

# The spaces that a step of the fit takes from: those between the parts, never those inside the body.
_SPACES = (
    "above_date_pt",
    "above_inside_address_pt",
    "above_reference_pt",
    "above_salutation_pt",
    "above_closing_pt",
    "space_to_sign_pt",
    "above_enclosures_pt",
    "above_cc_pt",
    "above_signature_image_pt",
)
_CONTACT_LEADING = 1.4  # of what is small: as in the style sheet and the Word styles
_MARGINS = ("margin_top_mm", "margin_bottom_mm", "head_top_mm")


@dataclass(frozen=True)
class Frame:
    """A place on the sheet, in mm from its left and its upper edge."""

    left_mm: float
    top_mm: float
    width_mm: float
    height_mm: float


@dataclass(frozen=True)
class Face:
    """A face that letters are set in: its sizes in pt, the largest first, and what stands in for it in Word."""

    family: str
    sizes_pt: tuple[float, ...]
    leading: float
    bullet_em: float
    fallback: tuple[str, ...]
    kin: str


@dataclass(frozen=True)
class Layout:
    """One layout on one paper in one face. Lengths in mm, sizes and spaces in pt; `leading` multiplies the size."""

    face: Face
    paper_width_mm: float
    paper_height_mm: float
    size_pt: float
    leading: float
    text_width_mm: float
    margin_left_mm: float
    margin_right_mm: float
    margin_top_mm: float
    margin_bottom_mm: float
    head_top_mm: float
    name_size_pt: float
    contact_size_pt: float
    contact_gray: bool
    centred_sender: bool
    rule_below_sender: bool
    bold_reference: bool
    date_indent_mm: float
    closing_indent_mm: float
    above_date_pt: float
    above_inside_address_pt: float
    above_reference_pt: float
    above_salutation_pt: float
    between_paragraphs_pt: float
    list_indent_pt: float
    between_items_pt: float
    above_heading_pt: float
    above_closing_pt: float
    space_to_sign_pt: float
    above_enclosures_pt: float
    above_cc_pt: float
    signature_height_mm: float
    signature_width_mm: float
    above_signature_image_pt: float
    address_line_pt: float | None = None
    fold_marks_mm: tuple[float, ...] = ()
    sender_frame: Frame | None = None
    return_frame: Frame | None = None
    return_size_pt: float = 7.0
    address_frame: Frame | None = None
    date_frame: Frame | None = None
    styles: Styles = field(default=(), repr=False)

    @property
    def line_pt(self) -> float:
        """From one line of text to the next."""
        return self.size_pt * self.leading

    @property
    def address_size_pt(self) -> float:
        """The size of the inside address: in a window, the smallest of the face."""
        return self.face.sizes_pt[-1] if self.address_frame else self.size_pt

    @property
    def return_line_pt(self) -> float:
        """From one line of the return address to the next."""
        return self.return_size_pt * _CONTACT_LEADING

    @property
    def top_mm(self) -> float:
        """Where the text of the first page begins: below the letterhead, if the address has a place of its own."""
        return self.address_frame.top_mm if self.address_frame else self.margin_top_mm

    @property
    def derived(self) -> dict[str, float]:
        """What a style sheet needs and the settings do not say, by name."""
        return {"address_size_pt": self.address_size_pt, "top_mm": self.top_mm}


def layout_of(page: Page) -> Layout:
    """The layout that `page` asks for, with room for its signature and its addresses.

    Raises TemplateError if there is none.
    """
    chosen = layout(page.layout, page.paper, page.face, page.step, page.styles)
    if chosen.address_frame and chosen.return_frame:
        chosen = _with_addresses(chosen, chosen.address_frame, chosen.return_frame, page)
    signature = page.root.part("signature") if chosen.closing_indent_mm else None
    return _with_room(chosen, signature.text) if signature else chosen


def _with_room(chosen: Layout, name: str) -> Layout:
    """`chosen` with date and close begun so far to the left that the name under them stays on one line."""
    room_mm = chosen.text_width_mm - chosen.closing_indent_mm
    if len(name) * WIDEST_EM * chosen.size_pt <= room_mm * PT_IN_MM:
        return chosen
    wide_mm = width_em(name, chosen.face.family) * chosen.size_pt / PT_IN_MM
    indent = max(0.0, min(chosen.closing_indent_mm, chosen.text_width_mm - ceil(wide_mm)))
    return replace(chosen, closing_indent_mm=indent, date_indent_mm=indent)


def _with_addresses(chosen: Layout, window: Frame, above: Frame, page: Page) -> Layout:
    """`chosen` with its window as high as the address in it, and a line, and the return address ending above it."""
    size, line_mm = chosen.address_size_pt, (chosen.address_line_pt or chosen.line_pt) / PT_IN_MM
    wanted = _lines_in(page.root.part("inside-address"), chosen, window, size) + 1
    if wanted * line_mm > window.height_mm:
        chosen = replace(chosen, address_frame=replace(window, height_mm=round(wanted * line_mm, 2)))
    sender = page.running.part("return-address") if page.running else None
    more = _lines_in(sender, chosen, above, chosen.return_size_pt) - 1
    if more > 0:
        top = above.top_mm - more * chosen.return_line_pt / PT_IN_MM
        chosen = replace(chosen, return_frame=replace(above, top_mm=round(top, 2)))
    return chosen


def _lines_in(part: Element | None, chosen: Layout, frame: Frame, size_pt: float) -> int:
    return lines(part.text, chosen.face.family, frame.width_mm * PT_IN_MM / size_pt) if part else 0


def picture_mm(chosen: Layout, ratio: float) -> tuple[float, float]:
    """Width and height of a picture of a signature that is `ratio` times as wide as it is high."""
    height = min(chosen.signature_height_mm, chosen.signature_width_mm / ratio)
    return height * ratio, height


@lru_cache(maxsize=128)
def layout(name: str, paper: str = "letter", face_name: str = "XCharter", step: int = 0, styles: Styles = ()) -> Layout:
    """The layout called `name` on `paper`, set in the face `face_name`, tightened by `step` steps (see `steps`).

    A step below 0 loosens it (see `looser`).

    `styles` are the files of one's own that say otherwise. Raises TemplateError if there is no such layout or face,
    or if a number is missing.
    """
    source = settings(_LAYOUTS, styles)
    if name in ("common", "steps", "looser") or name not in source:
        raise TemplateError(f"there is no layout {name!r}", FOLDER + _LAYOUTS)
    try:
        numbers = source["common"] | source[name]
        _refuse_too_wide(name, numbers, paper, styles)
        found = _resolved(numbers, paper, face(face_name, styles), source["steps"][max(step, 0)], styles)
        return _loosened(found, source["looser"][-step - 1]) if step < 0 else found
    except (KeyError, IndexError, TypeError) as fault:
        raise TemplateError(f"layout {name!r}: {fault}", place_of(FOLDER + _LAYOUTS, styles)) from None


def steps(styles: Styles = ()) -> int:
    """How many steps of the fit there are; the first, 0, is the layout as it was drawn."""
    return len(settings(_LAYOUTS, styles)["steps"])


def looser(styles: Styles = ()) -> tuple[float, ...]:
    """For each step below 0, the first the least: the share of the page that must be left below a letter."""
    return tuple(each["empty"] for each in settings(_LAYOUTS, styles).get("looser", ()))


@lru_cache
def face(family: str, styles: Styles = ()) -> Face:
    """The face of that family name. Raises TemplateError if it is not one of ours."""
    faces = settings(_FACES, styles)
    if family not in faces:
        raise TemplateError(f"there is no face {family!r}", FOLDER + _FACES)
    found: dict[str, Any] = dict(faces[family])
    found["sizes_pt"], found["fallback"] = tuple(found["sizes_pt"]), tuple(found["fallback"])
    sizes, needed = len(found["sizes_pt"]), len(settings(_FACES, ())[family]["sizes_pt"])
    if sizes != needed:
        told = f"sizes_pt of [{family}] has {counted(sizes, 'size')}; it needs {needed}, the largest first"
        raise TemplateError(told, place_of(FOLDER + _FACES, styles))
    return Face(family=family, **found)


def _left_mm(numbers: dict[str, Any], width: float) -> float:
    return float(numbers.get("margin_left_mm", round((width - numbers["text_width_mm"]) / 2, 2)))


def _refuse_too_wide(name: str, numbers: dict[str, Any], paper: str, styles: Styles) -> None:
    """Raise TemplateError for a text that does not stand on the paper, with the line of its margin or its width."""
    width, text = PAPERS_MM[paper][0], numbers["text_width_mm"]
    left = _left_mm(numbers, width)
    if left < 0 or left + text > width:
        on_left = f" from {left:g} mm" if left > 0 else ""
        told = f"a text_width_mm of {text:g}{on_left} goes over the edge of the paper ({paper})"
        told += f", which is {width:g} mm wide"
        own = dict(styles).get(FOLDER + _LAYOUTS, "")
        entries = ("margin_left_mm", "text_width_mm")
        lines_of_it = (line_of(own, table, entry) for entry in entries for table in (name, "common"))
        raise TemplateError(told, place_of(FOLDER + _LAYOUTS, styles), next(filter(None, lines_of_it), None))


def _resolved(numbers: dict[str, Any], paper: str, chosen: Face, step: dict[str, float], styles: Styles) -> Layout:
    if "size_pt" in numbers:  # a layout with a size of its own is not tightened
        step = settings(_LAYOUTS, styles)["steps"][0]
    width, height = PAPERS_MM[paper]
    left = _left_mm(numbers, width)
    sheet = {
        "paper_width_mm": width,
        "paper_height_mm": height,
        "margin_left_mm": left,
        "margin_right_mm": round(width - numbers["text_width_mm"] - left, 2),
        "fold_marks_mm": tuple(numbers.get("fold_marks_mm", ())),
        "styles": styles,
    }
    frames = {name: Frame(**numbers[name]) for name in numbers if name.endswith("_frame")}
    return Layout(face=chosen, **numbers | sheet | frames | _type(numbers, chosen, step) | _tightened(numbers, step))


def _type(numbers: dict[str, Any], chosen: Face, step: dict[str, float]) -> dict[str, float]:
    """The sizes and the leading, in the units of Word: halves and twentieths of a point."""
    size = numbers.get("size_pt", chosen.sizes_pt[int(step["smaller"])])
    line = round(size * (numbers.get("leading", chosen.leading) - step["leading"]) * 20) / 20
    larger = chosen.sizes_pt[0] / face(_DRAWN_FOR).sizes_pt[0]
    others = {name: round(numbers[name] * larger * 2) / 2 for name in ("name_size_pt", "contact_size_pt")}
    return {"size_pt": size, "leading": round(line / size, 6), **others}


def _tightened(numbers: dict[str, Any], step: dict[str, float]) -> dict[str, float]:
    """The spaces and margins of a step."""
    spaces = {name: round(numbers[name] * step["spaces"], 1) for name in _SPACES}
    return spaces | {name: numbers[name] - step["margins_mm"] for name in _MARGINS}


def _loosened(chosen: Layout, by: dict[str, float]) -> Layout:
    spaces = {name: round(getattr(chosen, name) * by["spaces"], 1) for name in LOOSENED}
    margins = {name: getattr(chosen, name) + by["margins_mm"] for name in ("margin_top_mm", "margin_bottom_mm")}
    return replace(chosen, **spaces, **margins)


@lru_cache(maxsize=64)
def style_sheet(chosen: Layout, faces: tuple[str, ...]) -> str:
    """The CSS of a layout, set in `faces`, the first that has a character first."""
    quoted = ", ".join(f'"{name}"' for name in faces)
    values = asdict(chosen) | chosen.derived | {"faces": f"{quoted}, {chosen.face.kin}"}
    css = filled("letter.css.j2", chosen.styles, values)
    if chosen.styles:  # of one's own
        refuse_fetching(css, chosen.styles)
        if any(".css" in name for name, _ in chosen.styles):
            refuse_passed_over(css, chosen.styles)
            refuse_incomplete(css, chosen.styles, has_window=chosen.return_frame is not None)
    return css
