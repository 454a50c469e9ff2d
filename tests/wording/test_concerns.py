"""A reservation is echoed by the thing that it is about, never in its own negative words (R42)."""

from __future__ import annotations

import pytest

from followup_letters.wording.concerns import echoed


@pytest.mark.parametrize(
    ("concern", "thing"),
    [
        ("no hospital work", "hospital work"),
        ("little arboriculture", "arboriculture"),
        ("not much work with industry", "work with industry"),
        ("my never having run a marching show on my own", "running a marching show on my own"),
        ("I have never worked with children", "working with children"),
        ("never a manager", None),
        ("not enough experience yet", None),
        ("no rotating season as a department head", None),  # which would want an article
    ],
)
def test_what_is_wanting_is_named_without_saying_that_it_is(concern: str, thing: str | None) -> None:
    assert echoed(concern) == thing
