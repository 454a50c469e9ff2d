"""`render-letter --watch`: what is saved is rendered, what is wrong is told, and the last good letter stays."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

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


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[Path, Path, Path]]:
    """The interview file, the letter and what was said, while the command watches."""
    file, letter, said = (tmp_path / name for name in ("interview.yaml", "letters", "said.txt"))
    file.write_text(INTERVIEW)
    with said.open("wb") as stream:
        process = subprocess.Popen([SCRIPT, file, "-f", "txt", "-o", letter, "--watch"], stdout=stream, stderr=stream)
        wait_until(lambda: "watching" in said.read_text())
        yield file, next(letter.glob("*.txt")), said
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 0


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
