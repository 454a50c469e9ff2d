"""Finding phrases of the lexicon: what is passed over quickly could not have been found slowly."""

from __future__ import annotations

import re
import unicodedata

import pytest

from checking.staging import everything_in
from followup_letters.checking.spotting import as_they_stand, spots, words_of
from followup_letters.checking.table import Words
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


@pytest.mark.parametrize(
    "text",
    [
        "I reduced falls from 5.1 to 2.2 per 1,000 patient days; nobody’s rounds grew.",
        "Cafe\u0301 Zu\u0308rich: the “night” count (-4 %) held.",
    ],
)
def test_words_that_are_quoted_stand_as_they_do_in_the_text(text: str) -> None:
    words = words_of(text)
    assert as_they_stand(text, 0, len(words)) == unicodedata.normalize("NFC", text).rstrip(".")
    for first in range(len(words)):
        for count in range(1, len(words) - first + 1):
            assert words_of(as_they_stand(text, first, count)) == words[first : first + count]


def test_letters_that_are_alike_are_told_in_the_words_of_the_letter() -> None:
    same = "I reduced falls from 5.1 to 2.2 per 1,000 patient days."
    (found,) = [each for each in everything_in(Words(same, also=same)) if each.id.value == "similar"]
    assert f"such as “{same.rstrip('.')}”; reword one" in found.message


def test_what_begins_like_a_phrase_and_is_none_is_not_found() -> None:
    assert spots("We talked about gratefulness of a sort, and begged nothing.", "cliches") == []
