"""Which responsibility an `answers` entry means, and which entries mean none."""

import pytest

from followup_letters.matching import doubled_answers, match, unresolved_answers
from matching.things import Fixed, Need, Proof

NEEDS = ["Bring order-to-ship time under two days", "Order the supplies", "Budget"]
NOTHING = Fixed({})


@pytest.mark.parametrize(
    ("answer", "need"),
    [
        ("Budget", "Budget"),
        ("  budget. ", "Budget"),
        ("under TWO days", "Bring order-to-ship time under two days"),
        ("Order the suplies", "Order the supplies"),
        ("order-to-ship times", "Bring order-to-ship time under two days"),
    ],
)
def test_an_entry_finds_its_need_by_its_text_a_part_of_it_or_a_slip_of_the_pen(answer: str, need: str) -> None:
    (pair,) = match(NEEDS, [Proof("x", (answer,))], similarity=NOTHING)
    assert pair.responsibility == need
    assert unresolved_answers(NEEDS, [Proof("x", (answer,))]) == []


def test_the_whole_text_goes_before_a_part_and_a_part_means_the_most_important() -> None:
    (pair,) = match(["Reports to the board", "Reports"], [Proof("x", ("reports",))], similarity=NOTHING)
    assert pair.responsibility == "Reports"
    (pair,) = match([Need("Sales reports", 2), Need("Tax reports", 1)], [Proof("x", ("report",))], similarity=NOTHING)
    assert pair.responsibility == "Tax reports"


@pytest.mark.parametrize("answer", ["Welding", "x", "", "Order of the British Empire"])
def test_an_entry_that_fits_no_need_is_handed_back_and_raises_nothing(answer: str) -> None:
    proofs = ["plain", Proof("Welded", (answer, "Budget"))]
    (lost,) = unresolved_answers(["Run the kitchen", "Budget"], proofs)
    assert (lost.strength, lost.answer, lost.strength_index) == ("Welded", answer, 1)
    (pair,) = match(["Run the kitchen", "Budget"], proofs, similarity=NOTHING)
    assert (pair.responsibility, pair.strength) == ("Budget", "Welded")


def test_an_entry_as_near_to_one_need_as_to_another_means_neither() -> None:
    assert unresolved_answers(["Train staff A1", "Train staff A2"], [Proof("x", ("Train staff A3",))])


def test_a_need_that_two_answer_is_the_firsts_and_the_other_is_handed_back() -> None:
    proofs = ["plain", Proof("A", ("Budget",)), Proof("B", ("the budget of it all", "budget")), Proof("C", ("Budget",))]
    second, third = doubled_answers(NEEDS, proofs)
    assert (second.strength, second.taken_by, second.responsibility) == ("B", "A", "Budget")
    assert (second.strength_index, second.taken_by_index, second.responsibility_index) == (2, 1, 2)
    assert third.strength == "C"


def test_one_that_falls_back_to_its_next_entry_is_not_handed_back() -> None:
    proofs = [Proof("A", ("Budget",)), Proof("B", ("Budget", "Order the supplies"))]
    assert doubled_answers(NEEDS, proofs) == []
