"""Nearness: a strength is found for what was talked about, though hardly a word is shared."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_letters.matching.encoder import likeness, meaning
from followup_letters.matching.nearness import nearness
from followup_letters.matching.pieces import pieces_of
from forking import assert_forks_end

STRENGTHS = (
    "Opened a rooftop bar that covered its build-out in eleven months",
    "Brought food cost from 36 percent to 29 in a 140-seat dining room",
    "Lost only two of nineteen cooks in a year",
    "Moved a county historical collection out of a flooded basement in nine days",
    "Wrote the self-scheduling rules that three floors now use",
    "Took four early-career teachers through to the end of their second year, all still in post",
)


def test_what_is_counted_is_the_likelier_proof_of_a_need_but_no_nearer_to_a_talk() -> None:
    counted, plain = "Trained 19 technicians", "Trained some technicians"
    ((more, less),) = nearness(["Train technicians"], [counted, plain])
    ((talk_more, talk_less),) = nearness(["how technicians are trained"], [counted, plain], for_proof=False)
    assert more - less > talk_more - talk_less


def test_a_standard_that_both_name_by_letters_and_figures_brings_two_texts_nearer() -> None:
    told = ["Four ISO 13485 audits in a row", "Four ISO 9001 audits in a row"]
    ((same, other),) = nearness(["Compliance with ISO 13485"], told)
    assert same > other


def test_a_language_or_a_name_of_two_words_that_both_have_brings_two_texts_nearer() -> None:
    told = ["Bilingual in English and Spanish", "Bilingual in English and Polish"]
    ((spanish, polish),) = nearness(["help with homework in Spanish"], told)
    assert spanish > 2 * polish
    ((named, other),) = nearness(["the students who drop further maths"], ["Doubled the further maths group", "Sang"])
    ((apart, _),) = nearness(["the students who drop further maths"], ["Doubled further the group in maths", "Sang"])
    assert named > apart > other


def test_the_same_done_in_both_brings_two_texts_nearer() -> None:
    told = ["I passed out nine attendants last season", "I counted nine attendants last season"]
    ((same, other),) = nearness(["Pass out brakesmen"], told)
    assert same > 2 * other
    ((planned, told_of),) = nearness(["Plan 214 routes"], ["Replanned 96 rounds", "Told of 96 rounds"])
    assert planned > 2 * told_of


def test_what_is_made_less_in_both_brings_two_texts_nearer() -> None:
    told = ["Reduced timber waste from 19% to 7%", "Raised timber sales from 7% to 19%"]
    ((less, more),) = nearness(["Bring losses at the press below one cleft in twenty"], told)
    assert less > 2 * more


@pytest.mark.parametrize(
    ("topic", "found"),
    [
        ("the fifth-floor terrace, which we walked out onto", 0),
        ("why a hotel restaurant should make money", 1),
        ("the kitchen, and who stays through the season", 2),
        ("the water that came into the archive", 3),
        ("how weekend shifts are shared out on 4 West", 4),
        ("the three young teachers who left in July", 5),
    ],
)
def test_a_topic_finds_its_strength_by_what_the_words_mean(topic: str, found: int) -> None:
    row = nearness([topic], STRENGTHS)[0]
    assert max(range(len(row)), key=row.__getitem__) == found


TEXTS = st.lists(st.text(max_size=60) | st.sampled_from(STRENGTHS), max_size=4)


@given(TEXTS, TEXTS)
def test_nearness_is_a_number_from_0_to_1_for_any_two_texts(asked: list[str], told: list[str]) -> None:
    table = nearness(asked, told)
    assert [len(row) for row in table] == [len(told)] * len(asked)
    assert all(0 <= number <= 1 for row in table for number in row)
    assert table == nearness(asked, told)


@given(st.text() | st.sampled_from(STRENGTHS), st.text())
def test_a_meaning_has_one_length_and_does_not_depend_on_what_else_is_read(text: str, other: str) -> None:
    meaning.cache_clear()
    alone = meaning(text)
    meaning.cache_clear()
    meaning(other)
    again = meaning(text)
    assert (alone is None) == (again is None) == (not pieces_of(text, 32))
    if alone is not None:
        assert alone.tobytes() == again.tobytes()
        assert likeness(alone, again) == pytest.approx(1, abs=1e-3)


def test_capitals_accents_and_curly_marks_do_not_change_what_is_read() -> None:
    plain = 'the cafe\'s "menu" - all of it'
    assert pieces_of("The CAFÉ’s “menu” — all of it", 32) == pieces_of(plain, 32)


@pytest.mark.parametrize("text", ["", " ", "李明", "\x00", "\u202e", "Нина", "x" * 101])
def test_what_no_pieces_make_up_means_nothing(text: str) -> None:
    assert meaning(text) is None
    assert likeness(meaning(text), meaning("water")) == 0
    assert nearness([text], ["water"])[0][0] < 0.3


def test_the_first_text_too_is_read_by_one_thread() -> None:
    script = (
        "from followup_letters.matching import encoder\nencoder.meaning('led a crew')\n"
        "from threadpoolctl import ThreadpoolController\n"
        "print(encoder._threads().info() == ThreadpoolController().select(user_api='blas').info())"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # from Python 3.12 on, of any fork beside a thread
@pytest.mark.skipif(not hasattr(os, "fork"), reason="workers are forked")
def test_a_worker_that_begins_while_a_text_is_read_reads_on() -> None:
    meaning("what is loaded once is loaded, for no fork may begin while Python itself loads a module")
    number = count()
    assert_forks_end(
        lambda: meaning(f"led crew {next(number)} for a year"),
        lambda: meaning(f"worker {next(number)}"),
        forks=20,
        seconds=20,
    )
