"""Likeness by meaning, with a sentence-embedding model that lies in a folder of the user's.

Needs the extra `semantic` (model2vec: numpy and tokenizers, no torch). Only a folder that exists is ever opened, so
nothing can be fetched. A vector cannot say which words joined two texts: the reason is the score and the margin.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from followup_letters.errors import FollowupError, MachineError

_DEFAULT_THRESHOLD = 0.5


class ModelFolderError(FollowupError):
    """A folder does not hold a model that can be read. `path` is that folder."""

    def __init__(self, message: str, path: Path) -> None:
        self.path = path
        super().__init__(f"{path}\n  {message}")

    def as_dict(self) -> dict[str, Any]:
        """The error as data, with `path`."""
        return super().as_dict() | {"path": str(self.path)}


class SemanticSimilarity:
    """A `Similarity` by the cosine of two sentence vectors.

    `folder` holds a model2vec model, or a static one of sentence-transformers (config, tokenizer.json,
    model.safetensors). `threshold` is the cosine from which a pair may be believed; what is right depends on the model.

    Raises ModelFolderError if there is no such folder or no model in it, MachineError if model2vec is not installed.
    """

    def __init__(self, folder: str | Path, *, threshold: float = _DEFAULT_THRESHOLD) -> None:
        self.threshold = threshold
        self._model = _loaded(Path(folder))
        self._reasons: dict[tuple[str, str], str] = {}

    def __call__(self, responsibilities: Sequence[str], strengths: Sequence[str]) -> list[list[float]]:
        """A row for each responsibility, the cosine with each strength; what points away counts as 0."""
        needs, proofs = self._vectors(responsibilities), self._vectors(strengths)
        matrix = [[max(0.0, round(float(need @ proof), 6)) for proof in proofs] for need in needs]
        self._reasons = {
            (responsibilities[i], strengths[j]): f"alike in meaning: {score:.2f}, {_margin(matrix, i, j)}"
            for i, row in enumerate(matrix)
            for j, score in enumerate(row)
        }
        return matrix

    def explain(self, responsibility: str, strength: str) -> str:
        """The score of a pair of the last texts that were scored, and its margin; of other texts, the score alone."""
        reason = self._reasons.get((responsibility, strength))
        if reason is None:
            need, proof = self._vectors([responsibility, strength])
            reason = f"alike in meaning: {max(0.0, float(need @ proof)):.2f}"
        return reason

    def _vectors(self, texts: Sequence[str]) -> Any:
        """One vector of length 1 for each text; of length 0 if the model knows none of its words."""
        import numpy

        vectors = numpy.asarray(self._model.encode(list(texts)), dtype=float).reshape(len(texts), -1)
        lengths = numpy.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors / numpy.where(lengths > 0, lengths, 1.0)


def _margin(matrix: Sequence[Sequence[float]], row: int, column: int) -> str:
    """How far a pair is ahead of, or behind, the best other strength for the need and the best other need for it."""
    rivals = [score for j, score in enumerate(matrix[row]) if j != column]
    rivals += [other[column] for i, other in enumerate(matrix) if i != row]
    if not rivals:
        return "with no rival"
    margin = matrix[row][column] - max(rivals)
    return f"{abs(margin):.2f} {'ahead of' if margin >= 0 else 'behind'} its nearest rival"


def _loaded(folder: Path) -> Any:
    if not folder.is_dir():
        raise ModelFolderError("is not a folder; a model is read from a folder of yours and never fetched", folder)
    try:
        from model2vec import StaticModel
    except ImportError as error:
        message = "model2vec is not installed: pip install '.[semantic]' in the checkout"
        raise MachineError(message) from error
    try:
        # An absolute path to a folder that exists is never taken for the name of a model on a server.
        return StaticModel.from_pretrained(folder.resolve(), force_download=False)
    except Exception as error:  # the readers of model files raise whatever they like, bare Exception included
        raise ModelFolderError(f"holds no model that can be read: {error}", folder) from error
