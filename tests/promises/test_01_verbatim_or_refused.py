"""Promise 1: every value that a letter uses stands in every format as it was typed, or an error names its field."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import followup_letters as fl
from followup_letters.errors import FollowupError, InputError, MachineError
from writing import placing

from .stage import READERS, by_email, changed, examples, leaves_of, letters

_SAME: tuple[tuple[str, Any], ...] = ()
PRINTED = {
    **dict.fromkeys(["candidate.name", "candidate.phone", "candidate.address[0]", "position.title"], _SAME),
    **dict.fromkeys(["position.reference", "people[0].name", "people[0].title", "people[0].department"], _SAME),
    **dict.fromkeys(["people[0].company", "people[0].address[0]", "people[0].courtesy_title"], _SAME),
    **dict.fromkeys(["people[0].family", "people[1].salutation", "letter.enclosures[0]", "letter.cc[0].name"], _SAME),
    "company.name": (("people[0].company", None),),
    "company.address[0]": (("people[0].company", None), ("people[0].address", [])),
}
"""Fields that letters print as they are, each with what must change so that the letter prints it."""
_NO_DOUBT = ("outlook.reservations", [])
SAID = {
    "company.short_name": _SAME,
    "interview.lasted": (("outlook.interested", False),),
    "interview.place": _SAME,
    "people[0].talked_about": _SAME,
    "people[0].own_words": _SAME,
    "people[0].clarify": (_NO_DOUBT,),
    "people[1].promised": _SAME,
    "outlook.reasons[0]": _SAME,
    "outlook.omitted[0]": (_NO_DOUBT, ("people[0].clarify", None)),
    "outlook.reservations[0].answer": _SAME,
    "candidate.strengths[0]": _SAME,
    "position.responsibilities[0]": (("candidate.strengths", []),),
}
"""Fields that finish a sentence, each with what must change so that the letter says it."""
WAYS = PRINTED | SAID
FIELDS = list(WAYS)

PIECES = [
    *("\x00", "\x07", "\x1b[31m", "\x7f", "\x85", "\t", "\n", "\r", "\ud800", "\udfff", "\ufffe", "\ue000"),
    *("\u202e", "\u2066", "\u200e", "\u061c", "\u200b", "\u200d", "\u2060", "\u00ad", "\ufeff", "\u2028", "\u2029"),
    *(
        "e\u0301",
        "o\u0308\u0323",
        "ﬁ",
        "Å",
        "山田太郎",
        "かな",
        "한글",
        "محمد",
        "נועה",
        "กำ",
        "🚚",
        "👩\u200d🔧",
        "\ufe0f",
    ),
    *("'", '"', "“x”", "’", "&", "&amp;", "<b>", "</w:t>", "]]>", "<!--", "{{ 7*7 }}", "{% raw %}", "{#", "\\n", "%s"),
    *("=?utf-8?q?x?=", "\u00a0", "  ", " ", "-", "/", ".", ":", "--", "…", "x", "word", "W" * 200, "a-b-" * 40, "0"),
]
values = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join),
    st.sampled_from(PIECES),
)


def saying(field: str, value: str) -> dict[str, Any]:
    """An interview whose letters say the value of `field`."""
    return changed(*WAYS[field], (field, value))


NAMED_WITHIN = {
    "people[0].talked_about": "how she says {} to them",
    "people[1].promised": "to send her the piece {} by Friday",
    "people[0].clarify": "that I said {}",
    "outlook.reasons[0]": "your people say {}",
    "outlook.omitted[0]": "wrote {} for the ward",
    "outlook.reservations[0].answer": "I wrote {} for a year",
    "candidate.strengths[0]": "Wrote {} for 12 wards",
    "position.responsibilities[0]": "Run the programme {}",
}
_QUOTED = (
    *("Zork, we stay here, I saw it", "Zork: her plan, and they lost it", "Zork is 3 wks off, 46 -> 22 w/ us"),
    *(
        "Zork has managed, trains and leads",
        "that you know Zork, and that he runs it",
        "how do you tell Zork and their men",
    ),
)
_NAMES = ("Zork Her", "Them Zork Ltd", "HERS Zork", "Zork Their Story", "Zork Runs Here", "Zork and She")


@pytest.mark.parametrize("field", NAMED_WITHIN)
def test_a_quotation_and_a_name_stay_as_they_were_typed_whatever_is_said_anew_around_them(field: str) -> None:
    quoted = [f"{opens}{said}{closes}" for said in _QUOTED for opens, closes in ("“”", "‘’", '""', "''")]
    told = 0
    for named in (*quoted, *_NAMES):
        for letter in letters(saying(field, NAMED_WITHIN[field].format(named))):
            text = letter.page.root.text
            assert named in text or "Zork" not in text, text
            told += named in text
    assert told >= len(_NAMES)


def is_verbatim(data: dict[str, Any], field: str, value: str, formats: tuple[str, ...]) -> None:
    """Whether the letters of `data` say the value of `field` as typed in all `formats`, or it is refused by name."""
    try:
        made = letters(data)
    except InputError as error:
        names_it(error, field)
        return
    for letter in made:
        told = leaves_of(letter.page)
        if field in PRINTED and not data["letter"].get("medium"):
            ours = [words for path, words in told if path.startswith(field)]
            assert all(words == value.strip() for words in ours), (field, ours)
        for format in formats:
            says_all(letter, told, format)


def names_it(error: InputError, field: str) -> None:
    """Whether the error names the field, and can be sent as data."""
    assert any(_names(fault.field, field) for fault in error.faults), error
    json.dumps(error.as_dict())


def names_one_of(error: FollowupError, fields: Sequence[str], format: str) -> None:
    """Whether an error of a writer is one that this format may raise, and names a field of the letter."""
    if isinstance(error, InputError):
        assert format == "eml"
        assert str(error.faults[0].field).endswith(".name") or error.faults[0].field in fields
    else:
        assert isinstance(error, MachineError)
        assert format == "pdf"
        assert " in " in str(error)


def _names(told: str | None, field: str) -> bool:
    return told is not None and (told.startswith(field) or field.startswith(told))


def says_all(letter: fl.Letter, told: Sequence[tuple[str, str]], format: str) -> None:
    """Whether the file holds every word that the user typed, or was refused for one of them by field or character."""
    try:
        text = READERS[format](letter.render(format))
    except FollowupError as error:
        names_one_of(error, [path for path, _ in told], format)
        return
    squeezed = "".join(text.split())
    for path, words in told:
        if format == "pdf":
            assert "".join(words.split()) in squeezed, path
        elif format != "eml" or not path.startswith("position.title"):
            assert words in text, path


@settings(max_examples=examples(80), deadline=None)
@given(st.sampled_from(FIELDS), values)
@example("candidate.name", "a\ud800")
@example("people[0].title", "\u202eevil")
@example("position.title", "</w:t>")
@example("candidate.strengths[0]", "Led a team\nof two")
@example("company.name", "W" * 300)
def test_every_value_is_verbatim_in_word_html_and_text_or_its_field_is_named(field: str, value: str) -> None:
    is_verbatim(saying(field, value), field, value, ("docx", "html", "txt"))


@settings(max_examples=examples(60), deadline=None)
@given(st.sampled_from([field for field in FIELDS if not field.startswith("letter")]), values)
def test_every_value_is_verbatim_in_an_email_or_its_field_is_named(field: str, value: str) -> None:
    is_verbatim(by_email(saying(field, value)), field, value, ("eml", "txt"))


_SET = st.characters(min_codepoint=0x20, max_codepoint=0x52F, exclude_categories=("Cc", "Cf", "Cn", "Mn", "Me", "Lm"))


@settings(max_examples=examples(10), deadline=None)
@given(st.sampled_from(FIELDS), st.text(_SET, min_size=1, max_size=30))
def test_every_value_is_verbatim_in_a_pdf_or_its_character_is_named(field: str, value: str) -> None:
    is_verbatim(saying(field, value), field, value, ("pdf",))


@placing.needs_poppler  # which finds no letter beyond the edge of the paper
@pytest.mark.parametrize("word", ["W" * 200, "." * 300, "1/" * 100, "漢" * 300])
@pytest.mark.parametrize("field", ["people[0].family", "people[0].name", "position.title", "people[0].talked_about"])
def test_a_word_that_fits_on_no_line_stays_on_the_paper_whatever_it_stands_beside(field: str, word: str) -> None:
    found = placing.words(letters(saying(field, word))[0].render("pdf"))
    assert word in "".join(each.text for each in found)
    assert max(each.right_mm for each in found) < 215.9 - 20


@pytest.mark.parametrize("field", FIELDS)
def test_a_control_character_is_refused_by_the_name_of_its_field(field: str) -> None:
    with pytest.raises(InputError) as caught:
        letters(saying(field, "a\x07b"))
    assert any(_names(fault.field, field) and "U+0007" in fault.rule for fault in caught.value.faults)


@pytest.mark.parametrize(
    ("hidden", "first"),
    [
        ("Maya" + "".join(chr(0xE0000 + ord(letter)) for letter in "hire her"), "U+E0068"),
        ("\U0001f3f4" + "".join(chr(0xE0000 + ord(letter)) for letter in "hire her"), "U+E0068"),
        ("山\ufe00\ufe01\ufe02", "U+FE01"),
        ("❤\ufe0f\U000e0168", "U+E0168"),
        ("Maya \ufe0f", "U+FE0F"),
        ("山\u200d\u200c田", "U+200D"),
        ("Ma\u115f\u1160ya", "U+115F"),
        ("Ma\u3164ya", "U+3164"),
        ("Ma\uffa0ya", "U+FFA0"),
        ("Ma\u180bya", "U+180B"),
        ("Ma\U00013431ya", "U+13431"),
        ("Ma\U0001bca0ya", "U+1BCA0"),
    ],
    ids=lambda value: value if value.startswith("U+") else "",
)
def test_no_row_of_what_is_not_seen_carries_a_text(hidden: str, first: str) -> None:
    with pytest.raises(InputError) as caught:
        fl.load(changed(("people[0].title", hidden)))
    (fault,) = caught.value.faults
    assert fault.field == "people[0].title"
    assert first in fault.rule


@pytest.mark.parametrize(
    "seen",
    [
        "1\ufe0f\u20e3",
        "❤\ufe0f",
        "©\ufe0f",
        "👩\u200d❤\ufe0f\u200d👨",
        "😶\u200d🌫\ufe0f",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "葛\U000e0100城",
        "می\u200cخواهم",
        "क्\u200dष",
        "ᄀ\u1160",
        "\u115f\u1160ᆨ",
        "ᠮ\u180b",
    ],
    ids=ascii,
)
def test_what_does_its_work_for_the_letters_beside_it_is_taken(seen: str) -> None:
    assert fl.load(changed(("people[0].title", seen))).people[0].title == seen


@pytest.mark.parametrize("mark", ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x1f", "\x85"])
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("candidate.address", "1200 W Lake St{}\nChicago"),
        ("candidate.address", "1200 W Lake St\n{}\nChicago"),
        ("company.address", "{}400 W Superior St"),
        ("letter.cc", ["Ana Ruiz{} <ana@example.com>"]),
        ("letter.cc", ["Ana Ruiz <ana@example.com>{}"]),
        ("interview.date", "2026-11-18{}"),
        ("letter.paper", "a4{}"),
    ],
)
def test_what_python_takes_for_space_is_refused_as_a_control_character(field: str, value: Any, mark: str) -> None:
    filled = [each.format(mark) for each in value] if isinstance(value, list) else value.format(mark)
    with pytest.raises(InputError) as caught:
        letters(changed((field, filled)))
    names_it(caught.value, field)


def test_every_field_of_the_list_reaches_a_letter() -> None:
    assert len(FIELDS) >= 26
    for field in FIELDS:
        data = changed(*WAYS[field])
        told = {path for letter in letters(data) for path, _ in leaves_of(letter.page)}
        assert any(_names(path, field) for path in told), field
