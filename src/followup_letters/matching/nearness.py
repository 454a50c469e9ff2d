"""How near two texts are in what they speak of, for choosing among strengths where nothing is certain.

Words and ideas in common are weighed with the meanings of all the words. That finds the right strength more often than
either alone, but proves nothing: what is only near is told without a claim.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache, partial
from operator import mul

from followup_letters.lexicon.meanings import meanings
from followup_letters.matching.similarity import WordSimilarity
from followup_letters.matching.terms import LONGEST
from followup_letters.matching.vocabulary import words_in

_BY_MEANING = 6.0  # what likeness of meaning adds to the evidence; chosen on cases in benchmarks/matching

Meaning = tuple[float, ...]


def nearness(asked: Sequence[str], told: Sequence[str]) -> list[list[float]]:
    """A row for each text in `asked`, with a number from 0 to 1 for each in `told`: the nearer, the greater."""
    if not told:
        return [[] for _ in asked]
    needs, proofs = sorted(set(asked)), sorted(set(told))
    meant = list(map(_meaning, proofs))
    near = {}
    for need, row in zip(needs, WordSimilarity()(needs, proofs), strict=True):
        likeness = map(partial(_likeness, _meaning(need)), meant)
        near[need] = dict(zip(proofs, map(_raised, row, likeness), strict=True))
    return [[near[text][other] for other in told] for text in asked]


def _raised(score: float, likeness: float) -> float:
    odds = score / (1 - score) * math.exp(_BY_MEANING * likeness) if score < 1 else math.inf
    return 1.0 if math.isinf(odds) else odds / (1 + odds)


def _likeness(one: Meaning, other: Meaning) -> float:
    """The cosine of two meanings, from -1 to 1; 0 if one of them has no words that mean anything."""
    return math.fsum(map(mul, one, other))


@lru_cache(maxsize=2048)
def _meaning(text: str) -> Meaning:
    """The sum of the meanings of a text's words, of length 1; empty if the table holds none of them."""
    total = list(map(sum, zip(*meanings(words_in(text)[:LONGEST]), strict=True)))
    length = math.sqrt(sum(map(mul, total, total)))
    return tuple([number / length for number in total]) if length else ()
