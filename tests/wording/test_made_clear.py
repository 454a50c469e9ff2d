"""A point to make clear is told as a sentence where it is one."""

from __future__ import annotations

import pytest

from followup_letters.wording.made_clear import sentence_of


@pytest.mark.parametrize(
    ("point", "sentence"),
    [
        ("that I can start in May", "I can start in May"),
        ("that I can start in May and that I drive", None),
        (
            "when I said that late sets were rare, I meant for planned lists",
            "when I said that late sets were rare, I meant for planned lists",
        ),
        ("the falcon flies with the patrol", "the falcon flies with the patrol"),
        (
            "the three apprentices I have trained came one after another",
            "the three apprentices I have trained came one after another",
        ),
        ("when I can start", None),
        ("how the shifts are paid", None),
        ("my notice period", None),
    ],
)
def test_only_a_sentence_stands_by_itself(point: str, sentence: str | None) -> None:
    assert sentence_of(point) == sentence
