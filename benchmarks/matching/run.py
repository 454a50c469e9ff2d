"""One table: how well each measure pairs needs with strengths. `python benchmarks/matching/run.py`.

The plain measures have the threshold that is best for F0.5 on the cases that the built-in one was tuned on too.
Intervals are 95 %, by bootstrap over cases. README.md says which cases have been seen by whom.
"""

from __future__ import annotations

import json
import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from baselines import SCORERS, Measure

from followup_letters.matching import Match, Similarity, WordSimilarity, match, suggest
from followup_letters.matching.assigning import best_assignment
from followup_letters.matching.nearness import nearness
from followup_letters.matching.partners import partners
from followup_letters.matching.similarity import scores

HERE = Path(__file__).parent
TOLD = 0.3  # as in composing/answering.py
Case = dict[str, Any]


@dataclass(frozen=True)
class Outcome:
    """What one measure did on one case; `ranked` holds (score, is right) of every pair."""

    right: int
    wrong: int
    partners: int
    forced: int
    first_three: int
    letter_is_wrong: bool
    ranked: tuple[tuple[float, bool], ...]


def pairs_of(matches: Sequence[Match]) -> set[tuple[int, int]]:
    """The positions of the pairs made."""
    return {(pair.responsibility_index, pair.strength_index) for pair in matches}


def outcome(case: Case, similarity: Similarity) -> Outcome:
    """Match one case, and see what came out."""
    needs, proofs = case["responsibilities"], case["strengths"]
    gold = {tuple(pair) for pair in case["gold"]}
    neutral = {tuple(pair) for pair in case["also_ok"]}
    found = pairs_of(match(needs, proofs, similarity=similarity, limit=len(needs)))
    printed = pairs_of(match(needs, proofs, similarity=similarity))
    matrix = similarity(needs, proofs)
    forced = best_assignment([[score + 1 for score in row] for row in matrix])
    asked = {
        (open_need.responsibility_index, choice.strength_index)
        for open_need in suggest(needs, proofs, similarity=similarity)
        for choice in open_need.choices
    }
    ranked = [(matrix[i][j], (i, j) in gold) for i in range(len(needs)) for j in range(len(proofs))]
    return Outcome(
        right=len(found & gold),
        wrong=len(found - gold - neutral),
        partners=len(gold),
        forced=len(set(forced) & gold),
        first_three=len((found | asked) & gold),
        letter_is_wrong=bool(printed - gold - neutral),
        ranked=tuple(ranked),
    )


def precision(outcomes: Sequence[Outcome]) -> float:
    """The share of pairs made that are right; 1 if none was made."""
    made = sum(o.right + o.wrong for o in outcomes)
    return sum(o.right for o in outcomes) / made if made else 1.0


def recall(outcomes: Sequence[Outcome]) -> float:
    """The share of true pairs that were made."""
    return sum(o.right for o in outcomes) / sum(o.partners for o in outcomes)


def f_half(outcomes: Sequence[Outcome]) -> float:
    """F0.5: precision counts double."""
    p, r = precision(outcomes), recall(outcomes)
    return 1.25 * p * r / (0.25 * p + r) if p + r else 0.0


def average_precision(outcomes: Sequence[Outcome]) -> float:
    """The mean precision at each true pair, all pairs of all cases in one ranking; ties count against the measure."""
    ranked = sorted((pair for o in outcomes for pair in o.ranked), key=lambda pair: (-pair[0], pair[1]))
    right, total = 0, 0.0
    for place, (_, is_right) in enumerate(ranked, 1):
        if is_right:
            right += 1
            total += right / place
    return total / right


def forced(outcomes: Sequence[Outcome]) -> float:
    """The share of true pairs in the best assignment when every need must take a strength."""
    return sum(o.forced for o in outcomes) / sum(o.partners for o in outcomes)


def first_three(outcomes: Sequence[Outcome]) -> float:
    """The share of needs with a partner that were paired with it, or had it among the first three suggestions."""
    return sum(o.first_three for o in outcomes) / sum(o.partners for o in outcomes)


def wrong_letters(outcomes: Sequence[Outcome]) -> float:
    """The share of cases in which at least one of the three pairs a letter prints is wrong."""
    return sum(o.letter_is_wrong for o in outcomes) / len(outcomes)


COLUMNS: dict[str, Callable[[Sequence[Outcome]], float]] = {
    "precision": precision,
    "recall": recall,
    "F0.5": f_half,
    "avg prec": average_precision,
    "forced": forced,
    "first 3": first_three,
    "wrong letters": wrong_letters,
}


