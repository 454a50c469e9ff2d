"""Hostile inputs of forty categories through every format: as typed, or refused by their field in few words."""

from __future__ import annotations

import itertools
import json
import unicodedata
import warnings

import pytest

import followup_letters as fl
from followup_letters.errors import FollowupError, InputError
from followup_letters.loading import load_text
from promises.stage import AT_LENGTH, EVERYTHING, SECRETS, by_email, changed
from promises.test_01_verbatim_or_refused import FIELDS, is_verbatim, saying
from promises.test_08_valid_outputs import VALID

from .hostile import FILES, LINES, lines
from .interviews import checked

CASES = list(lines(None if AT_LENGTH else 2))
OBEYED = {"Cc", "Cs", "Zl", "Zp"}


def is_harmless(error: FollowupError) -> None:
    """Whether what is said is short, obeys nothing, and gives nothing private away."""
    said = str(error)
    assert 0 < len(said.encode()) < 2000
    assert not [mark for mark in said if mark != "\n" and unicodedata.category(mark) in OBEYED]
    assert not [mark for mark in said if mark in "\u202a\u202d\u202e\u2066\u2069"]
    assert not [secret for secret in (*SECRETS.values(), "SECRET") if secret in said + json.dumps(error.as_dict())]


def test_there_are_forty_categories() -> None:
    assert len(LINES) + len(FILES) >= 40
    assert {category for category, _ in CASES} == set(LINES)


@pytest.mark.parametrize("category", LINES)
def test_hostile_words_are_verbatim_or_their_field_is_named(category: str) -> None:
    fields = itertools.cycle(FIELDS)
    for words in (words for each, words in CASES if each == category):
        for field in FIELDS if AT_LENGTH else itertools.islice(fields, 3):
            post = saying(field, words)
            is_verbatim(post, field, words, ("docx", "html", "txt"))
            is_verbatim(by_email(post), field, words, ("eml",))


@pytest.mark.parametrize("category", LINES)
def test_files_of_hostile_words_are_valid(category: str) -> None:
    for words in (words for each, words in CASES if each == category):
        field = "people[0].title" if len(words) % 2 else "people[0].talked_about"
        try:
            letter = fl.compose(fl.load(changed((field, words))))[0]
        except InputError as error:
            is_harmless(error)
            continue
        for format in ("docx", "html", "txt", "pdf"):
            try:
                content = letter.render(format)
            except FollowupError as error:
                assert format == "pdf"
                is_harmless(error)
                continue
            assert letter.render(format) == content
            VALID[format](content)


@pytest.mark.parametrize("category", FILES)
def test_hostile_files_are_refused_in_few_words(category: str) -> None:
    for suffix, content in FILES[category]:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with pytest.raises(InputError) as caught:
                load_text(content, suffix=suffix)
        is_harmless(caught.value)


class Mute(str):
    """A text that does not want to say what it is."""

    __slots__ = ()

    def __str__(self) -> str:
        raise RuntimeError

    __repr__ = __str__


ODD = [0, 10**5000, float("nan"), True, b"x", {1}, [], {}, [[]], {None: 1}, object(), Mute("x"), 1j, len, "\x00", ...]


@pytest.mark.parametrize("field", ["candidate", "people", "people[0].name", "outlook", "holidays", "outlook.private"])
def test_whatever_a_program_gives_is_an_interview_or_an_input_error(field: str) -> None:
    refused = 0
    for value in ODD:
        try:
            fl.compose(fl.load({**EVERYTHING, field: value} if "." not in field else changed((field, value))))
        except InputError as error:
            is_harmless(error)
            refused += 1
    assert refused >= 3


@pytest.mark.parametrize(
    "key", [None, 1, (), "", "\ud800", "x" * 100_000, "a\x1b[31m", "__class__", Mute("name")], ids=type
)
def test_a_key_that_is_none_is_told(key: object) -> None:
    for data in ({**EVERYTHING, key: "x"}, changed(("candidate", {**EVERYTHING["candidate"], key: "x"}))):
        if key == "name":
            continue
        with pytest.raises(InputError) as caught:
            fl.load(data)  # type: ignore[arg-type]  # that is the matter
        is_harmless(caught.value)
        assert caught.value.faults[0].field


@pytest.mark.parametrize("country", ["HolidayBase", "__class__", "utils", "us", "../x", "\x1b[31m", "ZZ"])
def test_a_country_is_a_country(country: str) -> None:
    with pytest.raises(InputError) as caught:
        fl.compose(fl.load(changed(("holidays", country))))
    is_harmless(caught.value)


def test_interviews_drawn_by_number_are_written_whole_or_refused() -> None:
    numbers = range(20_000 if AT_LENGTH else 40)
    answers = [checked(number) for number in numbers]
    assert answers.count("written") > len(answers) // 2
    assert set(answers) <= {"written", "refused", "nobody"}


def test_what_once_failed_is_written() -> None:
    assert checked(226612) == "written"  # a strength that makes a sentence and no clause, told after needs
