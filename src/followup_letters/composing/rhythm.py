"""Listening to letters: how they read one by one, and beside those that went to the same company."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache
from itertools import pairwise

from followup_letters.choices import LetterKind, Role
from followup_letters.documents import COURTESY_LENGTH, LENGTHS, MOST_FIRST_PERSON, PHRASE_WORDS
from followup_letters.lexicon import lines
from followup_letters.markup import Element
from followup_letters.patterns import pattern
from followup_letters.sentences import spoken

_WORD = pattern(r"[\w'’]+")
_OF_A_FAULT = 0.25  # what a refrain counts beside a fault that a finding would name
_CONTRADICTS = 4  # faults of rhythm that are better than a letter that contradicts another
_SUPERLATIVE = pattern(r"\b(?:best|most|above all)\b")


class Listener:
    """Hears the letters of one set, one after the other, as the people would who compare them."""

    def __init__(self) -> None:
        self._heard: set[tuple[str, ...]] = set()
        self._ranked = False

    def faults(self, letter: Element, kind: LetterKind, role: Role, enough: float = math.inf) -> float:
        """How much the body of `letter` wants in rhythm, length and repetition; 0 is one that reads well.

        One that is too short has too little to say, and no other words make up for that. From `enough` on nothing more
        is counted.
        """
        body = letter.part("body")
        if body is None:
            return 0
        stumbles = _stumbles(body)
        if stumbles >= enough:
            return stumbles
        _, most = COURTESY_LENGTH if kind is LetterKind.COURTESY else LENGTHS[role]
        too_long = len(body.text.split()) > most
        runs = _runs(body)
        phrases = set(runs)
        again = len(runs) - len(phrases)
        ranks_again = _CONTRADICTS * (self._ranked and _ranks(body))
        return too_long + stumbles + again + len(phrases & self._heard) + ranks_again

    def remember(self, letter: Element) -> None:
        """Count `letter` among those that the readers of the next may have seen."""
        body = letter.part("body")
        if body is not None:
            self._heard.update(_runs(body))
            self._ranked = self._ranked or _ranks(body)


def _ranks(body: Element) -> bool:
    """True if it says what the writer enjoyed most: two such letters of one day contradict each other."""
    return _SUPERLATIVE.search(body.text) is not None


def _stumbles(body: Element) -> float:
    """Sentences and paragraphs that begin alike, and too many that begin with the writer."""
    paragraphs = [[sentence for sentence, _ in spoken(block)] for block in body.walk() if block.tag == "p"]
    begun = [sentence.split(maxsplit=2)[:2] for paragraph in paragraphs for sentence in paragraph]
    mine = [words[0] in {"I", "My"} for words in begun]
    too_many = max(0, math.ceil(sum(mine) - MOST_FIRST_PERSON * len(mine)))
    in_a_row = sum(a and b and c for a, b, c in zip(mine, mine[1:], mine[2:], strict=False))
    openings = {" ".join(words).casefold() for words in begun}
    first_words = [paragraph[0].split(maxsplit=1)[0] for paragraph in paragraphs if paragraph]
    alike = len(begun) - len(openings) + sum(a == b for a, b in pairwise(first_words))
    return too_many + in_a_row + alike + _OF_A_FAULT * _refrains(body)


def _refrains(body: Element) -> int:
    """How often a turn of phrase comes back that is heard the second time; of colons and semicolons one may."""
    said = Counter(_heard_twice().findall(body.text.casefold()))
    return sum(count - 1 for count in said.values())


@cache
def _heard_twice() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, lines('refrains')))})|[:;](?=\s)")


def _runs(body: Element) -> list[tuple[str, ...]]:
    """Every run of five words, whatever stops stand between them."""
    words = _WORD.findall(body.text.casefold())
    return list(zip(*(words[start:] for start in range(PHRASE_WORDS)), strict=False))
