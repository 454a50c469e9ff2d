"""What was promised: whether the letter that says so comes before its day, and does not bring it along."""

from __future__ import annotations

from collections.abc import Iterator

from followup_letters.checking.findings import Severity
from followup_letters.checking.readings import Case, Reading
from followup_letters.checking.spotting import quoted
from followup_letters.checking.table import Notes, Remark, Scope, rule
from followup_letters.choices import FindingId as Id
from followup_letters.choices import Medium
from followup_letters.matching.terms import stems_of
from followup_letters.promised_days import of_another_weekday, promised_by
from followup_letters.workdays import DAY, WEEKDAYS

_PERSON = "{name: Priya Raman, card: {name: Priya Raman}, title: Director, talked_about: the lanes, promised: "


@rule(
    Id.PROMISE_PAST,
    Severity.WARNING,
    None,
    Scope.LETTER,
    bad=Notes(f"people: [{_PERSON}two references by Thursday}}]"),
    good=Notes(f"people: [{_PERSON}two references by Tuesday}}]"),
)
def promise_past(reading: Reading, case: Case) -> Iterator[Remark]:
    """A letter that says by when something will be there comes before that day: by post, the next day at best."""
    letter, field = reading.letter, f"{reading.person_field}.promised"
    promised = letter.recipient.promised or ""
    by = promised_by(promised, case.interview.interview.date)
    if by is None or field not in reading.used:
        return
    is_post = case.decision.medium is not Medium.EMAIL
    comes_on = letter.mail_on + DAY if is_post else letter.mail_on
    if comes_on < by or (comes_on == by and not is_post):
        return
    told = f"{quoted(promised)} means by {by}, and the letter that says so goes out on {letter.mail_on}"
    told += " by post, which takes a day at least" if letter.mail_on < by else ""
    yield Remark(f"{told}; keep your word by then, by e-mail, and leave it out of the letter", "body", field=field)


@rule(
    Id.PROMISE_WEEKDAY,
    Severity.WARNING,
    None,
    Scope.LETTER,
    bad=Notes(f"people: [{_PERSON}two references by Friday the 24th}}]"),
    good=Notes(f"people: [{_PERSON}two references by Tuesday the 24th}}]"),
)
def promise_weekday(reading: Reading, case: Case) -> Iterator[Remark]:
    """The day of a promise is of the weekday that is said with its date."""
    field = f"{reading.person_field}.promised"
    promised = reading.letter.recipient.promised or ""
    day = of_another_weekday(promised, case.interview.interview.date)
    if day is not None and field in reading.used:
        message = f"{quoted(promised)} names another weekday than that of {day}, a {WEEKDAYS[day.weekday()]}"
        yield Remark(f"{message}, which the plan goes by; say the one that you meant", "body", field=field)


@rule(
    Id.PROMISE_ENCLOSED,
    Severity.WARNING,
    None,
    Scope.LETTER,
    bad=Notes(f"people: [{_PERSON}my forklift certificate}}]\nletter: {{enclosures: [Forklift certificate]}}"),
    good=Notes(f"people: [{_PERSON}my forklift certificate}}]\nletter: {{enclosures: [Two references]}}"),
)
def promise_enclosed(reading: Reading, _: Case) -> Iterator[Remark]:
    """What a letter says will come is not in its envelope."""
    field = f"{reading.person_field}.promised"
    promised = reading.letter.recipient.promised or ""
    if field not in reading.used or reading.part("enclosures") is None:
        return
    for index, enclosed in enumerate(reading.letter.interview.letter.enclosures):
        words = {*stems_of(enclosed)}
        if words and words <= {*stems_of(promised)}:
            message = f"the letter says that {quoted(promised)} will come, and encloses {quoted(enclosed)}"
            yield Remark(f"{message}; leave one of them out", "body", field=f"letter.enclosures[{index}]")
