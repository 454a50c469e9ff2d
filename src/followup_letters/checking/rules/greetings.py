"""How a person is greeted whose name was noted with a courtesy title (R65)."""

from __future__ import annotations

from collections.abc import Iterator

from followup_letters.checking.findings import Severity
from followup_letters.checking.readings import Case, Reading
from followup_letters.checking.table import Notes, Remark, Scope, rule
from followup_letters.choices import FindingId as Id

# Not Dr. and Prof., which people have on their cards; whoever is greeted so with the whole name is greeted well.
_ON_NO_CARD = frozenset({"mr", "mrs", "ms", "mx", "miss"})
_OFFICES = frozenset({"principal", "chef", "chief", "coach", "judge", "president", "superintendent"})


@rule(
    Id.COURTESY_IN_NAME,
    Severity.WARNING,
    "R65",
    Scope.LETTER,
    bad=Notes("people: [{name: Ms. Jo Park, card: {name: Jo Park}, title: Director, talked_about: the mis-sorts}]"),
    good=Notes(
        "people: [{name: Jo Park, card: {name: Jo Park}, title: Director, courtesy_title: Ms., family: Park,"
        " talked_about: the mis-sorts}]"
    ),
)
def courtesy_in_name(reading: Reading, _: Case) -> Iterator[Remark]:
    """A courtesy title stands before the family name alone: it is noted as `courtesy_title`, beside `family`."""
    person, salutation = reading.letter.recipient, reading.part("salutation")
    title, rest = person.name.partition(" ")[::2]
    # "Ms. Park" is greeted well
    is_courtesy = title.casefold().removesuffix(".") in _ON_NO_CARD | _OFFICES and " " in rest
    if salutation is None or not is_courtesy or person.name not in salutation.text:
        return
    hail = " ".join(salutation.text.split()).rstrip(":,")
    message = (
        f"“{hail}” has a courtesy title before the whole name; write `courtesy_title: {title}` and the family name"
    )
    message = f"{message} as `family`, and `name: {rest}`, if the card has it without"
    yield Remark(message, "salutation", field=f"{reading.person_field}.name")
