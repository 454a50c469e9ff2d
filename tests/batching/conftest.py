"""Interviews enough for a batch, small and all different."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def an_interview(number: int) -> dict[str, Any]:
    """The `number`-th of many candidates who met the same two people on the same day."""
    return {
        "candidate": {"name": f"Candidate No. {number}", "strengths": [f"Cut the close from {number} days to four"]},
        "company": {"name": "Northwind Freight, Inc."},
        "position": {"title": "Planner", "responsibilities": ["Shorten the monthly close"]},
        "interview": {"date": "2026-11-18"},
        "people": [
            {"name": "Priya Raman", "role": "hiring manager", "talked_about": "the monthly close"},
            {"name": "Tom Barker", "role": "personnel"},
        ],
        "outlook": {"interested": True},
    }


FAULTY = {"candidate": {"name": "Maya Okafor"}, "company": {"name": "Northwind"}}


@pytest.fixture
def folder_of(tmp_path: Path) -> Callable[[int], Path]:
    """Makes a folder of so many interview files."""

    def make(count: int) -> Path:
        folder = tmp_path / "interviews"
        folder.mkdir()
        for number in range(1, count + 1):
            (folder / f"candidate-{number:03}.json").write_text(json.dumps(an_interview(number)), "utf-8")
        return folder

    return make


def contents(out: Path) -> dict[str, bytes]:
    """Every letter below `out`, by its name there."""
    return {
        str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.suffix in {".docx", ".txt"}
    }
