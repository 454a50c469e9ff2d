"""A style sheet of one's own: whether each of its rules can reach something of a page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from followup_letters.checking.findings import Severity
from followup_letters.checking.readings import Case
from followup_letters.checking.table import Remark, Scope, Styled, rule
from followup_letters.choices import FindingId as Id
from followup_letters.errors import TemplateError


@rule(
    Id.STYLE_UNUSED,
    Severity.INFO,
    None,
    Scope.NOTES,
    bad=Styled(".sheet .sendr { color: #2f4a4a; }"),
    good=Styled(".sheet .sender { color: #2f4a4a; }"),
)
def style_unused(case: Case) -> Iterator[Remark]:
    """Every rule of a style sheet of your own chooses something that a page may have."""
    from followup_letters.writing.style_reach import unreached  # which few letters need

    for reading in case.letters[:1]:  # all of a set have one style sheet
        with suppress(TemplateError):  # which is told where a page is made
            for found in unreached(reading.letter.page):
                near = f"; did you mean {found.near}?" if found.near else ""
                yield Remark(f"{found.place}: no page has {found.name}, so that its rule changes nothing{near}")
