"""What is asked about the needs that stay open."""

from followup_letters.matching import match, suggest, unmatched_needs, unmatched_strengths
from followup_letters.models import Responsibility
from matching.things import Fixed, Proof

SCORES = Fixed({("a", "x"): 0.9, ("b", "y"): 0.4, ("b", "z"): 0.2, ("c", "z"): 0.3, ("b", "x"): 0.45})


def test_each_open_need_gets_its_likeliest_free_strengths_the_best_first() -> None:
    asked = suggest(["a", "b", "c"], ["z", "y", "x"], similarity=SCORES)
    assert [(s.responsibility, [(c.strength, c.score) for c in s.choices]) for s in asked] == [
        ("b", [("y", 0.4), ("z", 0.2)]),
        ("c", [("z", 0.3)]),
    ]


def test_the_reason_of_a_choice_is_the_similarity_s() -> None:
    assert suggest(["c"], ["z"], similarity=SCORES)[0].choices[0].why == "c and z"


def test_a_need_without_any_choice_is_still_listed_as_open() -> None:
    (open_need,) = suggest(["d"], ["x"], similarity=SCORES)
    assert (open_need.responsibility, open_need.responsibility_index, open_need.choices) == ("d", 0, ())


def test_no_more_choices_than_asked_for() -> None:
    assert [len(s.choices) for s in suggest(["b"], ["x", "y", "z"], similarity=SCORES, limit=2)] == [2]


def test_what_the_user_has_answered_is_neither_asked_nor_offered() -> None:
    asked = suggest(["a", "b"], [Proof("x", ("b",)), Proof("y")], similarity=SCORES)
    assert [(s.responsibility, s.choices) for s in asked] == [("a", ())]


def test_what_is_said_to_answer_nothing_and_what_nothing_answers_are_neither_paired_nor_offered() -> None:
    proofs = [Proof("x", answers=()), Proof("y")]
    assert match(["a", "b"], proofs, similarity=SCORES) == []
    asked = suggest(["a", "b"], proofs, similarity=SCORES)
    assert [[c.strength for c in s.choices] for s in asked] == [[], ["y"]]
    nothing = Responsibility(text="a", answered=False)
    assert match([nothing, "b"], ["x"], similarity=SCORES) == []
    assert suggest([nothing], ["x"], similarity=SCORES)[0].choices == ()
    (said,) = match([nothing], [Proof("x", answers=("a",))], similarity=SCORES)
    assert said.why == "you said so"


def test_a_certain_pair_that_no_longer_fits_the_letter_is_not_asked_about() -> None:
    needs, proofs = ["a", "b", "c", "d"], ["w", "x", "y", "z"]
    certain = Fixed(dict.fromkeys(zip(needs, proofs, strict=True), 0.9))
    assert len(match(needs, proofs, similarity=certain)) == 3
    assert suggest(needs, proofs, similarity=certain) == []


def test_the_built_in_similarity_offers_something_where_words_fail() -> None:
    (asked,) = suggest(["Rolling out to other languages"], ["Built a thermostat in C", "Wrote 12 manuals"])
    assert len(asked.choices) == 2
    assert asked.choices[0].why


def test_what_no_pair_has_is_named_with_the_reason() -> None:
    needs = [
        "Link offences across the three county borders",
        "Train the new analysts",
        Responsibility(text="Keep the books", answered=False),
        "Answer the post",
    ]
    proofs = [
        Proof("Linked 214 burglaries to nine addresses by a single tool mark"),
        Proof("Taught evening classes", ("Train the new analysts",)),
        Proof("Trained police dogs"),
        Proof("Chartered since 2019"),
        Proof("Ran marathons", ()),
    ]
    pairs = match(needs, proofs)
    assert [pair.strength_index for pair in pairs] == [1]
    assert [(left.index, left.why) for left in unmatched_needs(needs, proofs, pairs)] == [
        (0, "near to “Linked 214 burglaries to nine addresses by a single tool mark”, but not for certain"),
        (2, "you said that no strength answers it"),
        (3, "no strength shares a word or idea with it"),
    ]
    assert [(left.index, left.why) for left in unmatched_strengths(needs, proofs, pairs)] == [
        (0, "near to “Link offences across the three county borders”, but not for certain"),
        (2, "near to “Train the new analysts”, which goes with another"),
        (3, "it shares no word or idea with any of them"),
        (4, "you said that it answers none of them"),
    ]


def test_every_line_is_in_a_pair_or_named() -> None:
    needs, proofs = ["Milk 210 cows", "Milk 210 cows", "Snow"], ["Milked 180 cows", "Sang", "Sang"]
    pairs = match(needs, proofs)
    named = {*(pair.responsibility for pair in pairs), *(left.text for left in unmatched_needs(needs, proofs, pairs))}
    told = {*(pair.strength for pair in pairs), *(left.text for left in unmatched_strengths(needs, proofs, pairs))}
    assert (named, told) == (set(needs), set(proofs))
    assert unmatched_needs([], [], []) == unmatched_strengths([], [], []) == []
