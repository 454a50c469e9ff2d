"""Where lines end: never in a number, never before a dot, never inside a name that fits; the text stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_letters.markup import Element, parse
from followup_letters.writing import render
from followup_letters.writing.breaking import FIRM_HYPHEN, breakable, well_broken
from followup_letters.writing.layouts import layout

from .conftest import READERS, letter_saying, sample
from .placing import lines, needs_office, through_office


@pytest.mark.parametrize("word", ["555-0188", "413-555-0142", "e-mail", "X-ray", "2019-2020", "T-shirts"])
def test_no_line_ends_at_a_hyphen_in_a_number_or_after_one_letter(word: str) -> None:
    assert len(FIRM_HYPHEN.findall(word)) == word.count("-")
    assert breakable(word) == f'<span class="whole">{word}</span>'


@pytest.mark.parametrize("word", ["first-year", "order-to-ship", "well-known", "Nuñez-Whitcombe", "a - b", "-5"])
def test_a_line_may_end_at_the_hyphens_between_words(word: str) -> None:
    assert FIRM_HYPHEN.search(word) is None
    assert breakable(word) == word


def test_ideographs_between_which_lines_end_by_themselves_are_left_alone() -> None:
    assert breakable("\u6c49" * 400) == "\u6c49" * 400


@pytest.mark.parametrize("word", ["x" * 26, "\u6c49\u00a0" * 13, "\u6c49\u201d" * 13, "\u6c49" * 25 + "x"])
def test_a_long_word_of_anything_else_can_be_broken(word: str) -> None:
    assert 'class="long"' in breakable(word)


@pytest.mark.parametrize("format", ["pdf", "docx"])
def test_a_number_is_copied_as_it_was_typed(format: str) -> None:
    assert "We spoke of 413-555-0188." in READERS[format](render(letter_saying("413-555-0188"), format))


_NUMBER = "413-555-0188"


@needs_office
def test_neither_pdf_nor_word_ends_a_line_inside_a_number(tmp_path: Path) -> None:
    pages = {str(count): letter_saying("a " * count + _NUMBER) for count in range(24, 34)}
    words = through_office({name: render(page, "docx") for name, page in pages.items()}, tmp_path)
    ends = set()
    for name, page in pages.items():
        for content in (render(page, "pdf"), words[name]):
            found = [line.words.replace("\u2011", "-") for line in lines(content)]
            assert sum(_NUMBER in line for line in found) == 1
            ends.add(next(place for place, line in enumerate(found) if _NUMBER in line))
    assert len(ends) > 1  # it stood at the end of one line and at the beginning of the next


def test_a_line_that_the_words_before_a_number_fill_does_not_end_after_its_first_word() -> None:
    before, after = 0, 0
    for thin in range(6):
        for wide in range(1, 9):
            last = "i" * thin + "n" * wide
            text = f"two references by Monday. For these, or to talk, call me at {last} {_NUMBER} after nine"
            first, second = (line.words for line in lines(render(letter_saying(text), "pdf"))[1:-2])
            before += second.startswith(_NUMBER)
            after += second.startswith(last)
            assert first.startswith("We spoke of two references"), first
    assert before
    assert after


_CONTACT = '<section><header class="sender"><p class="contact">{}</p></header></section>'


def _contact(text: str) -> str:
    element = parse(_CONTACT.format(text), "contact")
    return well_broken(element, layout("us-block")).text.strip()


def test_a_contact_line_that_fits_is_left_alone() -> None:
    html = "<span>maya@example.com</span> · <span>+1 312 555 0142</span>"
    assert _contact(html) == "maya@example.com · +1 312 555 0142"


def test_a_contact_line_too_long_ends_between_two_pieces_and_the_dot_goes() -> None:
    pieces = [f"{'abcdefgh' * 5}@example.com", "+1 312 555 0142", "linkedin.example/in/maya", "maya.example"]
    html = " · ".join(f"<span>{piece}</span>" for piece in pieces)
    assert _contact(html) == f"{pieces[0]} · {pieces[1]}\n{pieces[2]} · {pieces[3]}"


def _broken(html: str) -> str:
    return well_broken(parse(f"<section><p>{html}</p></section>", "p"), layout("us-block")).text.strip()


def test_a_short_last_word_takes_the_word_before_it_along() -> None:
    assert _broken("to make sure that this reached you.") == "to make sure that this reached\u00a0you."
    assert _broken('<span data-sentence="1">I hope to do it.</span>') == "I hope to do\u00a0it."


def test_a_longer_one_stands_alone_and_so_do_the_users_own_words() -> None:
    for html in (
        "of evening classes",
        "or two",
        '<span data-from="x">classes for us</span>',
        "",
        "you.",
        "A <em>b</em>.",
    ):
        assert _broken(html) == parse(f"<p>{html}</p>", "p").text


@given(st.lists(st.text(st.characters(codec="latin-1", categories=("L", "N")), min_size=1, max_size=70), max_size=6))
def test_no_contact_line_begins_or_ends_with_a_dot(pieces: list[str]) -> None:
    children: list[Element | str] = []
    for piece in pieces:
        children += [*([" · "] if children else []), Element("span", {"data-from": "x"}, (piece,))]
    element = well_broken(Element("p", {"class": "contact"}, tuple(children)), layout("us-block"))
    found = element.text.split("\n")
    assert [piece for line in found for piece in line.split(" · ")] == (pieces or [""])
    assert not any(line.startswith(" ") or line.endswith(" ") for line in found)


@pytest.mark.parametrize("name", ["us-block", "us-modified-block", "uk", "din5008-b", "plain"])
def test_no_name_is_split_where_it_fits_on_a_line(name: str) -> None:
    found = [line.words for line in lines(render(sample("us-hard", layout=name), "pdf"))]
    surname = "Wolfeschlegelsteinhausenbergerdorffmann"
    assert sum(line.endswith(surname) for line in found) == 2


def test_a_telephone_number_of_several_parts_stays_on_one_line() -> None:
    text = '<p>You will find me on <span data-from="candidate.phone">029 2018 0042</span> for anything else.</p>'
    (number,) = (
        each for each in well_broken(parse(text, "p"), layout("us-block")).walk() if "class" in each.attributes
    )
    assert (number.attributes["class"], number.text) == ("whole", "029 2018 0042")
