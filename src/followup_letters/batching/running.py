"""The stream of a batch: interviews in, results out as they finish, in chunks on any executor.

Here nothing is loaded, composed or written. At most AHEAD chunks are under way at a time, so a batch of any length
takes the same memory, and an executor of any kind stays busy.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, wait
from itertools import count, islice
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Literal

from followup_letters import letterheads
from followup_letters.arguments import check_path, check_yes_or_no, choice, refused
from followup_letters.batching.journal import Journal
from followup_letters.batching.rendering import Job, Order, Result, failed, render_job, render_jobs
from followup_letters.batching.sources import Given, name_of, stems_of
from followup_letters.batching.workers import collecting_seldom
from followup_letters.choices import LetterKind
from followup_letters.composing import check_templates
from followup_letters.errors import MachineError
from followup_letters.filing import key, make_folder, unique_stem
from followup_letters.loading import Text
from followup_letters.models import Interview
from followup_letters.noun import way_to_field
from followup_letters.shown import called_as
from followup_letters.templates_folder import own_folder
from followup_letters.ways_to_data import is_content, way_to_rows
from followup_letters.writing import check_formats

CHUNK = 8  # interviews: enough that sending them costs nothing beside rendering, few enough that all workers end alike
AHEAD = 128  # chunks under way: more than any pool of one machine has workers
SOON = 2.0
"""Seconds after ^C in which workers, whom a terminal tells as well, give back what they have begun, or are gone. What
is cancelled before that makes a pool of Python 3.11 hang that loses a worker."""


_IN_PROCESSES = frozenset({"processes", "workers", "max_workers", "num_workers", "jobs", "n_jobs", "n", "parallel"})
"""What other libraries call the number of processes."""


def _said_elsewhere(name: str) -> str | None:
    """Where is said what an argument `name` says that is none of render_many's."""
    if name in _IN_PROCESSES:
        return "executor=concurrent.futures.ProcessPoolExecutor() renders in several processes, as in docs/batch.md"
    return way_to_field(Interview, name)


@called_as('as in render_many(interviews, "letters", ["docx"])', _said_elsewhere)
def render_many(
    interviews: Iterable[
        Interview | str | os.PathLike[str] | Mapping[str, Any] | Text | tuple[str, Interview | Mapping[str, Any]]
    ],
    out: str | os.PathLike[str],
    formats: Sequence[str] = ("docx",),
    executor: Executor | None = None,
    *,
    kind: LetterKind | Literal["courtesy", "pursue"] | None = None,
    templates: str | os.PathLike[str] | None = None,
    letterhead: str | os.PathLike[str] | None = None,
    files: bool = True,
    replace: bool = False,
    force: bool = False,
) -> Iterator[Result]:
    """Render every letter of many interviews into folders of `out`, one for each interview.

    Args:
        interviews: each an Interview, a path, a mapping, a `Text`, or a pair of a name and an Interview or a mapping;
            an iterator is read as the batch goes on.
        out: the folder of the batch; it is made if it is not there.
        formats: of `followup_letters.writing.FORMATS`.
        executor: where to render: any `concurrent.futures.Executor`, which stays the caller's. None: in this process.
        kind: courtesy or pursue, whatever the rules say (R11).
        templates: a folder searched before ours.
        letterhead: a Word file to set Word files on, in place of each interview's own; "" is none.
        files: True reads the files that an interview names, wherever they lead, and those given as paths. False opens
            none, and tells each in the Result: for the data of strangers.
        replace: replace files that are there with other content; otherwise they are kept, and told as a fault.
        force: the same, and write in spite of errors that checking finds.

    Returns:
        One Result for each interview, in the order of finishing; nothing is rendered until you go through them.
        Its `source` is the path, the name of a pair, or "interview 17" for the seventeenth of those given.
        Whatever is wrong with one is in its Result, and never stops the others. What an earlier run into `out`
        finished is not done again.

    Raises:
        FollowupError: at once, if there is no such format, letterhead or folder of templates, a template there has a
            slip of syntax, or `out` cannot be used.
        MachineError: if the processes of the executor die before the first of them has rendered anything.
        Exception: what the iterator itself raises, after the results of all that it gave before. So give data, not
            `(Interview(**row) for row in rows)`: what is wrong with data is in its Result.
    """
    _check_arguments(interviews, out, formats, executor)
    for name, value in (("files", files), ("replace", replace), ("force", force)):
        check_yes_or_no(value, f"render_many({name})")
    for name, path in (("templates", templates), ("letterhead", letterhead)):
        if path is not None:
            check_path(path, f"render_many({name})")
    folder, chosen = Path(out), None if kind is None else choice(kind, LetterKind, "render_many(kind)")
    mine = own_folder(templates)
    sheet = None if letterhead is None else os.fspath(letterhead)
    return render_ordered(
        interviews, Order(folder, tuple(formats), chosen, mine, replace or force, force, sheet, files), executor
    )


