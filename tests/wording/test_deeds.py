"""Promises of deeds by bare nouns: an object that only a verb takes proves it; a name of two nouns proves none."""

from __future__ import annotations

import pytest

from followup_letters.wording.bullets.joining import after_having, after_someone_who
from followup_letters.wording.bullets.saying import as_told, said_of


@pytest.mark.parametrize(
    ("bullet", "clause"),
    [
        ("Set up holiday cover on three wards with no agency", "I set up holiday cover on three wards with no agency"),
        ("Shipped day-old chicks to 40 farms in six counties", "I shipped day-old chicks to 40 farms in six counties"),
        (
            "Rents stock to 12 theatres, which pays for itself",
            "I have rented stock to 12 theatres, which pays for itself",
        ),
        ("Tests water every morning for two spas", "I have tested water every morning for two spas"),
        ("Writes hymn notes, none of which is over a page", "I have written hymn notes, none of which is over a page"),
        (
            "Responsible for all tax returns since 2019, none of them late",
            "I have been responsible for all tax returns since 2019, none of them late",
        ),
        ("I still tune in two churches", "I still tune in two churches"),
        ("I now teach the bench course", "I now teach the bench course"),
        (
            "Mildew losses down from 8% to 2% after I moved the vents",
            "I brought mildew losses down from 8% to 2% after I moved the vents",
        ),
    ],
)
def test_an_object_that_only_a_verb_takes_proves_it(bullet: str, clause: str) -> None:
    assert as_told(bullet) == clause


@pytest.mark.parametrize(
    "bullet",
    [
        *"Set designer|Set up engineer on six lines|Cut flowers|Shared parental leave cover".split("|"),
        "Padded cover for a pew",
        *"Measures to reduce noise|Sales growth every year|Accounts work every month|Parts stock to order".split("|"),
        *"Goods transport to 40 shops|Records management at two trusts|Benefits advice to 40 clients".split("|"),
        *"I beam erection|I still rooms|Costs money every year".split("|"),
    ],
)
def test_a_name_of_two_nouns_proves_no_verb(bullet: str) -> None:
    assert as_told(bullet) is None


@pytest.mark.parametrize(
    ("bullet", "clause"),
    [
        (
            "Built the kiln at Ash Farm, and fire it to this day",
            "I built the kiln at Ash Farm, and fire it to this day",
        ),
        ("Started the choir and still lead it", "I started the choir and still lead it"),
        ("Started the choir and still leads it", None),
        ("Started the choir and lead it", None),
    ],
)
def test_a_deed_goes_on_today_only_where_that_is_said(bullet: str, clause: str | None) -> None:
    assert as_told(bullet) == clause


def test_what_goes_on_today_follows_neither_having_nor_someone_who() -> None:
    said = said_of("Started the choir and still lead it")
    assert said is not None
    assert after_having(said) is None
    assert after_someone_who(said) is None
