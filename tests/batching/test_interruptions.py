"""A batch that is cut short: what was written is whole, what was not is named, and a second run finishes it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from multiprocessing import active_children, current_process
from pathlib import Path
from zipfile import ZipFile

import pytest

from followup_letters.batching import render_many, workers
from followup_letters.batching.rendering import Job, Order, render_jobs
from followup_letters.cli.batch import _interrupt_workers

from .conftest import an_interview, contents

SCRIPT = Path(sys.executable).parent / "render-letter"
COUNT = 30
LONG = 300  # seconds in which whatever does not hang has ended on any machine


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The letters of the batch as they are when nothing happens."""
    out = tmp_path_factory.mktemp("undisturbed")
    with ProcessPoolExecutor(2) as pool:
        assert not [result.fault for result in _batch(out, pool) if result.fault]
    return contents(out)


def _batch(out: Path, executor: ProcessPoolExecutor | None = None):  # type: ignore[no-untyped-def]  # an iterator
    return render_many(map(an_interview, range(COUNT)), out, ["docx", "txt"], executor)


def _are_whole(out: Path, undisturbed: dict[str, bytes]) -> bool:
    """Whether every file that bears a letter's name is the letter."""
    return contents(out).items() <= undisturbed.items()


def _said_after(number: signal.Signals, batch: subprocess.Popen[str]) -> str:
    """What `batch` says on standard error once the signal has come to all of its processes, as from a terminal."""
    os.killpg(batch.pid, number)
    try:
        return batch.communicate(timeout=LONG)[1]
    except subprocess.TimeoutExpired:
        os.killpg(batch.pid, signal.SIGKILL)  # else its end would be waited for
        raise


def test_a_worker_that_is_killed(tmp_path: Path, undisturbed: dict[str, bytes]) -> None:
    with ProcessPoolExecutor(2) as pool:
        results = _batch(tmp_path, pool)
        first = next(results)
        os.kill(next(child.pid for child in active_children() if child.pid), signal.SIGKILL)
        told = [first, *results]
    undone = [result for result in told if result.fault]
    assert len(told) == COUNT
    assert {result.source for result in told} == {f"interview {number + 1}" for number in range(COUNT)}
    assert undone
    assert all("a process that rendered it has died; run the batch again" in r.fault["message"] for r in undone)
    assert _are_whole(tmp_path, undisturbed)
    with ProcessPoolExecutor(2) as pool:
        again = list(_batch(tmp_path, pool))
    assert not [result for result in again if result.fault]
    assert sum(result.was_done for result in again) >= COUNT - len(undone)
    assert contents(tmp_path) == undisturbed
    assert not list(tmp_path.rglob("*.part"))


def _allow_files_of(size: int) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_disk_that_takes_no_more(tmp_path: Path, undisturbed: dict[str, bytes]) -> None:
    with ProcessPoolExecutor(1, initializer=_allow_files_of, initargs=(3000,)) as pool:
        results = list(_batch(tmp_path, pool))
    assert len(results) == COUNT
    assert all(result.fault and "cannot be written" in result.fault["message"] for result in results)
    assert all(not list(tmp_path.joinpath(result.folder).glob(".*")) for result in results)
    assert _are_whole(tmp_path, undisturbed)
    assert not [result.fault for result in _batch(tmp_path) if result.fault]
    assert contents(tmp_path) == undisturbed


def test_a_journal_that_cannot_be_written_stops_no_letter(tmp_path: Path, undisturbed: dict[str, bytes]) -> None:
    program = (
        "import resource, sys; from pathlib import Path\n"
        "from batching.conftest import an_interview; from followup_letters.batching import render_many\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, 4_000))\n"
        f"print(sum(r.fault is None for r in render_many(map(an_interview, range({COUNT})), sys.argv[1], ['txt'])))\n"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path], env=environment, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == (f"{COUNT}\n", "")
    assert (tmp_path / ".finished.jsonl").stat().st_size <= 4_000
    again = list(render_many(map(an_interview, range(COUNT)), tmp_path, ["txt"]))
    assert not [result.fault for result in again if result.fault]
    assert 0 < sum(result.was_done for result in again) < COUNT


@pytest.mark.parametrize("processes", ["1", "2"])
def test_an_interrupt_at_the_terminal(processes: str, tmp_path: Path, undisturbed: dict[str, bytes]) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text("".join(f"{json.dumps(an_interview(number))}\n" for number in range(COUNT)), "utf-8")
    command = [SCRIPT, lines, "-j", processes, "-f", "docx,txt", "-o", tmp_path / "out"]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, start_new_session=True
    ) as batch:
        assert batch.stdout
        batch.stdout.readline()
        said = _said_after(signal.SIGINT, batch)
    assert batch.returncode == 130
    assert "Traceback" not in said
    assert f"not done: {lines}:" in said
    assert "the same command finishes the rest" in said
    letters = contents(tmp_path / "out")
    assert 0 < len(letters) < COUNT * 4
    assert set(letters.values()) <= set(undisturbed.values())
    assert all(ZipFile(BytesIO(letter)).testzip() is None for name, letter in letters.items() if name.endswith("docx"))
    again = subprocess.run(command, capture_output=True, text=True, check=False)
    assert again.returncode == 0
    assert "done before" in again.stderr
    assert sorted(contents(tmp_path / "out").values()) == sorted(undisturbed.values())
    assert not list(tmp_path.rglob("*.part"))


