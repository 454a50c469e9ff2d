"""What `match` promises: the user's word first, one to one, nothing doubtful, in the order of importance."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_letters.matching import Match, match
from matching.things import Fixed, Need, Proof

NEEDS = ["Run payroll for hourly staff", "Repair hidden leaks", "Install drip irrigation", "Open new accounts"]
PROOFS = [
    "Repaired hidden leaks with thermal cameras in 60 homes",
    "Paid 1,400 hourly people every second Friday without a correction to the payroll",
    "Won a karaoke contest",
    "Installed drip irrigation in 70 gardens",
]


def texts(pairs: list[Match]) -> list[tuple[str, str]]:
    return [(pair.responsibility, pair.strength) for pair in pairs]


def test_plain_strings_are_paired_and_the_odd_ones_left_out() -> None:
    expected = [(NEEDS[0], PROOFS[1]), (NEEDS[1], PROOFS[0]), (NEEDS[2], PROOFS[3])]
    assert texts(match(NEEDS, PROOFS)) == expected


def test_objects_with_texts_are_paired_as_their_texts_are() -> None:
    assert texts(match([Need(text) for text in NEEDS], [Proof(text) for text in PROOFS])) == texts(match(NEEDS, PROOFS))


def test_the_positions_lead_back_to_what_was_given() -> None:
    pairs = match(NEEDS, PROOFS)
    assert pairs
    for pair in pairs:
        assert (NEEDS[pair.responsibility_index], PROOFS[pair.strength_index]) == (pair.responsibility, pair.strength)


@settings(max_examples=25, deadline=None)
@given(st.permutations(NEEDS), st.permutations(PROOFS))
def test_the_order_of_the_input_changes_no_pair_score_or_reason(needs: list[str], proofs: list[str]) -> None:
    def told(pairs: list[Match]) -> set[tuple[str, str, float, str]]:
        return {(pair.responsibility, pair.strength, pair.score, pair.why) for pair in pairs}

    assert told(match(needs, proofs)) == told(match(NEEDS, PROOFS))


def test_the_user_s_own_answers_are_never_scored_away() -> None:
    proofs = [Proof("Won a karaoke contest", answers=("Repair hidden leaks",)), Proof(PROOFS[0])]
    (pair,) = match(["Repair hidden leaks"], proofs)
    assert (pair.strength, pair.score, pair.why) == ("Won a karaoke contest", 1.0, "you said so")


def test_answers_come_before_better_scores_when_only_some_can_be_printed() -> None:
    similarity = Fixed({("a", "x"): 1.0, ("b", "y"): 1.0})
    pairs = match(["a", "b", "c"], ["x", "y", Proof("z", answers=("c",))], similarity=similarity, limit=1)
    assert texts(pairs) == [("c", "z")]


def test_of_two_claims_to_one_need_the_first_listed_holds_and_the_other_stays_free() -> None:
    proofs = [Proof("x", answers=("a",)), Proof("y", answers=("a",))]
    assert texts(match(["a", "b"], proofs, similarity=Fixed({("b", "y"): 0.9}))) == [("a", "x"), ("b", "y")]


def test_the_best_are_kept_and_printed_by_importance() -> None:
    duties = [Need("a", 3), Need("b", 1), Need("c", 2), Need("d", 4)]
    scores = {("a", "w"): 0.9, ("b", "x"): 0.6, ("c", "y"): 0.8, ("d", "z"): 0.7}
    assert texts(match(duties, ["w", "x", "y", "z"], similarity=Fixed(scores))) == [("c", "y"), ("a", "w"), ("d", "z")]


def test_needs_of_no_given_importance_keep_their_order() -> None:
    assert texts(match(["b", "a"], ["x", "y"], similarity=Fixed({("a", "x"): 0.9, ("b", "y"): 0.6}))) == [
        ("b", "y"),
        ("a", "x"),
    ]


@pytest.mark.parametrize("rival", [("a", "y"), ("b", "x")])
def test_a_pair_that_is_not_clearly_ahead_of_a_rival_is_left_out(rival: tuple[str, str]) -> None:
    assert match(["a", "b"], ["x", "y"], similarity=Fixed({("a", "x"): 0.8, rival: 0.75})) == []


def test_a_pair_below_the_threshold_is_left_out() -> None:
    assert match(["a"], ["x"], similarity=Fixed({("a", "x"): 0.49})) == []


@pytest.mark.parametrize(("needs", "proofs"), [([], []), (["a"], []), ([], ["x"]), ([""], [""]), (["42"], ["— …"])])
def test_nothing_comes_of_nothing(needs: list[str], proofs: list[str]) -> None:
    assert match(needs, proofs) == []


def test_a_limit_of_none_gives_none() -> None:
    assert match(NEEDS, PROOFS, limit=0) == []


def test_equal_texts_are_told_apart_by_their_positions() -> None:
    pairs = match(["a", "a"], [Proof("x", ("a",)), Proof("x", ("a",))], limit=5)
    assert [(pair.responsibility_index, pair.strength_index) for pair in pairs] == [(0, 0)]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=4), st.lists(st.text(max_size=40), max_size=4))
def test_no_text_breaks_it_and_scores_stay_between_nought_and_one(needs: list[str], proofs: list[str]) -> None:
    assert all(0 <= pair.score <= 1 and pair.why for pair in match(needs, proofs))
