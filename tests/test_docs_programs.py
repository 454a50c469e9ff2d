"""docs/programs.md does what it says: each command of its dialogue gives what is shown below it."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import ValidationError

import followup_letters as fl
from followup_letters.errors import FaultKind

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "programs.md").read_text("utf-8")
SNIPPETS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
SCRIPTS = Path(sys.executable).parent
NOTES: dict[str, Any] = {
    "candidate": {"name": "Maya Okafor"},
    "company": {"name": "Northwind"},
    "position": {"title": "Planner"},
    "interview": {"date": "2026-11-18"},
    "people": [{"name": "Priya Raman", "talked_about": "the mis-sorts at Joliet"}],
}


def holds(shown: Any, given: Any) -> bool:
    """True if everything that is shown is in what was given; the page is shortened."""
    if isinstance(shown, dict):
        return isinstance(given, dict) and all(
            key in given and holds(value, given[key]) for key, value in shown.items()
        )
    if isinstance(shown, list):
        return all(any(holds(item, each) for each in given) for item in shown) and bool(shown) == bool(given)
    return bool(shown == given)


def test_each_command_gives_what_is_shown_below_it(tmp_path: Path) -> None:
    pairs = re.findall(r"```sh\n(.*?)```.*?```json\n(.*?)```", PAGE, re.DOTALL)
    assert len(pairs) == 2
    for command, shown in pairs:
        path = f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            command,
            shell=True,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            env=os.environ | {"PATH": path},
            check=False,
        )
        given = json.loads(done.stdout)
        assert holds(json.loads(shown), given), (shown, given)
        assert done.returncode == (2 if given["errors"] else 0)


def test_every_key_of_the_table_is_there(tmp_path: Path) -> None:
    interview = tmp_path / "i.yaml"
    interview.write_text(
        "candidate: {name: Maya, strengths: [Ran nights]}\ncompany: {name: Northwind}\n"
        "position: {title: Planner, responsibilities: [Train new planners]}\ninterview: {date: 2026-11-18}\n"
        "people: [{name: Priya Raman}]\n"
    )
    rows = re.findall(r"^\| `render-letter (.*?) --json` \| (.*?) \|$", PAGE, re.MULTILINE)
    assert len(rows) == 6
    for command, keys in rows:
        arguments = command.replace("FILE", str(interview)).split()
        done = subprocess.run(
            [SCRIPTS / "render-letter", *arguments, "--json"], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        named = set(re.findall(r"`(\w+)`", keys))
        assert named
        assert named <= set(re.findall(r'"(\w+)":', done.stdout)) | {"file", "why", "score"}, (command, done.stdout)


def test_the_program_is_typed_as_strictly_as_ours(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(SNIPPETS[0] + SNIPPETS[2])
    mypy = [sys.executable, "-m", "mypy", "--strict", str(tmp_path / "program.py")]
    ours = os.environ | {"MYPYPATH": str(ROOT / "src")}
    done = subprocess.run(mypy, cwd=ROOT, env=ours, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_program_gives_letters_or_what_is_wrong() -> None:
    program = SNIPPETS[0]
    names: dict[str, Any] = {}
    exec(program, names)  # our own words, and the point is that they run
    code, letters = names["answer"](NOTES)
    assert (code, list(letters)) == (200, ["2026-11-19_Northwind_Priya-Raman.pdf"])
    assert names["answer"](NOTES | {"people": [{"name": "Priya Raman", "met": False}]}) == (200, {})
    code, told = names["answer"](NOTES | {"position": {"title": "Planner", "level": "sneior"}})
    assert (code, told["faults"][0]["hint"]) == (400, "did you mean senior?")
    code, told = names["answer"](NOTES | {"outlook": {"interested": True, "reasons": ["the pay"]}})
    assert (code, [finding["id"] for finding in told["findings"]]) == (422, ["whole-sentence"])


class Frame:
    """What matters of a pandas.DataFrame of objects: an empty cell is a number that is none."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self.rows = rows

    def astype(self, kind: type) -> Frame:
        assert kind is object
        return self

    def notna(self) -> list[set[str]]:
        return [{name for name, cell in row.items() if cell == cell} for row in self.rows]

    def where(self, there: list[set[str]], other: None) -> Frame:
        pairs = zip(self.rows, there, strict=True)
        return Frame([{name: cell if name in kept else other for name, cell in row.items()} for row, kept in pairs])

    def to_dict(self, form: str) -> list[dict[str, Any]]:
        assert form == "records"
        return self.rows


