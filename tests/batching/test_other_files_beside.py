"""A folder may hold what its interviews name: résumés, postings, cards. None of them is taken for an interview."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from followup_letters.batching.sources import interview_files
from followup_letters.errors import InputError
from followup_letters.loading import load

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


def test_an_interview_is_seen_in_whatever_encoding_and_with_whatever_line_ends(tmp_path: Path) -> None:
    text = INTERVIEW.replace("resume.json", "{name: Ann}").replace("{file: job.json}", "{title: Cook}")
    text = text.replace("job.json", "{name: Northwind}") + "people: [{name: Priya Raman}]\n"
    last_first = "".join(reversed(text.splitlines(keepends=True)))
    written = {
        "mac.yaml": text.replace("\n", "\r").encode(),
        "mark.yaml": last_first.encode("utf-8-sig"),
        "utf16.yaml": text.encode("utf-16"),
        "utf16be.yaml": b"\xfe\xff" + last_first.encode("utf-16-be"),
        "utf16le.json": json.dumps({"interview": {}}).encode("utf-16-le"),
    }
    for name, content in written.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "candidate.yaml").write_bytes("name: Ann\nemail: ann@example.com\n".encode("utf-16"))
    assert [path.name for path in interview_files(tmp_path)] == sorted(written)
    assert load(tmp_path / "mac.yaml") == load(tmp_path / "mark.yaml")
    with pytest.raises(InputError, match="a file in UTF-16"):
        load(tmp_path / "utf16.yaml")
