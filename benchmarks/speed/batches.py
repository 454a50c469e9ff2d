"""Batches: how many letters a second, by which executor; and whether a letter costs the same in a longer batch."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from pathlib import Path

from letters import a_long_job, a_panel, many_interviews

import followup_letters as fl
from followup_letters.batching import render_many

HERE = Path(__file__).parent


def seconds(letters: int, format: str, executor: Executor | None = None) -> float:
    """How long a batch of so many letters takes, from the first interview to the last file."""
    folder = tempfile.mkdtemp(prefix="speed-")
    interviews = list(many_interviews(letters))
    begin = time.perf_counter()
    for result in render_many(interviews, folder, [format], executor):
        assert result.error is None, result.error
    taken = time.perf_counter() - begin
    shutil.rmtree(folder)
    return taken


@contextmanager
def _dask() -> Iterator[Executor]:
    from distributed import Client, LocalCluster

    with (
        LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        yield client.get_executor()


def by_executor(letters: int, format: str, rounds: int) -> str:
    """The same batch in one process, in two, and on a cluster of two dask workers; in turn, workers warm."""
    kinds = {
        "in this process": nullcontext,
        "ProcessPoolExecutor(2)": lambda: ProcessPoolExecutor(2),
        "dask.distributed, 2 workers": _dask,
    }
    taken: dict[str, list[float]] = {name: [] for name in kinds}
    lacks = {}
    for _ in range(rounds):
        for name, make in kinds.items():
            try:
                with make() as executor:
                    seconds(min(200, letters), format, executor)
                    taken[name].append(seconds(letters, format, executor))
            except ImportError as fault:
                lacks[name] = f"absent ({fault.name})"
    return _executors_table(letters, format, taken, lacks)


def _executors_table(letters: int, format: str, taken: dict[str, list[float]], lacks: dict[str, str]) -> str:
    one = statistics.median(taken["in this process"])
    lines = [f"| batch of {letters:,} letters, {format} | s | letters/s | × one process |", "|---|--:|--:|--:|"]
    for name, times in taken.items():
        if name in lacks:
            lines.append(f"| {name} | – | – | {lacks[name]} |")
        else:
            median = statistics.median(times)
            lines.append(f"| {name} | {median:.1f} | {letters / median:.0f} | {one / median:.2f} |")
    return "\n".join(lines) + "\n"


def by_length(lengths: list[int]) -> str:
    """Cost of a letter in batches of different lengths: as DOCX files in one process."""
    seconds(100, "docx")
    lines = ["| batch, docx, one process | s | ms a letter |", "|---|--:|--:|"]
    for letters in lengths:
        taken = seconds(letters, "docx")
        lines.append(f"| {letters:,} letters | {taken:.1f} | {taken * 1000 / letters:.2f} |")
    return "\n".join(lines) + "\n"


def by_size() -> str:
    """Cost of one interview as it has more people, or more responsibilities."""
    lines = ["| one interview, composed | ms | ms for each |", "|---|--:|--:|"]
    for name, make, sizes in (
        ("people met", a_panel, (5, 20, 80, 200)),
        ("responsibilities", a_long_job, (5, 10, 20, 30)),  # no file may have more
    ):
        for size in sizes:
            taken = _best_ms(make, size)
            lines.append(f"| {size} {name} | {taken:.1f} | {taken / size:.2f} |")
    return "\n".join(lines) + "\n"


def _best_ms(make: Callable[[int], fl.Interview], size: int) -> float:
    interview = make(size)
    times = []
    for _ in range(3):
        begin = time.perf_counter()
        fl.compose(interview)
        times.append((time.perf_counter() - begin) * 1000)
    return min(times)


def memory(letters: int) -> str:
    """Peak and growth of a process that composes and writes so many letters."""
    lines = ["| memory, one process | peak MB | growth, MB per 1,000 letters |", "|---|--:|--:|"]
    for format in ("docx", "pdf"):
        command = [sys.executable, str(HERE / "memory.py"), format, str(letters)]
        peak, growth = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        lines.append(f"| {letters:,} letters, {format} | {peak} | {growth} |")
    return "\n".join(lines) + "\n"
