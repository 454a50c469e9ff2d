"""A need that was noted as a sentence stands in the letter as one; what is no sentence is not taken for one."""

from __future__ import annotations

import pytest

from followup_letters.wording.needs.stated import as_it_goes_on, awaiting, stated
from followup_letters.wording.needs.wants import somebody_wanted
from followup_letters.wording.needs.whole_list import noun_phrases


@pytest.mark.parametrize(
    ("need", "sentence"),
    [
        ("They need the shop under one roof by spring.", "You need the shop under one roof by spring"),
        ("We want to open two more clinics", "You want to open two more clinics"),
        (
            "Turnover is 38 percent across 210 people, and they want it halved.",
            "Turnover is 38 percent across 210 people, and you want it halved",
        ),
        ("Forty new students need an induction each autumn.", "Forty new students need an induction each autumn"),
        (
            "booking service must stay up on Fridays: nine times the traffic",
            "The booking service must stay up on Fridays",
        ),
        ("GCSE results are at 58 per cent and have to come up.", "GCSE results are at 58 per cent and have to come up"),
        ("Ordering is on four spreadsheets; it was six", "Ordering is on four spreadsheets"),
        ("somebody has to own the freezers", "Somebody has to own the freezers"),
    ],
)
def test_a_sentence_is_said_to_the_employer(need: str, sentence: str) -> None:
    assert stated(need) == sentence
    assert noun_phrases([need]) == (None,)


@pytest.mark.parametrize(
    "need",
    [
        "Labels that are right the first time",
        "Turnover is 38 percent; halve it",
        "Testing before the release goes out",
        "Getting bespoke saddles out in ten weeks rather than sixteen",
        "Packing 900,000 tulip stems a week at the height of the season",
        "Dispose lawfully of whatever is never claimed",
        "Turning vague wishes into something developers can build",
        "Reports people can read",
        "Seven sites the board has opened",
        "IT help desk and classroom devices",
        "There has been no trip since 2019, and the head wants one.",
        "The tenants are unsure, and they want an answer",
        "Returns are 9 percent; they want 4",
        "Wages are weekly",
        "More pupils should choose it at A level",
        "It takes nine days to quote",
        "He wants a deputy",
        "Mr Kerr wants to retire",
        "They think quality is fine",
        "Arrears are 9%, were 4%",
        "The plant manager sits on the county training board.",
        "You would look after three depots",
        "People who rent need help, and they are often late",
    ],
)
def test_what_is_no_sentence_or_cannot_be_said_to_its_reader_is_none(need: str) -> None:
    assert stated(need) is None


def test_a_name_keeps_its_capital_inside_a_sentence() -> None:
    assert as_it_goes_on("Turnover is 38 percent") == "turnover is 38 percent"
    assert as_it_goes_on("Northwind is moving in May") is None


@pytest.mark.parametrize(
    ("need", "wanted"),
    [
        ("Someone at intake for Portuguese-speaking clients", "someone at intake for Portuguese-speaking clients"),
        ("nobody on the crew over 48 hours a week", "nobody on the crew over 48 hours a week"),
        ("Somebody to run the pass", None),
        ("someone who knows our stock", None),
    ],
)
def test_a_person_is_wanted(need: str, wanted: str | None) -> None:
    assert somebody_wanted(need) == wanted


@pytest.mark.parametrize(
    ("need", "told"),
    [
        ("two juniors to bring on", "two juniors to bring on"),
        ("60 refrigerated loads to book every day", "60 refrigerated loads to book every day"),
        ("Three teachers to manage, one of them new.", "three teachers to manage, one of them new"),
        ("Two of us to convince", None),
        ("Report to the board", None),
        ("One boiler to replace", None),
        ("Ten days to close the books", None),
        ("Nine staff to let go", None),
        ("200 miles to Leeds", None),
    ],
)
def test_what_is_counted_and_to_be_done_is_there_to_be_done(need: str, told: str | None) -> None:
    assert awaiting(need) == told
