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
