"""The layouts: numbers from templates/styles/layouts.toml that the style sheet and the Word styles share."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass
from functools import lru_cache

from followup_letters.errors import TemplateError
from followup_letters.templates_folder import read

PAPERS_MM = {"letter": (215.9, 279.4), "a4": (210.0, 297.0)}
"""Width and height of each paper, in mm."""


@dataclass(frozen=True)
class Layout:
    """One layout. Lengths in mm, sizes and spaces in pt; `leading` is a multiple of the size."""

    face: str
    word_face: str
    word_fallback: str
    size_pt: float
    leading: float
    text_width_mm: float
    margin_top_mm: float
    margin_bottom_mm: float
    name_size_pt: float
    contact_size_pt: float
    rule_below_sender: bool
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

    def margin_side_mm(self, paper: str) -> float:
        """The left and the right margin that leave the text its width on `paper`."""
        return round((PAPERS_MM[paper][0] - self.text_width_mm) / 2, 2)


@lru_cache
def layout(name: str) -> Layout:
    """The layout called `name`. Raises TemplateError if there is none."""
    source = read("styles/layouts.toml")
    try:
        return Layout(**tomllib.loads(source)[name])
    except KeyError:
        raise TemplateError(f"there is no layout {name!r}", "styles/layouts.toml") from None
    except (TypeError, tomllib.TOMLDecodeError) as fault:
        raise TemplateError(str(fault), "styles/layouts.toml") from None


@lru_cache(maxsize=64)
def style_sheet(name: str, paper: str, faces: tuple[str, ...]) -> str:
    """The CSS of layout `name` on `paper`, set in `faces`, the first that has a character first."""
    import jinja2

    template = jinja2.Environment(
        undefined=jinja2.StrictUndefined,
        autoescape=False,
        trim_blocks=True,  # CSS, of our own numbers and names
    ).from_string(read("styles/letter.css.j2"))
    chosen = layout(name)
    width, height = PAPERS_MM[paper]
    return template.render(
        asdict(chosen),
        faces=", ".join(f'"{face}"' for face in faces) + ", serif",
        paper=f"{width}mm {height}mm",
        paper_width_mm=width,
        paper_height_mm=height,
        margin_side_mm=chosen.margin_side_mm(paper),
    )
