"""How time is taken: every subject in turn, over and over, so that a busy machine slows all of them alike."""

from __future__ import annotations

import resource
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field

Call = Callable[[int], object]
"""Writes the letter of this number; the numbers run round the examples."""


clock: Callable[[], float] = time.perf_counter
"""What the time of tables is taken from."""


def processor_seconds() -> float:
    """The time that this process and those that it started have had a processor."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


@dataclass
class Subject:
    """One way to do a piece of work. `per_round` calls are timed together; `lacks` says why it cannot be had."""

    name: str
    call: Call | None
    per_round: int = 17
    lacks: str = ""
    times_ms: list[float] = field(default_factory=list)

    @property
    def median_ms(self) -> float:
        """The median time of one call, in ms."""
        return statistics.median(self.times_ms)

    def ratio_to(self, other: Subject) -> float:
        """The median of the rounds' ratios: what a call costs where one of `other` costs 1."""
        return statistics.median(mine / theirs for mine, theirs in zip(self.times_ms, other.times_ms, strict=True))


def interleave(subjects: list[Subject], rounds: int) -> None:
    """Time every subject that is there in each of `rounds`, after one call each to warm up."""
    there = [subject for subject in subjects if subject.call]
    for subject in there:
        _guarded(subject, subject.per_round)
    for _ in range(rounds):
        for subject in there:
            if subject.call and not subject.lacks:
                _guarded(subject, subject.per_round)
    for subject in there:
        subject.times_ms = subject.times_ms[1:]  # the first was to warm up


def _guarded(subject: Subject, calls: int) -> None:
    assert subject.call
    begin = clock()
    try:
        for number in range(calls):
            subject.call(number)
    except Exception as fault:
        subject.lacks = f"failed: {type(fault).__name__}: {str(fault)[:60]}"
    subject.times_ms.append((clock() - begin) * 1000 / calls)


def table(title: str, subjects: list[Subject], reference: Subject) -> str:
    """A table in Markdown: ms each, and how many times the reference."""
    lines = [f"| {title} | ms | × {reference.name} |", "|---|--:|--:|"]
    for subject in subjects:
        if subject.lacks or not subject.times_ms:
            lines.append(f"| {subject.name} | – | {subject.lacks or 'absent'} |")
        else:
            lines.append(f"| {subject.name} | {subject.median_ms:.2f} | {subject.ratio_to(reference):.3f} |")
    return "\n".join(lines) + "\n"
