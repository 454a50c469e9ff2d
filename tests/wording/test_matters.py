"""A note of a talk that says several things is told in as many sentences, and only where each part is whole."""

from __future__ import annotations

import pytest

from followup_letters.wording.grammar.to_the_reader import as_said_to, naming_the_reader
from followup_letters.wording.talks.matters import TopicInParts, topic_in_parts
from followup_letters.wording.talks.topics import as_a_topic

NAMES = ("Harriet Cole", "Ms Cole", "the Managing Partner", "the CEO")


@pytest.mark.parametrize(
    ("topic", "parts"),
    [
        (
            "the token board, and you showed me where the good laminator is",
            TopicInParts("the token board", deed="you showed me where the good laminator is"),
        ),
        (
            "the fresh pen, and how your dad put it there; also you had me stay for dinner",
            TopicInParts("the fresh pen, and how your dad put it there", deed="you had me stay for dinner"),
        ),
        (
            "how my license transfers, and the form you stayed past five to find for me",
            TopicInParts("how my license transfers", kindness="the form you stayed past five to find for me"),
        ),
        (
            "the winter you had no boiler and put every guest up in your own cottages, and how half of them came back",
            TopicInParts(
                "the winter you had no boiler and put every guest up in your own cottages",
                heard="how half of them came back",
            ),
        ),
        (
            "the trucks that come back from the Twin Cities half empty, and what a cooler of its own would mean here",
            TopicInParts(
                "the trucks that come back from the Twin Cities half empty",
                more="what a cooler of its own would mean here",
            ),
        ),
        (
            "parking, and you very kindly ran me back to the station",
            TopicInParts("parking", deed="you very kindly ran me back to the station"),
        ),
        (
            "how you got the rate down, and you lent me your umbrella",
            TopicInParts("how you got the rate down", deed="you lent me your umbrella"),
        ),
        (
            "the salary bands, and your tip to read the opinion before I went in",
            TopicInParts("the salary bands", kindness="your tip to read the opinion before I went in"),
        ),
        ("the rota and you made me a coffee", TopicInParts("the rota", deed="you made me a coffee")),
        ("the audit; you also drove me to the station", TopicInParts("the audit", deed="you drove me to the station")),
        (
            "the lift being out, so you came down to fetch me",
            TopicInParts("the lift being out", deed="you came down to fetch me"),
        ),
        (
            "the badge, the safety film and the visitor goggles, and why the tour comes before the interview",
            TopicInParts(
                "the badge, the safety film and the visitor goggles", heard="why the tour comes before the interview"
            ),
        ),
        (
            "the link that wouldn't open, and you getting me in by phone in the end",
            TopicInParts(None, deed="the link wouldn't open, and you got me in by phone in the end"),
        ),
        (
            "the lift being out, and you carrying my samples up yourself",
            TopicInParts("the lift being out", deed="you carried my samples up yourself"),
        ),
        (
            "explaining the seniority bid to me twice",
            TopicInParts(None, kindness="your explaining the seniority bid to me twice"),
        ),
    ],
)
def test_a_topic_is_parted_where_each_part_is_whole(topic: str, parts: TopicInParts) -> None:
    assert topic_in_parts(topic) == parts


@pytest.mark.parametrize(
    "topic",
    [
        "how the flood came, and you moved the books",  # both are what was told
        "the spray booth, and who pays for it",  # short enough for one breath
        "the tractor shed by the lane, the deer fence that stops forty yards short, and who pays for the rest of it",
        "the number 51 on the hill route, its drivers, and why it is late every single Friday of the year",
        "how much the program director cares about silence in the morning, and how little about slides",
        "the mis-sorts at Joliet",
        "the parking pass and the map of the cellar that were waiting for me at the gate",
        "whether you rent or buy",
    ],
)
def test_what_is_one_thought_stays_one(topic: str) -> None:
    assert topic_in_parts(topic) == TopicInParts(topic)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ms Cole still takes a duty slot herself", "you still take a duty slot yourself"),
        ("the CEO sits with the crew at lunch", "you sit with the crew at lunch"),
        ("the Managing Partner knows everyone", "you know everyone"),
        ("Mr Hart still takes a duty slot himself", "Mr Hart still takes a duty slot himself"),
        ("Ms Coleman runs the desk", "Ms Coleman runs the desk"),
        ("Ms Cole flurbs on Mondays", None),
    ],
)
def test_a_reader_who_is_named_is_spoken_to(text: str, said: str | None) -> None:
    assert naming_the_reader(text, NAMES) == said


@pytest.mark.parametrize(
    ("noted", "topic"),
    [
        ("that you began as a cleaner", "how you began as a cleaner"),
        ("that in ten years ministers should ring you first", "how in ten years ministers should ring you first"),
        ("how do you tell a child that she has been moved", "how you tell a child that she has been moved"),
        ("a hospital can't call support at three", "how a hospital can't call support at three"),
        ("how the 82 got its name, what you did about it", "how the 82 got its name, and what you did about it"),
        ("how nobody reads the handbook, you said", "how nobody reads the handbook"),
        ("that I was promoted", "how I was promoted"),
        ("that nobody was hurt", "the fact that nobody was hurt"),
        ("if nights are paid", "whether nights are paid"),
        ("that customer who shouted", "that customer who shouted"),
        ("the things a nurse can't do", "the things a nurse can't do"),
        ("the day you can smell the rain", "the day you can smell the rain"),
        ("how do-it-yourself people shop", "how do-it-yourself people shop"),
        ("that Tom was promoted", "how Tom was promoted"),
        ("that Ann Pryce runs the yard", "how Ann Pryce runs the yard"),
        ("that Leyland gearbox", "that Leyland gearbox"),
        ("why the lift stops?", "why the lift stops"),
    ],
)
def test_what_was_noted_as_a_sentence_follows_about(noted: str, topic: str) -> None:
    assert as_a_topic(noted) == topic


def test_a_name_that_only_tells_which_is_nobody() -> None:
    assert as_said_to("the Hutchins verdict and how he lost it", "Mr.") == "the Hutchins verdict and how you lost it"
    assert as_said_to("the Mayor and how he lost it", "Mr.") == "the Mayor and how he lost it"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the owner picks the first bin every season himself", "you pick the first bin every season yourself"),
        ("the owner's daughter runs the shop", "the owner's daughter runs the shop"),
        ("everybody I met, the owner included, was in boots", "everybody I met, you included, was in boots"),
        ("the owner of the mill next door still calls", "the owner of the mill next door still calls"),
    ],
)
def test_a_post_names_its_reader_with_a_small_letter_too(text: str, said: str) -> None:
    assert naming_the_reader(text, ["the Owner"]) == said
