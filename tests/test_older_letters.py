"""Letters of an old date that lie beside the new ones are told where we know that we made them, and are left there."""

from __future__ import annotations

from pathlib import Path

import pytest

from followup_letters.cli.render import run

NOTES = """\
candidate: {name: Maya Okafor, strengths: [Led the SAP migration for 140 users]}
company: {name: Northwind, address: [400 W Superior St]}
position: {title: Planner, responsibilities: [Merge two warehouse systems]}
interview: {date: 2026-11-18}
people: [{name: Priya Raman, talked_about: the mis-sorts at Joliet}, {name: Tom Baker, role: panel}]
"""
LATER = NOTES + "letter: {mail_on: 2026-11-30}\n"
OLD = "2026-11-19_Northwind_Priya-Raman"


def rendered(text: str, *options: str) -> None:
    """Render `text` as `interview.yaml` into `letters`."""
    Path("interview.yaml").write_text(text, "utf-8")
    assert run(["interview.yaml", "-o", "letters", *options]) == 0


@pytest.fixture(autouse=True)
def before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """The folder of letters that were rendered before their day was changed."""
    monkeypatch.chdir(tmp_path)
    rendered(NOTES, "-f", "docx,pdf")
    assert "earlier run" not in capsys.readouterr().err
    return tmp_path / "letters"


def notes_in(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [line for line in capsys.readouterr().err.splitlines() if "earlier run" in line]


def test_what_was_made_before_the_day_was_changed_is_told_in_a_line_and_stays(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rendered(LATER, "-f", "txt")
    (line,) = notes_in(capsys)
    assert "4 files of an earlier run, with another date or reader, lie there as well" in line
    assert f"if they are not wanted: rm letters/{OLD}.docx letters/{OLD}.pdf letters/" in line
    assert len(list(Path("letters").iterdir())) == 6


def test_a_letter_under_the_name_it_had_with_a_full_stop_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    text = NOTES.replace("name: Priya Raman", "name: Dr. Priya Raman").replace(
        "name: Northwind", "name: St. Mary Parish"
    )
    former = Path("letters", "2026-11-19_St.-Mary-Parish_Dr.-Priya-Raman.docx")
    former.write_bytes(b"as it was")
    rendered(text)
    assert Path("letters", "2026-11-19_St-Mary-Parish_Dr-Priya-Raman.docx").is_file()
    assert f"if it is not wanted: rm {former}" in capsys.readouterr().err


def test_what_has_been_changed_since_is_not_told(capsys: pytest.CaptureFixture[str]) -> None:
    changed = Path("letters", f"{OLD}.docx")
    changed.write_bytes(changed.read_bytes() + b" ")
    rendered(LATER, "--to", "Raman")
    (line,) = notes_in(capsys)
    assert "1 file of an earlier run" in line
    assert line.endswith(f"if it is not wanted: rm letters/{OLD}.pdf")


def test_an_older_letter_with_other_words_is_told_as_one_of_two(capsys: pytest.CaptureFixture[str]) -> None:
    rendered(LATER.replace("the mis-sorts at Joliet", "the rota of the night shift"), "-f", "txt", "--to", "Raman")
    err = capsys.readouterr().err
    assert f"note: letters/{OLD}.docx, letters/{OLD}.pdf are to the same reader with an earlier date" in err
    assert "earlier run" not in err  # which of the old ones were changed by hand nobody can know
    rendered(LATER, "-f", "txt", "--replace", "--to", "Raman")
    assert "earlier date" not in capsys.readouterr().err


def test_letters_of_another_interview_with_the_same_people_are_not_told(capsys: pytest.CaptureFixture[str]) -> None:
    rendered(NOTES.replace("2026-11-18", "2026-12-09"))
    rendered(NOTES, "--replace")
    assert Path("letters", OLD.replace("11-19", "12-10") + ".docx").is_file()
    notes = [line for line in capsys.readouterr().err.splitlines() if " note: " in line]
    assert [line for line in notes if "is past" not in line] == []  # which depends on the day of the test


def test_a_name_like_ours_with_a_day_that_is_none_is_passed_over(capsys: pytest.CaptureFixture[str]) -> None:
    Path("letters", OLD.replace("11-19", "11-39") + ".docx").write_bytes(b"")
    Path("letters", OLD.replace("2026", "0001") + ".docx").write_bytes(b"")
    rendered(LATER, "-f", "txt")
    assert "4 files" in notes_in(capsys)[0]


@pytest.mark.parametrize("options", [("--replace",), ("--to", "Okonjo")])
def test_a_letter_under_a_name_that_was_mended_since_is_named_before_all_else(
    options: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    rendered(NOTES.replace("Priya Raman", "Priya Okonjo"), *options)
    notes = [line for line in capsys.readouterr().err.splitlines() if " note: " in line]
    assert notes[0].startswith("  note: 2 files go to nobody who gets a letter now, as after a name was mended; if")
    assert notes[0].endswith(f"if they are not wanted: rm letters/{OLD}.docx letters/{OLD}.pdf")
    assert "Tom-Baker" not in notes[0]


def test_neither_a_sheet_for_a_call_nor_another_company_is_a_letter_to_nobody(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("2026-11-19_Northwind_Ann-Lee_call.pdf", "2026-11-19_Southwind_Ann-Lee.pdf"):
        Path("letters", name).write_bytes(b"")
    rendered(NOTES, "--replace")
    assert "nobody" not in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--quiet", "--json"])
def test_where_nothing_is_to_be_said_nothing_is(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    rendered(LATER, option)
    assert notes_in(capsys) == []


def test_the_same_letter_in_another_format_is_told_once_it_is_not_as_now(capsys: pytest.CaptureFixture[str]) -> None:
    rendered(NOTES)  # as DOCX alone, beside the PDFs, and nothing is changed
    assert "as they are now" not in capsys.readouterr().err
    rendered(NOTES.replace("the mis-sorts at Joliet", "the dock at Joliet"), "--replace")
    told = capsys.readouterr().err
    assert f"letters/{OLD}.pdf is of the same letters, and not as they are now" in told
    assert "-f pdf --replace writes them anew" in told


def test_a_letter_that_travels_otherwise_than_the_file_says_makes_none_of_the_others_stale(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rendered(NOTES, "--to", "Raman", "--medium", "email", "-f", "eml")
    assert "as they are now" not in capsys.readouterr().err
    rendered(NOTES.replace("the mis-sorts", "the dock"), "--to", "Raman", "--medium", "post", "-f", "txt")
    assert f"letters/{OLD}.docx, letters/{OLD}.pdf are of the same letters" in capsys.readouterr().err
