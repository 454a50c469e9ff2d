"""How near two texts are in what they speak of: words and ideas in common, weighed with what the texts mean.

That finds the right strength more often than either alone, but is sure of less: where a match must be certain, words
and ideas decide (`pairing`). A meaning counts by how much nearer it is than those of the other texts at hand: within
one trade everything is somewhat alike.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from followup_letters.lexicon import words
from followup_letters.matching.deeds import deeds_of, leads_people, lessens
from followup_letters.matching.encoder import likeness, meaning
from followup_letters.matching.similarity import WordSimilarity
from followup_letters.matching.terms import LONGEST, has_meaning, read
from followup_letters.matching.vocabulary import stem_of, words_in
from followup_letters.patterns import pattern

# Fitted to cases in benchmarks/matching that the table of ideas was not written for, by logistic regression; rounded.
_START = 1.7
_BY_WORDS, _BY_MEANING = 0.6, 12.5
_BY_TYPE_OF_NEED, _BY_TYPE_OF_PROOF = -20.0, -15.5
# Both are measured in one unit ("in five working days", "in four days"); both name one language, or one thing by two
# words ("further maths"), or by letters and figures ("ISO 13485"); the same is done in both, or something made less:
# these were chosen, as too few cases have one.
_BY_MARKS = (1.5, 3.0, 1.5, 2.0, 2.4, 2.2, 3.0)
_BY_FIGURE, _NO_MORE = 1.0, 0.5  # what is counted or measured is the likelier proof, and all the less what is not
_USUAL, _USUAL_COUNTS = 0.12, 4  # how alike any two texts are, and as how many texts that counts
_NUMBER = r"(?:(?<![\d.,])\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
_OF_TIME = pattern(rf"\b{_NUMBER}[ -](?:working |business )?(minute|hour|day|week)s?\b(?! without\b)")
_OF_SHARE = pattern(rf"%|\bper ?cent\b|\bone in {_NUMBER}\b|\brate\b")
_OF_MONEY = pattern(r"[$£€]")
_NAME = pattern(r"\b[A-Z][a-z]+\b")
_CODE = pattern(r"\b(?!(?:19|20)\d\d\b)(?:[A-Z]{2,}(?=s?\b)|[A-Z]+\d+|\d{4,})(?![,.]?\d)")
_WHICH = frozenset("first second third full part further main".split())  # which say something before a noun alone
_OWN_LANGUAGE = "english"  # of the letter, which proves nothing
_SURE = 1e-6  # nothing is surer than this


def nearness(asked: Sequence[str], told: Sequence[str], *, for_proof: bool = True) -> list[list[float]]:
    """A row for each text in `asked`, with a number from 0 to 1 for each in `told`: the nearer, the greater.

    What is counted proves a need rather than what is not; `for_proof` is false for what was talked about.
    """
    if not told:
        return [[] for _ in asked]
    needs, proofs = sorted(set(asked)), sorted(set(told))
    meant = list(map(meaning, proofs))
    alike = [[likeness(each, other) for other in meant] for each in map(meaning, needs)]
    in_needs, in_proofs = list(map(_marks, needs)), list(map(_marks, proofs))
    of_needs, of_proofs = list(map(_usually, alike)), list(map(_usually, zip(*alike, strict=True)))
    worth = [_BY_FIGURE * read(proof).has_figure - _NO_MORE if for_proof else 0.0 for proof in proofs]
    by_words = dict(zip(needs, WordSimilarity()(needs, proofs), strict=True))
    near = {
        need: {
            proof: _likely(
                by_words[need][j], alike[i][j], of_needs[i], of_proofs[j], worth[j] + _shared(in_needs[i], in_proofs[j])
            )
            for j, proof in enumerate(proofs)
        }
        for i, need in enumerate(needs)
    }
    return [[near[text][other] for other in told] for text in asked]


def _usually(likenesses: Sequence[float]) -> float:
    """How alike a text is to the others; where those are few, more as any two texts are."""
    return (math.fsum(likenesses) + _USUAL * _USUAL_COUNTS) / (len(likenesses) + _USUAL_COUNTS)


class _Marks(NamedTuple):
    """What in a text proves more than its words: what it measures in ("minute" …), and the languages it names."""

    units: frozenset[str]
    languages: frozenset[str]
    names: frozenset[tuple[str, str]]
    """Pairs of words that stand together, as "further maths"."""
    codes: frozenset[str]
    """What is named by capitals or by a long number, as "ISO 13485" and "CO2"."""
    deeds: frozenset[str]
    turns: frozenset[str]
    """"down" where something is to become less, or became so."""
    led: frozenset[str]
    """"people" where so many people are led."""


@lru_cache(maxsize=2048)
def _marks(text: str) -> _Marks:
    lower = text.lower()
    units = {"percent": _OF_SHARE, "money": _OF_MONEY}
    measured = [*_OF_TIME.findall(lower), *(unit for unit, sign in units.items() if sign.search(lower))]
    named = {name.lower() for name in _NAME.findall(text)} & words("languages") - {_OWN_LANGUAGE}
    return _Marks(
        frozenset(measured),
        frozenset(named),
        frozenset(_names(text)),
        frozenset(_CODE.findall(text)),
        deeds_of(text),
        frozenset({"down"} if lessens(text) else ()),
        frozenset({"people"} if leads_people(text) else ()),
    )


def _names(text: str) -> Iterator[tuple[str, str]]:
    """Each two words in a row that may name one thing: both say something, or one says which of the other."""
    for one, other in pairwise(words_in(text)[:LONGEST]):
        is_plain = all(word.isalpha() and len(word) > 2 and word not in words("prepositions") for word in (one, other))
        if is_plain and (has_meaning(one) or one in _WHICH) and has_meaning(other):
            yield stem_of(one), stem_of(other)


def _shared(need: _Marks, proof: _Marks) -> float:
    """What it proves that two texts measure in one unit, or name one language, or one thing by two words."""
    return math.fsum(
        weight for weight, mine, other in zip(_BY_MARKS, need, proof, strict=True) if not mine.isdisjoint(other)
    )


def _likely(by_words: float, alike: float, of_need: float, of_proof: float, shared: float) -> float:
    evidence = _START + _BY_WORDS * _log_odds(by_words) + _BY_MEANING * alike
    evidence += _BY_TYPE_OF_NEED * of_need + _BY_TYPE_OF_PROOF * of_proof + shared
    return 1 / (1 + math.exp(-evidence))


def _log_odds(score: float) -> float:
    score = min(max(score, _SURE), 1 - _SURE)
    return math.log(score / (1 - score))
