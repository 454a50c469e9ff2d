"""How near a strength is to a responsibility: the words and ideas that join them, each weighed by its rarity.

Three things are weighed: evidence (words of one stem, words of one idea), how much of the two texts it covers, and how
alike they are letter by letter. What is read out of a text is in `terms`; which pairs are made of the scores, in
`pairing`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, repeat
from typing import NamedTuple, Protocol

from followup_letters.lexicon.ideas import ideas
from followup_letters.matching.terms import Reading, Spoken, read


class Similarity(Protocol):
    """Anything that scores needs against proofs."""

    @property
    def threshold(self) -> float:
        """The score from which a pair may be believed; it must also lead its rivals by a tenth."""
        ...

    def __call__(self, responsibilities: Sequence[str], strengths: Sequence[str]) -> Sequence[Sequence[float]]:
        """A row for each responsibility, a score from 0 to 1 for each strength."""
        ...

    def explain(self, responsibility: str, strength: str) -> str:
        """What joins the two, in words for the writer of the letter."""
        ...


class Joint(NamedTuple):
    """One thing that joins two texts: a shared stem, or an idea that both speak of in other words."""

    weight: float
    need_stems: tuple[str, ...]
    proof_stems: tuple[str, ...]
    need_words: str
    proof_words: str
    idea: str | None


_COMMON_WORTH = 0.35  # what an idea of every trade proves, beside one of a few trades

# Fitted to cases in benchmarks/matching that the table of ideas was not written for, by logistic regression; rounded.
_START = -3.3  # most pairs are none
_BY_WORDS, _BY_IDEAS = 1.15, 3.0  # a word may be shared by accident, an idea in other words hardly
_BY_LETTERS = 1.2
_BY_FIGURE = 0.8  # what is counted or measured is the likelier proof
_BY_ASIDE = -2.0  # and what was done beside the job the less likely
_BY_COVER = 1.2  # a need that is said again nearly whole is met, however common its words
_MOST_LETTERS = 300  # of a text that are looked at in groups: those of thirty words, or of a page that has no spaces
_HALF = 0.5  # of a need's weight: what is shared beyond it counts as cover


NOTHING_IN_COMMON = "no word or idea in common"
"""What the built-in similarity says of two texts that only their letters, or nothing, brings together."""
NEAR = "only words of many meanings join them"
"""What it says of two texts that only words of many meanings bring together: “book” and “attendance”."""
_TELLING = 0.09  # the weight of an idea in two words from which both are likely meant in that sense, and it is told


class WordSimilarity:
    """The built-in similarity: no model, nothing to download, the same on every machine."""

    threshold = 0.5

    def __call__(self, responsibilities: Sequence[str], strengths: Sequence[str]) -> list[list[float]]:
        """A row for each responsibility; a score from 0 to 1 that rises with what joins the two texts."""
        needs, proofs = tuple(sorted(responsibilities)), tuple(sorted(strengths))  # any order, so one is remembered
        table = scores(needs, proofs)
        columns = [proofs.index(text) for text in strengths]
        return [[table[needs.index(text)][column] for column in columns] for text in responsibilities]

    def explain(self, responsibility: str, strength: str) -> str:
        """The words that both use and the ideas that both speak of, the weightiest first."""
        need, proof = read(responsibility), read(strength)
        joints = joints_of(need, proof, Rarity([need, proof]))
        return _worded(joints) or (NEAR if joints else NOTHING_IN_COMMON)


@lru_cache(maxsize=4)  # one interview is asked several times over
def scores(responsibilities: tuple[str, ...], strengths: tuple[str, ...]) -> list[list[float]]:
    """What WordSimilarity scores, remembered."""
    needs, proofs = [read(text) for text in responsibilities], [read(text) for text in strengths]
    rarity = Rarity([*needs, *proofs])
    letters = letter_likeness(responsibilities, strengths)
    job = frozenset(stem for need in needs for stem in need.stems)
    worth = [_BY_FIGURE * proof.has_figure + _BY_ASIDE * (not proof.aside <= job) for proof in proofs]
    return [
        [_score(need, proof, rarity, whole, worth[j] + _BY_LETTERS * letters[i][j]) for j, proof in enumerate(proofs)]
        for i, (need, whole) in enumerate((need, rarity.of_stems(need.stems)) for need in needs)
    ]


def _score(need: Reading, proof: Reading, rarity: Rarity, whole: float, evidence: float) -> float:
    """How near `proof` comes to `need`, whose stems weigh `whole`, with the evidence that there is already."""
    if joints := joints_of(need, proof, rarity):
        evidence += math.fsum(map(_proof_of, joints))
        evidence += _BY_COVER * _cover(need, joints, rarity, whole)
    return 1 / (1 + math.exp(-_START - evidence))


def _proof_of(joint: Joint) -> float:
    return joint.weight * (_BY_WORDS if joint.idea is None else _BY_IDEAS)


class Rarity:
    """How much a stem or idea proves among the texts at hand: the fewer of them hold it, the more."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._worth = [math.log((2 + len(readings)) / (1 + count)) for count in range(len(readings) + 1)]
        self._stems = Counter(chain.from_iterable(reading.stems for reading in readings))
        self._ideas = Counter(chain.from_iterable(reading.ideas for reading in readings))

    def of_stem(self, stem: str) -> float:
        """How much a stem proves."""
        return self._worth[self._stems[stem]]

    def of_idea(self, idea: int) -> float:
        """How much the idea of this number proves."""
        return self._worth[self._ideas[idea]]

    def of_stems(self, stems: Iterable[str]) -> float:
        """How much they prove together."""
        return math.fsum(map(self.of_stem, stems))