def render_ordered(interviews: Iterable[Given], order: Order, executor: Executor | None) -> Iterator[Result]:
    """What `render_many` does once its arguments are known to be sound, as those of the command are.

    Raises OutputError at once if the folder of the batch cannot be used, InputError if its letterhead cannot, and
    TemplateError for a slip of syntax in its templates.
    """
    if order.templates:
        check_templates(order.templates)
    if order.letterhead:
        letterheads.read(Path(order.letterhead))
    make_folder(order.out)
    return _Results(_run(interviews, order, executor))


class _Results(Iterator[Result]):
    """The results as somebody goes through them, for who looks at what `render_many` gives."""

    def __init__(self, results: Generator[Result]) -> None:
        self._results = results
        self.close = results.close

    def __next__(self) -> Result:
        return next(self._results)

    def __repr__(self) -> str:
        return "<the results of render_many: each is rendered when you come to it, all of them by list(…)>"


def _check_arguments(interviews: object, out: object, formats: object, executor: object) -> None:
    """Raise InputError for what would else go wrong later, or in a worker: one thing in place of many, above all."""
    if is_content(interviews):
        raise refused("render_many(interviews)", interviews, "many interviews", "[load_text(text)] are those of one")
    if isinstance(interviews, str | os.PathLike):
        hint = f"interviews_in({os.fspath(interviews)!r}) gives those of a file or a folder"
        raise refused("render_many(interviews)", interviews, "many interviews", hint)
    if isinstance(interviews, Interview | Mapping) or not isinstance(interviews, Iterable):
        raise refused("render_many(interviews)", interviews, "many interviews", "put a single one into a list")
    if way := way_to_rows(interviews):  # of a table, whose columns would be taken for paths
        raise refused("render_many(interviews)", interviews, "many interviews", way)
    check_path(out, "render_many(out)")
    check_formats(formats, "render_many(formats)")
    if not formats:
        raise refused("render_many(formats)", formats, "one format at least", "for example ['docx', 'pdf']")
    if isinstance(executor, type) or (executor is not None and not hasattr(executor, "submit")):
        hint = "for example concurrent.futures.ProcessPoolExecutor()"
        raise refused("render_many(executor)", executor, "an executor, or None", hint)


def _run(interviews: Iterable[Given], order: Order, executor: Executor | None) -> Generator[Result]:
    failures: list[Exception] = []
    with Journal(order.out) as journal:
        jobs = _jobs(_until_one_fails(interviews, failures), journal)
        if executor is None:
            yield from (_here(job, order, journal) for job in jobs)
        else:
            yield from _Spread(order, executor, journal).results(jobs)
    if failures:
        raise failures[0]


def _until_one_fails(interviews: Iterable[Given], failures: list[Exception]) -> Iterator[Given]:
    """`interviews`, up to an error of their iterator's own, which goes to `failures`: no iterator goes on after one."""
    try:
        yield from interviews
    except Exception as fault:
        failures.append(fault)


def _here(job: Job, order: Order, journal: Journal) -> Result:
    with collecting_seldom():
        return _noted([render_job(job, order)], journal)[0]


def _noted(results: list[Result], journal: Journal) -> list[Result]:
    """`results`, which have just come: what they have finished is done, though nobody may ask for them any more."""
    for result in results:
        if result.entry is not None and not result.was_done:
            journal.add(result.folder, result.entry)
    return results


