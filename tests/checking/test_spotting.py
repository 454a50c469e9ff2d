"""Finding phrases of the lexicon: what is passed over quickly could not have been found slowly."""

from __future__ import annotations

import re

import pytest

from followup_letters.checking.spotting import spots
from followup_letters.lexicon import lines

TABLES = (
    "cliches", "empty_claims", "gendered", "interest", "job_words", "negative_echoes", "offers", "subordinate",
    "threats",
)  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
def test_every_phrase_is_found_in_a_sentence_in_whatever_case(table: str) -> None:
    assert lines(table)
    for line in lines(table):
        phrase = line.replace("*", "")
        for said in (phrase, phrase.upper(), phrase.capitalize()):
            assert spots(f"Now, {said}; so it is.", table), (table, line, said)


@pytest.mark.parametrize("table", TABLES)
def test_no_phrase_begins_with_an_open_end_which_would_be_passed_over(table: str) -> None:
    assert all("*" not in line[:4] and re.match(r"\w", line) for line in lines(table))


def test_what_begins_like_a_phrase_and_is_none_is_not_found() -> None:
    assert spots("We talked about gratefulness of a sort, and begged nothing.", "cliches") == []
