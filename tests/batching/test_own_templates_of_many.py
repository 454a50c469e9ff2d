"""Templates of one's own for a batch: the same for every interview, and what is wrong with them told once."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from followup_letters.batching import render_many
from followup_letters.errors import TemplateError
from letterheads.making import letterhead

from .conftest import an_interview, contents

SCRIPT = Path(sys.executable).parent / "render-letter"


def _run(*arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([SCRIPT, *map(str, arguments)], cwd=cwd, capture_output=True, text=True, check=False)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A folder whose courtesy letters say one thing, which ours do not."""
    (tmp_path / "mine" / "en").mkdir(parents=True)
    (tmp_path / "mine" / "en" / "courtesy.html.j2").write_text("<p>A word of our house to {{ person.name }}.</p>")
    return tmp_path / "mine"


@pytest.mark.parametrize("jobs", [(), ("-j", "2")], ids=["one process", "two"])
def test_every_interview_of_the_command_has_them(
    jobs: tuple[str, ...], mine: Path, folder_of: Callable[[int], Path], tmp_path: Path
) -> None:
    options = ("-f", "txt", "--kind", "courtesy", "--templates", "mine", "-o", "out", "--force")
    done = _run(folder_of(3), *options, *jobs, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    letters = contents(tmp_path / "out")
    assert len(letters) == 6
    assert all(b"A word of our house to" in letter for letter in letters.values())


def test_a_change_of_a_template_renders_again_and_nothing_else_does(mine: Path, tmp_path: Path) -> None:
    def run() -> list[bool]:
        with ProcessPoolExecutor(1) as executor:
            made = render_many(
                map(an_interview, range(2)),
                tmp_path / "out",
                ["txt"],
                executor,
                kind="courtesy",
                templates=mine,
                force=True,
            )
            results = list(made)
        assert not [result.error for result in results if result.error]
        return [result.was_done for result in results]

    assert run() == [False, False]
    assert run() == [True, True]
    (mine / "en" / "courtesy.html.j2").write_text("<p>Another word to {{ person.name }}.</p>")
    assert run() == [False, False]
    assert all(b"Another word" in letter for letter in contents(tmp_path / "out").values())


def test_a_folder_that_is_not_there_or_holds_what_nothing_uses_is_told_at_once(mine: Path, tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="no such folder of templates"):
        render_many([an_interview(1)], tmp_path / "out", templates=tmp_path / "nowhere")
    (mine / "en" / "courtsey.html.j2").write_text("<p>Never seen.</p>")
    with pytest.raises(TemplateError, match="did you mean en/courtesy"):
        render_many([an_interview(1)], tmp_path / "out", templates=mine)
    assert not (tmp_path / "out").exists()


def test_the_command_tells_it_once(folder_of: Callable[[int], Path], tmp_path: Path) -> None:
    done = _run(folder_of(3), "--templates", "nowhere", "-o", "out", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.count("there is no such folder of templates") == 1
    assert "Traceback" not in done.stderr


def test_a_slip_in_a_template_is_told_with_its_line(
    mine: Path, folder_of: Callable[[int], Path], tmp_path: Path
) -> None:
    (mine / "en" / "courtesy.html.j2").write_text("<p>\n{{ persn.name }}</p>")
    done = _run(folder_of(2), "--kind", "courtesy", "--templates", "mine", "-o", "out", cwd=tmp_path)
    assert done.returncode == 2
    assert "courtesy.html.j2:2" in done.stderr
    assert "did you mean person?" in done.stderr
    assert not contents(tmp_path / "out")


def test_a_slip_of_syntax_in_a_template_is_told_at_once_and_not_for_each_interview(tmp_path: Path) -> None:
    folder = tmp_path / "mine" / "en" / "pursue"
    folder.mkdir(parents=True)
    (folder / "panel.html.j2").write_text("<p>Yes.</p>\n{% if %}")
    with pytest.raises(TemplateError, match=r"panel\.html\.j2:2"):
        render_many([], tmp_path / "out", ["txt"], templates=tmp_path / "mine")
    assert not (tmp_path / "out").exists()


def test_a_slip_in_a_call_sheet_stops_no_letters(tmp_path: Path) -> None:
    folder = tmp_path / "mine" / "en" / "call-sheet"
    folder.mkdir(parents=True)
    (folder / "title.j2").write_text("{% say %}{% if %}")
    assert list(render_many([], tmp_path / "out", ["txt"], templates=tmp_path / "mine")) == []


def test_a_template_or_a_letterhead_that_changes_between_two_batches_of_one_process_is_seen(
    mine: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "sheet.docx"
    sheet.write_bytes(letterhead("Okafor"))

    def was_done() -> bool:
        (result,) = render_many(
            [an_interview(1)],
            tmp_path / "out",
            ["docx"],
            kind="courtesy",
            templates=mine,
            letterhead=sheet,
            force=True,
        )
        assert result.error is None
        return result.was_done

    assert [was_done(), was_done()] == [False, True]
    (mine / "en" / "courtesy.html.j2").write_text("<p>Another word of our house to {{ person.name }}.</p>")
    assert [was_done(), was_done()] == [False, True]
    sheet.write_bytes(letterhead("Okafor & Sons"))
    assert [was_done(), was_done()] == [False, True]
