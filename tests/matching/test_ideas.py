"""The table of synonyms: a line that would be no idea is told."""

from __future__ import annotations

import pytest

from followup_letters.errors import MachineError
from followup_letters.lexicon.ideas import _idea


def test_a_line_without_a_colon_is_told() -> None:
    assert _idea("farming: milk, herd").entries == ("milk", "herd")
    with pytest.raises(MachineError, match="written as “name: word, word”; this has no colon: hoof, trim"):
        _idea("hoof, trim")
