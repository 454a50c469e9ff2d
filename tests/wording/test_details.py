"""A sentence begins with the detail of a talk only where the detail is proved to have the form for it."""

from __future__ import annotations

import pytest

from followup_letters.wording.talks.details import (
    arranged,
    as_subject,
    deed_of,
    is_told_of,
    remembered,
    told_by_you,
)
from followup_letters.wording.talks.kindnesses import is_a_kindness
from followup_letters.wording.talks.telling import is_several


@pytest.mark.parametrize(
    ("topic", "one", "several"),
    [
        ("the ship's bell in your corridor", True, False),
        ("the survey notebook from 1931 with the mule's lunch noted beside the potsherds", True, False),
        ("the roofers who arrive before the storm does", False, True),
        ("the whaling logs that cannot be opened without losing a page", False, True),
        ("the mis-sorts at Joliet and the Monday mornings that bring them", False, False),
        ("the list of names on the dock wall", True, False),
        ("the census that your father took", True, False),
        ("the staff who stay for twenty years", False, True),
        ("your grandmother's planting book, with the rose that she moved and that is still there", False, False),
    ],
)
def test_a_thing_may_be_remembered_and_is_counted_only_where_its_noun_is_known(
    topic: str, one: bool, several: bool
) -> None:
    assert remembered(topic) == topic
    assert (is_several(topic) is False, is_several(topic) is True) == (one, several)


@pytest.mark.parametrize(
    "topic",
    [
        "the scanner jams at night",  # a sentence
        "the accident on the north ramp",
        "the well and what it does to a pale beer",
        "the tractor shed, the deer fence, and who pays for the rest of it",
        "the fresh pen being at the far end",
        "the taxi not coming",
        "the DBS form and the parking",
        "the portfolio review",
        "the map you mailed ahead",
        "the way I ran my shop",
        "tempering chocolate in August",
        "how a member becomes an owner",
    ],
)
def test_what_is_no_thing_to_remember_is_not_told_as_one(topic: str) -> None:
    assert remembered(topic) is None


def test_what_is_added_after_a_comma_is_left_to_the_reader_who_knows_it() -> None:
    assert remembered("the bell in your corridor, which is rung for a clean quarter") == "the bell in your corridor"
    traced = "the vibration from the bus lane, which you traced with a stopwatch"
    assert remembered(traced) == traced, "what the reader did is told"
    assert as_subject("the bell in your corridor") == "the bell in your corridor"
    assert as_subject(traced) is None
    assert as_subject("the prisoner-of-war model, and the crate your preparators built for it") is None
    assert is_told_of("the heron that walks like a bishop")
    assert not is_told_of("the key cupboard")


@pytest.mark.parametrize(
    ("topic", "is_told"),
    [
        ("how you refit a broken jar in a tray of sand", True),
        ("why you would rather be in forty bars than in four hundred", True),
        ("why your seed controls drift on Mondays", True),
        ("what your students can and cannot do with a graph", True),
        ("how many of your drivers own their trucks", True),
        ("how a member becomes an owner", False),
        ("how you would run my depot", False),
        ("how you lost two men in the accident", False),
        ("whether you rent or buy", False),
        ("why your last manager walked out", False),
    ],
)
def test_the_reader_told_it_only_where_it_is_what_the_reader_does(topic: str, is_told: bool) -> None:
    assert told_by_you(topic) == (topic if is_told else None)


@pytest.mark.parametrize(
    ("topic", "said"),
    [
        ("the DBS form, and the parking", "the DBS form and the parking"),
        ("the badge, the safety film and the goggles", "the badge, the safety film and the goggles"),
        ("my notice period", "my notice period"),
        ("the medical exam", "the medical exam"),
        ("the pitch wall", None),
        ("the timing, and whether the committee wants a builder", None),
        ("how my license transfers", None),
        ("the references that I owe you", None),
        ("the jar of roaches you take to school board meetings", None),
    ],
)
def test_what_is_arranged_is_gone_over(topic: str, said: str | None) -> None:
    assert arranged(topic) == said


@pytest.mark.parametrize(
    ("kindness", "deed"),
    [
        (
            "the parking pass and the map of the cellar that were waiting for me at the gate",
            "the parking pass and the map of the cellar were waiting for me at the gate",
        ),
        ("your warning that they would walk me round", "you warned me that they would walk me round"),
        ("your warning about the hill", "you warned me about the hill"),
        ("your advice to bring boots", "you advised me to bring boots"),
        ("your advice on the hill", None),
        ("the torch you lent me", "you lent me the torch"),
        ("the map you mailed ahead", "you mailed the map ahead"),
        ("the schedule you sent me before the visit", "you sent me the schedule before the visit"),
        ("the two names you gave me at other mills", None),
        ("the form you stayed past five to find for me", None),
    ],
)
def test_what_the_reader_did_is_told_as_a_sentence_where_its_words_give_one(kindness: str, deed: str | None) -> None:
    assert is_a_kindness(kindness)
    assert deed_of(kindness) == deed
