"""The Word file of one's own that a letter is set on: whether it has room for it, and tells its pictures to all."""

from __future__ import annotations

from collections.abc import Iterator

from followup_letters.checking.findings import Severity
from followup_letters.checking.readings import Case, Reading
from followup_letters.checking.table import Headed, Remark, Scope, rule
from followup_letters.choices import FindingId as Id
from followup_letters.choices import Medium
from followup_letters.writing.fitting import pages_on_letterhead

_FIELD = "letter.letterhead"


@rule(
    Id.LETTERHEAD_OVER_A_PAGE,
    Severity.WARNING,
    None,
    Scope.LETTER,
    bad=Headed(top_mm=150, side_mm=70),
    good=Headed(),
)
def letterhead_over_a_page(reading: Reading, _: Case) -> Iterator[Remark]:
    """A letter stands on one page of the letterhead, too, measured by the widths of our own type."""
    page = reading.letter.page
    if page.letterhead is None or reading.letter.decision.medium is Medium.EMAIL:
        return
    if pages_on_letterhead(page, page.letterhead) > 1:
        message = "on the letterhead, the letter runs to a second page, or nearly; take out what it can do without"
        yield Remark(f"{message}, or give the letterhead smaller margins or smaller type", "page", field=_FIELD)


@rule(
    Id.PICTURE_UNTOLD,
    Severity.WARNING,
    None,
    Scope.NOTES,
    bad=Headed(picture_shows=""),
    good=Headed(),
)
def picture_untold(case: Case) -> Iterator[Remark]:
    """A picture in the header or footer of the letterhead has a text for those who do not see it."""
    sheets = {reading.letter.page.letterhead: None for reading in case.letters}
    for sheet in sheets:
        if sheet is None:
            continue
        from followup_letters.writing.letterhead_pictures import untold  # which few letters need

        for picture in untold(sheet):
            message = f"{picture} of the letterhead has no alternative text, so that a screen reader passes over it"
            mend = "in Word, right-click it, choose View Alt Text, and say what it shows, or mark it as decorative"
            yield Remark(f"{message}; {mend}", field=_FIELD)
