"""What is done by one thread at a time: what is made once and kept, where `functools.cache` would let each make it."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from threading import Lock, RLock
from typing import TypeVar

_Made = TypeVar("_Made")
_Lock = TypeVar("_Lock", Lock, RLock)


def free_at_forks(lock: _Lock) -> _Lock:
    """`lock`, which no process that is forked finds held by a thread that it does not have, and would wait for ever."""
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(before=lock.acquire, after_in_parent=lock.release, after_in_child=lock.release)
    return lock


ALONE = free_at_forks(RLock())
"""Held while something is made that is kept."""


def once(make: Callable[[], _Made]) -> Callable[[], _Made]:
    """`make`, of which only the first call that succeeds does anything."""
    kept = cache(make)

    @cache
    def made() -> _Made:
        with ALONE:
            return kept()

    return made
