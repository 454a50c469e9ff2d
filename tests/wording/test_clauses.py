"""A sentence of the writer's notes that is not about the writer keeps its own subject."""

from __future__ import annotations

import pytest

from followup_letters.templating.values import my_clause
from followup_letters.wording.grammar.clauses import cannot_follow_i, may_be_no_clause, tells_of_another


@pytest.mark.parametrize(
    "text",
    [
        "in 2022 my shop built two windchests for an organ firm",
        "The fractionation rebuild ran sixteen months, and I held its budget",
        "the last eleven studies I ran were on plant-based drinks",
        "no one left in six years",
        "at Ford I ran the line",
        "my last two crews passed at the first try",
        "for three years I have reported to three hospitals together",
        "over three winters we kept the road open",
        "March is my busiest month",
        "beekeeping taught me patience",
        "evening work suits me",
        "nothing was lost in my time",
    ],
)
def test_what_has_a_subject_of_its_own_tells_of_another(text: str) -> None:
    assert tells_of_another(text)


@pytest.mark.parametrize(
    "text",
    [
        "led 41 beds for five months",
        "I reared clams for three years",
        "have what I need for it",
        "hold the licence I was asked for",
        "two years abroad",
        "my own truck",
        "a nurse for ten years",
        "fluent in Welsh",
    ],
)
def test_what_the_writer_did_and_what_has_no_verb_does_not(text: str) -> None:
    assert not tells_of_another(text)


@pytest.mark.parametrize(
    ("typed", "inside"),
    [
        ("Since March I have been line manager to one", "since March I have been line manager to one"),
        ("In 2024 I cast six handbells", "in 2024 I cast six handbells"),
        ("March is my busiest month", "March is my busiest month"),
        ("I'm certified; I’ve run it for nine months", "I am certified; I’ve run it for nine months"),
        ("I'd run it again", "I'd run it again"),
    ],
)
def test_a_clause_has_the_small_letter_that_it_has_inside_a_sentence(typed: str, inside: str) -> None:
    assert my_clause(typed, "outlook.omitted[0]") == inside


@pytest.mark.parametrize(
    ("reason", "is_none"),
    [
        ("11 locations, small enough to know every lot manager by name", True),
        ("40 staff, nearly all of them local", True),
        ("twelve years, no layoffs", True),
        ("two years in, they still train everyone", False),
        ("nine sites, and every one has its own workshop", False),
        ("four of your six supervisors started on the line", False),
    ],
)
def test_so_many_of_something_and_what_they_are_like_is_no_clause(reason: str, is_none: bool) -> None:
    assert may_be_no_clause(reason) is is_none


@pytest.mark.parametrize(
    "reason",
    [
        "family owned",
        "highly rated",
        "fear free certified",
        "Fear Free certified",
        "safety awards",
        "safety awards from the state",
        "safety focused",
        "locally owned and operated",
        "run like a family",
        "treats animals like family",
        "a family owned business in town",
        "a family run practice",
        "well respected by the schools",
        "run by people who care",
        "five star rated",
    ],
)
def test_what_a_place_is_said_to_be_is_no_clause(reason: str) -> None:
    assert may_be_no_clause(reason)


@pytest.mark.parametrize(
    "reason",
    [
        "drivers get asked before the routes change",
        "dogs come first",
        "growers still walk your trials",
        "inspectors there sign their own reports",
        "management listened",
        "safety matters",
        "licensing and placement sit in the same room",
        "claims reports to the president and not to underwriting",
        "prevention has a chair at the morning briefing",
        "a driver showed me the yard",
        "an apprentice rides with the same person for a year",
        "Ray worked with me",
        "training helped me",
        "you'd rather drive a kid to his old school than move him to a new one",
    ],
)
def test_a_bare_subject_with_its_verb_is_a_clause(reason: str) -> None:
    assert not may_be_no_clause(reason)


@pytest.mark.parametrize(
    "text",
    [
        "beekeeping",
        "Beekeeping on the roof",
        "evening classes",
        "hiking and cycling",
        "yoga",
        "piano",
        "CPR",
        "nothing",
    ],
)
def test_what_is_no_verb_in_any_form_does_not_follow_i(text: str) -> None:
    assert cannot_follow_i(text)
    assert not tells_of_another(text)


@pytest.mark.parametrize("text", ["volunteer", "swim", "ring church bells", "bring my own van", "kayak", "beekeep"])
def test_what_may_be_a_verb_does(text: str) -> None:
    assert not cannot_follow_i(text)


@pytest.mark.parametrize(
    ("omitted", "fits"), [("run marathons", True), ("my own truck", False), ("driven vans", False)]
)
def test_what_may_be_a_verb_follows_i(omitted: str, *, fits: bool) -> None:
    assert cannot_follow_i(omitted) is not fits