def test_an_interrupt_ends_the_example_of_the_page_soon(tmp_path: Path, folder_of: Callable[[int], Path]) -> None:
    page = Path(__file__).parents[2].joinpath("docs", "batch.md").read_text("utf-8")
    example = re.findall(r"```python\n(.*?)```", page, re.DOTALL)[0]
    (tmp_path / "program.py").write_text(example.replace("Executor()", "Executor(2)"), "utf-8")
    folder_of(150)
    command = [sys.executable, "-u", "program.py"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path, start_new_session=True
    ) as batch:
        assert batch.stdout
        batch.stdout.readline()
        said = _said_after(signal.SIGINT, batch)
    assert said.endswith("KeyboardInterrupt\n")
    begun = len(list((tmp_path / "letters").iterdir())) - 1
    noted = len((tmp_path / "letters" / ".finished.jsonl").read_bytes().splitlines())
    assert begun - 2 <= noted <= begun < 60  # of 150: at most those that two workers had at hand are lost


def test_a_worker_that_is_interrupted_alone_loses_no_interview_unsaid(tmp_path: Path) -> None:
    with ProcessPoolExecutor(1) as pool:
        told = []
        for result in _batch(tmp_path, pool):
            told.append(result)
            for worker in active_children() if len(told) == 1 else ():
                os.kill(worker.pid or 0, signal.SIGINT)
        undone = [result.fault["message"] for result in told if result.fault]
        assert len(told) == COUNT
        assert undone
        assert all("is not done: " in message and "run the batch again" in message for message in undone)


def test_a_worker_that_was_interrupted_in_one_batch_serves_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = Order(tmp_path, ("txt",))
    jobs = [Job("interview 1", "000001", an_interview(1))]
    monkeypatch.setattr(workers, "parent_process", current_process)
    monkeypatch.setattr(workers, "current_thread", lambda: None)  # an interrupt before it is heeded, in a chunk
    with workers.rendering(order.batch):
        raise KeyboardInterrupt
    assert render_jobs(jobs, order) == []
    (done,) = render_jobs(jobs, Order(tmp_path, ("txt",)))
    assert done.fault is None


def _interrupted() -> str:
    """What an interrupt does in a worker, in the midst of a task."""
    try:
        os.kill(os.getpid(), signal.SIGINT)
    except KeyboardInterrupt:
        return "is the task's"
    return "is swallowed"


def test_a_worker_that_waits_outlives_an_interrupt_and_the_next_task_has_its_own(tmp_path: Path) -> None:
    with ProcessPoolExecutor(1) as pool:
        assert not [result.fault for result in _batch(tmp_path / "one", pool) if result.fault]
        os.kill(active_children()[0].pid or 0, signal.SIGINT)
        assert pool.submit(_interrupted).result(LONG) == "is the task's"
        assert not [result.fault for result in _batch(tmp_path / "two", pool) if result.fault]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_batch_that_is_told_to_end(number: signal.Signals, tmp_path: Path, folder_of: Callable[[int], Path]) -> None:
    if signal.getsignal(number) is signal.SIG_IGN:
        pytest.skip("this run of the tests ignores it, and so do its children")
    command = [SCRIPT, folder_of(COUNT), "-j", "2", "-f", "docx", "-o", tmp_path / "out"]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, start_new_session=True
    ) as batch:
        assert batch.stdout
        batch.stdout.readline()
        said = _said_after(number, batch)
    assert batch.returncode == 128 + number
    assert "Traceback" not in said
    assert "the same command finishes the rest" in said
    assert not list(tmp_path.rglob("*.part"))


def test_a_worker_that_the_signal_has_ended_already_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    with subprocess.Popen([sys.executable, "-c", "pass"]) as ended:
        ended.wait()
    monkeypatch.setattr("multiprocessing.active_children", lambda: [ended])
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    _interrupt_workers()


def test_no_worker_outlives_a_command_that_is_killed(tmp_path: Path, folder_of: Callable[[int], Path]) -> None:
    command = [SCRIPT, folder_of(COUNT), "-j", "2", "-f", "txt", "-o", tmp_path / "out"]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as batch:
        assert batch.stdout
        batch.stdout.readline()
        batch.kill()
        batch.communicate(timeout=60)  # returns when the last process that could write has ended


def test_a_batch_on_a_terminal_is_told_in_a_few_lines(tmp_path: Path, folder_of: Callable[[int], Path]) -> None:
    folder = folder_of(3)
    (folder / "faulty.yaml").write_text("company: {name: Northwind}\n", "utf-8")
    done = subprocess.run(
        [SCRIPT, folder, "-f", "txt", "-o", tmp_path / "out"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert len(done.stdout.splitlines()) == 6
    assert f"{folder / 'faulty.yaml'}:1:1" in done.stderr
    assert done.stderr.endswith(f"3 interviews rendered, 6 files in {tmp_path / 'out'}; 1 has faults\n")


def test_a_batch_tells_programs_one_object_a_line(tmp_path: Path) -> None:
    lines = "".join(json.dumps(an_interview(number)) + "\n" for number in range(3)) + "{}\n"
    done = subprocess.run(
        [SCRIPT, "-", "--json", "-o", tmp_path], input=lines, capture_output=True, text=True, check=False
    )
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [result["folder"] for result in told] == [f"stdin-00000{number}" for number in (1, 2, 3, 4)]
    assert [len(result["files"]) for result in told] == [2, 2, 2, 0]
    assert told[3]["fault"]["error"] == "InputError"
    assert done.returncode == 2