def interval(outcomes: Sequence[Outcome], measure: Callable[[Sequence[Outcome]], float]) -> str:
    """The measure with its 95 % bootstrap interval over cases."""
    draw = random.Random(1)
    again = sorted(measure(draw.choices(outcomes, k=len(outcomes))) for _ in range(400))
    return f"{measure(outcomes):.2f} [{again[10]:.2f} {again[389]:.2f}]"


def tuned(name: str, cases: Sequence[Case]) -> Measure:
    """The plain measure at the threshold that is best for F0.5 on the tuning cases, every other one to save time."""
    candidates = [Measure(SCORERS[name], step / 10) for step in range(1, 10)]
    return max(candidates, key=lambda measure: f_half([outcome(case, measure) for case in cases[::2]]))


def cases_of(name: str) -> list[Case]:
    """The cases of one file."""
    lines = (HERE / f"{name}_cases.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def milliseconds() -> float:
    """The median time for six needs and eight strengths, warm."""
    pool = [case for case in cases_of("own") if len(case["strengths"]) >= 7]
    needs = [need for case in pool for need in case["responsibilities"]][:6]
    proofs = [proof for case in pool for proof in case["strengths"]][:8]
    times = []
    for _ in range(200):
        scores.cache_clear()  # the scores of one interview are remembered
        start = time.perf_counter()
        match(needs, proofs)
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def topics_found(measure: Callable[[list[str], list[str]], Sequence[Sequence[float]]]) -> tuple[int, int]:
    """How many topics of a talk are given the right strength as the nearest, and how many have one."""
    cases = [case for case in cases_of("topic") if case["gold"]]
    rows = [measure([case["topic"]], case["strengths"])[0] for case in cases]
    found = [max(range(len(row)), key=row.__getitem__) for row in rows]
    return sum(nearest in case["gold"] for nearest, case in zip(found, cases, strict=True)), len(cases)


def nearness_to_talks(topics: list[str], strengths: list[str]) -> list[list[float]]:
    """How near strengths come to what was talked about, of which a figure is no proof."""
    return nearness(topics, strengths, for_proof=False)


def told(cases: Sequence[Case]) -> tuple[int, int]:
    """How many pairs a letter could tell, of those that likely belong together: the right ones, and the wrong."""
    right = wrong = 0
    for case in cases:
        likely = partners(nearness(case["responsibilities"], case["strengths"]))
        gold, neutral = ({tuple(pair) for pair in case[key]} for key in ("gold", "also_ok"))
        made = {(i, j) for i, row in enumerate(likely) for j, each in enumerate(row) if each >= TOLD} - neutral
        right += len(made & gold)
        wrong += len(made - gold)
    return right, wrong


def main() -> None:
    """Print the table for each group of reported cases."""
    own, letters = cases_of("own"), cases_of("letters")
    tuning = [*cases_of("public"), *cases_of("more"), *own[::2]]
    measures: dict[str, Similarity] = {"built-in": WordSimilarity()}
    measures |= {name: tuned(name, tuning) for name in SCORERS}
    groups = {
        "held out": cases_of("held_out"),
        "consulted": cases_of("consulted"),
        "own, other half": own[1::2],
        "tuned on": tuning,
        "letters, not seen": [case for case in letters if not case["seen"]],
        "letters, seen": [case for case in letters if case["seen"]],
    }
    for title, cases in groups.items():
        pairs = sum(len(case["gold"]) for case in cases)
        print(f"\n{title}: {len(cases)} cases, {pairs} pairs")
        print(f"{'':20}" + "".join(f"{column:>18}" for column in COLUMNS))
        for name, similarity in measures.items():
            outcomes = [outcome(case, similarity) for case in cases]
            print(f"{name:20}" + "".join(f"{interval(outcomes, measure):>18}" for measure in COLUMNS.values()))
        right, wrong = told(cases)
        print(f"told after a need, by nearness: {right} right, {wrong} wrong, of {pairs}")
    for name, measure in {"words and ideas": WordSimilarity(), "nearness, with meanings": nearness_to_talks}.items():
        right, all_of_them = topics_found(measure)
        print(f"\ntopics of a talk, {name}: the nearest strength is right for {right} of {all_of_them}")
    print(f"\nsix needs, eight strengths, warm: {milliseconds():.2f} ms")


if __name__ == "__main__":
    main()
