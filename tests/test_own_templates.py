"""Templates of one's own: copied out, changed, used; and a slip in one is told with its name and line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import followup_letters as fl
from followup_letters.composing.reference import context_table, filter_table

ROOT = Path(__file__).parents[1]
SCRIPT = Path(sys.executable).parent / "render-letter"
EXAMPLE = ROOT / "examples" / "operations-manager.yaml"
PAGE = ROOT / "docs" / "templates.md"


def run(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([SCRIPT, *map(str, arguments)], cwd=cwd, capture_output=True, text=True, check=False)


def folder_with(path: Path, template: str, text: str) -> Path:
    file = path / "mine" / "en" / template
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    return path / "mine"


def test_ejected_templates_say_the_same_words_until_they_are_changed(tmp_path: Path) -> None:
    done = run("eject", "mine", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    interview = fl.load(EXAMPLE)
    mine = fl.compose(interview, templates=tmp_path / "mine")
    assert [letter.text for letter in mine] == [letter.text for letter in fl.compose(interview)]
    salutation = tmp_path / "mine" / "en" / "letter.html.j2"
    salutation.write_text(salutation.read_text("utf-8").replace("Dear ", "Good morning, "), "utf-8")
    shown = run(EXAMPLE, "--templates", "mine", "--to", "Luis", "-f", "txt", "-o", "-", cwd=tmp_path)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "Good morning, Mr." in shown.stdout


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "novel.txt").write_text("chapter one")
    done = run("eject", "mine", cwd=tmp_path)
    assert done.returncode == 2
    assert "something in it" in done.stderr
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["novel.txt"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<p>\n{{ persn.name }}</p>", "en/courtesy.html.j2:2|'persn' is undefined; did you mean person?"),
        ("{% vari %}", "courtesy.html.j2:1|did you mean vary?"),
        ("{{ talked_about | inlin }}", "courtesy.html.j2:1|did you mean inline?"),
        ("<p>\n<blink>now</blink></p>", "blink"),
        ("{% vary %}a{% or %}", "courtesy.html.j2:1"),
    ],
)
def test_a_slip_is_told_with_template_and_line(tmp_path: Path, text: str, told: str) -> None:
    folder = folder_with(tmp_path, "courtesy.html.j2", text)
    done = run(ROOT / "examples" / "account-director.yaml", "--templates", folder, cwd=tmp_path)
    assert done.returncode == 2
    for words in told.split("|"):
        assert words.removeprefix("en/") in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.glob("*.docx"))


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = run(EXAMPLE, "--templates", "nowhere", cwd=tmp_path)
    assert done.returncode == 2
    assert "there is no such folder of templates" in done.stderr


def test_data_in_a_template_of_ones_own_is_still_data(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "courtesy.html.j2", "<p>{{ talked_about }}</p>")
    interview = fl.load(ROOT / "examples" / "account-director.yaml")
    person = interview.people[0].with_(talked_about="{{ 7*7 }} <b>bold</b>")
    (letter,) = fl.compose(interview.with_(people=(person,)), templates=folder)
    assert "{{ 7*7 }} <b>bold</b>" in letter.text


def test_the_page_lists_what_a_template_may_use(update_golden: bool) -> None:
    before, mark, rest = PAGE.read_text("utf-8").partition("writes it anew -->\n")
    after = rest[rest.index("<!-- end -->") :]
    page = f"{before}{mark}\n{context_table()}\n\n### Filters\n\n{filter_table()}\n\n{after}"
    if update_golden:
        PAGE.write_text(page, "utf-8")
    assert PAGE.read_text("utf-8") == page
