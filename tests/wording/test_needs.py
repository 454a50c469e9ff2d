"""A list of duties is written in one form: those that are proved vouch for the others."""

from __future__ import annotations

from followup_letters.wording.needs import infinitives


def test_a_duty_that_is_not_proved_alone_is_vouched_for_by_its_list() -> None:
    alone = ["Coach first-year teachers through to June"]
    together = ["Redesign the ninth-grade course", *alone, "Run the Saturday studio"]
    assert infinitives(alone) == (None,)
    assert infinitives(together)[1] == "coach first-year teachers through to June"


def test_a_list_of_names_for_tasks_stays_one() -> None:
    assert infinitives(["Stock control", "Lead generation", "Month-end close", "Run the night desk"])[:3] == (None,) * 3


def test_a_short_name_for_a_task_is_not_taken_for_a_verb_among_verbs() -> None:
    assert infinitives(["Run the night desk", "Hire the staff", "Stock control"])[2] is None


def test_without_one_proof_nothing_is_vouched_for() -> None:
    assert infinitives(["Market research for new products", "Test plans for every release"]) == (None, None)
