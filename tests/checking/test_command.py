"""`render-letter check`: what it prints, what it returns, and that it writes nothing."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from followup_letters.cli.check import run

UNTITLED = """\
candidate: {name: Maya Okafor, strengths: [Fluent in Spanish]}
company: {name: Northwind, address: [400 W Superior St]}
position: {title: Operations Manager, responsibilities: [Merge two warehouse systems]}
interview: {date: 2026-11-18}
people:
  - name: Priya Raman
    talked_about: the mis-sorts at Joliet
"""
COURTEOUS = """\
candidate: {name: Maya Okafor}
company: {name: Northwind, address: [400 W Superior St]}
position: {title: Operations Manager}
interview: {date: 2026-11-18, lasted: an hour and a half}
people:
  - {name: Priya Raman, title: Director, card: {name: Priya Raman}, talked_about: the mis-sorts at Joliet}
outlook: {interested: false}
letter: {ignore: [length, starts-with-i, repeated-opening, similar]}
"""


@pytest.fixture
def untitled(tmp_path: Path) -> str:
    path = tmp_path / "interview.yaml"
    path.write_text(UNTITLED, "utf-8")
    return str(path)


def test_every_finding_is_a_line_with_the_place_to_mend(untitled: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([untitled]) == 0
    said = capsys.readouterr().out
    assert said.startswith(untitled)
    (line,) = [line for line in said.splitlines() if "[title-missing, R6]" in line]
    assert f"{untitled}:6, people[0].title" in line


def test_a_name_is_confirmed_by_what_the_message_says(untitled: str, capsys: pytest.CaptureFixture[str]) -> None:
    run([untitled])
    (line,) = [line for line in capsys.readouterr().out.splitlines() if "name-unconfirmed" in line]
    assert "`card: {name: …}`" in line
    typed = UNTITLED.replace("    talked_about", "    card: {name: Priya Raman}\n    talked_about")
    Path(untitled).write_text(typed, "utf-8")
    run([untitled])
    assert "name-unconfirmed" not in capsys.readouterr().out


def test_what_is_to_go_by_email_is_checked_as_that(untitled: str, capsys: pytest.CaptureFixture[str]) -> None:
    run([untitled])
    assert "no e-mail address" not in capsys.readouterr().out
    run([untitled, "--medium", "email"])
    assert "no e-mail address" in capsys.readouterr().out


def test_an_open_need_is_asked_about(untitled: str, capsys: pytest.CaptureFixture[str]) -> None:
    run([untitled])
    assert "question: “Merge two warehouse systems” is answered by no strength" in capsys.readouterr().out


def test_a_need_that_was_said_to_be_answered_by_nothing_is_not_asked_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "settled.yaml"
    need = "{text: Merge two warehouse systems, answered: false}"
    path.write_text(UNTITLED.replace("[Merge two warehouse systems]", f"[{need}, Hire a night crew]"), "utf-8")
    run([str(path)])
    questions = [line for line in capsys.readouterr().out.splitlines() if "question:" in line]
    assert ["Hire a night crew" in line for line in questions] == [True]


NIGHTS = """\
candidate: {name: Maya Okafor, strengths: [Led the SAP migration for 140 users, Ran nights for two years]}
company: {name: Northwind}
position: {title: Operations Manager, responsibilities: [Merge two warehouse systems, Lead our night shift]}
interview: {date: 2026-11-18}
people: [{name: Priya Raman, role: hiring manager}]
outlook: {interested: true, omitted: [led the night shift for two years]}
"""


def test_a_question_says_what_a_letter_tells_already_and_asks_for_nothing_that_was_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "interview.yaml"
    path.write_text(NIGHTS, "utf-8")
    run([str(path)])
    (asked,) = [line for line in capsys.readouterr().out.splitlines() if "question:" in line]
    assert "“Merge two warehouse systems” is answered by no strength for certain" in asked
    assert "is it by “Led the SAP migration for 140 users”, which a letter tells? Then" in asked


def test_a_strength_that_a_letter_tells_as_left_out_is_not_untold(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "interview.yaml"
    sung = NIGHTS.replace("Ran nights for two years", "Sang with a choir for two summers")
    path.write_text(sung, "utf-8")
    run([str(path)])
    assert "in no letter: “Sang with a choir for two summers”" in capsys.readouterr().out
    path.write_text(sung.replace("led the night shift for two years", "sang with a choir for two summers"), "utf-8")
    run([str(path)])
    assert "in no letter: “" not in capsys.readouterr().out


def test_strict_fails_on_a_warning_and_not_on_a_note(untitled: str, tmp_path: Path) -> None:
    fine = tmp_path / "fine.yaml"
    fine.write_text(COURTEOUS, "utf-8")
    assert run([untitled, "--strict"]) == 1
    assert run([str(fine), "--strict", "--today", "2026-11-19"]) == 0


def test_json_is_one_object_with_the_version_of_its_shape(untitled: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([untitled, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["version"] == 1
    assert told["errors"] == []
    (checked,) = told["checked"]
    assert checked["file"] == untitled
    (finding,) = [each for each in checked["findings"] if each["id"] == "title-missing"]
    assert finding["where"]["line"] == 6
    assert finding["severity"] == "warning"
    assert checked["questions"] == [{"responsibility": "Merge two warehouse systems", "choices": ["Fluent in Spanish"]}]


def test_what_was_switched_off_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "interview.yaml"
    path.write_text(UNTITLED + "letter: {ignore: [title-missing]}\n", "utf-8")
    run([str(path)])
    said = capsys.readouterr().out
    assert "1 finding switched off by you: title-missing" in said
    assert "[title-missing" not in said


def test_a_file_that_cannot_be_read_stops_none_of_the_others(
    untitled: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([str(tmp_path / "none.yaml"), untitled]) == 2
    told = capsys.readouterr()
    assert "a file that exists" in told.err
    assert "[title-missing" in told.out


def test_the_day_is_that_of_the_machine_as_for_a_plan_and_may_be_given(
    untitled: str, capsys: pytest.CaptureFixture[str]
) -> None:
    met_on = dt.date.today() - dt.timedelta(days=30)
    Path(untitled).write_text(UNTITLED.replace("2026-11-18", str(met_on)), "utf-8")
    run([untitled])
    assert f"and today is {dt.date.today()}" in capsys.readouterr().out
    run([untitled, "--today", str(met_on)])
    assert "[late" not in capsys.readouterr().out
    with pytest.raises(SystemExit):
        run(["--help"])
    assert "The letters never depend on the day" in capsys.readouterr().out


def test_a_day_that_is_none_is_refused(untitled: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run([untitled, "--today", "soon"])
    assert stopped.value.code == 2
    assert "'soon' is no date" in capsys.readouterr().err


def test_nothing_is_written(untitled: str, tmp_path: Path) -> None:
    run([untitled])
    assert [path.name for path in tmp_path.iterdir()] == ["interview.yaml"]


def test_one_letter_may_be_checked_alone(capsys: pytest.CaptureFixture[str]) -> None:
    example = Path(__file__).parents[2] / "examples" / "operations-manager.yaml"
    assert run([str(example), "--to", "Luis", "--sources"]) == 0
    assert "the letter to Luis Ortega:" in (said := capsys.readouterr().out)
    assert "the letter to Tom Baker:" not in said


def test_what_keeps_the_styles_of_ones_own_from_being_written_is_told_all_at_once(
    untitled: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word = tmp_path / "mine" / "styles" / "word" / "word"
    word.mkdir(parents=True)
    (tmp_path / "mine/styles/letter.css.j2").write_text('{% include "ours/letter.css.j2" %}\n.sheet { colr: red; }\n')
    (word / "styles.xml").write_text('{% extends "ours/word/word/styls.xml" %}')
    assert run([untitled, "--templates", str(tmp_path / "mine")]) == 2
    told = capsys.readouterr()
    assert "[title-missing, R6]" in told.out
    assert "letter.css.j2:2\n  a PDF knows no property colr; did you mean color?" in told.err
    assert "there is no such template" in told.err


def test_each_sentence_is_told_with_its_fields_and_its_place_in_templates_of_ones_own(
    untitled: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = tmp_path / "mine" / "en" / "pursue.html.j2"
    body.parent.mkdir(parents=True)
    body.write_text("""\
<p>I enjoyed <em>our</em> talk
about {{ talked_about }}. {{ company_name }} is busy.</p>
<p>
{% vary %}
{{ company_name }}, Inc. It is where I would like
to work.
{% endvary %}
Never mind.</p>
""")
    assert run([untitled, "--templates", str(tmp_path / "mine"), "--sources"]) == 0
    said = capsys.readouterr().out.partition("the letter to Priya Raman:\n")[2]
    assert said.splitlines() == [
        f"    I enjoyed our talk about the mis-sorts at Joliet. ← people[0].talked_about ({body}:1)",
        f"    Northwind is busy. ← company.name ({body}:2)",
        f"    Northwind, Inc. ← company.name ({body}:5)",
        f"    It is where I would like to work. ← no field ({body}:5)",
        f"    Never mind. ← no field ({body}:8)",
    ]
    run([untitled, "--sources", "--json"])
    (checked,) = json.loads(capsys.readouterr().out)["checked"]
    assert {source["template"] for source in checked["sources"]["Priya Raman"]} == {None}
