"""Promise 4: never a half-written file, whenever the process is killed; and no file replaced that we did not make.

Each kill is a process of its own that ends itself, by SIGKILL, at one of its own steps, drawn by number: at any step at
all, or at any step from the first byte written on. No clock is asked.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from .stage import AT_LENGTH, EVERYTHING, SOURCES, command

KILLS = 1000 if AT_LENGTH else 50

KILLER = r"""
import json, os, random, signal, sys
from contextlib import redirect_stdout
from pathlib import Path
from followup_letters.cli import main

notes, out, kills = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
quiet = open(os.devnull, "w")

def render(folder, stop=None, writing=False):
    # Render in a process of its own, which kills itself at its step number `stop`; return how many steps it took.
    asked, told = os.pipe()
    child = os.fork()
    if child:
        os.close(told)
        status = os.waitpid(child, 0)[1]
        steps = os.read(asked, 64).decode() or "0"
        os.close(asked)
        return status, int(steps)
    count, armed = 0, not writing
    def step(*_):
        nonlocal count
        count += armed
        if count == stop:
            os.kill(os.getpid(), signal.SIGKILL)
    def watch(event, arguments):
        nonlocal armed
        if writing and not armed and event == "open" and str(arguments[0]).endswith(".part"):
            armed = True
            sys.setprofile(step)
        if not writing:
            step()
    sys.addaudithook(watch)
    with redirect_stdout(quiet):
        code = main([notes, "-o", str(folder), "-f", "docx,html,txt", "--force"])
    sys.setprofile(None)
    os.write(told, str(count).encode())
    os._exit(code)

def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.is_dir() else {}

draw = random.Random(4711)
with redirect_stdout(quiet):
    main([notes, "-o", str(out / "warm"), "-f", "docx,html,txt"])  # so that what is loaded once is loaded
whole = out / "whole"
assert render(whole)[0] == 0
letters = files(whole)
lengths = {writing: render(whole, None, writing)[1] for writing in (False, True)}
killed = partial = none = every = 0
for number in range(kills):
    writing = number % 4 != 0
    folder = out / str(number)
    folder.mkdir()
    (folder / "mine.docx").write_bytes(b"not yours")
    old = sorted(letters)[number % len(letters)]
    if number % 2:
        (folder / old).write_bytes(b"the letter of yesterday")
    status, _ = render(folder, draw.randint(1, lengths[writing]), writing)
    killed += os.WIFSIGNALED(status)
    found = {name: content for name, content in files(folder).items() if not name.startswith(".")}
    assert found.pop("mine.docx") == b"not yours"
    if found.get(old) == b"the letter of yesterday":
        del found[old]
    for name, content in found.items():
        assert content == letters[name], (number, name, len(content))
    none += not found
    partial += 0 < len(found) < len(letters)
    every += len(found) == len(letters)
    if number % 5 == 0:
        assert render(folder)[0] == 0
        again = files(folder)
        assert {name: again[name] for name in letters} == letters
print(json.dumps({"killed": killed, "none": none, "partial": partial, "every": every, "lengths": lengths}))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes end themselves by a signal")
def test_a_process_killed_at_any_step_leaves_whole_files_or_none(tmp_path: Path) -> None:
    notes = tmp_path / "notes.yaml"
    notes.write_text(yaml.safe_dump(EVERYTHING, allow_unicode=True), "utf-8")
    (tmp_path / "out").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", KILLER, notes, tmp_path / "out", str(KILLS)],
        env=os.environ | {"PYTHONPATH": str(SOURCES)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["killed"] >= KILLS * 0.9
    assert told["none"] + told["partial"] + told["every"] == KILLS
    assert told["partial"] >= KILLS // 10  # so many were killed between two files


def _notes(folder: Path) -> Path:
    notes = folder / "notes.yaml"
    notes.write_text(yaml.safe_dump(EVERYTHING, allow_unicode=True), "utf-8")
    return notes


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.is_dir() else {}


def test_a_file_that_we_did_not_make_is_never_replaced(tmp_path: Path) -> None:
    notes, out = _notes(tmp_path), tmp_path / "out"
    assert command(notes, "-f", "txt", "-o", out, cwd=tmp_path).returncode == 0
    mine = sorted(out.iterdir())[0]
    mine.write_bytes(b"not yours")
    before = _files(out)
    for formats in ("txt", "docx,txt"):
        done = command(notes, "-f", formats, "-o", out, cwd=tmp_path)
        assert done.returncode == 2
        assert "is there already" in done.stderr
        assert _files(out) == before


@pytest.mark.parametrize("named", ["link", "dangling"])
def test_a_link_that_bears_the_name_is_not_written_through(named: str, tmp_path: Path) -> None:
    notes, out = _notes(tmp_path), tmp_path / "out"
    command(notes, "-f", "txt", "-o", out, cwd=tmp_path)
    letter = sorted(out.iterdir())[0]
    letter.unlink()
    target = tmp_path / "target"
    if named == "link":
        target.write_text("not yours")
    letter.symlink_to(target)
    done = command(notes, "-f", "txt", "-o", out, "--to", "Raman" if "Raman" in letter.name else "Tom", cwd=tmp_path)
    assert done.returncode == 2
    assert not target.exists() or target.read_text() == "not yours"


@pytest.mark.parametrize("fault", ["no space", "read-only"])
def test_a_disk_that_refuses_leaves_nothing_and_says_so(fault: str, tmp_path: Path) -> None:
    notes, out = _notes(tmp_path), tmp_path / "out"
    out.mkdir()
    code = {
        "no space": "import resource, signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))",
        "read-only": "import os, errno\ndef refuse(*a, **k): raise OSError(errno.EROFS, 'Read-only file system')\n"
        "import tempfile\ntempfile.mkstemp = refuse",
    }[fault]
    done = command(notes, "-f", "docx", "-o", out, cwd=tmp_path, code=code)
    assert done.returncode in {2, 3}
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert _files(out) == {}
