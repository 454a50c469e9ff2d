"""What was noted of a reader as "he" or "she" is said to that reader as "you", or is not said at all."""

from __future__ import annotations

import pytest

from followup_letters.wording.to_the_reader import as_said_to


@pytest.mark.parametrize(
    ("topic", "title", "said"),
    [
        ("his leeks, and how he keeps the rust off them", "Dr", "your leeks, and how you keep the rust off them"),
        ("the wheel his grandfather cut a date into", None, "the wheel your grandfather cut a date into"),
        ("her plan for the lanes", "Ms", "your plan for the lanes"),
        ("what drew her to it", None, "what drew you to it"),
        ("how she was hired, and what she has changed", "Mrs", "how you were hired, and what you have changed"),
        ("what he always tells new hires", "Mr.", "what you always tell new hires"),
        ("the spring he lost the herd", None, "the spring you lost the herd"),
        ("the shed", None, "the shed"),
    ],
)
def test_a_reader_is_spoken_to(topic: str, title: str | None, said: str) -> None:
    assert as_said_to(topic, title) == said


@pytest.mark.parametrize(
    ("topic", "title"),
    [
        ("his plan for the lanes", "Ms"),
        ("her plan for the lanes", "Mr"),
        ("their plan for the lanes", None),
        ("why he's leaving", None),
        ("how he digs and plants", None),
        ("how he zzyxes the lanes", None),
        ("how he left it to her", None),
    ],
)
def test_who_is_somebody_else_or_does_what_is_not_known_is_not_said(topic: str, title: str | None) -> None:
    assert as_said_to(topic, title) is None
