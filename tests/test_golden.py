"""Golden letters: each folder of tests/golden holds an interview and the letters that it gives, read in full."""

from __future__ import annotations

from pathlib import Path

import pytest

import followup_letters as fl
from followup_letters.filing import file_stem

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path.parent.name for path in GOLDEN.glob("*/interview.*"))


def interview_of(case: str) -> fl.Interview:
    (source,) = (GOLDEN / case).glob("interview.*")
    return fl.load(source)


def letters_of(case: str) -> dict[str, str]:
    """The letters of a case as text, by the name of their file."""
    return {f"{file_stem(letter.recipient.name)}.txt": letter.text for letter in fl.compose(interview_of(case))}


def test_there_are_at_least_twenty_four_golden_cases() -> None:
    assert len(CASES) >= 24


@pytest.mark.parametrize("case", CASES)
def test_the_letters_are_those_that_were_read(case: str, update_golden: bool) -> None:
    letters = letters_of(case)
    if update_golden:
        for old in (GOLDEN / case).glob("*.txt"):
            old.unlink()
        for name, text in letters.items():
            (GOLDEN / case / name).write_text(text, "utf-8")
    kept = {path.name: path.read_text("utf-8") for path in (GOLDEN / case).glob("*.txt")}
    assert letters == kept
    assert letters
