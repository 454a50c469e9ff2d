"""Reading a text into what can be compared: its words cut to their stems, and the ideas those words stand for.

Nothing is compared or weighed here; `similarity` does that.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from followup_letters.matching.vocabulary import Phrase, Shelf, shelf_of, stem_of, words_in

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
    people person day hour hours minute minutes daily twice dozen hundred thousand million pound pounds gallon
    gallons litre litres liter liters ton tons tonne tonnes kilo kilos kg mile miles inch inches acre acres dollar
    dollars euro euros""".split()
)


_SPANS, _EACH = frozenset("hour day week month year".split()), frozenset("a an per each every".split())
LONGEST = 28  # words of a text that are read; a longer bullet is told to be too long, and a page would be read for ever


# Words of a text that are asked for their ideas, and those that speak of one: each is paired with each of the other
# text. Of the texts of the benchmarks and the examples, one has 14 words with ideas, the others have 7 at most, and
# none has more than three for one idea.
_MOST_WITH_IDEAS, _MOST_OF_ONE_IDEA = 16, 3


class Spoken(NamedTuple):
    """Words of a text that speak of an idea: as typed, their stems, and how many ideas they may stand for."""

    words: str
    stems: Phrase
    breadth: int


class Reading(NamedTuple):
    """What a text speaks of.

    `stems` maps the stem of each word that carries meaning to that word as typed; `ideas` maps the number of an idea
    in the table to the words that speak of it; `aside` holds the stems that speak of life beside the job; `has_figure`
    tells whether something is counted or measured.
    """

    stems: Mapping[str, str]
    ideas: Mapping[int, tuple[Spoken, ...]]
    aside: frozenset[str]
    has_figure: bool


class _Known(NamedTuple):
    """What is known of a word by itself: its stem, the entries of the table that begin with it, and if it says anything
    of what somebody can do."""

    stem: str
    shelf: Shelf | None
    has_meaning: bool


@lru_cache(maxsize=16384)
def _known(word: str) -> _Known:
    return _Known(stem_of(word), shelf_of(word), has_meaning(word))


@lru_cache(maxsize=2048)
def read(text: str) -> Reading:
    """The stems and ideas of one text. The longest phrase is taken first, and its words then stand for nothing else."""
    words = words_in(text)[:LONGEST]
    known = list(map(_known, words))
    cut = [word.stem for word in known]
    found: dict[int, tuple[Spoken, ...]] = {}
    said: set[Phrase] = set()  # what is said twice speaks once
    aside: set[str] = set()
    place = 0
    while place < len(cut):
        shelf = known[place].shelf
        is_rate = words[place] in _SPANS and place > 0 and words[place - 1] in _EACH  # "70 calls a week"
        if shelf is None or is_rate:  # as most words do, it begins no entry of the table
            place += 1
            continue
        phrases = [tuple(cut[place : place + size]) for size in range(min(shelf.longest, len(cut) - place), 0, -1)]
        if shelf.aside:
            aside.update(stem for phrase in phrases if phrase in shelf.aside for stem in phrase)
        phrase = next((phrase for phrase in phrases if phrase in shelf.ideas), phrases[-1])
        numbers = shelf.ideas.get(phrase, ())
        if numbers and phrase not in said and len(said) < _MOST_WITH_IDEAS:
            said.add(phrase)
            spoken = Spoken(" ".join(words[place : place + len(phrase)]), phrase, len(numbers))
            for number in numbers:
                found[number] = (*found.get(number, ()), spoken)[:_MOST_OF_ONE_IDEA]
        place += len(phrase)
    stems = {of.stem: word for word, of in zip(words, known, strict=True) if of.has_meaning}
    return Reading(stems, found, frozenset(aside), any(word[0].isdigit() for word in words))


@lru_cache(maxsize=2048)
def stems_of(text: str) -> tuple[str, ...]:
    """The stems of the words that carry meaning, of the whole text."""
    return tuple(dict.fromkeys(stem_of(word) for word in words_in(text) if has_meaning(word)))


def has_meaning(word: str) -> bool:
    """True for a word that says something of what somebody can do: no grammar, amount or time."""
    return len(word) > 1 and word not in _EMPTY and not word[0].isdigit()