def test_what_is_wrong_stands_beside_its_field_and_what_is_of_none_beside_nothing() -> None:
    names: dict[str, Any] = {}
    exec(SNIPPETS[0], names)  # our own words, and the point is that they run

    def said(load: Callable[[], object]) -> dict[str, list[str]]:
        with pytest.raises(fl.InputError) as caught:
            load()
        told = names["beside_fields"](caught.value)
        assert [fault.field for fault in caught.value.faults if fault.field] == [field for field in told if field]
        return dict(told)

    wrong = {"position": {"title": "Planner", "level": "sneior"}, "people": [{"name": "B", "tilte": "x"}]}
    rule = "here belongs one of: junior, mid, senior, executive; did you mean senior?"
    beside = said(lambda: fl.load(NOTES | wrong, files=False))
    assert beside == {"position.level": [rule], "people[0].tilte": ["there is no such field; did you mean title?"]}
    assert said(lambda: fl.load(NOTES | {"position": {}})) == {
        "position.title": ["title must be given; for example: title: Regional Operations Manager"]
    }
    assert "None where a fault is of no one field" in PAGE
    many = NOTES | {"people": [{"name": ""}] * 30}
    for load in (
        lambda: fl.load_text('{"a": ', suffix=".json", files=False),
        lambda: fl.load_text("null", suffix=".json", files=False),
        lambda: fl.load("no-such-file.yaml"),
        lambda: fl.load([], files=False),  # type: ignore[arg-type]
        lambda: fl.load(many, files=False),
    ):
        assert said(load)[""]


def test_a_table_becomes_letters_as_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    row = {"date": dt.datetime(2026, 11, 18), "job": "Planner", "company": "Northwind", "name": "Priya Raman"}
    more = {"title": float("nan"), "talked_about": "the mis-sorts at Joliet"}
    names: dict[str, Any] = {"df": Frame([row | more, row | more | {"name": float("nan")}])}
    program, table, named = (SNIPPETS[number] for number in (0, -4, -3))
    exec(program + table, names)  # our own words, and they run
    done, failed = names["results"]
    assert [path.name for path in done.files] == ["2026-11-19_Northwind_Priya-Raman.docx"]
    assert [fault["field"] for fault in failed.fault["faults"]] == ["people[0].name"]
    exec(named, names)
    assert [(result.source, result.folder) for result in names["results"]] == [
        ("Northwind-Priya Raman", "Northwind-Priya-Raman"),
        ("Northwind-None", "Northwind-None"),
    ]


def test_a_column_of_json_becomes_letters_as_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"fl": fl, "json": json, "cursor": [{"id": 7, "doc": json.dumps(NOTES)}]}
    exec(SNIPPETS[-2], names)  # our own words, and they run
    ((source, folder, fault),) = ((each.source, each.folder, each.fault) for each in names["results"])
    assert (source, folder, fault) == ("7", "7", None)


def _flat(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """The cells of a row of pandas.json_normalize: what is within a table, with the path to it."""
    for name, value in table.items():
        if isinstance(value, dict) and value:
            yield from _flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value


def test_a_row_whose_columns_are_paths_becomes_the_interview_that_it_was_made_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interviews = [fl.load(path) for path in sorted((ROOT / "examples").glob("*.yaml"))]
    assert interviews
    rows = [dict(_flat(each.model_dump(mode="json"))) for each in interviews]
    assert all("candidate.name" in row and "candidate" not in row for row in rows)
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"rows": [dict(_flat(NOTES))]}
    exec(SNIPPETS[0] + SNIPPETS[-1], names)  # our own words, and they run
    assert [len(result.files) for result in names["results"]] == [1]
    monkeypatch.chdir(ROOT / "examples")  # where the files are that they name
    assert [fl.load(names["nested"](row)) for row in rows] == interviews


def test_whose_an_error_is_decides_what_the_program_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    names: dict[str, Any] = {}
    exec(SNIPPETS[0], names)
    assert names["answer"](NOTES | {"holidays": "ZZ"})[0] == 400
    asked = {"letterhead": "/srv/secret/none.docx"}
    monkeypatch.setattr(names["fl"], "compose", partial(fl.compose, **asked), raising=False)
    assert names["answer"](NOTES) == (500, {"error": "InputError"})
    monkeypatch.setitem(sys.modules, "holidays", None)
    code, told = names["answer"](NOTES | {"holidays": "US"})
    assert (code, told["field"]) == (422, "holidays")
    assert told["message"].endswith("give their dates")


def test_a_character_that_no_font_has_is_told_in_a_sentence_to_show(tmp_path: Path) -> None:
    none = tmp_path / "fonts.conf"  # so that it is so on every machine
    none.write_text('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>')
    data = NOTES | {"people": [{"name": "Priya Raman", "talked_about": "the party \U0001f389"}]}
    program = f"{SNIPPETS[0]}\nimport json\nprint(json.dumps(answer({data!a})))"
    fontless = os.environ | {"FONTCONFIG_FILE": str(none)}
    done = subprocess.run([sys.executable, "-c", program], env=fontless, capture_output=True, text=True, check=True)
    code, told = json.loads(done.stdout)
    assert (code, told["field"]) == (422, "people[0].talked_about")
    assert "no font here has" in told["message"]


