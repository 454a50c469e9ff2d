"""What is done in a text is read from its verbs, and from nouns that name work."""

from __future__ import annotations

import pytest

from followup_letters.matching.deeds import deeds_of, lessens


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("Value what is brought to the counter", {"value"}),
        ("I valued gold and watches", {"value"}),
        ("Train and pass out brakesmen", {"train", "pass"}),
        ("Replanned 96 rounds in five weeks", {"plan"}),
        ("Collection of rents", {"collect"}),
        ("Keep the archive dry and run the tours", set()),
        ("The archive, dry", set()),
        ("", set()),
    ],
)
def test_the_deeds_of_a_text_are_its_verbs_but_those_of_any_work(text: str, deeds: set[str]) -> None:
    assert deeds_of(text) == deeds


@pytest.mark.parametrize(
    ("text", "less"),
    [
        ("Bring losses below 5 %", True),
        ("Reduction of the wait", True),
        ("Cut the wait to nine days", True),
        ("A new cut of the film", False),
        ("Raised sales to 5 million", False),
    ],
)
def test_what_becomes_less_is_told_from_what_does_not(text: str, less: bool) -> None:
    assert lessens(text) is less
