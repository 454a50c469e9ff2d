"""The stemmer cuts as Snowball's own does: every word that we have, and words put together to hit its rules."""

from __future__ import annotations

import re
from pathlib import Path

import snowballstemmer
from hypothesis import given
from hypothesis import strategies as st

from followup_letters import lexicon, matching
from followup_letters.matching.stemming import stem

_SNOWBALL = snowballstemmer.stemmer("english")
_PIECES = """at bl iz eed eedly ing ingly ed edly y s e l ll ogi ogist li ation ness ful past succ a b tt ss us ies ied
al iti ive ement th o u i w x é 3 ion ative inter gener c less""".split()


def test_every_word_of_the_tables_is_cut_as_snowball_cuts_it() -> None:
    tables = [*sorted(Path(lexicon.__file__).parent.glob("*.txt")), Path(matching.__file__).with_name("pieces.txt")]
    words = {word for table in tables for word in re.findall(r"[^\W_]+", table.read_text("utf-8").casefold())}
    assert len(words) > 20_000
    assert {word: stem(word) for word in words} == {word: _SNOWBALL.stemWord(word) for word in words}


@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=5).map("".join))
def test_any_word_is_cut_as_snowball_cuts_it(word: str) -> None:
    assert stem(word) == _SNOWBALL.stemWord(word)


@given(st.from_regex(r"[^\W_]{1,12}", fullmatch=True).map(str.casefold))
def test_so_is_a_word_of_any_letters(word: str) -> None:
    assert stem(word) == _SNOWBALL.stemWord(word)
