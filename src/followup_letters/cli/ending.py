"""How the command ends before its time: SIGTERM and SIGHUP are obeyed as ^C is, so that nothing half-done is left.

What a library makes of the interrupt that a signal raises is no matter: it may raise another error in its place, as
pydantic does where ^C comes while it builds a class, or none. That a signal has come is known here.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

TYPE_CHECKING = False  # what typing calls so, without the time that typing takes to load
if TYPE_CHECKING:
    from typing import Any


class Ended(KeyboardInterrupt):
    """Another signal than that of ^C."""


_come: list[int] = []  # the signals that have come


def has_come() -> bool:
    """True if a signal has come that ends the command."""
    return bool(_come)


def is_by_hand() -> bool:
    """True if an interrupt is that of ^C: no other signal has come."""
    return all(number == signal.SIGINT for number in _come)


def exit_code() -> int:
    """What a shell calls the end by the signal that came: 130 for ^C, 143 for SIGTERM, 129 for SIGHUP."""
    return 128 + next((number for number in _come if number != signal.SIGINT), signal.SIGINT)


def is_over() -> None:
    """The interrupt that has come was meant, and has ended what it should: the command goes on as if none had."""
    _come.clear()


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Meanwhile ^C raises KeyboardInterrupt, SIGTERM and SIGHUP raise Ended, and each is noted; one that is ignored, as
    under nohup, stays so.

    Where Python cannot raise it (in what runs as an object goes) it says so with a traceback; not here.
    """
    before: dict[int, Any] = {}
    told = sys.unraisablehook
    _come.clear()
    sys.unraisablehook = lambda fault: None if has_come() and _is_interrupt(fault.exc_type) else told(fault)
    for name, usual in (
        ("SIGINT", signal.default_int_handler),
        ("SIGTERM", signal.SIG_DFL),
        ("SIGHUP", signal.SIG_DFL),
    ):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is usual:
            try:
                before[number] = signal.signal(number, _end)
            except ValueError:  # not in the main thread, which alone is told of signals
                break
    try:
        yield
    finally:
        sys.unraisablehook = told
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Meanwhile nobody hears a further ^C: what it should end is ending."""
    before = None
    with suppress(ValueError):  # not in the main thread
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        if before is not None:
            signal.signal(signal.SIGINT, before)


def _is_interrupt(kind: type[BaseException] | None) -> bool:
    return kind is not None and issubclass(kind, KeyboardInterrupt)


def _end(number: int, _frame: object) -> None:
    _come.append(number)
    raise KeyboardInterrupt if number == signal.SIGINT else Ended
