"""Reading a text into what can be compared: its words cut to their stems, and the ideas those words stand for.

Nothing is compared or weighed here; `similarity` does that.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from followup_letters.lexicon import verbs
from followup_letters.lexicon.ideas import families, ideas

_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)?")

# Words that say nothing about what somebody can do: grammar, amounts, times, and the verbs that fit any noun.
_EMPTY = frozenset(
    """a about above across after again all almost already also always an and another any anybody anyone anything are
    around as ask at away back be because been before being below beside between both but by came can come could day
    days did do does doing done down during each either else enough even ever every everybody everyone everything far
    for former from full fully further gave get gets getting give gives giving go goes going gone good got had half has
    have having he her here him his how i if in including inside into is it its itself job just keep keeping kept know
    knowing knew last let like little lot made make makes making many may me mine month monthly months more most much
    must my myself need needs never next no nobody none nor not nothing now of off often on once one only onto or other
    others our out over own part per percent place put quite rather really right same say saying says set she should
    since so some somebody someone something somewhere still such take taken takes taking than that the their them then
    there these they thing things this those though through time times to together too took toward towards try two
    three four five six seven eight nine ten under until up upon us use used using very via want was way we week weekly
    weeks well went were what whatever when where which while who whole whom whose why will with within without won
    work worked working works would year yearly years yet you your yourself average first second third some main job
    people person day hour hours minute minutes daily twice dozen hundred thousand million""".split()
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text speaks of.

    `stems` maps the stem of each word that carries meaning to that word as typed; `ideas` maps the number of an idea
    in the table to the words that speak of it, each with the stems they consist of; `aside` holds the stems of the words
    that speak of life beside the job; `has_figure` tells whether something is counted or measured.
    """

    stems: Mapping[str, str]
    ideas: Mapping[int, tuple[tuple[str, tuple[str, ...]], ...]]
    aside: frozenset[str]
    has_figure: bool


@lru_cache(maxsize=2048)
def read(text: str) -> Reading:
    """The stems and ideas of one text. The longest phrase is taken first, and its words then stand for nothing else."""
    words = _WORD.findall(text.casefold())
    cut = [stem_of(word) for word in words]
    stems = {stem: word for word, stem in zip(words, cut, strict=True) if _has_meaning(word)}
    found: dict[int, list[tuple[str, tuple[str, ...]]]] = {}
    place = 0
    while place < len(cut):
        phrase = _phrase_at(cut, place)
        for idea in _table().get(phrase, ()):
            found.setdefault(idea, []).append((" ".join(words[place : place + len(phrase)]), phrase))
        place += len(phrase)
    spoken_of = {idea: tuple(spoken) for idea, spoken in found.items()}
    return Reading(stems, spoken_of, _aside(cut), any(word[0].isdigit() for word in words))


def stems_of(text: str) -> list[str]:
    """The stems of the words that carry meaning."""
    return list(read(text).stems)


@lru_cache(maxsize=16384)
def stem_of(word: str) -> str:
    """The stem of a word in lower case; irregular pasts and families have one stem (taught → teach, safety → safe)."""
    stem = _bare_stem(_irregular().get(word, word))
    return _families().get(stem, stem)


def _bare_stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@cache
def _families() -> Mapping[str, str]:
    return {_bare_stem(word): _bare_stem(family[0]) for family in families() for word in family}


@cache
def breadth_of(phrase: tuple[str, ...]) -> int:
    """How many ideas a word or phrase of the table may stand for."""
    return len(_table()[phrase])


def _aside(cut: Sequence[str]) -> frozenset[str]:
    spoken = (phrase for size in (1, 2, 3) for phrase in zip(*(cut[start:] for start in range(size)), strict=False))
    return frozenset(stem for phrase in spoken if phrase in _aside_table() for stem in phrase)


def _has_meaning(word: str) -> bool:
    return len(word) > 1 and word not in _EMPTY and not word[0].isdigit()


def _phrase_at(cut: Sequence[str], place: int) -> tuple[str, ...]:
    longest = _longest().get(cut[place], 1)
    for length in range(min(longest, len(cut) - place), 1, -1):
        phrase = tuple(cut[place : place + length])
        if phrase in _table():
            return phrase
    return (cut[place],)


@cache
def _table() -> Mapping[tuple[str, ...], tuple[int, ...]]:
    """The stems of every entry of the table of ideas → the numbers of its ideas."""
    table: dict[tuple[str, ...], list[int]] = {}
    for number, idea in enumerate(ideas()):
        for phrase in () if idea.is_aside else map(_phrase, idea.entries):
            numbers = table.setdefault(phrase, [])
            if number not in numbers:
                numbers.append(number)
    return {phrase: tuple(numbers) for phrase, numbers in table.items()}


@cache
def _aside_table() -> frozenset[tuple[str, ...]]:
    """The stems of every entry that speaks of life beside the job."""
    return frozenset(_phrase(entry) for idea in ideas() if idea.is_aside for entry in idea.entries)


def _phrase(entry: str) -> tuple[str, ...]:
    return tuple(stem_of(word) for word in _WORD.findall(entry))


@cache
def _longest() -> Mapping[str, int]:
    """First stem → the length of the longest phrase that begins with it."""
    longest: dict[str, int] = {}
    for phrase in _table():
        longest[phrase[0]] = max(longest.get(phrase[0], 1), len(phrase))
    return longest


@cache
def _irregular() -> Mapping[str, str]:
    """Pasts that the stemmer cannot lead back to their verb. "Left" and "found" are left alone: they have other uses."""
    return {past: verb for past, verb in verbs().past.items() if not past.endswith("ed") and past != verb}


@cache
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")
