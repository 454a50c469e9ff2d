"""What a process does that begins while a thread of its parent works: a worker of a pool that is forked."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable


def assert_forks_end(beside: Callable[[], object], inside: Callable[[], object], *, forks: int, seconds: int) -> None:
    """Each of so many processes, begun while a thread does `beside` over and over, does `inside` in so many seconds."""
    stop = threading.Event()

    def go_on() -> None:
        while not stop.is_set():
            beside()

    thread = threading.Thread(target=go_on)
    thread.start()
    try:
        for _ in range(forks):
            child = os.fork()
            if not child:
                signal.alarm(seconds)  # which ends a process that waits for ever
                os._exit(0 if inside() is not None else 1)
            assert os.waitpid(child, 0)[1] == 0
    finally:
        stop.set()
        thread.join()
