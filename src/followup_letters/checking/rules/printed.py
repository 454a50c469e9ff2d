"""The finished PDF: its pages, its glyphs, and whether everything stands on the paper. Measured on the file itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from followup_letters.checking.findings import Severity
from followup_letters.checking.readings import Reading
from followup_letters.checking.spotting import quoted
from followup_letters.checking.table import Remark, Scope, Sheet, rule
from followup_letters.choices import FindingId as Id
from followup_letters.choices import Medium
from followup_letters.errors import counted

if TYPE_CHECKING:
    from followup_letters.checking.pdf_reading import Glyph, Printed

_MM = 25.4 / 72
_EDGE_PT = 1.0  # by so much a glyph may reach over the edge of the paper before it is told
_LINE = "The lanes at Joliet are run well."


@rule(
    Id.OVER_A_PAGE,
    Severity.ERROR,
    None,
    Scope.FILE,
    bad=Sheet(_LINE, pages=2),
    good=Sheet(_LINE),
)
def over_a_page(reading: Reading, printed: Printed) -> Iterator[Remark]:
    """A letter stands on one page."""
    if printed.pages > 1 and reading.letter.decision.medium is not Medium.EMAIL:
        message = f"the PDF has {printed.pages} pages, and a letter has one; take out what it can do without"
        yield Remark(message, "page 2")


@rule(
    Id.TIGHTENED,
    Severity.NOTE,
    None,
    Scope.LETTER,
    bad=Sheet(_LINE, steps=2),
    good=Sheet(_LINE),
)
def tightened(reading: Reading, _: object) -> Iterator[Remark]:
    """A letter fills its page without being set smaller to fit on it."""
    if reading.letter.page.step > 0 and reading.letter.pages == 1:  # of others it is told that they run over
        message = f"the letter is set tighter by {counted(reading.letter.page.step, 'step')} to stand on one page"
        yield Remark(f"{message}; a shorter letter would look better", "page")


@rule(
    Id.MISSING_GLYPH,
    Severity.ERROR,
    None,
    Scope.FILE,
    bad=Sheet("the sign Ω above the dock", boxes="Ω"),
    good=Sheet("the sign Ω above the dock"),
)
def missing_glyph(_: Reading, printed: Printed) -> Iterator[Remark]:
    """Every character is printed as itself, by a font that has it."""
    for line in _lines(printed):
        missing = sorted({glyph.text or "?" for glyph in line if glyph.is_missing})
        if missing:
            named = ", ".join(f"{text!r} (U+{ord(text[0]):04X})" for text in missing)
            spot = "".join(glyph.text or "?" for glyph in line)
            message = f"the font embedded in the PDF has no {named}, in {quoted(spot)}; write it with other characters"
            yield Remark(f"{message}, or install a font that has it", f"page {line[0].page}")


@rule(
    Id.OFF_THE_PAGE,
    Severity.ERROR,
    None,
    Scope.FILE,
    bad=Sheet(_LINE, left_mm=190),
    good=Sheet(_LINE),
)
def off_the_page(_: Reading, printed: Printed) -> Iterator[Remark]:
    """Every character stands on the paper."""
    for line in _lines(printed):
        width, height = printed.sizes_pt[line[0].page - 1]
        over = max(max(glyph.right_pt - width, -glyph.left_pt) for glyph in line)
        over = max(over, -line[0].base_pt, line[0].base_pt - height)
        if over > _EDGE_PT:
            spot = "".join(glyph.text for glyph in line)
            message = f"{quoted(spot)} runs {over * _MM:.0f} mm over the edge of the paper; shorten it, or break it"
            yield Remark(message, f"page {line[0].page}")


def _lines(printed: Printed) -> Iterator[list[Glyph]]:
    """The glyphs, line by line."""
    for _, line in groupby(printed.glyphs, key=lambda glyph: (glyph.page, round(glyph.base_pt))):
        yield list(line)
