"""The letters that every subject of the benchmark writes: those of the examples, and many interviews made from them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import followup_letters as fl
from followup_letters.batching import interviews_in

ROOT = Path(__file__).parents[2]


@cache
def example_interviews() -> tuple[fl.Interview, ...]:
    """The interviews of examples/."""
    return tuple(fl.load(path) for path in interviews_in(ROOT / "examples"))  # type: ignore[arg-type]


@cache
def example_letters() -> tuple[fl.Letter, ...]:
    """Their letters."""
    return tuple(letter for interview in example_interviews() for letter in fl.compose(interview))


@cache
def paragraphs() -> tuple[tuple[str, ...], ...]:
    """The words of each letter, as paragraphs whose lines are parted by line breaks."""
    return tuple(tuple(letter.text.strip().split("\n\n")) for letter in example_letters())


def many_interviews(letters: int) -> Iterator[fl.Interview]:
    """So many letters' worth of interviews, all different: the examples over and over, by other candidates."""
    given = 0
    number = 0
    while given < letters:
        for interview in example_interviews():
            if given >= letters:
                return
            number += 1
            candidate = interview.candidate.with_(name=f"{interview.candidate.name} {number}")
            yield interview.with_(candidate=candidate)
            given += len(fl.decide(interview).recipients)


def a_panel(people: int) -> fl.Interview:
    """One interview with so many people met."""
    return _of(people, 6)


def a_long_job(responsibilities: int) -> fl.Interview:
    """One interview for a job with so many responsibilities."""
    return _of(2, responsibilities)


def _of(people: int, responsibilities: int) -> fl.Interview:
    works = ("Merge", "Audit", "Plan", "Teach", "Repair", "Weigh")
    texts = [f"{works[n % 6]} the {n + 1} lines of plant {n * 7 + 3}" for n in range(responsibilities)]
    strengths = ["Merged two warehouse systems", "Audited 40 suppliers", "Taught 12 apprentices", "Repaired 90 pumps"]
    return fl.load(
        {
            "candidate": {"name": "Maya Okafor", "strengths": strengths},
            "company": {"name": "Northwind Logistics, Inc."},
            "position": {"title": "Planner", "responsibilities": texts},
            "interview": {"date": "2026-11-18"},
            "people": [
                {"name": f"Reader Number{n}", "role": "panel", "talked_about": f"the pumps of plant {n}"}
                for n in range(people)
            ],
            "outlook": {"interested": True},
        }
    )
