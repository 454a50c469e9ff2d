"""What the built-in similarity is compared with: its own parts, and the plain measures that need no model."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import snowballstemmer

from followup_letters.matching import similarity as built_in
from followup_letters.matching.terms import read

Matrix = list[list[float]]
Scorer = Callable[[Sequence[str], Sequence[str]], Matrix]
_STEMMER = snowballstemmer.stemmer("english")


class Measure:
    """A scorer with a threshold, in the form that `match` takes."""

    def __init__(self, scorer: Scorer, threshold: float) -> None:
        self._scorer, self.threshold = scorer, threshold

    def __call__(self, responsibilities: Sequence[str], strengths: Sequence[str]) -> Matrix:
        """The scores of every pair."""
        return self._scorer(responsibilities, strengths)

    def explain(self, responsibility: str, strength: str) -> str:
        """Nothing: only the numbers are compared here."""
        return ""


def _joined(*, uses_ideas: bool) -> Scorer:
    """The built-in similarity with one kind of evidence only, as a share of what could be proved."""

    def score(needs: Sequence[str], proofs: Sequence[str]) -> Matrix:
        one, other = [read(text) for text in needs], [read(text) for text in proofs]
        rarity = built_in.Rarity([*one, *other])
        return [[_evidence(built_in.joints_of(a, b, rarity), uses_ideas=uses_ideas) for b in other] for a in one]

    return score


def _evidence(joints: Iterable[built_in.Joint], *, uses_ideas: bool) -> float:
    total = math.fsum(joint.weight for joint in joints if (joint.idea is not None) == uses_ideas)
    return 1 - math.exp(-total)


def _overlap(needs: Sequence[str], proofs: Sequence[str]) -> Matrix:
    """Shared words by all words (Jaccard)."""
    one, other = [set(_tokens(text)) for text in needs], [set(_tokens(text)) for text in proofs]
    return [[len(a & b) / len(a | b) if a | b else 0.0 for b in other] for a in one]


def _tfidf(needs: Sequence[str], proofs: Sequence[str]) -> Matrix:
    """The cosine of stems weighed by tf-idf."""
    return _cosines(needs, proofs, _tokens)


def _letters(needs: Sequence[str], proofs: Sequence[str]) -> Matrix:
    """The cosine of groups of three to five letters weighed by tf-idf."""
    return _cosines(needs, proofs, _letter_groups)


def _bm25(needs: Sequence[str], proofs: Sequence[str]) -> Matrix:
    """Okapi BM25 of each need as a query on the strengths, pressed into 0 to 1."""
    texts = [_tokens(text) for text in proofs]
    mean = sum(map(len, texts)) / len(texts)
    spread = Counter(stem for text in texts for stem in set(text))

    def score(query: list[str], text: list[str]) -> float:
        found = Counter(text)
        total = 0.0
        for stem in set(query) & set(text):
            idf = math.log(1 + (len(texts) - spread[stem] + 0.5) / (spread[stem] + 0.5))
            total += idf * found[stem] * 2.5 / (found[stem] + 1.5 * (0.25 + 0.75 * len(text) / mean))
        return total / (total + 3)

    return [[score(_tokens(need), text) for text in texts] for need in needs]


def _tokens(text: str) -> list[str]:
    return [str(_STEMMER.stemWord(word)) for word in re.findall(r"[^\W\d_]{3,}", text.lower())]


def _letter_groups(text: str) -> list[str]:
    padded = [f" {word} " for word in re.findall(r"[^\W_]+", text.lower())]
    return [word[i : i + size] for word in padded for size in (3, 4, 5) for i in range(len(word) - size + 1)]


def _cosines(needs: Sequence[str], proofs: Sequence[str], parts: Callable[[str], list[str]]) -> Matrix:
    texts = [Counter(parts(text)) for text in (*needs, *proofs)]
    spread = Counter(part for text in texts for part in text)
    vectors = [
        {part: n * (1 + math.log((1 + len(texts)) / (1 + spread[part]))) for part, n in t.items()} for t in texts
    ]
    lengths = [math.sqrt(sum(value * value for value in vector.values())) or 1.0 for vector in vectors]

    def cosine(i: int, j: int) -> float:
        return sum(v * vectors[j].get(k, 0.0) for k, v in vectors[i].items()) / (lengths[i] * lengths[j])

    return [[cosine(i, len(needs) + j) for j in range(len(proofs))] for i in range(len(needs))]


SCORERS: dict[str, Scorer] = {
    "its words alone": _joined(uses_ideas=False),
    "its ideas alone": _joined(uses_ideas=True),
    "its letters alone": built_in.letter_likeness,
    "word overlap": _overlap,
    "TF-IDF": _tfidf,
    "BM25": _bm25,
    "letter groups": _letters,
}
