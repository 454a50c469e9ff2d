"""The letter's HTML, parsed: the subset and nothing else, with a browser's white space."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_letters.errors import TemplateError
from followup_letters.markup import Element, element_of, parse, parse_inside


def inside(html: str) -> tuple[Element | str, ...]:
    """The children of a paragraph that holds `html`."""
    (paragraph,) = parse(f"<section>\n<p>{html}</p>\n</section>", "t.html.j2").children
    assert isinstance(paragraph, Element)
    return paragraph.children


@given(text=st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
def test_the_users_words_come_out_as_they_went_in(text: str) -> None:
    (span,) = inside(f'<span data-from="x">{escape(text)}</span>')
    assert isinstance(span, Element)
    assert span.text == text


@given(value=st.text(st.characters(exclude_categories=("Cs",))))
def test_a_value_of_an_attribute_comes_out_as_it_went_in(value: str) -> None:
    (span,) = inside(f'<span class="{escape(value)}">x</span>')
    assert isinstance(span, Element)
    assert span.attributes == {"class": value}


@pytest.mark.parametrize(
    ("html", "children"),
    [
        ("a  b\n c", ("a b c",)),
        ("a<br>\n b", ("a", Element("br"), "b")),
        ("a<BR/>b", ("a", Element("br"), "b")),
        ("&lt;b&gt; &amp; &nbsp;", ("<b> & \u00a0",)),
        ("1 < 2 > 1", ("1 < 2 > 1",)),
        ("<a HREF='#x' class=y>z</a>", (Element("a", {"href": "#x", "class": "y"}, ("z",)),)),
    ],
)
def test_the_subset_is_read_as_a_browser_reads_it(html: str, children: tuple[Element | str, ...]) -> None:
    assert inside(html) == children


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<b>x</b>", "<b> is not part of the letter's HTML"),
        ('<a onclick="x">y</a>', "<a> has the attribute 'onclick'"),
        ("<!-- note -->", "an HTML comment would be sent"),
        ('<a href="x>y</a>', "is no tag, or not a whole one"),
        ('<a href="javascript:alert(1)">y</a>', "the href of <a> is no address; begin it with https://"),
        ('<a href="//evil/x">y</a>', "the href of <a> is no address; begin it with https://"),
        ("<!DOCTYPE html>", "is no tag, or not a whole one"),
        ("x</em>", "</em> closes nothing; open here: <p>"),
        ("<em>x", "<em> is not closed before </p>"),
    ],
)
def test_anything_else_is_refused_in_words(html: str, told: str) -> None:
    with pytest.raises(TemplateError, match=r"t\.html\.j2") as refused:
        inside(html)
    assert told in str(refused.value)


_PIECES = [
    "",
    " ",
    "\n",
    "Led",
    " two ",
    ".",
    "<br>",
    " <bdi>Ada</bdi>",
    '<span data-from="x"> as  typed\n</span>',
    "<hr>\n",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=8), st.sampled_from(["p", "section", "em"]))
def test_what_is_read_in_pieces_is_what_is_read_at_once(pieces: list[str], tag: str) -> None:
    whole = parse(f"<section><{tag}>{''.join(pieces)}</{tag}></section>", "letter.html.j2").children[0]
    read = [child for piece in pieces for child in parse_inside(piece, "letter.html.j2")]
    assert element_of(tag, {}, read) == whole
