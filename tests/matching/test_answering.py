"""Which responsibility an `answers` entry means, and which entries mean none."""

import pytest

from followup_letters.matching import match, unresolved_answers
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
