"""Promise 7: one person, one letter: no name in another's letter, and no two letters in one file, on any system."""

from __future__ import annotations

import random
import re
import sys
import unicodedata
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import followup_letters as fl
from followup_letters.filing import file_stem, key, unique_stem

from .stage import EVERYTHING, changed, examples

# Two hundred names, none a part of another, and a topic for each that holds the same number in words of its own.
_FIRST = "Ada Bea Cyd Dov Eve Fay Gus Hal Ina Jon Kay Lou Max Ned Ola Pia Quy Ray Sue Tim".split()
_LAST = "Abbott Brandt Castro Dupont Eriksen Fujita Garcia Hassan Ivanov Jansen".split()
NAMES = [f"{first} {last}" for last in _LAST for first in _FIRST]


def crowd(size: int, seed: int = 0) -> dict[str, Any]:
    """An interview with many people in a drawn order, each with a detail of their own."""
    people = [
        {
            "name": name,
            "role": "panel",
            "title": f"Title-{number}",
            "talked_about": f"the detail {number}x of {number}y",
        }
        for number, name in enumerate(NAMES[:size])
    ]
    random.Random(seed).shuffle(people)
    return changed(("people", people), ("outlook.reservations", []))


def is_own(letter: fl.Letter) -> None:
    """Whether the letter speaks of its reader's name, title and detail, and of nobody else's."""
    number = NAMES.index(letter.recipient.name)
    text = letter.text
    assert {name for name in NAMES if name in text} == {letter.recipient.name}
    assert set(re.findall(r"Title-(\d+)", text)) == {str(number)}
    assert set(re.findall(r"(\d+)x", text)) <= {str(number)}


def test_no_name_title_or_detail_of_two_hundred_people_is_in_anothers_letter() -> None:
    letters = fl.compose(fl.load(crowd(200)))
    assert sorted(letter.recipient.name for letter in letters) == sorted(NAMES)
    for letter in letters:
        is_own(letter)


def test_the_order_of_the_people_changes_nobodys_reader() -> None:
    for seed in range(3):
        for letter in fl.compose(fl.load(crowd(12, seed))):
            is_own(letter)


def _rendered(seed: int) -> dict[str, bytes]:
    letters = fl.compose(fl.load(crowd(8, seed)))
    for letter in letters:
        is_own(letter)
    return {letter.recipient.name: letter.render("docx") + letter.render("txt") for letter in letters}


@pytest.mark.parametrize("pool", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_threads_and_processes_mix_nothing_up(pool: type[Executor]) -> None:
    alone = [_rendered(seed) for seed in range(6)]
    with pool(4) as executor:  # type: ignore[call-arg]
        assert list(executor.map(_rendered, range(6))) == alone


_NASTY = [
    "CON",
    "nul",
    "aux.txt",
    "LPT1",
    "COM¹",
    "a/b",
    "..",
    ".",
    "-",
    "/",
    "Ａda",
    "ß",
    "SS",
    "é",
    "e\u0301",
    "ﬁ",
    "fi",
    "İ",
    "i̇",
    "Μα\u0390α",
    "ΜΑ\u03aa\u0301Α",
]
names = st.lists(
    st.one_of(st.sampled_from(_NASTY), st.text(min_size=1, max_size=300), st.sampled_from("ab").map(lambda c: c * 290)),
    min_size=2,
    max_size=12,
)


def test_every_character_has_one_key_however_a_disk_compares_it() -> None:
    forms = ("NFC", "NFD", "NFKC", "NFKD")
    count = 0
    for character in filter(str.isprintable, map(chr, range(sys.maxunicode + 1))):
        ways = {character, character.upper(), character.lower(), character.title()}
        ways = {
            unicodedata.normalize(form, way) for way in ways for form in forms if _folded(way) == _folded(character)
        }
        assert {key(way) for way in ways} == {key(character)}
        count += len(ways) > 1
    assert count > 2_000


def _folded(name: str) -> str:
    """A name as APFS compares it (Unicode, D145)."""
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", name).casefold())


@settings(max_examples=examples(150), deadline=None)
@given(names)
def test_no_two_files_have_one_name_on_any_system(people: list[str]) -> None:
    taken: set[str] = set()
    for person in people:
        stem = unique_stem(file_stem("2026-11-19", "Northwind", person), taken)
        taken.add(key(stem))
        assert len(f"{stem}.docx".encode()) <= 255
        assert not set(stem) & set('<>:"/\\|?*\0')
        assert stem.isprintable()
        assert not stem.startswith((".", "-"))
        assert not set(stem) & set(". ")
        assert unicodedata.is_normalized("NFC", stem)
    assert len(taken) == len(people)
    assert len({_folded(stem) for stem in taken}) == len(people)


RESERVED = ["con", "PRN", "aux", "NUL", "com1", "LPT9", "COM¹", "lpt³.x", "con.notes", "nul.tar"]


@pytest.mark.parametrize("name", RESERVED)
def test_no_folder_of_a_batch_bears_a_name_that_windows_keeps_for_itself(name: str, tmp_path: Path) -> None:
    assert file_stem(name).split(".")[0].casefold() != name.split(".")[0].casefold()
    assert file_stem("2026-11-19", name).endswith(name.replace(".", "-"))


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("प्रिया शर्मा", "प्रिया-शर्मा"),
        ("ปิยะ ทองดี", "ปิยะ-ทองดี"),
        ("M\u0323\u0302ar", unicodedata.normalize("NFC", "M\u0323\u0302ar")),
        ("Zoe\u0308", "Zoë"),
        ("A \u0301B", "A-B"),
    ],
)
def test_the_name_of_a_file_keeps_the_marks_that_belong_to_its_letters(name: str, stem: str) -> None:
    assert file_stem(name) == stem


def test_people_whose_names_differ_in_case_or_form_alone_get_a_file_each(tmp_path: Path) -> None:
    people = [{"name": name, "role": "panel"} for name in ("Zoë Ash", "ZOË ASH", "Zoe\u0308 Ash", "zoë/ash")]
    (result,) = fl.render_many([changed(("people", people), base=EVERYTHING)], tmp_path, ["txt"])
    assert result.error is None
    assert len({path.name.casefold() for path in result.files}) == 4


@settings(deadline=None, max_examples=examples(20))
@given(
    st.lists(
        st.sampled_from(["Jean-Luc Picard", "Jean Luc Picard", "jean-luc picard", "x" * 130, "x" * 131]), unique=True
    )
)
def test_no_two_letters_of_a_set_name_one_file(people: list[str]) -> None:
    people = [*people, "Ada Byron"]
    interview = fl.load(changed(("people", [{"name": name, "role": "panel"} for name in people])))
    letters = fl.compose(interview)
    assert len({key(letter.file_stem) for letter in letters}) == len(letters) == len(people)
    assert [fl.compose(interview, to=letter.recipient)[0].file_stem for letter in letters] == [
        letter.file_stem for letter in letters
    ]
