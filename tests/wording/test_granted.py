"""What "why …" takes for granted is told where it is a sentence by itself, and only there."""

from __future__ import annotations

import pytest

from followup_letters.wording.talks.granted import taken_for_granted


@pytest.mark.parametrize(
    ("topic", "granted"),
    [
        ("why the whole shop closes in August", "the whole shop closes in August"),
        ("why the sets come back incomplete on Mondays", "the sets come back incomplete on Mondays"),
        (
            "why a cylinder that breaks low on a Friday is not known about until Tuesday",
            "a cylinder that breaks low on a Friday is not known about until Tuesday",
        ),
        (
            "why figure skaters want softer ice than hockey players do",
            "figure skaters want softer ice than hockey players do",
        ),
        ("why the north bench gives so many short blocks", None),  # so many as what?
        ("why you close in August", None),
        ("why I left", None),
        ("why the fuss about parking", None),
        ("how the whole shop closes in August", None),
        ("why the shop closes, and who minds", None),
    ],
)
def test_what_why_takes_for_granted_is_said_where_it_is_a_sentence(topic: str, granted: str | None) -> None:
    assert taken_for_granted(topic) == granted
