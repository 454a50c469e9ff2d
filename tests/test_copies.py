"""What stands below the name, in both languages and every format; and who may not get a copy."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import followup_letters as fl
from followup_letters.errors import InputError
from writing.conftest import READERS, words

_LAYOUTS = ("us-block", "us-modified-block", "uk", "din5008-b", "plain")


def letter(**settings: Any) -> fl.Letter:
    data = {
        "candidate": {"name": "Maya Okafor", "email": "maya@example.com"},
        "company": {"name": "Northwind"},
        "position": {"title": "Operations Manager", "reference": "NW-2291"},
        "interview": {"date": "2026-11-18"},
        "people": [
            {"name": "Dr. Priya Raman", "role": "hiring manager", "family": "Raman", "email": "raman@example.com"},
            {"name": "Tom Baker", "role": "personnel"},
            {"name": "Suharyanto", "role": "panel", "met": False},
        ],
        "letter": settings,
    }
    return fl.compose(fl.load(data))[0]


@pytest.mark.parametrize(
    ("language", "enclosed", "below"),
    [
        ("en-US", ["references"], ["Enclosure: references", "cc: Ana Ruiz"]),
        ("en-US", ["references", "a plan"], ["Enclosures: references and a plan", "cc: Ana Ruiz"]),
        ("en-US", [], ["cc: Ana Ruiz"]),
        ("en-GB", ["references"], ["Enc. references", "cc Ana Ruiz"]),
        ("en-GB", ["references", "a plan"], ["Enc. references and a plan", "cc Ana Ruiz"]),
        ("en-GB", [], ["cc Ana Ruiz"]),
    ],
)
def test_enclosures_and_copies_are_named_as_the_country_does(
    language: str, enclosed: list[str], below: list[str]
) -> None:
    text = letter(language=language, enclosures=enclosed, cc="Ana Ruiz").text
    assert text.endswith("\n\nMaya Okafor\n\n" + "\n\n".join(below) + "\n")


@pytest.mark.parametrize("layout", _LAYOUTS)
@pytest.mark.parametrize("language", ["en-US", "en-GB"])
def test_every_layout_and_format_has_reference_enclosures_and_copies_in_this_order(layout: str, language: str) -> None:
    made = letter(layout=layout, language=language, enclosures=["references"], cc=["Ana Ruiz", "Bo"])
    for format, read in READERS.items():
        found = words(read(made.render(format)))
        places = [found.index(word) for word in ("NW-2291", "references", "Ana", "Ruiz,", "Bo")]
        assert places == sorted(places), format


def test_names_with_commas_are_parted_by_semicolons() -> None:
    assert letter(cc=["Ana Ruiz, Harwood & Sons", "Bo"]).text.endswith("\ncc: Ana Ruiz, Harwood & Sons; Bo\n")


def test_a_copy_may_be_a_name_a_name_with_its_address_or_a_table() -> None:
    ways = ["Ana Ruiz", "Ana Ruiz <ana@example.com>", {"name": "Ana Ruiz", "email": "ana@example.com"}]
    found = [letter(cc=way).interview.letter.cc for way in ways]
    assert [copy.name for (copy,) in found] == ["Ana Ruiz"] * 3
    assert [copy.email for (copy,) in found] == [None, "ana@example.com", "ana@example.com"]
    with pytest.raises(InputError, match="e-mail address"):
        letter(cc="Ana Ruiz <ana>")


def test_a_draft_is_copied_where_an_address_is_given_and_names_everybody() -> None:
    made = letter(medium="email", cc=["Ana Ruiz <ana@example.com>", "Bo"])
    message = message_from_bytes(made.render("eml"), policy=default)
    assert str(message["Cc"]) == "Ana Ruiz <ana@example.com>"
    assert made.text.endswith("\ncc: Ana Ruiz, Bo\n")


def _refused(cc: Any) -> list[str | None]:
    found = fl.check([letter(cc=cc)])
    return [each.where.field for each in found if each.id == "copy-to-interviewer" and each.severity == "error"]


@pytest.mark.parametrize(
    "cc",
    [
        *("Dr. Priya Raman", "Priya Raman", "PRIYA RAMAN", "Raman, Priya", "Dr Raman", "Raman", "Dr Priya A. Raman"),
        *("Tom Baker", "Mr. Tom Baker", "Tóm Baker", "Suharyanto", "Somebody Else <Raman@example.com>"),
    ],
)
def test_nobody_you_met_gets_a_copy(cc: str) -> None:
    assert _refused(["Ana Ruiz", cc]) == ["letter.cc[1]"]


@pytest.mark.parametrize("cc", ["Ana Ruiz", "Priya Baker", "Tom", "Tom Bakerfield", "Dr. Ana Ruiz", "Ramanujan", "Dr."])
def test_others_may_get_one(cc: str) -> None:
    assert _refused([cc]) == []


@settings(max_examples=60, deadline=None)
@given(
    st.permutations(["Priya", "Raman"]),
    st.sampled_from(["", "Dr. ", "Prof. ", "Ms "]),
    st.sampled_from(["", " <p@x.org>"]),
)
def test_titles_order_and_addresses_hide_nobody(names: list[str], title: str, address: str) -> None:
    assert _refused([f"{title}{' '.join(names)}{address}"]) == ["letter.cc[0]"]
