"""How a process behaves that renders for a batch: it looks for garbage seldom, and ^C ends the batch, not its pool.

A worker that ^C reaches while it sends a result back would keep the lock of the queue for ever, and the others, and the
program, would wait for it; one that ^C reaches while it waits for work would break the pool.
"""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import parent_process
from threading import Event, Thread, current_thread, main_thread
from types import FrameType

from followup_letters.filing import discard_unfinished

_SELDOM = (20_000, 20, 50)  # Python looks after each 700 new objects, and that takes a tenth of the time of a batch


def collect_seldom() -> None:
    """Let this process, if it is there for letters alone, look for unreachable objects seldom: letters leave few."""
    gc.set_threshold(*_SELDOM)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """The same for a while, in a process that is its owner's: as often as before once it is over."""
    before = gc.get_threshold()
    if 0 < before[0] < _SELDOM[0]:  # not 0, which is never
        collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)


# ------------------------------------------------------------------------------------- a pool for one batch alone

_is_interrupted = Event()


def begin_worker() -> None:
    """Let this process, a worker of a pool, begin no interview after ^C, and end where its parent has been killed.

    Where it is told to end itself, it takes away the file that it is writing.
    """
    collect_seldom()
    signal.signal(signal.SIGINT, lambda *_: _is_interrupted.set())
    for name in {"SIGTERM", "SIGHUP"} & set(dir(signal)):  # Windows has no SIGHUP
        signal.signal(getattr(signal, name), lambda number, _: _end(128 + number))
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        _end(1)


def _end(code: int) -> None:
    discard_unfinished()
    os._exit(code)  # files appear whole or not at all


# --------------------------------------------------------- a pool that is somebody else's, and has other tasks as well


class _Batches:
    """The batches of this process: the last that it rendered for, whether it does now, and those that ^C has ended."""

    last = ""
    is_under_way = False
    ended: set[str] = set()  # noqa: RUF012  # one process, one set


@contextmanager
def rendering(batch: str) -> Iterator[None]:
    """While this process renders for `batch`, and then until it has another task, ^C ends that batch in it alone."""
    _Batches.last, _Batches.is_under_way = batch, True
    try:
        _heed_interrupts()
        yield
    except KeyboardInterrupt:
        if parent_process() is None:  # no worker of a pool: whoever has called this is to know
            raise
        _Batches.ended.add(batch)
    finally:
        _Batches.is_under_way = False


def has_ended(batch: str) -> bool:
    """True if ^C has reached this process, a worker, in `batch`."""
    return _is_interrupted.is_set() or batch in _Batches.ended


def _heed_interrupts() -> None:
    """Note ^C from now on, in a worker in which nobody else does anything about it."""
    is_worker = parent_process() is not None and current_thread() is main_thread()
    if is_worker and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _note_interrupt)


def _note_interrupt(number: int, frame: FrameType | None) -> None:
    if _Batches.is_under_way or _is_between_tasks(frame):
        _Batches.ended.add(_Batches.last)
    else:
        signal.default_int_handler(number, frame)


def _is_between_tasks(frame: FrameType | None) -> bool:
    """True where only the pool itself is at work: it waits for a task, or sends a result back."""
    while frame and frame.f_globals.get("__name__", "").startswith(("multiprocessing.", "concurrent.futures.")):
        if frame.f_code.co_name == "_process_worker":
            return True
        frame = frame.f_back
    return False