def _cover(need: Reading, joints: Sequence[Joint], rarity: Rarity, whole: float) -> float:
    """From 0 to 1: how much beyond half of `whole`, the need's weight, the proof says again, in two words at least."""
    shared = {stem for joint in joints for stem in joint.need_stems} & need.stems.keys()
    if len(shared) < 2:
        return 0.0
    return max(0.0, (rarity.of_stems(shared) / whole - _HALF) / (1 - _HALF))


def joints_of(need: Reading, proof: Reading, rarity: Rarity) -> list[Joint]:
    """What joins the two texts, what proves most first; each word joins once, so that one word cannot prove twice."""
    possible: list[Joint] = []
    if not need.stems.keys().isdisjoint(proof.stems.keys()):
        possible += _shared_stems(need, proof, rarity)
    if not need.ideas.keys().isdisjoint(proof.ideas.keys()):
        possible += _shared_ideas(need, proof, rarity)
    if len(possible) < 2:  # as most pairs of texts
        return possible
    possible.sort(key=lambda joint: (-_proof_of(joint), joint.need_stems, joint.proof_stems))
    taken_need: set[str] = set()
    taken_proof: set[str] = set()
    joints = []
    for joint in possible:
        if taken_need.isdisjoint(joint.need_stems) and taken_proof.isdisjoint(joint.proof_stems):
            taken_need.update(joint.need_stems)
            taken_proof.update(joint.proof_stems)
            joints.append(joint)
    return joints


def _shared_stems(need: Reading, proof: Reading, rarity: Rarity) -> Iterator[Joint]:
    for stem in need.stems.keys() & proof.stems.keys():
        yield Joint(rarity.of_stem(stem), (stem,), (stem,), need.stems[stem], proof.stems[stem], None)


def _shared_ideas(need: Reading, proof: Reading, rarity: Rarity) -> Iterator[Joint]:
    """Pairs of words with ideas in common: they prove the more, the larger the part of each word's ideas is shared."""
    pairs: dict[tuple[Spoken, Spoken], list[tuple[float, str]]] = {}
    for number in need.ideas.keys() & proof.ideas.keys():
        idea = ideas()[number]
        worth = rarity.of_idea(number) * (_COMMON_WORTH if idea.is_common else 1.0)
        for said in need.ideas[number]:
            for again in proof.ideas[number]:
                if said.stems != again.stems:
                    shared = worth / math.sqrt(said.breadth * again.breadth), idea.name
                    pairs.setdefault((said, again), []).append(shared)
    for (said, again), shared_by in pairs.items():
        weight = math.fsum([weight for weight, _ in shared_by])
        _, name = max(shared_by)  # in doubt, always the same name
        yield Joint(weight, said.stems, again.stems, said.words, again.words, name)


