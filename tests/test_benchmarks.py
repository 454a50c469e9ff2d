"""The benchmark still runs: what it renders is written, and nothing of it is refused."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

SPEED = Path(__file__).parents[1] / "benchmarks" / "speed"


@pytest.mark.parametrize("format", ["docx", "txt"])
def test_every_interview_of_the_batches_is_rendered(format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SPEED))
    batches = importlib.import_module("batches")
    assert batches.seconds(20, format) > 0  # which stops at a fault
