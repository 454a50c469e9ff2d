"""Which English a letter is in, where the file does not say."""

from __future__ import annotations

from collections.abc import Iterator

from followup_letters.checking.findings import Severity
from followup_letters.checking.readings import Case
from followup_letters.checking.spotting import quoted
from followup_letters.checking.table import Notes, Remark, Scope, rule
from followup_letters.choices import FindingId as Id
from followup_letters.models import Interview
from followup_letters.patterns import pattern

_POSTCODE = pattern(r"\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}$")  # at the end of its line; no other country's
_BRITISH_NUMBER = pattern(r"(?:\+|00)44\b|07\d{3} ?\d{3} ?\d{3}$")


@rule(
    Id.LANGUAGE_UNSET,
    Severity.WARNING,
    None,
    Scope.NOTES,
    bad=Notes('candidate: {address: [12 Mill Lane, Leeds LS2 9JT], phone: "07700 900142"}'),
    good=Notes('candidate: {address: [12 Mill Lane, Leeds LS2 9JT], phone: "07700 900142"}\nletter: {language: en-GB}'),
)
def language_unset(case: Case) -> Iterator[Remark]:
    """A file with a British address or telephone number says whether its letters are in British or American English."""
    if "language" in case.interview.letter.model_fields_set:
        return
    for field, text in _lines(case.interview):
        if (_BRITISH_NUMBER.match if field.endswith("phone") else _POSTCODE.search)(text):
            message = f"{quoted(text)} is British, and without `language` the letters have the American form"
            yield Remark(f"{message}; write `language: en-GB` under `letter`, or `en-US` if you want that", field=field)
            return


def _lines(interview: Interview) -> Iterator[tuple[str, str]]:
    """The lines of both addresses and the sender's number, each with its field."""
    for name, address in (("candidate", interview.candidate.address), ("company", interview.company.address)):
        yield from ((f"{name}.address[{index}]", line) for index, line in enumerate(address))
    if interview.candidate.phone:
        yield "candidate.phone", interview.candidate.phone