def _jobs(interviews: Iterable[Given], journal: Journal) -> Iterator[Job]:
    """The interviews with their folders: named here, where the whole batch is seen, and before anything is rendered."""
    taken: set[str] = set()
    for number, source in enumerate(interviews, start=1):
        stems = list(stems_of(source, number))
        free = next((stem for stem in stems if key(stem) not in taken), None)
        folder = free or unique_stem(stems[-1], taken)
        taken.add(key(folder))
        yield Job(name_of(source, number), folder, source, journal.entries.get(folder, ()))


def _chunks(jobs: Iterator[Job]) -> Iterator[list[Job]]:
    sizes = (min(CHUNK, 1 + number // CHUNK) for number in count())  # small at first, so that a few are spread too
    while chunk := list(islice(jobs, next(sizes))):
        yield chunk


class _Spread:
    """A batch on an executor: its chunks that are under way, and what they give as they finish."""

    def __init__(self, order: Order, executor: Executor, journal: Journal) -> None:
        self._order, self._executor, self._journal = order, executor, journal
        self._under_way: dict[Future[list[Result]], list[Job]] = {}
        self._done: SimpleQueue[Future[list[Result]]] = SimpleQueue()
        self._has_begun = False

    def results(self, jobs: Iterator[Job]) -> Iterator[Result]:
        """The results of `jobs`, chunk by chunk; nothing is left in the executor, whatever ends them."""
        try:
            for chunk in _chunks(jobs):
                self._submit(chunk)
                yield from self._finished(at_once=len(self._under_way) < AHEAD)
            while self._under_way:
                yield from self._finished()
        except KeyboardInterrupt:
            wait(self._under_way, timeout=SOON)
            raise
        finally:
            for future in self._under_way:
                if not future.cancel() and future.done() and not future.exception():
                    _noted(future.result(), self._journal)

    def _finished(self, *, at_once: bool = False) -> Iterator[Result]:
        """The results of the chunks that have finished; unless `at_once`, one at least is waited for."""
        while not self._done.empty() or not at_once:
            future, at_once = self._done.get(), True
            chunk = self._under_way.pop(future)
            fault = future.exception()
            if fault is None:
                self._has_begun = True
                results = _noted(future.result(), self._journal)
                yield from results
                yield from (failed(job, _undone(job, "its worker was interrupted")) for job in chunk[len(results) :])
            elif isinstance(fault, BrokenExecutor) and not self._has_begun:
                raise MachineError(_NONE_BEGAN) from None
            elif len(chunk) > 1:  # one of them is at fault, and the others must not suffer for it
                for job in chunk:
                    self._submit([job])
            else:
                yield failed(chunk[0], _undone(chunk[0], _why(fault)))

    def _submit(self, chunk: list[Job]) -> None:
        """Let the executor have a chunk; of one that takes no more, it has failed already."""
        try:
            future = self._executor.submit(render_jobs, chunk, self._order)
        except RuntimeError as fault:  # BrokenExecutor, or shut down
            if "bootstrapping" in str(fault):  # a worker, which goes through the lines of the program that began it
                raise MachineError(_NO_GUARD) from None
            future = Future()
            future.set_exception(fault)
        self._under_way[future] = chunk
        future.add_done_callback(self._done.put)  # `wait` would hold a lock of each, which an interrupt may break


_NO_GUARD = """\
render_many(executor): a process of the executor begins the batch anew
  put what begins it below `if __name__ == "__main__":`, as docs/batch.md does"""
_NONE_BEGAN = """\
render_many(executor): its processes died before they rendered anything
  where a process begins with the lines of your program, the batch stands below `if __name__ == "__main__":`"""


def _undone(job: Job, why: str) -> MachineError:
    return MachineError(f"{job.name}\n  is not done: {why}; run the batch again")


def _why(fault: BaseException) -> str:
    died = "a process that rendered it has died"
    return died if isinstance(fault, BrokenExecutor) else f"{type(fault).__name__}: {fault}"
