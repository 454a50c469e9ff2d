"""Languages are told as what the writer speaks, with how well, and for what that is enough."""

from __future__ import annotations

import pytest

from followup_letters.wording.bullets.saying import as_told


@pytest.mark.parametrize(
    ("bullet", "clause"),
    [
        ("Hmong and Spanish", "I speak Hmong and Spanish"),
        ("Polish, Bulgarian, English", "I speak Polish, Bulgarian and English"),
        ("Spanish, conversational", "I speak conversational Spanish"),
        ("Spanish at home", "I speak Spanish at home"),
        ("Japanese, good enough to negotiate in", "I have Japanese good enough to negotiate in"),
        ("Portuguese, Italian, kitchen Spanish", "I speak Portuguese, Italian, and kitchen Spanish"),
        (
            "Spanish and Tongan, enough Vietnamese for a morning meeting",
            "I speak Spanish and Tongan, and enough Vietnamese for a morning meeting",
        ),
        ("English literature, history", None),
        ("Spanish teacher", None),
        ("Polish", None),
    ],
)
def test_languages_are_spoken(bullet: str, clause: str | None) -> None:
    assert as_told(bullet) == clause
