"""Machines that lack something: each is told in words, with the exit code for it, and nothing half-done is left.

What runs here is the command in a process of its own, in a world made poorer than ours.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from followup_letters.errors import MachineError
from followup_letters.writing import fonts
from promises.stage import EVERYTHING, SOURCES, changed, command

POOR = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
ZOE = changed(("people", [{"name": "Zoë Ångström", "role": "panel"}]), ("outlook.reservations", []))


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """An interview file that says everything."""
    file = tmp_path / "notes.yaml"
    file.write_text(yaml.safe_dump(EVERYTHING), "utf-8")
    return file


def is_told(done: subprocess.CompletedProcess[str], words: str, code: int = 3) -> None:
    """Whether the command said so in few words and ended with that code."""
    assert "Traceback" not in done.stderr
    assert words in done.stderr
    assert len(done.stderr.encode()) < 2000
    assert done.returncode == code


def shell(
    script: str, *arguments: Path | str, cwd: Path, within: Sequence[str] = ()
) -> subprocess.CompletedProcess[str]:
    """Run `script` in sh, `within` another command if one is given; in it, `letter` is ours."""
    letter = f"{sys.executable} -c 'import sys; from followup_letters.cli import main; sys.exit(main())'"
    return subprocess.run(
        [*within, "/bin/sh", "-c", f'letter() {{ {letter} "$@"; }}\n{script}', "sh", *map(str, arguments)],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(SOURCES)},
        capture_output=True,
        text=True,
        check=False,
    )


# ------------------------------------------------------------------------------------------------------------- disks


def _mounts() -> bool:
    if not shutil.which("unshare"):
        return False
    tried = subprocess.run(
        ["unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/tmp"], capture_output=True, check=False
    )
    return tried.returncode == 0


CAN_MOUNT = _mounts()


@pytest.mark.skipif(not CAN_MOUNT, reason="this user may not mount a disk of their own")
@pytest.mark.parametrize(
    ("disk", "words", "code"),
    [("size=16k", "no space is left on the disk", 3), ("ro", "Read-only file system", 2)],
)
@pytest.mark.parametrize("what", ['"$1" -f docx -o disk', '"$1" -f pdf -o disk/new', 'plan "$1" --ics disk/plan.ics'])
def test_a_disk_that_is_full_or_read_only(
    disk: str, words: str, code: int, what: str, notes: Path, tmp_path: Path
) -> None:
    (tmp_path / "disk").mkdir()
    fill = "head -c 16000 /dev/zero > disk/fill; mkdir -p disk/new" if code == 3 else ":"
    mounted = f"mount -t tmpfs -o {disk} tmpfs disk; ({fill}) 2>/dev/null"
    script = f"{mounted}; letter {what} >&2; code=$?; find disk -name '.*' -type f; exit $code"
    done = shell(script, notes, cwd=tmp_path, within=("unshare", "-rm"))
    is_told(done, words, code)
    assert done.stdout == ""


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="nothing is closed to the superuser")
def test_a_folder_that_is_closed_to_us(notes: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    is_told(command(notes, "-o", closed, cwd=tmp_path), "Permission denied", 2)


def test_a_folder_that_is_gone_while_we_stand_in_it(notes: Path, tmp_path: Path) -> None:
    gone = "mkdir gone; cd gone; rmdir ../gone;"
    is_told(shell(f'{gone} letter "$1" -f txt', notes, cwd=tmp_path), "cannot be written", 2)
    done = shell(f'{gone} letter "$1" -q -f txt -o "$2"', notes, tmp_path / "out", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(list((tmp_path / "out").iterdir())) == 2


# ---------------------------------------------------------------------------------------------------- Pango and fonts


def _broken(folder: Path, *names: str) -> str:
    folder.mkdir()
    for name in names:
        (folder / name).write_bytes(b"no library")
    return str(folder)


@pytest.mark.skipif(sys.platform != "linux", reason="the names of the libraries of Linux")
@pytest.mark.parametrize("library", ["libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libfontconfig.so.1"])
def test_a_broken_pango_is_told_by_pdf_alone(library: str, notes: Path, tmp_path: Path) -> None:
    world = {"LD_LIBRARY_PATH": _broken(tmp_path / "broken", library)}
    done = command(notes, "-f", "docx,pdf", "-o", "out", cwd=tmp_path, **world)
    is_told(done, "PDF needs Pango")
    assert done.stdout == ""
    assert not (tmp_path / "out").exists()
    assert command(notes, "-f", "docx,txt", "-o", "out", cwd=tmp_path, **world).returncode == 0


@pytest.mark.parametrize("raised", ["AttributeError", "_cffi_backend.FFI.error"])
def test_a_pango_without_a_function_that_is_needed_is_told(raised: str, notes: Path, tmp_path: Path) -> None:
    code = f"""
