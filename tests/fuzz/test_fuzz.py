"""The fuzz harness, run briefly: the corpus as it is, and inputs drawn from it; `make fuzz` runs it at length."""

from __future__ import annotations

import os
import random

import pytest

from .harness import mutated, one_input, seeds

COUNT = 20_000 if os.environ.get("AT_LENGTH") else 250


def test_the_corpus_holds_files_that_load_and_files_that_do_not() -> None:
    answers = [one_input(seed) for seed in seeds()]
    assert len(answers) >= 10
    assert answers.count("written") >= 5
    assert answers.count("refused") >= 2


def test_whatever_is_drawn_from_the_corpus_is_written_whole_or_refused() -> None:
    answers = []
    for number, data in enumerate(mutated(random.Random(20261118), COUNT)):
        try:
            answers.append(one_input(data))
        except Exception as fault:
            pytest.fail(f"input {number}: {data!r}: {fault!r}")
    assert answers.count("written") > COUNT // 50
    assert answers.count("refused") > COUNT // 10
