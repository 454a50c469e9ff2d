"""HTML that stands alone and disturbs no notebook; text that reads well in a mail."""

from __future__ import annotations

import re

import pytest

from followup_letters.errors import FollowupError, TemplateError
from followup_letters.markup import Page
from followup_letters.writing import render

from .conftest import PAGES, letter_saying, page_of


def _html(page: Page) -> str:
    return render(page, "html").decode()


def test_it_is_a_complete_page(page: Page) -> None:
    html = _html(page)
    assert html.startswith("<!DOCTYPE html>\n")
    for needed in (
        f'<html lang="{page.language}">',
        '<meta charset="utf-8">',
        "<title>Letter to",
        "<style>",
        "</html>",
    ):
        assert needed in html


def test_it_fetches_nothing(page: Page) -> None:
    assert not re.search(r"url\(|@import|<link|<script|src=(?!\"data:image/png;)", _html(page))


def test_no_trace_of_where_words_came_from_is_left(page: Page) -> None:
    assert "data-" not in _html(page)


def test_every_rule_keeps_to_the_letter_so_that_a_notebook_keeps_its_looks(page: Page) -> None:
    style = re.sub(r"/\*.*?\*/", "", _html(page).partition("<style>")[2].partition("</style>")[0], flags=re.DOTALL)
    selectors = [part.strip() for found in re.findall(r"([^{};]+)\{", style) for part in found.split(",")]
    rules = [selector for selector in selectors if not selector.startswith("@")]
    assert len(rules) > 20
    assert [selector for selector in rules if not re.match(r"\.(sheet|desk)\b", selector)] == []


def test_text_is_blocks_parted_by_blank_lines() -> None:
    path = next(path for path in PAGES if path.stem == "us-short")
    text = render(page_of(path.read_text("utf-8")), "txt").decode()
    assert text.startswith(
        "Maya Okafor\n1200 W Lake St, Apt 5, Chicago, IL 60607\nmaya@example.com · +1 312 555 0142\n\n"
        "November 20, 2026\n\n"
    )
    assert "\n\nDear Mr. Baker:\n\nI appreciated" in text
    assert text.endswith("\n\nSincerely,\n\nMaya Okafor\n")
    assert "\n\n\n" not in text


def test_in_text_the_way_to_reach_the_sender_stands_below_the_name() -> None:
    page = page_of(
        '<section><p>Bye</p><p class="signature">Daniel Kim</p><p class="contact">(206) 555-0119</p></section>'
    )
    assert render(page, "txt") == b"Bye\n\nDaniel Kim\n(206) 555-0119\n"


def test_text_shows_lists_and_tables_as_lines() -> None:
    path = next(path for path in PAGES if path.stem == "call-sheet")
    text = render(page_of(path.read_text("utf-8")), "txt").decode()
    assert "\n\nNumber | Best time | Mailed\n+1 312 555 0199 | before nine | November 20, 2026\n\n" in text
    assert "\n\n1. Thank them.\n2. Ask what decided it; write it down.\n\n- Ask whom else to call.\n- Leave" in text


def test_words_between_blocks_are_not_lost(format: str) -> None:
    from .conftest import READERS, words

    page = page_of("<section>loose <strong>words</strong><p>one</p><ul><li>two<p>three</p></li></ul>last</section>")
    assert words(READERS[format](render(page, format))) == ["loose", "words", "one", "two", "three", "last"]


def test_a_format_that_there_is_not_is_refused() -> None:
    with pytest.raises(FollowupError, match="docx, pdf, html, txt"):
        render(letter_saying("x"), "doc")


@pytest.mark.parametrize("character", ["\x07", "\x0b", "\ufffe", "\ud800"])
def test_a_character_that_no_file_can_hold_is_refused_by_its_number(character: str, format: str) -> None:
    with pytest.raises(TemplateError, match=rf"U\+{ord(character):04X}"):
        render(letter_saying(f"a{character}b"), format)


def test_an_image_from_elsewhere_is_refused(format: str) -> None:
    page = page_of('<section><p class="signature"><img src="http://example.com/a.png" alt="">Maya</p></section>')
    with pytest.raises(TemplateError, match="embedded"):
        render(page, format)


def test_a_layout_that_there_is_not_is_refused() -> None:
    page = letter_saying("x")
    with pytest.raises(TemplateError, match="no layout 'baroque'"):
        render(Page(page.root, page.title, page.author, page.language, page.paper, "baroque"), "html")
