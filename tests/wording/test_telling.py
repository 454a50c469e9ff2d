"""A topic begins a sentence, or was told, only where that is proved; a reason stands alone only as a sentence."""

from __future__ import annotations

import pytest

from followup_letters.wording.talks.telling import is_several, stands_by_itself, told_by_you


@pytest.mark.parametrize(
    ("topic", "several"),
    [
        ("the Saturday night calls from the hospital garage", True),
        ("the regulars who wait outside before opening", True),
        ("plates that come back with the samphire left", True),
        ("the wall of key blanks that your father numbered by hand", False),
        ("the column on system three that drifts every afternoon", False),
        ("sharing the auditorium in December", False),
        ("how seniors end up in algebra for the third time", False),
        ("whether a facility should charge industry the full cost", False),
        ("the timing, and who decides", None),
        ("the mis-sorts at Joliet and the Monday mornings that bring them", None),
        ("the staff at Joliet", None),
        ("the data from the second trial", None),
        ("the old gentleman at Adel who only wanted smaller frames", None),
        ("salt in the ganseys", False),
        ("tuning between a rehearsal and a recital", None),
        ("which ships never give their draft correctly", None),
    ],
)
def test_a_topic_begins_a_sentence_only_where_its_number_is_sure(topic: str, several: bool | None) -> None:
    assert is_several(topic) is several


@pytest.mark.parametrize(
    "topic",
    [
        "why you would rather be in forty bars that pour the lager right",
        "how you refit a broken jar in a tray of sand",
        "what you look for in a first draft",
        "why Bayline would sooner own the customer's whole move",
    ],
)
def test_what_the_reader_or_the_company_does_was_told(topic: str) -> None:
    assert told_by_you(topic, "Bayline") == topic


@pytest.mark.parametrize(
    "topic",
    [
        "why your seed controls drift on Mondays",  # which they may not know
        "how you could win back the third carrier",
        "how you and I would share the bench",
        "what you want me to bring",
        "why Bayline should own the customer's whole move",
        "why Tamarack turns down a bar",
        "whether you would do it again",
        "the wall of key blanks that your father numbered",
    ],
)
def test_what_may_be_open_between_the_two_was_not_told(topic: str) -> None:
    assert told_by_you(topic, "Bayline") is None


@pytest.mark.parametrize(
    "reason",
    [
        "you turn down a bar that will not clean its lines",
        "you let a caller finish a sentence",
        "you would rather sell twelve good stems than forty poor ones",
        "your fitters choose their own tools and the depot pays for them",
        "every van of yours carries a finished apprentice's name on its door",
        "the person who books the freight also closes the file",
        "caseworkers are never asked to move a child alone",
        "technicians are named on the papers",
    ],
)
def test_a_reason_that_is_a_sentence_stands_by_itself(reason: str) -> None:
    assert stands_by_itself(reason)


@pytest.mark.parametrize(
    "reason",
    [
        "the chance of a flat by the sea",
        "the people who founded it still walk the shop floor",
        "the operators there do their own rebuilds",
        "it's twelve minutes from my mother's place",
        "of the windows in the band room",
        "close to home",
        "teachers stay, Mr. Shumway has been in that room for nineteen years",
        "the band room has windows!",
    ],
)
def test_a_reason_that_points_elsewhere_or_is_no_sentence_does_not(reason: str) -> None:
    assert not stands_by_itself(reason)
