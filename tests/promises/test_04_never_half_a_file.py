"""Promise 4: never a half-written file, whenever the process is killed; and no file replaced that we did not make.

Each kill is a process of its own that ends itself, by SIGKILL, SIGTERM or ^C, at one of its own steps, drawn by number:
at any step at all, or at any step from the first byte written on. No clock is asked.
"""

from __future__ import annotations

import errno
import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

import pytest
import yaml

from followup_letters.errors import OutputError
from followup_letters.filing import write_file
from letterheads.making import letterhead

from .stage import AT_LENGTH, EVERYTHING, SOURCES, command

KILLS = int(os.environ.get("KILLS", 1000 if AT_LENGTH else 50))

KILLER = r"""
import json, os, random, signal, sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from followup_letters.cli import main

notes, out, kills = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
quiet = open(os.devnull, "w")

def render(folder, stop=None, writing=False, by=signal.SIGKILL):
    # Render in a process of its own, which ends itself at its step number `stop`; return how many steps it took.
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
            os.kill(os.getpid(), by)
    def watch(event, arguments):
        nonlocal armed
        if writing and not armed and event == "open" and str(arguments[0]).endswith(".part"):
            armed = True
            sys.setprofile(step)
        if not writing:
            step()
    sys.addaudithook(watch)
    with redirect_stdout(quiet), redirect_stderr(quiet):
        try:
            code = main([notes, "-o", str(folder), "-f", "docx,html,txt", "--force"])
        except KeyboardInterrupt as stop:  # ^C before or after the command
            code = 130 if type(stop) is KeyboardInterrupt else 1
        sys.setprofile(None)
    os.write(told, str(count).encode())
    os._exit(code)

def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.is_dir() else {}

signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell takes from what runs in its background
draw = random.Random(4711)
with redirect_stdout(quiet):
    main([notes, "-o", str(out / "warm"), "-f", "docx,html,txt"])  # so that what is loaded once is loaded
whole = out / "whole"
assert render(whole)[0] == 0
letters = files(whole)
lengths = {writing: render(out / f"counted {writing}", None, writing)[1] for writing in (False, True)}
killed = ended = partial = none = every = 0
codes = {signal.SIGTERM: 143, signal.SIGINT: 130}
for number in range(kills):
    writing = number % 4 != 0
    folder = out / str(number)
    folder.mkdir()
    (folder / "mine.docx").write_bytes(b"not yours")
    old = sorted(letters)[number % len(letters)]
    if number % 2:
        (folder / old).write_bytes(b"the letter of yesterday")
    by = draw.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
    status, _ = render(folder, draw.randint(1, lengths[writing]), writing, by)
    killed += os.WIFSIGNALED(status)
    if os.WIFEXITED(status):
        ended += os.WEXITSTATUS(status) == codes.get(by)
        assert os.WEXITSTATUS(status) in {codes.get(by), 0}  # 0 if the signal came where nothing can be raised
        assert not list(folder.glob(".*")), (number, by)
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
        assert not list(folder.glob(".*")), number
        assert {name: again[name] for name in letters} == letters
print(json.dumps({"killed": killed, "ended": ended, "none": none, "partial": partial, "every": every}))
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
    assert told["killed"] >= KILLS * 0.4
    assert told["ended"] >= KILLS * 0.3
    assert told["killed"] + told["ended"] >= KILLS * 0.9
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
    assert "--replace" in done.stderr
    assert "overwrite=True" not in done.stderr
    assert not target.exists() or target.read_text() == "not yours"


def test_a_link_that_leads_nowhere_is_something_that_is_there(tmp_path: Path) -> None:
    notes = _notes(tmp_path)
    for name in ("new.yaml", "plan.ics", "interview.schema.json"):
        (tmp_path / name).symlink_to(tmp_path / "nowhere")
    for arguments in (("new", "new.yaml"), ("plan", notes, "--ics", "plan.ics")):
        done = command(*arguments, cwd=tmp_path)
        assert done.returncode == 2
        assert "--replace" in done.stderr
        assert "overwrite=True" not in done.stderr
    assert command("new", "other.yaml", cwd=tmp_path).returncode == 0
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("more", [(), ("--replace",)], ids=["", "replace"])
def test_what_is_read_is_not_what_is_replaced(more: tuple[str, ...], tmp_path: Path) -> None:
    notes = _notes(tmp_path)
    data = EVERYTHING | {"candidate": "me.yaml", "letter": {"letterhead": "mine.docx"}}
    (tmp_path / "me.yaml").write_text(yaml.safe_dump(EVERYTHING["candidate"]), "utf-8")
    (tmp_path / "mine.docx").write_bytes(letterhead())
    (tmp_path / "whole.yaml").write_text(yaml.safe_dump(data), "utf-8")
    (tmp_path / "same.yaml").symlink_to(notes)
    before = _files(tmp_path)
    for arguments in (
        ("plan", notes, "--second-interview", notes),
        ("plan", notes, "--second-interview", "same.yaml"),
        ("plan", "same.yaml", "--second-interview", notes),
        ("plan", "whole.yaml", "--second-interview", "me.yaml"),
        ("whole.yaml", "--to", "Raman", "-o", "mine.docx"),
        (notes, "--to", "Raman", "--letterhead", "mine.docx", "-o", "./mine.docx"),
    ):
        done = command(*arguments, *more, cwd=tmp_path)
        assert done.returncode == 2
        assert "is read to make what would replace it" in done.stderr
        assert _files(tmp_path) == before


def test_the_journal_of_a_batch_is_not_written_through_a_link(tmp_path: Path) -> None:
    notes, out, target = _notes(tmp_path), tmp_path / "out", tmp_path / "target"
    out.mkdir()
    target.write_text("not yours")
    (out / ".finished.jsonl").symlink_to(target)
    done = command(notes, notes, "-f", "txt", "-o", out, cwd=tmp_path)
    assert done.returncode != 0
    assert ".finished.jsonl" in done.stderr
    assert "is a link" in done.stderr
    assert target.read_text() == "not yours"
    assert [path.name for path in out.iterdir()] == [".finished.jsonl"]


@pytest.mark.parametrize("fault", ["no space", "read-only"])
def test_a_disk_that_refuses_leaves_nothing_and_says_so(fault: str, tmp_path: Path) -> None:
    notes, out = _notes(tmp_path), tmp_path / "out"
    out.mkdir()
    code = {
        "no space": "import resource, signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))",
        "read-only": "import os, errno\ndef refuse(*a, **k): raise OSError(errno.EROFS, 'Read-only file system')\n"
        "import followup_letters.filing as filing\nfiling.os = type('o', (), dict(vars(os), open=refuse))",
    }[fault]
    done = command(notes, "-f", "docx", "-o", out, cwd=tmp_path, code=code)
    assert done.returncode in {2, 3}
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert _files(out) == {}


def test_what_a_killed_process_has_left_is_taken_away_and_nothing_else(tmp_path: Path) -> None:
    ours, others = tmp_path / ".followup-letters-0123456789abcdef.part", tmp_path / ".report.part"
    linked, folder = tmp_path / f".followup-letters-{'1' * 16}.part", tmp_path / f".followup-letters-{'2' * 16}.part"
    ours.write_bytes(b"half a letter")
    others.write_bytes(b"not yours")
    linked.symlink_to(others)
    folder.mkdir()
    write_file(tmp_path / "letter.txt", b"whole")
    assert sorted(tmp_path.iterdir()) == sorted([others, linked, folder, tmp_path / "letter.txt"])
    assert others.read_bytes() == b"not yours"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a lock of another process")
def test_what_another_process_is_writing_is_left_to_it(tmp_path: Path) -> None:
    import fcntl

    part = tmp_path / ".followup-letters-0123456789abcdef.part"
    part.write_bytes(b"half a letter")
    with part.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        write_file(tmp_path / "one.txt", b"whole")
        assert part.exists()
    write_file(tmp_path / "two.txt", b"whole")
    assert not part.exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a lock of another process")
def test_a_part_that_another_process_sweeps_away_before_it_is_locked_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    lock, swept = fcntl.flock, []

    def late(file: BinaryIO, how: int) -> None:
        if not swept:
            swept.extend(tmp_path.glob("*.part"))
            swept[0].unlink()
        lock(file, how)

    monkeypatch.setattr(fcntl, "flock", late)
    write_file(tmp_path / "letter.txt", b"whole")
    assert swept
    assert _files(tmp_path) == {"letter.txt": b"whole"}


def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path) -> None:
    notes = _notes(tmp_path)
    notes.chmod(0o600)
    assert command("log", notes, "--called", "--on", "2026-11-20", cwd=tmp_path).returncode == 0
    assert stat.S_IMODE(notes.stat().st_mode) == 0o600
    assert "called" in notes.read_text("utf-8")


@pytest.mark.parametrize("there", [False, True])
def test_a_disk_that_knows_no_links_takes_a_letter_and_keeps_what_is_there(
    there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    letter = tmp_path / "letter.txt"
    if there:
        letter.write_bytes(b"not yours")
        with pytest.raises(OutputError, match="is there already"):
            write_file(letter, b"whole")
    else:
        write_file(letter, b"whole")
    assert _files(tmp_path) == {"letter.txt": b"not yours" if there else b"whole"}
