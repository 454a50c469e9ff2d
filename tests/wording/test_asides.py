"""What is joined by a comma alone is told with the stop that it needs, where both parts are sentences."""

from __future__ import annotations

import pytest

from followup_letters.wording.grammar.asides import without_splice


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (
            "hunger in the north isn't abstract to me, I grew up in Cloquet",
            "hunger in the north isn't abstract to me; I grew up in Cloquet",
        ),
        ("teachers stay, Mr. Shumway has been there for years", "teachers stay; Mr. Shumway has been there for years"),
        ("when it rains, you stop", "when it rains, you stop"),
        ("the trust cuts its own gates, and I like that", "the trust cuts its own gates, and I like that"),
        ("nobody is sent home, in rain or shine", "nobody is sent home, in rain or shine"),
        ("in all that time, you never sold a bad one", "in all that time, you never sold a bad one"),
    ],
)
def test_two_sentences_are_not_joined_by_a_comma_alone(reason: str, said: str) -> None:
    assert without_splice(reason) == said
