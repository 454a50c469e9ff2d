"""The README does what it says: every command and snippet in it is run."""

from __future__ import annotations

import ast
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import followup_letters as fl

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = [line.split("#")[0].strip() for line in README.splitlines() if line.startswith("    render-letter")]
SCRIPTS = Path(sys.executable).parent


def snippet(language: str) -> str:
    """The snippets in `language`, each after the one above it."""
    found = re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)
    assert found
    return "".join(found)


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A folder with the README's interview file as copied, and the examples."""
    (tmp_path / "interview.yaml").write_text(snippet("yaml"), "utf-8")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return tmp_path


def test_the_commands_run_one_after_the_other(notes: Path) -> None:
    (notes / "interview.yaml").unlink()
    assert len(COMMANDS) >= 4
    for command in COMMANDS:
        program, *arguments = shlex.split(command)
        done = subprocess.run([SCRIPTS / program, *arguments], cwd=notes, capture_output=True, text=True, check=False)
        assert done.returncode == 0, (command, done.stderr)


def test_the_way_to_the_first_letter_is_a_block_that_a_new_shell_runs(tmp_path: Path) -> None:
    block = re.search(r"## Your first letter\n(?:\S.*\n|\n)+((?:    .*\n)+)", README)
    assert block is not None
    activate = tmp_path / "clone" / ".venv" / "bin" / "activate"
    activate.parent.mkdir(parents=True)
    activate.write_text(f"PATH={shlex.quote(str(SCRIPTS))}:$PATH\n", "utf-8")
    environment = {**os.environ, "HOME": str(tmp_path), "PATH": os.defpath}
    done = subprocess.run(
        ["sh", "-e"],
        input=block[1],
        cwd=tmp_path / "clone",
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "letters").glob("*.docx"))) == 2


def test_the_python_runs_and_prints_what_it_says(notes: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", snippet("python")], cwd=notes, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    for comment in (
        "pursue 2026-11-20",
        "Director of Operations",
        "warning: “Dr. Priya Raman” was not compared with a card",
        "Mail the letter to Dr. Priya",
    ):
        assert comment in README
        assert comment in done.stdout
    assert len(list(notes.glob("*.docx"))) == 3
    assert {path.name for path in notes.iterdir()} >= {"call.pdf", "plan.ics"}
    assert len(list(notes.glob("letters/operations-manager/*"))) == 6  # three letters, each in two formats
    assert " - Led the SAP EWM migration for 140 users" in done.stdout
    made = sorted(path.name for path in notes.iterdir() if path.suffix in {".docx", ".pdf", ".ics"})
    root = Path(__file__).parents[1]
    if (root / ".git").exists():  # in a clone, where it is to be run, it leaves nothing to commit
        asked = ["git", "check-ignore", "--no-index", *made, "letters/x.docx"]
        ignored = subprocess.run(asked, cwd=root, capture_output=True, text=True, check=False)
        assert ignored.stdout.splitlines() == [*made, "letters/x.docx"]


def test_each_cell_of_the_notebook_shows_something_by_its_last_line(
    notes: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(notes)
    first, *cells = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    names: dict[str, Any] = {}
    exec(first, names)  # our own words, and the point is that they run
    shown = []
    for cell in cells:
        *lines, last = ast.parse(cell).body
        exec(compile(ast.Module(lines, []), "<cell>", "exec"), names)
        assert isinstance(last, ast.Expr)
        shown.append(eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)._repr_html_())
    letters, findings, beside, difference, page = shown
    assert letters.count('<main class="sheet">') == beside.count('<main class="sheet">') == 2
    assert "were to go out on 2026-11-20" in findings
    assert "ran nights for two years" in difference
    assert 'src="raman.pdf"' in page


def test_what_is_for_a_table_and_what_takes_notes_of_a_cell_work_as_they_are_told(
    notes: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(notes)
    section = README.partition("### In a notebook")[2].partition("## How it decides")[0]
    names: dict[str, Any] = {"notes": (notes / "interview.yaml").read_text("utf-8")}
    exec(snippet("python"), names)  # our own words, and the point is that they run
    tables = [eval(told, names) for told in re.findall(r"`(\[(?:\{\*\*)?\w+\.as_dict\(\)[^`]+)`", section)]
    assert [next(iter(rows[0])) for rows in tables] == ["id", "kind", "kind", "source"]
    assert tables[2][0]["text"] == names["letters"][0].text
    told = re.search(r"`(any\(letter\.unsure[^`]+)`", README)
    assert told
    assert eval(told[1], names) in {True, False}
    assert json.loads(json.dumps(tables))
    (told,) = re.findall(r"`(fl\.load_text\([^`]+)`", section)
    assert eval(told, names) == fl.load(notes / "interview.yaml")
    (told,) = re.findall(r'`(Path\("interview\.json"\)\.write_text[^`]+)`', section)
    assert eval(told, {"Path": Path, "interview": names["interview"]})
    assert fl.load(notes / "interview.json") == names["interview"]


def test_the_interview_file_loads_and_gives_a_letter(notes: Path) -> None:
    (letter,) = fl.compose(fl.load(notes / "interview.yaml"))
    assert letter.recipient.name == "Dr. Priya Raman"
    assert "140 users" in letter.text


def test_the_interview_file_is_rendered_by_the_command_as_it_is_copied(notes: Path) -> None:
    done = subprocess.run(
        [SCRIPTS / "render-letter", "interview.yaml"], cwd=notes, capture_output=True, text=True, check=False
    )
    assert (done.returncode, len(list(notes.glob("*.docx")))) == (0, 1), done.stderr


def test_the_mistake_is_told_in_the_words_shown(notes: Path) -> None:
    shown = re.search(r"((?:    \S.*\n)(?:      .*\n){3})", README)
    assert shown is not None
    path = notes / "interview.yaml"
    path.write_text(path.read_text("utf-8").replace("title: Director", "tilte: Director"), "utf-8")
    done = subprocess.run(
        [SCRIPTS / "render-letter", "interview.yaml"], cwd=notes, capture_output=True, text=True, check=False
    )
    assert done.stderr == re.sub(r"^    ", "", shown[1], flags=re.MULTILINE)


@pytest.mark.parametrize("target", ["demo", "test"])
def test_the_two_commands_are_targets_of_the_makefile(target: str) -> None:
    assert f"    make {target} " in README
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


def test_the_demo_names_its_files_the_second_time_as_well(tmp_path: Path) -> None:
    if shutil.which("make") is None:
        pytest.skip("there is no make here")
    made = ["make", "--no-print-directory", "-o", ".venv/.ready", "demo", f"DEMO={tmp_path}", f"BIN={SCRIPTS}"]
    made += ["EXAMPLES=examples/account-director.yaml examples/ward-sister.yaml"]
    first, second = (subprocess.run(made, cwd=ROOT, capture_output=True, text=True, check=True) for _ in range(2))
    assert sorted(first.stdout.splitlines()) == sorted(map(str, tmp_path.glob("*/*")))
    assert len(first.stdout.splitlines()) >= 4
    assert second.stdout == first.stdout


def test_every_file_that_is_named_is_there() -> None:
    links = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    assert links
    for link in links:
        assert (ROOT / link).exists(), link
