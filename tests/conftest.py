"""What every test may use: the repository's folders, and `--update-golden`."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]

# A run in the background may ignore ^C, and whatever it starts would, too; the tests send it to what they start.
signal.signal(signal.SIGINT, signal.default_int_handler)

# No test has a timer: on a busy machine the first example, which loads what is read once, would miss its deadline.
settings.register_profile("without a timer", deadline=None)
settings.load_profile("without a timer")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden letters; read the diff again")
    parser.addoption("--update-pictures", action="store_true", help="redraw the pictures of pages; look at each again")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """True if golden letters are to be rewritten."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def update_pictures(request: pytest.FixtureRequest) -> bool:
    """True if the pictures of pages are to be redrawn."""
    return bool(request.config.getoption("--update-pictures"))


@pytest.fixture
def examples() -> Path:
    """The folder of the example interviews."""
    return ROOT / "examples"
