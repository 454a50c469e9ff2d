"""Templates of one's own: whether each rule of the style sheet can reach something, and each list say something."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from followup_letters.checking.findings import Severity
from followup_letters.checking.readings import Case, Reading
from followup_letters.checking.table import Remark, Scope, Styled, Ways, rule
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


@rule(
    Id.NOTHING_SAID,
    Severity.INFO,
    None,
    Scope.LETTER,
    bad=Ways("<p>I enjoyed our talk.\n{% vary %}\nYou will have {{ promised }}.\n{% endvary %}</p>"),
    good=Ways("<p>I enjoyed our talk.\n{% vary if promised %}\nYou will have {{ promised }}.\n{% endvary %}</p>"),
)
def nothing_said(reading: Reading, case: Case) -> Iterator[Remark]:
    """Every list of ways in your own templates says something, unless a condition says when it does."""
    for place in reading.letter.unsaid:
        mend = "add {% otherwise %} and a sentence, or, if it is meant to, an `if`"
        yield Remark(f"{place}: no way of this list can be said, and it prints nothing; {mend}", "body")
