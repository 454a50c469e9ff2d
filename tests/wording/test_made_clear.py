"""A point to make clear is said to its reader, and told as a sentence where it is one."""

from __future__ import annotations

import pytest

from followup_letters.wording.made_clear import point_as_said_to, sentence_of


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


@pytest.mark.parametrize(
    ("point", "title", "said"),
    [
        (
            "my last employer went under because they overspent",
            None,
            "my last employer went under because they overspent",
        ),
        ("the bank wanted their money back", "Ms", "the bank wanted their money back"),
        ("my old firm kept their word", None, "my old firm kept their word"),
        ("my landlord sold his house", "Mr", "my landlord sold his house"),
        ("I have used her method since May", "Ms", "I have used your method since May"),
        ("that I told you they let me go", None, "that I told you they let me go"),
        ("the story “they let me go” is not mine", None, "the story “they let me go” is not mine"),
        ("I reported to her for two years", None, None),
        ("I reported to her for two years", "Mr", None),
        ("I never got their letter", None, None),
        ("that they made me redundant", None, None),
        ("that they still owe me two weeks", "Ms", None),
        ("that I did not steal from them", None, None),
        ("I left because they cut the night shift", None, None),
        ("they let me go", None, None),
        ("They promoted me twice", "Mr", None),
        ("they pay me £14 an hour now", None, None),
        ("they are my in-laws", None, None),
        ("it was their idea that I should go", None, None),
    ],
)
def test_a_point_that_may_be_of_somebody_else_is_never_said_of_its_reader(
    point: str, title: str | None, said: str | None
) -> None:
    assert point_as_said_to(point, title) == said
