"""What the tests of loading share: a smallest interview, and a way to ask for its faults."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from followup_letters.errors import Fault, InputError
from followup_letters.loading import load, load_text

SMALLEST = """\
candidate: {name: Maya Okafor}
company: {name: Northwind}
position: {title: Manager}
interview: {date: 2026-11-18}
people: [{name: Priya Raman}]
"""

FaultsOf = Callable[..., tuple[Fault, ...]]


@pytest.fixture
def smallest() -> str:
    """A YAML interview with only the required fields; more lines may follow it."""
    return SMALLEST


@pytest.fixture
def faults_of() -> FaultsOf:
    """The faults of a text (or bytes, with the suffix) or of a file; none if it loads."""

    def ask(source: str | bytes | Path, suffix: str = ".yaml") -> tuple[Fault, ...]:
        try:
            if isinstance(source, Path):
                load(source)
            else:
                load_text(source, name="notes" + suffix, suffix=suffix)
        except InputError as error:
            return error.faults
        return ()

    return ask