def test_an_interview_within_a_model_of_pydantics_is_told_as_load_tells_it() -> None:
    names: dict[str, Any] = {}
    exec(
        compile(SNIPPETS[0] + SNIPPETS[2], "<page>", "exec", dont_inherit=True), names
    )  # annotations as pydantic reads them
    job = names["Job"]
    interview = fl.load(NOTES)
    assert job(interview=NOTES).interview == job(interview=interview).interview == interview
    wrong = {"position": {"title": "Planner", "level": "sneior"}, "people": [{"nme": "B"}]}
    with pytest.raises(ValidationError) as caught:
        job(interview=NOTES | wrong)
    (said,) = caught.value.errors()
    assert said["loc"] == ("interview",)
    assert "people[0].nme: there is no such field; did you mean name?" in said["msg"]
    assert [fault["field"] for fault in said["ctx"]["faults"]] == ["position.level", "people[0].nme"]
    assert "Interview" in job.model_json_schema()["$defs"]


def test_an_event_from_a_database_is_one_more_of_the_history() -> None:
    names: dict[str, Any] = {"fl": fl, "interview": fl.load(NOTES)}
    exec(SNIPPETS[1], names)
    assert [event.what for event in names["interview"].history] == ["wrote"]
    assert "done" in {step.state for step in names["plan"].steps}


def test_what_is_of_one_person_is_found_as_the_page_says() -> None:
    told = PAGE.partition("One person's letter is ")[2].partition("\n\n")[0]
    names: dict[str, Any] = {"fl": fl, "interview": fl.load(ROOT / "examples" / "operations-manager.yaml")}
    names["plan"] = fl.plan(names["interview"], dt.date(2026, 11, 23))
    letters = fl.compose(names["interview"])
    names |= {"findings": fl.check(letters), "letter": letters[0]}
    letter, sheet, found, steps = (eval(each, names) for each in re.findall(r"`([^`]+)`", told))
    assert letter.recipient.name == sheet.person.name == steps[0].person.name == "Dr. Priya Raman"
    assert letter.text == letters[0].text
    assert len(steps) == 2
    assert found
    told = PAGE.partition("every finding is told once by\n")[2].partition("\n\n")[0]
    own, of_all = re.findall(r"`([^`]+)`", told)
    each = [finding for letter in letters for finding in eval(own, names | {"letter": letter})]
    assert sorted(map(str, [*each, *eval(of_all, names)])) == sorted(map(str, names["findings"]))
    told = PAGE.partition("Findings of one weight are ")[2].partition("\n\n")[0]
    errors, warnings, notes, usual, *_, private = (eval(each, names) for each in re.findall(r"`([^`]+)`", told))
    assert len(errors) + len(warnings) + len(notes) == len(names["findings"])
    assert private.count(b"DESCRIPTION") > usual.count(b"DESCRIPTION")


def test_the_kinds_of_a_fault_are_those_that_are_told() -> None:
    told = PAGE.partition("The `kind` of a fault")[2].partition("\n\n")[0]
    assert re.findall(r"`(\w+)`", told) == [*get_args(FaultKind)]


def test_a_mistake_in_the_templates_of_a_program_is_told_as_that(tmp_path: Path) -> None:
    mine = tmp_path / "mine" / "en" / "body.html.j2"
    mine.parent.mkdir(parents=True)
    mine.write_text("<p>{{ persn.name }}</p>")
    for give in (lambda: fl.compose(fl.load(NOTES), templates=tmp_path / "mine"), lambda: plan_with(tmp_path / "no")):
        with pytest.raises(fl.TemplateError):
            give()
    (result,) = fl.render_many([NOTES], tmp_path / "out", ["txt"], templates=tmp_path / "mine")
    assert result.fault is not None
    assert result.fault["error"] == "TemplateError"


def plan_with(templates: Path) -> fl.Plan:
    return fl.plan(fl.load(NOTES), dt.date(2026, 11, 23), templates=templates)


def test_the_keys_of_a_fault_are_those_that_are_told() -> None:
    told = PAGE.partition("`faults` with")[2].partition("each;")[0]
    assert set(re.findall(r"`(\w+)`", told)) == set(fl.Fault("").as_dict())
    assert fl.InputError([]).exit_code == 2


def test_the_checks_of_a_service_hold_as_the_page_says() -> None:
    taken_back = SNIPPETS[3]
    names = {"interview": fl.load(NOTES | {"letter": {"ignore": ["title-missing"]}}, files=False)}
    assert "title-missing" not in {finding.id for finding in fl.check(fl.compose(names["interview"]))}
    exec(taken_back, names)  # our own words, and the point is that they run
    assert "title-missing" in {finding.id for finding in fl.check(fl.compose(names["interview"]))}
