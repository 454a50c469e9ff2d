"""What a proof says over again is not said twice; what only sounds like its need is no answer to it."""

from __future__ import annotations

import pytest

from followup_letters.composing.echoes import begins_alike, is_done_by, is_made_by


@pytest.mark.parametrize(
    ("task", "proof", "is_done"),
    [
        ("bring arrears down", "Brought arrears down from 7% to 4%", True),
        ("reduce falls on the ward", "Reduced falls on a ward of 24 beds", True),
        ("open the Leeds site", "Closed the Leeds site", False),
        ("lead the move to SAP", "Led the move to Oracle", False),
        ("translate contracts into German", "Translated contracts from German", False),
        ("bring costs down without cutting staff", "Brought costs down by cutting staff", False),
        ("train 22 desk agents", "Trained 30 desk agents", False),
        ("open a second lab", "Opened a lab, and closed it within a year", False),
    ],
)
def test_only_what_was_done_by_the_same_verb_and_leaves_nothing_to_be_met_is_the_same(
    task: str, proof: str, is_done: bool
) -> None:
    assert is_done_by(task, proof) is is_done


@pytest.mark.parametrize(
    ("thing", "proof", "is_made"),
    [
        ("the emergency plan", "Wrote the emergency plan for a museum", True),
        ("the emergency plan", "I wrote the emergency plan for a museum", True),
        ("the emergency plan", "I", False),
        ("customer service", "Cut the customer service team from 40 to 22", False),
        ("the month-end close", "Watched the month-end close as an intern", False),
    ],
)
def test_only_what_was_made_or_run_is_the_thing(thing: str, proof: str, is_made: bool) -> None:
    assert is_made_by(thing, proof) is is_made


@pytest.mark.parametrize(
    ("task", "proof", "alike"),
    [
        ("train six supervisors", "Trained eleven shift leads", True),
        ("train six supervisors", "I trained eleven shift leads", True),
        ("train six supervisors", "Coached eleven shift leads", False),
        ("lead the huddle", "Led a crew of nine", True),
    ],
)
def test_one_verb_in_need_and_proof_is_heard_in_all_its_forms(task: str, proof: str, alike: bool) -> None:
    assert begins_alike(task, proof) is alike
