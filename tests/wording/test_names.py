"""A company is called in running text as people call it."""

from __future__ import annotations

import pytest

from followup_letters.wording.names import running_name


@pytest.mark.parametrize(
    ("company", "called"),
    [
        ("Marchetti Family Dental, PLLC", "Marchetti Family Dental"),
        ("Alder & Quint LLP", "Alder & Quint"),
        ("Three Rivers Family Clinic, P.C.", "Three Rivers Family Clinic"),
        ("Harbour Light", "Harbour Light"),
    ],
)
def test_a_legal_suffix_is_left_to_the_address(company: str, called: str) -> None:
    assert running_name(company) == called
