"""How the command ends before its time: SIGTERM and SIGHUP are obeyed as ^C is, so that nothing half-done is left."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

TYPE_CHECKING = False  # what typing calls so, without the time that typing takes to load
if TYPE_CHECKING:
    from typing import Any


class Ended(KeyboardInterrupt):
    """Another signal than that of ^C."""


_come: list[int] = []  # the signals that have raised Ended, in whose place a library may raise an interrupt of its own


def is_by_hand() -> bool:
    """True if an interrupt is that of ^C: no other signal has come."""
    return not _come


def exit_code() -> int:
    """What a shell calls the end by the signal that came: 130 for ^C, 143 for SIGTERM, 129 for SIGHUP."""
    return 128 + (signal.SIGINT if is_by_hand() else _come[0])


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Meanwhile SIGTERM and SIGHUP raise Ended; one that is ignored, as under nohup, stays so."""
    before: dict[int, Any] = {}
    _come.clear()
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            try:
                before[number] = signal.signal(number, _end)
            except ValueError:  # not in the main thread, which alone is told of signals
                break
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _frame: object) -> None:
    _come.append(number)
    raise Ended
