"""A note of a talk that says several things is told in as many sentences, and only where each part is whole."""

from __future__ import annotations

import pytest

from followup_letters.wording.matters import TopicInParts, topic_in_parts
from followup_letters.wording.to_the_reader import naming_the_reader

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
        "the mis-sorts at Joliet",
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