import _cffi_backend, weasyprint
def lacks(*_, **__): raise {raised}("function/symbol 'pango_x' not found in library 'libpango-1.0.so.0'")
weasyprint.HTML.render = lacks"""
    is_told(command(notes, "-f", "pdf", cwd=tmp_path, code=code), "too old or broken")


def test_a_machine_without_fonts_has_ours(notes: Path, tmp_path: Path) -> None:
    none = tmp_path / "fonts.conf"
    none.write_text('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>')
    done = command(notes, "-f", "pdf", "-q", "-o", "out", cwd=tmp_path, FONTCONFIG_FILE=str(none))
    assert (done.returncode, done.stderr) == (0, "")
    notes.write_text(yaml.safe_dump(changed(("people[0].title", "\u12d3\u1208\u121d"))), "utf-8")
    done = command(notes, "-f", "pdf", "-q", "-o", "more", cwd=tmp_path, FONTCONFIG_FILE=str(none))
    is_told(done, "no font on this machine has")
    assert "people[0].title" in done.stderr
    notes.write_text(yaml.safe_dump(changed(("people[0].title", "\u0e01\u0e33"))), "utf-8")  # drawn as two parts
    done = command(notes, "-f", "pdf", "-q", "-o", "yet-more", cwd=tmp_path, FONTCONFIG_FILE=str(none))
    assert done.stderr.count("(U+0E") == done.stderr.count("in people[0].title") > 1


@pytest.mark.parametrize("package", ["rendercv_fonts", "weasyprint", "yaml"])
def test_a_package_that_is_missing_is_named(package: str, notes: Path, tmp_path: Path) -> None:
    code = f"import sys\nsys.modules[{package!r}] = None"
    is_told(command(notes, "-f", "docx,pdf", cwd=tmp_path, code=code), package)


# ------------------------------------------------------------------------------------- locales, streams, surroundings


@pytest.mark.parametrize("command_line", [("plan",), ("check", "--json"), ("-f", "txt", "-o", "-")], ids=str)
def test_a_locale_of_c_shows_every_name_somehow(command_line: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "zoe.yaml").write_text(yaml.safe_dump(ZOE), "utf-8")
    done = command(*command_line, "zoe.yaml", cwd=tmp_path, **POOR)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("files", [("zoe.yaml",), ("zoe.yaml", "zoe.yaml")], ids=len)
def test_a_file_name_that_the_locale_cannot_write_is_told(files: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "zoe.yaml").write_text(yaml.safe_dump(ZOE), "utf-8")
    done = command(*files, "-f", "txt", "-o", "out", cwd=tmp_path, **POOR)
    is_told(done, "a locale of UTF-8 has it")
    assert not [path for path in tmp_path.rglob("*") if path.suffix in {".part", ".txt"}]


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&- <&-"])
@pytest.mark.parametrize("what", ['"$1" -f txt -o out', 'plan "$1"'])
def test_a_stream_that_is_closed_stops_nothing(closed: str, what: str, notes: Path, tmp_path: Path) -> None:
    done = shell(f"letter {what} {closed}", notes, cwd=tmp_path)
    assert "Traceback" not in done.stderr
    assert done.returncode == 0


@pytest.mark.parametrize("what", ['"$1" -f docx -o - --to Tom', "schema"])
def test_a_document_that_nobody_gets_is_told(what: str, notes: Path, tmp_path: Path) -> None:
    is_told(shell(f"letter {what} >&-", notes, cwd=tmp_path), "standard output is closed")
    assert shell(f"letter {what} > /dev/null", notes, cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_a_file_of_no_lines_is_an_empty_file(content: str, tmp_path: Path) -> None:
    tmp_path.joinpath("none.jsonl").write_text(content)
    for what in ("none.jsonl -o out", "none.jsonl -o out -j 2", ". -o out", "- < none.jsonl"):
        is_told(shell(f"letter {what}", cwd=tmp_path), "an empty file", 2)


def test_standard_input_that_is_closed_is_an_empty_file(tmp_path: Path) -> None:
    is_told(shell("letter - <&-", cwd=tmp_path), "an empty file", 2)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize(
    "what", ['"$1" -f txt -o out', "schema", '"$1" -f txt -o - --to Tom', "--help", "plan --help", "--version"]
)
def test_standard_output_that_is_full_is_told(what: str, notes: Path, tmp_path: Path) -> None:
    is_told(shell(f"letter {what} > /dev/full", notes, cwd=tmp_path), "No space left on device")
    unbuffered = shell(f"PYTHONUNBUFFERED=1; export PYTHONUNBUFFERED; letter {what} > /dev/full", notes, cwd=tmp_path)
    is_told(unbuffered, "No space left on device")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_standard_error_that_is_full_ends_as_the_machine_s_fault(tmp_path: Path) -> None:
    done = shell("letter nowhere.yaml 2> /dev/full", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (3, "", "")


@pytest.mark.parametrize("what", ["--help", 'plan "$1"'])
def test_a_reader_that_leaves_early_hears_nothing_more(what: str, notes: Path, tmp_path: Path) -> None:
    done = shell(f"letter {what} | head -1", notes, cwd=tmp_path)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    "world", [{"HOME": ""}, {"HOME": "/nonexistent"}, {"TMPDIR": "/nonexistent", "HOME": "/"}], ids=str
)
def test_no_home_and_no_folder_for_temporary_files(world: dict[str, str], notes: Path, tmp_path: Path) -> None:
    done = command(notes, "-f", "docx,pdf", "-q", "-o", "out", cwd=tmp_path, **world)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(list((tmp_path / "out").iterdir())) == 4


@pytest.mark.parametrize("family", ["XCharter", "EB Garamond", "Lato"])
def test_a_font_file_that_is_not_whole_is_told_by_its_name(
    family: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (whole,) = fonts._files(family, "Regular")
    content, broken = whole.read_bytes(), tmp_path / "broken.otf"
    lengths = [0, 1, 12, 100, 2000, *(len(content) * share // 100 for share in range(10, 100, 10)), len(content) - 8]
    monkeypatch.setattr(fonts, "_files", lambda *_: [broken])
    for cut in (*(content[:length] for length in lengths), b"no font " * 5000, content[::-1]):
        broken.write_bytes(cut)
        with pytest.raises(MachineError, match=r"broken\.otf is no whole font\n.*pip install"):
            fonts.advances.__wrapped__(family, "Regular")


def test_a_face_that_is_missing_is_told_and_no_other_is_taken_for_it(notes: Path, tmp_path: Path) -> None:
    code = "from followup_letters.writing import fonts; fonts._files = lambda *_: []"
    for format in ("docx", "pdf"):
        done = command(notes, "-f", format, "-o", "out", cwd=tmp_path, code=code)
        is_told(done, "rendercv-fonts lacks the face XCharter")
        assert not (tmp_path / "out").exists()


@pytest.mark.skipif(not CAN_MOUNT, reason="this user may not mount a disk of their own")
def test_a_log_on_a_full_disk_loses_nothing_of_the_interview(notes: Path, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    fill = "(head -c 40000 /dev/zero > disk/fill) 2>/dev/null"
    mounted = f'mount -t tmpfs -o size=32k tmpfs disk; cp "$1" disk/n.yaml; {fill}'
    script = f'{mounted}; letter log disk/n.yaml --wrote >&2; code=$?; cmp "$1" disk/n.yaml; ls -A disk; exit $code'
    done = shell(script, notes, cwd=tmp_path, within=("unshare", "-rm"))
    is_told(done, "no space is left on the disk")
    assert done.stdout.split() == ["fill", "n.yaml"]
