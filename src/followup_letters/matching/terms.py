"""Reading a text into what can be compared: its words, cut to their stems."""

from __future__ import annotations

import re
from functools import lru_cache

_STOP_WORDS = frozenset(
    """the and for with from that this our your their into under over without within across all any each every who
    which what when where how has have had was were are been being its not new one two three four five six seven eight
    nine ten more than they them you will can able about time work job team people year years month months week weeks
    day days per make made take took keep kept get got use used""".split()
)


def words_of(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W_]{3,}", text.casefold()) if word not in _STOP_WORDS]


def stems_of(text: str) -> list[str]:
    return [stem_of(word) for word in words_of(text)]


@lru_cache(maxsize=8192)
def stem_of(word: str) -> str:
    return str(_stemmer().stemWord(word))


@lru_cache(maxsize=1)
def _stemmer():  # type: ignore[no-untyped-def]  # snowballstemmer ships no types
    import snowballstemmer

    return snowballstemmer.stemmer("english")
