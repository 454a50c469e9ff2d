"""What is made once and kept, by one thread: the others wait for it, where `functools.cache` would let each make it."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from threading import RLock
from typing import TypeVar

_Made = TypeVar("_Made")

ALONE = RLock()
"""Held while something is made that is kept."""
if hasattr(os, "register_at_fork"):  # a worker that begins while another thread holds it would wait for ever
    os.register_at_fork(before=ALONE.acquire, after_in_parent=ALONE.release, after_in_child=ALONE.release)


def once(make: Callable[[], _Made]) -> Callable[[], _Made]:
    """`make`, of which only the first call that succeeds does anything."""
    kept = cache(make)

    @cache
    def made() -> _Made:
        with ALONE:
            return kept()

    return made
