"""Another employer's offer: told with its date, never as a threat, never invented (R57)."""

from __future__ import annotations

from collections.abc import Iterator

from followup_letters.checking.findings import Severity
from followup_letters.checking.readings import FACTS, Case, Reading
from followup_letters.checking.spotting import quoted
from followup_letters.checking.table import Notes, Remark, Scope, Words, rule
from followup_letters.choices import FindingId as Id


@rule(
    Id.OFFER_EXPIRED,
    Severity.ERROR,
    "R57",
    Scope.NOTES,
    bad=Notes("outlook: {other_offer: {received: 2026-11-10, decide_by: 2026-11-17}}"),
    good=Notes("outlook: {other_offer: {received: 2026-11-20, decide_by: 2026-12-11}}"),
)
def offer_expired(case: Case) -> Iterator[Remark]:
    """An offer is told while it can still be accepted."""
    offer = case.interview.outlook.other_offer
    if offer is None:
        return
    day = max(filter(None, (case.today, case.interview.interview.date)))
    if offer.decide_by < day:
        message = f"the other offer had to be answered by {offer.decide_by}, before {day}; take it out of the file"
        yield Remark(message, field="outlook.other_offer.decide_by")


@rule(
    Id.OFFER_THREAT,
    Severity.WARNING,
    "R57",
    Scope.LETTER,
    bad=Words("Unless I hear from you by Friday, I will accept it."),
    good=Words("I would like this job, and I would like to do it at Northwind."),
)
def offer_threat(reading: Reading, case: Case) -> Iterator[Remark]:
    """Another offer is told to the manager on the call, and presses nobody in a letter."""
    tables = ("threats", "offers") if case.interview.outlook.other_offer else ("threats",)
    for table in tables:
        for spot in reading.spots(table, FACTS):
            message = f"“{spot.phrase}” in {quoted(spot.sentence)} presses your reader; tell of the offer on the call"
            yield Remark(message, spot.part, spot.sentence, spot.field)


@rule(
    Id.BLUFF,
    Severity.ERROR,
    "R57",
    Scope.NOTES,
    bad=Notes("outlook: {other_offer: {received: 2026-12-18, decide_by: 2026-12-11}}"),
    good=Notes("outlook: {other_offer: {received: 2026-11-20, decide_by: 2026-12-11}}"),
)
def bluff(case: Case) -> Iterator[Remark]:
    """No offer is told of that was not made, and received."""
    offer, field = case.interview.outlook.other_offer, "outlook.other_offer.received"
    if offer and offer.received > offer.decide_by:
        message = f"an offer received on {offer.received} was to be answered by {offer.decide_by}; look at both dates"
        yield Remark(message, field=field)
    elif offer and case.today and offer.received > case.today:
        message = f"the other offer is dated {offer.received}, and today is {case.today}; tell of it once you have it"
        yield Remark(message, field=field)
    for reading in () if offer else case.letters:
        for spot in reading.spots("offers", FACTS):
            message = f"“{spot.phrase}” in {quoted(spot.sentence)}, and the file has no `other_offer`; leave it out"
            name = reading.letter.recipient.name
            yield Remark(message, spot.part, spot.sentence, spot.field, recipient=name)
