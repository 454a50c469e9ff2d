"""`render-letter --watch`: what is saved is rendered, what is wrong is told, and the last good letter stays."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZipFile

import pytest

from letterheads.making import letterhead
from pictures.drawing import png

SCRIPT = Path(sys.executable).parent / "render-letter"

INTERVIEW = """\
candidate: {name: Maya Okafor}
company: {name: Northwind}
position: {title: Planner}
interview: {date: 2026-11-18}
people:
  - {name: Priya Raman, talked_about: the mis-sorts at Joliet}
"""


def wait_until(holds: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.02)


@contextmanager
def _watching(folder: Path, *options: str) -> Iterator[tuple[Path, Path]]:
    """The folder of letters and what was said, while the command watches `interview.yaml`."""
    letters, said = folder / "letters", folder / "said.txt"
    with said.open("wb") as stream:
        command = [SCRIPT, "interview.yaml", "-o", letters, "--watch", *options]
        process = subprocess.Popen(command, stdout=stream, stderr=stream, cwd=folder)
        wait_until(lambda: "watching" in said.read_text())
        yield letters, said
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 0
    assert "Traceback" not in said.read_text()


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[Path, Path, Path]]:
    """The interview file, the letter and what was said, while the command watches."""
    file = tmp_path / "interview.yaml"
    file.write_text(INTERVIEW)
    with _watching(tmp_path, "-f", "txt") as (letters, said):
        yield file, next(letters.glob("*.txt")), said


def test_a_save_a_fault_and_its_mending(watched: tuple[Path, Path, Path]) -> None:
    file, letter, said = watched
    file.write_text(INTERVIEW.replace("Joliet", "Memphis"))
    wait_until(lambda: "Memphis" in letter.read_text())
    file.write_text(INTERVIEW.replace("talked_about", "talkt_about"))
    wait_until(lambda: "did you mean talked_about" in said.read_text())
    assert "Memphis" in letter.read_text()
    file.write_text(INTERVIEW.replace("Joliet", "Leipzig"))
    wait_until(lambda: "Leipzig" in letter.read_text())
    assert "Traceback" not in said.read_text()


@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGHUP", 129)])
def test_another_signal_ends_it_with_its_own_code(tmp_path: Path, name: str, code: int) -> None:
    if signal.getsignal(getattr(signal, name)) is signal.SIG_IGN:
        pytest.skip("this run of the tests ignores it, and so do its children")
    (tmp_path / "interview.yaml").write_text(INTERVIEW)
    said = tmp_path / "said.txt"
    with said.open("wb") as stream:
        command = [SCRIPT, "interview.yaml", "-f", "txt", "--watch"]
        process = subprocess.Popen(command, stdout=stream, stderr=stream, cwd=tmp_path)
        wait_until(lambda: "watching" in said.read_text())
        process.send_signal(getattr(signal, name))
        assert process.wait(timeout=30) == code
    assert "Traceback" not in said.read_text()


def test_pictures_and_letterheads_below_the_folder_are_seen_and_letters_are_not(tmp_path: Path) -> None:
    for name in ("pictures", "sheets"):
        (tmp_path / name).mkdir()
    (tmp_path / "pictures" / "mine.png").write_bytes(png(300, 80))
    (tmp_path / "sheets" / "mine.docx").write_bytes(letterhead("Okafor"))
    signed = INTERVIEW.replace("{name: Maya Okafor}", "{name: Maya Okafor, signature: pictures/mine.png}")
    (tmp_path / "interview.yaml").write_text(f"{signed}letter: {{letterhead: sheets/mine.docx}}\n")

    def shown(part: str) -> str:
        return ZipFile(next(letters.glob("*.docx"))).read(part).decode()

    with _watching(tmp_path) as (letters, said):
        (tmp_path / "sheets" / "mine.docx").write_bytes(letterhead("Okafor & Sons"))
        wait_until(lambda: "Okafor &amp; Sons" in shown("word/header1.xml"))
        before = shown("word/document.xml")
        (tmp_path / "pictures" / "mine.png").write_bytes(png(200, 80))
        wait_until(lambda: shown("word/document.xml") != before)
        (tmp_path / "more").mkdir()
        (tmp_path / "more" / "mine.png").write_bytes(png(100, 80))
        before = shown("word/document.xml")
        (tmp_path / "interview.yaml").write_text(signed.replace("pictures/", "more/"))
        wait_until(lambda: shown("word/document.xml") != before)
        before = shown("word/document.xml")
        (tmp_path / "more" / "mine.png").write_bytes(png(150, 80))
        wait_until(lambda: shown("word/document.xml") != before)
        assert said.read_text().count("watching") <= 6


def test_templates_and_a_letterhead_from_elsewhere_are_seen(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    (there / "mine" / "en").mkdir(parents=True)
    here.mkdir()
    (here / "interview.yaml").write_text(INTERVIEW)
    words, sheet = there / "mine" / "en" / "courtesy.html.j2", there / "sheet.docx"
    words.write_text("<p>One word of our house.</p>")
    sheet.write_bytes(letterhead("Okafor"))
    options = ("--kind", "courtesy", "--templates", "../there/mine", "--letterhead", "../there/sheet.docx")

    def shown(part: str) -> str:
        return ZipFile(next(letters.glob("*.docx"))).read(part).decode()

    with _watching(here, *options, "--force") as (letters, _):
        words.write_text("<p>Another word of our house.</p>")
        wait_until(lambda: "Another word" in shown("word/document.xml"))
        sheet.write_bytes(letterhead("Okafor & Sons"))
        wait_until(lambda: "Okafor &amp; Sons" in shown("word/header1.xml"))


def test_templates_that_are_added_later_are_seen_and_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "interview.yaml").write_text(INTERVIEW)
    (tmp_path / "mine").mkdir()
    with _watching(tmp_path, "-f", "txt", "--kind", "courtesy", "--templates", "mine", "--force") as (letters, said):
        assert "watching interview.yaml and mine; ^C stops" in said.read_text()
        assert "mine\n  has no template in it" in said.read_text()
        (tmp_path / "mine" / "en").mkdir()
        (tmp_path / "mine" / "en" / "courtesy.html.j2").write_text("<p>One word of our house.</p>")
        wait_until(lambda: any("One word" in each.read_text() for each in letters.glob("*.txt")))
        letter = next(letters.glob("*.txt"))
        (tmp_path / "mine" / "en" / "letter.html.j2").write_text("<section><p>No head.</p>{{ body }}</section>")
        wait_until(lambda: letter.read_text().startswith("No head."))
        (tmp_path / "mine" / "en" / "letter.html.j2").unlink()
        wait_until(lambda: "Dear Ms. Raman" in letter.read_text() or "Dear Priya Raman" in letter.read_text())
