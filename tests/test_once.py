"""What is kept is made by one thread, however many ask for it first."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from followup_letters.choices import LetterKind
from followup_letters.once import once
from followup_letters.templating import rendering


def test_one_thread_makes_it_and_all_have_it() -> None:
    made: list[object] = []

    @once
    def table() -> object:
        Event().wait(0.02)  # so that the others come meanwhile
        made.append(object())
        return made[-1]

    together = Barrier(20)

    def ask(_: int) -> object:
        together.wait()
        return table()

    with ThreadPoolExecutor(20) as threads:
        given = list(threads.map(ask, range(20)))
    assert given == made * 20
    assert len(made) == 1


def test_what_could_not_be_made_is_tried_again() -> None:
    outcomes: Iterator[bool] = iter([False, True])

    @once
    def table() -> bool:
        if not next(outcomes):
            raise LookupError
        return True

    with pytest.raises(LookupError):
        table()
    assert table() is table() is True


def test_templates_are_set_up_and_compiled_once_for_all_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    rendering._environment.cache_clear()
    read = []
    source = rendering._OwnFirst.get_source
    monkeypatch.setattr(rendering._OwnFirst, "get_source", lambda *given: read.append(given[2]) or source(*given))
    together = Barrier(8)

    def ask(_: int) -> str:
        together.wait()
        return rendering.render("title.j2", {"kind": LetterKind.PURSUE}, None)

    with ThreadPoolExecutor(8) as threads:
        errors = [future.exception() for future in [threads.submit(ask, number) for number in range(8)]]
    assert len(errors) == 8  # most have no name to say, which is told; each has asked for the template
    assert sorted(read) == sorted(set(read))
    assert "title.j2" in read
