"""The Word file of one's own that a letter is set on: whether it has room for it, and keeps and tells what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from followup_letters.checking.findings import Severity
from followup_letters.checking.readings import Case, Reading
from followup_letters.checking.spotting import quoted
from followup_letters.checking.table import Headed, Remark, Scope, rule
from followup_letters.choices import FindingId as Id
from followup_letters.choices import Medium
from followup_letters.letterheads import FIELD
from followup_letters.templates_folder import place_with
from followup_letters.writing.fitting import pages_on_letterhead

_LONGEST_QUOTED = 60  # characters of the letterhead's text


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
        yield Remark(f"{message}, or give the letterhead smaller margins or smaller type", "page", field=FIELD)


@rule(
    Id.LETTERHEAD_TEXT,
    Severity.WARNING,
    None,
    Scope.NOTES,
    bad=Headed(text="Okafor & Daughters, since 1931"),
    good=Headed(),
)
def letterhead_text(case: Case) -> Iterator[Remark]:
    """What a letterhead shows stands in its header or footer; the letter takes the place of its text."""
    for sheet in _sheets(case):
        from followup_letters.writing.letterhead_page import left_out  # which few letters need

        words, has_picture = left_out(sheet)
        if words or has_picture:
            lost = " and ".join([quoted(words, _LONGEST_QUOTED)] * bool(words) + ["a picture"] * has_picture)
            message = f"the letterhead has {lost} in its text, and the letter takes the place of that"
            mend = "to keep it, move it into the header or the footer (in Word, double-click the margin)"
            yield Remark(f"{message}; {mend}", field=FIELD)


@rule(
    Id.SENDER_TWICE,
    Severity.WARNING,
    None,
    Scope.NOTES,
    bad=Headed(header="Maya A. Okafor, 1200 W Lake St"),
    good=Headed(header="Maya Okafor, 1200 W Lake St"),
)
def sender_twice(case: Case) -> Iterator[Remark]:
    """Who sends a letter is said once: by the letterhead, if it has the name as typed, and else by the letter."""
    candidate, page = case.interview.candidate, next((each.letter.page for each in case.letters), None)
    if page is None or page.letterhead is None:
        return
    from followup_letters.writing.letterhead_page import said_twice  # which few letters need

    lines = [line for line in candidate.address if re.search(r"\d", line)]  # a town alone may be anybody's
    if words := said_twice(page, [each for each in (candidate.email, candidate.phone, *lines) if each]):
        message = f"the letterhead has {quoted(words, _LONGEST_QUOTED)}, and the letter names its sender again below"
        mend = f"write {quoted(candidate.name)} in the header or footer, as in the file"
        mend += ", or as the alternative text of the picture that shows it, and the letter goes without"
        yield Remark(f"{message}; {mend}", field=FIELD)


@rule(
    Id.PICTURE_UNTOLD,
    Severity.WARNING,
    None,
    Scope.NOTES,
    bad=Headed(picture_shows=""),
    good=Headed(),
)
def picture_untold(case: Case) -> Iterator[Remark]:
    """A picture of the letterhead or of your templates has a text for those who do not see it."""
    for reading in case.letters[:1]:
        if any(each.tag == "img" and "alt" not in each.attributes for each in reading.root.walk()):
            place = place_with(reading.letter.page.styles, "<img", "")
            message = "a picture has no `alt`, so that a screen reader passes over it"
            mend = 'say what it shows, as alt="Okafor & Daughters", or alt="" if it only decorates'
            yield Remark(f"{f'{place}: ' if place else ''}{message}; {mend}")
    for sheet in _sheets(case):
        from followup_letters.writing.letterhead_pictures import untold  # which few letters need

        for picture in untold(sheet):
            message = f"{picture} of the letterhead has no alternative text, so that a screen reader passes over it"
            mend = "in Word, right-click it, choose View Alt Text, and say what it shows, or mark it as decorative"
            yield Remark(f"{message}; {mend}", field=FIELD)


def _sheets(case: Case) -> list[bytes]:
    """The letterheads of the letters, each once."""
    return [sheet for sheet in dict.fromkeys(reading.letter.page.letterhead for reading in case.letters) if sheet]
