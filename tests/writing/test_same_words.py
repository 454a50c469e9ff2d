"""Every format holds the words of the page, all of them and no others, in their order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_letters.markup import Page
from followup_letters.writing import render

from .conftest import FORMATS, PAGES, READERS, letter_saying, words

_VALUES = [
    "R&D <Director>",
    "{{ 7*7 }} {% raw %}",
    'O\'Brien "Bob"',
    "Zoë Nuñez",
    "C++, <5 %, 10  spaces  kept",
    "Đặng Thị Ngọc, Ελένη, Наталья",
    "&amp; &#x41; <!-- --> ]]>",
    "山田太郎",
]


def test_there_are_sample_pages() -> None:
    assert len(PAGES) >= 5


def test_every_format_holds_the_words_of_the_page(page: Page, format: str) -> None:
    expected = words(page.root.text)
    assert len(expected) > 20
    assert words(READERS[format](render(page, format))) == expected


@pytest.mark.parametrize("value", _VALUES)
def test_a_value_appears_as_it_was_typed(value: str, format: str) -> None:
    assert f"We spoke of {value}." in READERS[format](render(letter_saying(value), format))


_ANY_CHARACTER = st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\ufeff")


@settings(max_examples=150, deadline=None)
@given(st.text(_ANY_CHARACTER, min_size=1, max_size=60))
def test_any_value_survives_word_html_and_text(value: str) -> None:
    page = letter_saying(value)
    for format in ("docx", "html", "txt"):
        assert f"We spoke of {value}." in READERS[format](render(page, format))


_EUROPEAN = st.characters(min_codepoint=0x20, max_codepoint=0x24F, exclude_categories=("Cc", "Cf", "Cn"))


@settings(max_examples=25, deadline=None)
@given(st.text(_EUROPEAN, min_size=1, max_size=40))
def test_european_values_survive_in_the_pdf(value: str) -> None:
    text = READERS["pdf"](render(letter_saying(value), "pdf"))
    assert "".join(value.split()) in "".join(text.split())  # a reader sees a line's end as it likes


def test_spaces_typed_twice_stay_two_in_every_format(format: str) -> None:
    assert "one  two" in READERS[format](render(letter_saying("one  two"), format))


def test_the_formats_of_the_table_are_those_that_are_tested() -> None:
    from followup_letters.writing import FORMATS as offered

    assert offered == (*FORMATS, "eml")  # an e-mail has no page of its own: see test_eml.py