def _worded(joints: Sequence[Joint]) -> str:
    """As in: both are about washing and dressing (“wash” – “bathing”, “grooming”); both say “gas”, “boilers”.

    An idea that is one of many that its words may stand for is passed over: as a reason it reads like a slip. Where
    each text speaks of an idea in the very words of the other, in whatever order, those words are the reason.
    """
    by_idea: dict[str, list[Joint]] = {}
    for joint in joints:
        if joint.idea is not None and joint.weight >= _TELLING:
            by_idea.setdefault(joint.idea, []).append(joint)
    same = {idea for idea, spoken in by_idea.items() if _are_the_same(spoken)}
    told = [f"both are about {idea} ({_pairs_of_words(by_idea[idea])})" for idea in by_idea if idea not in same]
    shared = [joint.proof_words for joint in joints if joint.idea is None or joint.idea in same]
    return "; ".join([*told[:2], *([f"both say {_quoted(shared)}"] if shared else [])])


def _are_the_same(joints: Sequence[Joint]) -> bool:
    """True if the words that join the two texts are the same in both: “stone”, “walls” and “wall”, “stone”."""
    said, again = (set(chain.from_iterable(stems)) for stems in zip(*(joint[1:3] for joint in joints), strict=True))
    return said == again


def _pairs_of_words(joints: Sequence[Joint]) -> str:
    needs, proofs = [joint.need_words for joint in joints], [joint.proof_words for joint in joints]
    return f"{_quoted(needs)} – {_quoted(proofs)}"


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in dict.fromkeys(words))


def letter_likeness(needs: Sequence[str], proofs: Sequence[str]) -> list[list[float]]:
    """The cosine of the two texts' letter groups, weighed by rarity: it sees compounds and stems that differ."""
    grams = [_letter_groups(text) for text in (*needs, *proofs)]
    if not any(grams[: len(needs)]):  # as where a reader has no title
        return [[0.0] * len(proofs) for _ in needs]
    in_several = _in_several(grams)
    shared = [text & in_several for text in grams]
    worth = [math.log((1 + len(grams)) / count) ** 2 for count in range(1, len(grams) + 1)]
    square = {gram: worth[count - 1] for gram, count in Counter(chain.from_iterable(shared)).items()}
    lengths = [_length(text, several, square, worth[0]) for text, several in zip(grams, shared, strict=True)]
    rows = range(len(needs))
    columns = range(len(needs), len(grams))
    return [[_sum(shared[i] & shared[j], square) / (lengths[i] * lengths[j]) for j in columns] for i in rows]


def _in_several(texts: Iterable[frozenset[str]]) -> set[str]:
    """The letter groups that stand in more than one text, which are few."""
    seen, found = set[str](), set[str]()
    for text in texts:
        found |= seen & text
        seen |= text
    return found


def _length(grams: frozenset[str], several: frozenset[str], square: Mapping[str, float], alone: float) -> float:
    """The length of a text's letter groups: `several` by their `square`, the rest `alone`."""
    rest = repeat(alone, len(grams) - len(several))
    return math.sqrt(math.fsum(chain(rest, map(square.__getitem__, several)))) or 1.0


def _sum(grams: Iterable[str], square: Mapping[str, float]) -> float:
    return math.fsum(map(square.__getitem__, grams))


@lru_cache(maxsize=2048)
def _letter_groups(text: str) -> frozenset[str]:
    """Groups of three to five letters inside the words that carry meaning."""
    words, left = list[str](), _MOST_LETTERS
    for word in read(text).stems.values():
        words.append(word[:left])
        left -= len(words[-1])
    return frozenset(chain.from_iterable(map(_groups_in, words)))


@lru_cache(maxsize=4096)
def _groups_in(word: str) -> tuple[str, ...]:
    word = f" {word} "
    return tuple([word[start : start + size] for size in (3, 4, 5) for start in range(len(word) - size + 1)])
