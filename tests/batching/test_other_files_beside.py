"""A folder may hold what its interviews name: résumés, postings, cards. None of them is taken for an interview."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from followup_letters.batching.sources import interview_files

INTERVIEW = "candidate: resume.json\ncompany: job.json\nposition: {file: job.json}\ninterview: {date: 2026-11-18}\n"
OTHERS = {
    "resume.json": {"basics": {"name": "Ann"}, "work": [{"position": "Cook", "company": "x", "highlights": ["Cut"]}]},
    "job.json": {"title": "Cook", "company": "Northwind", "qualifications": ["A licence"], "remote": "None"},
    "posting.json": {"@type": "JobPosting", "title": "Cook", "company": "x", "position": "y"},
}


@pytest.mark.parametrize("indent", [None, 2])
def test_what_an_interview_names_is_passed_over(tmp_path: Path, examples: Path, indent: int | None) -> None:
    (tmp_path / "interview.yaml").write_text(INTERVIEW + "people: [{name: Priya Raman}]\n", "utf-8")
    for name, data in OTHERS.items():
        (tmp_path / name).write_text(json.dumps(data, indent=indent), "utf-8")
    for file in (examples / "from-files").iterdir():
        shutil.copy(file, tmp_path / f"a-{file.name}")
    assert [path.name for path in interview_files(tmp_path)] == ["interview.yaml"]
