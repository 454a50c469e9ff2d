"""A batch is checked like a single interview: an error keeps its letters from being written, a warning is told."""

from __future__ import annotations

import json
import pickle
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import followup_letters as fl
from followup_letters.choices import FindingId
from followup_letters.cli import main


def interview(talked_about: str) -> dict[str, Any]:
    return {
        "candidate": {"name": "Maya Okafor"},
        "company": {"name": "Northwind"},
        "position": {"title": "Planner"},
        "interview": {"date": "2026-11-18"},
        "people": [{"name": "Priya Raman", "talked_about": talked_about}],
        "outlook": {"told_not_strong": True},
    }


def test_an_error_stops_one_interview_and_not_the_next(tmp_path: Path) -> None:
    given = [interview("the thank-you notes on the wall"), interview("the mis-sorts at Joliet")]
    faulty, sound = fl.render_many(given, tmp_path, ["txt"])
    assert faulty.fault is not None
    assert "[thanks" in faulty.fault["message"]
    assert faulty.fault["faults"] == []  # as of every error that is not of the data: one shape, whatever stopped it
    assert FindingId.THANKS in {each.id for each in faulty.found}
    assert faulty.files == ()
    assert sound.fault is None
    assert [path.suffix for path in sound.files] == [".txt"]
    assert any("name-unconfirmed" in finding for finding in sound.findings)


def test_to_force_is_to_overrule_the_error_as_well(tmp_path: Path) -> None:
    (written,) = fl.render_many([interview("the thank-you notes on the wall")], tmp_path, ["txt"], force=True)
    assert written.fault is None
    assert any("[thanks" in finding for finding in written.findings)


def test_nobody_to_write_to_is_told_apart_from_a_letter_with_an_error(tmp_path: Path) -> None:
    nobody = interview("") | {"people": [{"name": "Priya Raman", "write": False}]}
    (result,) = fl.render_many([nobody], tmp_path, ["txt"])
    assert result.fault is not None
    assert "nobody in it gets a letter" in result.fault["message"]
    assert [fault["field"] for fault in result.fault["faults"]] == ["people"]
    assert FindingId.RECIPIENT_OMITTED in {each.id for each in result.found}


def test_a_result_says_what_each_letter_is_in_a_later_run_as_well(tmp_path: Path) -> None:
    given = [interview("the mis-sorts at Joliet"), interview("the thank-you notes on the wall")]
    made, stopped = fl.render_many(given, tmp_path, ["txt", "html"])
    facts = {"kind": "courtesy", "to": "Priya Raman", "role": "hiring manager", "mail_on": "2026-11-19"}
    assert (made.letters, stopped.letters) == ((facts,), ())
    again, _ = fl.render_many(given, tmp_path, ["txt", "html"])
    assert again.was_done
    assert again.letters == made.letters
    assert again.as_dict()["letters"] == [facts]
    assert pickle.loads(pickle.dumps(again)) == again


def test_a_result_of_an_earlier_run_does_not_look_as_if_all_were_mended(tmp_path: Path) -> None:
    given = [interview("the mis-sorts at Joliet")]
    (made,), (again,) = ([*fl.render_many(given, tmp_path, ["txt"])] for _ in range(2))
    assert "finding" in repr(made)
    told = "done by an earlier run, and not checked anew"
    assert repr(again) == f"<Result of interview 1: 1 file, {told}>"
    assert told in str(again)
    assert told in again._repr_html_()
    assert told not in str(made)
    assert (again.findings, again.found) == (made.findings, ())
    assert made.findings
    assert str(again).splitlines()[-1].strip() == made.findings[-1]


def test_what_still_stands_is_told_in_a_later_run_of_the_command_as_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rows.jsonl").write_text(f"{json.dumps(interview('the mis-sorts at Joliet'))}\n" * 2, "utf-8")
    for done_before in ("", " (done before)"):
        assert main([str(tmp_path / "rows.jsonl"), "-f", "txt", "-o", str(tmp_path / "out")]) == 0
        told = capsys.readouterr().err
        assert f"rows.jsonl:1{done_before}:\n  warning: " in told


def test_what_was_found_comes_as_findings_from_other_processes_as_well(tmp_path: Path) -> None:
    given = [interview("the thank-you notes on the wall"), interview("the mis-sorts at Joliet")]
    here = list(fl.render_many(given, tmp_path / "here", ["txt"]))
    with ProcessPoolExecutor(2) as executor:
        there = list(fl.render_many(given, tmp_path / "there", ["txt"], executor))
    stopped, written = here
    assert [each.found for each in here] == [each.found for each in sorted(there, key=lambda each: each.source)]
    assert [each.id for each in stopped.found if each.severity == "error"] == [FindingId.THANKS]
    for result in (stopped, written):
        grave = tuple(str(each) for each in result.found if each.severity != "note")
        assert result.findings == grave != ()
    assert pickle.loads(pickle.dumps(here)) == here


def test_files_of_the_old_date_are_named_where_they_are_still_as_they_were_written(tmp_path: Path) -> None:
    given = interview("the mis-sorts at Joliet")
    (first,) = fl.render_many([given], tmp_path, ["txt", "html"])
    first.files[0].write_text("mine now")
    (second,) = fl.render_many([given | {"letter": {"mail_on": "2026-11-30"}}], tmp_path, ["txt"])
    assert (first.older, second.older) == ((), first.files[1:])
    assert first.files[1].is_file()


def test_each_warning_of_many_interviews_stands_below_the_file_that_it_is_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [tmp_path / "one.json", tmp_path / "two.json"]
    for file in files:
        file.write_text(json.dumps(interview("the mis-sorts at Joliet")))
    assert main([*map(str, files), "-f", "txt", "-o", str(tmp_path / "out"), "--force"]) == 0
    lines = capsys.readouterr().err.splitlines()
    begun = next(number for number, line in enumerate(lines) if line.startswith("  warning:"))
    assert lines[begun - 1] == f"{files[0]}:"
    assert f"{files[1]}:" in lines[begun:]
