"""A deed as what the writer has behind them: never with the time at which it was done."""

from __future__ import annotations

import pytest

from followup_letters.wording.bullets.joining import as_experience
from followup_letters.wording.bullets.saying import said_of


@pytest.mark.parametrize(
    ("bullet", "experience"),
    [
        (
            "Trained nine apprentices, seven of whom are now certified",
            "I have trained nine apprentices, seven of whom are now certified",
        ),
        ("Led two crews", "I have led two crews"),
        ("Was awarded a grant of £20,000", "I have been awarded a grant of £20,000"),
        ("Was responsible for a rota of 60", "I have been responsible for a rota of 60"),
        ("Rewrote 26 procedures before an inspection", None),
        ("Led the move in 2019", None),
        ("Ran 90 samples a day", None),  # "I have run"
        ("Led two crews and ran a third", None),
        ("Fluent in Spanish", None),
        ("Promoted twice in three years", None),
    ],
)
def test_a_deed_is_told_as_experience_where_no_time_is_told(bullet: str, experience: str | None) -> None:
    said = said_of(bullet)
    assert (said and as_experience(said)) == experience
