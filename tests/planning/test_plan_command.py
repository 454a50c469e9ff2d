"""`render-letter plan`: what it prints, what it writes, and what it says when it cannot."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from pathlib import Path

import icalendar
import pytest

from followup_letters.cli.plan import run
from followup_letters.loading import load

TODAY = ["--today", "2026-11-19"]


@pytest.fixture
def file(tmp_path: Path, examples: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    shutil.copytree(examples, tmp_path, dirs_exist_ok=True)
    shutil.copy(examples / "operations-manager.yaml", tmp_path / "one.yaml")
    monkeypatch.chdir(tmp_path)
    return "one.yaml"


def test_one_file_is_a_timeline(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([file, *TODAY]) == 0
    told = capsys.readouterr()
    assert told.out.splitlines()[3] == "Next: Mail the letter to Dr. Priya Raman"
    assert "to do    Fri Nov 27  Call Dr. Priya Raman" in told.out
    assert told.err == ""


@pytest.mark.parametrize("option", ["--ics", "--call-sheets", "--second-interview"])
def test_an_empty_name_is_refused(option: str, file: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run([file, option, "", *TODAY])
    assert ended.value.code == 2
    assert "the name of a file or folder is empty" in capsys.readouterr().err


def test_a_day_of_another_year_is_told_with_its_year(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = Path(file).read_text()
    assert "2026-11-18" in text
    Path(file).write_text(text.replace("2026-11-18", "2027-11-18"))
    assert run([file, *TODAY]) == 0
    told = capsys.readouterr().out
    assert "Interview on Thursday, November 18, 2027. Today is Thursday, November 19." in told
    assert "on Monday, November 22, 2027" in told


def test_an_entry_that_lies_ahead_is_told_with_its_file_and_is_in_the_data(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with Path(file).open("a") as text:
        text.write("history: [{on: 2026-12-30, what: called, response: voicemail}]\n")
    assert run([file, *TODAY]) == 0
    (line,) = capsys.readouterr().err.splitlines()
    assert "“called” is noted on 2026-12-30, and today is 2026-11-19, so that a plan passes it over until then" in line
    assert f"({file}, history[0].on)" in line
    assert run([file, "--json", *TODAY]) == 0
    (passed_over,) = json.loads(capsys.readouterr().out)["plans"][0]["passed_over"]
    assert (passed_over["on"], passed_over["what"]) == ("2026-12-30", "called")


def test_two_candidates_who_met_one_person_have_a_sheet_each(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    text, named = Path(file).read_text(), re.compile("^candidate: .*$", re.MULTILINE)
    assert named.search(text)
    for name, candidate in ((file, "Maya Okafor"), ("two.yaml", "Ben Other")):
        Path(name).write_text(named.sub(f"candidate: {{name: {candidate}}}", text))
    for more in ([], ["--replace"]):
        assert run([file, "two.yaml", "--call-sheets", "sheets", "-f", "docx,txt", *more, *TODAY]) == 0
        told = [line for line in capsys.readouterr().out.splitlines() if line.startswith("sheets/")]
        assert len(set(told)) == len(told) == len([*Path("sheets").iterdir()])
    ours, theirs = sorted(Path("sheets").glob("*Raman*.txt"), key=lambda path: len(path.name))
    assert theirs.stem == f"{ours.stem}-2"
    assert ("Maya Okafor" in ours.read_text(), "Ben Other" in theirs.read_text()) == (True, True)


def test_a_call_sheet_is_written_in_each_of_the_formats(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([file, "--call-sheets", "sheets", "-f", "docx,TXT", *TODAY]) == 0
    assert sorted(path.suffix for path in Path("sheets").iterdir()) == [".docx", ".txt"]


def test_several_files_are_one_agenda(file: str, capsys: pytest.CaptureFixture[str], examples: Path) -> None:
    assert run([file, str(examples / "software-developer.toml"), *TODAY]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Agenda for ")
    assert "(Northwind)" in told


def test_a_file_with_faults_is_told_and_the_others_are_planned(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("two.yaml").write_text("candidate: {name: X}\n")
    assert run(["two.yaml", file, *TODAY]) == 2
    told = capsys.readouterr()
    assert "two.yaml" in told.err
    assert "Northwind" in told.out


def test_nothing_is_printed_if_no_file_can_be_planned(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["missing.yaml", *TODAY]) == 2
    assert capsys.readouterr().out == ""


def test_json_has_a_version_every_step_and_every_fault(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([file, "missing.yaml", "--json", *TODAY]) == 2
    data = json.loads(capsys.readouterr().out)
    assert data["version"] == 1
    assert [plan["file"] for plan in data["plans"]] == [file]
    assert [step["on"] for step in data["plans"][0]["steps"]] == ["2026-11-20"] * 4 + ["2026-11-27"]
    assert [fault["error"] for fault in data["errors"]] == ["InputError"]


@pytest.mark.parametrize("option", ["--replace", "--force"])
def test_the_calendar_is_written_once_and_replaced_only_if_asked_for(
    option: str, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([file, "--ics", "plan.ics", *TODAY]) == 0
    assert capsys.readouterr().out.rstrip().endswith("plan.ics")
    calendar = icalendar.Calendar.from_ical(Path("plan.ics").read_bytes())
    assert len(calendar.walk("VEVENT")) == 5
    assert run([file, "--ics", "plan.ics", *TODAY]) == 0  # the very same, which is as good as written
    capsys.readouterr()
    assert run([file, "--ics", "plan.ics", "--private", *TODAY]) == 2
    refused = capsys.readouterr().err
    assert "plan.ics" in refused
    assert "--replace" in refused
    assert run([file, "--ics", "plan.ics", option, *TODAY]) == 0


def test_reasons_are_in_the_calendar_only_if_asked_for(file: str) -> None:
    assert run([file, "--ics", "open.ics", *TODAY]) == 0
    assert run([file, "--ics", "private.ics", "--private", *TODAY]) == 0
    assert b"R32" not in Path("open.ics").read_bytes()
    assert b"R32" in Path("private.ics").read_bytes()


def test_a_sheet_is_written_for_each_call(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([file, "--call-sheets", "sheets", "-f", "txt", *TODAY]) == 0
    sheets = [path.name for path in Path("sheets").iterdir()]
    assert len(sheets) == 1
    assert "private" in sheets[0]
    said = capsys.readouterr().out
    assert sheets[0] in said
    assert said.startswith("Next: Mail the letter to ")
    assert "to do" not in said, "who asks for files is not told the whole plan once more"


@pytest.mark.parametrize("data", [[], ["--json"]])
def test_without_a_call_no_folder_is_made_and_that_is_told(
    data: list[str], file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = Path(file).read_text("utf-8").replace("  interested: true", "  interested: false")
    Path(file).write_text(text, "utf-8")
    assert run([file, "--call-sheets", "sheets", *data, *TODAY]) == 0
    assert not Path("sheets").exists()
    printed = capsys.readouterr()
    assert printed.err == f"  note: {file} plans no call, so there is no call sheet to write\n"
    assert not data or json.loads(printed.out)["written"] == []


def test_the_second_interview_is_a_file_that_lacks_only_its_day(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([file, "--second-interview", "second.yaml", *TODAY]) == 0
    assert "second.yaml lacks the day of the second interview" in capsys.readouterr().err
    text = Path("second.yaml").read_text("utf-8")
    Path("second.yaml").write_text(text.replace("  date:", "  date: 2026-12-02", 1), "utf-8")
    second = load("second.yaml")
    assert second.interview.date == dt.date(2026, 12, 2)
    assert second.company == load(file).company


def test_the_day_of_the_machine_is_the_default(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([file, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["plans"][0]["today"]
    assert abs((dt.date.fromisoformat(told) - dt.date.today()).days) <= 1


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["one.yaml", "--today", "tomorrow"], "year-month-day"),
        (["one.yaml", "two.yaml", "--ics", "plan.ics"], "take one interview file"),
        (["one.yaml", "-f", "pfd"], "did you mean pdf?"),
        ([], "FILE"),
    ],
)
def test_a_slip_is_told_in_a_line(arguments: list[str], hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(arguments)
    assert stopped.value.code == 2
    assert hint in capsys.readouterr().err


def test_what_a_call_sheet_leaves_blank_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bare = Path(__file__).parents[1] / "golden" / "everything-optional-missing" / "interview.yaml"
    assert run([str(bare), "--today", "2026-11-24", "--call-sheets", str(tmp_path / "sheets"), "-f", "txt"]) == 0
    assert list((tmp_path / "sheets").iterdir())
    said = capsys.readouterr().err
    assert "has blanks to fill in by hand: " in said
    assert "people[0].phone" in said


def test_a_folder_of_several_interviews_makes_no_calendar_of_one(
    file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "two"
    folder.mkdir()
    for name in ("one.yaml", "other.yaml"):
        (folder / name).write_text(Path(file).read_text("utf-8"), "utf-8")
    with pytest.raises(SystemExit) as ended:
        run([str(folder), "--ics", str(tmp_path / "x.ics"), *TODAY])
    assert ended.value.code == 2
    assert "take one interview file" in capsys.readouterr().err
    assert not (tmp_path / "x.ics").exists()
