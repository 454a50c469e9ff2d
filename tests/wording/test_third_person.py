"""Strengths noted in the third person: said in the first, all of them, or not at all."""

from __future__ import annotations

import pytest

from followup_letters.lexicon import verbs
from followup_letters.wording.bullets.saying import as_told, first_person
from followup_letters.wording.grammar.prefixes import parted
from followup_letters.wording.needs.whole_list import infinitives


@pytest.mark.parametrize(
    ("bullet", "today", "order"),
    [
        ("Co-manages the yard", "I co-manage the yard", "co-manage the yard"),
        ("Co-leads the team", "I co-lead the team", "co-lead the team"),
        ("Pre-cooks the meals", "I pre-cook the meals", "pre-cook the meals"),
        ("Out-sells the branch", "I out-sell the branch", "out-sell the branch"),
        ("Re-lets the flats", "I re-let the flats", "re-let the flats"),
    ],
)
def test_a_verb_with_a_prefix_is_said_as_the_verb_is(bullet: str, today: str, order: str) -> None:
    assert first_person(bullet, current=True) == today
    assert infinitives([bullet]) == (order,)


def test_what_others_do_after_that_stays_in_the_third() -> None:
    told = as_told("Leads a team that builds and tests pumps")
    assert told == "I have led a team that builds and tests pumps"


def test_what_was_done_with_a_prefix_keeps_it() -> None:
    assert as_told("Co-manages the yard") == "I have co-managed the yard"
    assert as_told("Pre-cooks the meals") == "I have pre-cooked the meals"


@pytest.mark.parametrize("prefix", ["", "co-", "pre-", "out-", "un", "re", "self-"])
def test_no_form_of_any_verb_is_too_strange_to_be_told_or_left(prefix: str) -> None:
    table = verbs()
    forms = [form for known in (table.third, table.base, table.past, table.gerund) for form in [*known][::12]]
    told = [as_told(f"{prefix}{form} the yard", current=now) for form in forms for now in (False, True)]
    named = [found for form in forms for found in infinitives([f"{prefix}{form} 40 covers"])]
    assert any(told)
    assert any(named)


def test_a_prefix_is_parted_from_what_is_known_alone() -> None:
    assert parted("co-manages", verbs().third) == ("co-", "manages")
    assert parted("reads", verbs().third) == ("", "reads")
    assert parted("yards", verbs().third) is None


@pytest.mark.parametrize(
    ("bullet", "today"),
    [
        ("Is the only woman on the crew", "I am the only woman on the crew"),
        ("Recruits and trains 30 stewards", "I recruit and train 30 stewards"),
        ("Runs the shop and trains two apprentices", "I run the shop and train two apprentices"),
        ("Manages orders and returns", "I manage orders and returns"),
        ("Has 12 reports in two towns", "I have 12 reports in two towns"),
    ],
)
def test_what_is_so_today_is_all_of_it_said_in_the_first_person(bullet: str, today: str) -> None:
    assert first_person(bullet, current=True) == today


@pytest.mark.parametrize(
    "bullet",
    [
        "Teaches maths and is head of year",
        "Teaches maths and cooks for 90",
        "Teaches maths and has run the chess club",
        "Cooks for 90 himself",
        "Farms 400 acres with his brother",
        "Cares for 12 residents who love her",
        "Cares for a resident who loves her",
        "Farmed 400 acres with his brother",
        "Cooked for 90 herself",
        "They made me manager at 22",
        "was the person they asked to train temps",
        "Was given every job they had",
        "Did what they asked",
    ],
)
def test_who_may_be_the_writer_or_nobody_named_is_not_said_with_an_i(bullet: str) -> None:
    assert as_told(bullet) is None
    assert as_told(bullet, current=True) is None


@pytest.mark.parametrize(
    ("bullet", "told"),
    [
        ("Cared for a widower and his dog", "I cared for a widower and his dog"),
        ("Taught 12 drivers the routes they will drive", "I taught 12 drivers the routes they will drive"),
        ("Ran the line when they closed the plant", "I ran the line when they closed the plant"),
    ],
)
def test_somebody_else_who_is_named_stays(bullet: str, told: str) -> None:
    assert as_told(bullet) == told


def test_whoever_is_spoken_of_with_me_is_no_post() -> None:
    assert as_told("Acme made me manager at 22") in (None, "Acme made me manager at 22")
