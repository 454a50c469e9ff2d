"""Likeness by meaning: from a folder of the user's, with a reason that claims no words."""

import socket
from pathlib import Path

import pytest

from followup_letters.errors import FollowupError
from followup_letters.matching import Similarity, match
from followup_letters.matching.semantic import ModelFolderError, SemanticSimilarity

pytest.importorskip("model2vec", reason="the extra `semantic` is not installed")

VECTORS = {"[UNK]": (0, 0), "drive": (1, 0.1), "lorry": (0.9, 0), "cook": (0, 1), "meals": (0.1, 0.9), "wash": (-1, 0)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    import numpy
    from model2vec import StaticModel
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.pre_tokenizers import Whitespace

    tokenizer = Tokenizer(WordLevel({word: number for number, word in enumerate(VECTORS)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    StaticModel(numpy.array(list(VECTORS.values()), dtype="float32"), tokenizer).save_pretrained(tmp_path / "tiny")
    return tmp_path / "tiny"


def test_it_plugs_into_match_and_pairs_by_meaning(folder: Path) -> None:
    similarity: Similarity = SemanticSimilarity(folder)
    pairs = match(["drive", "cook"], ["meals", "lorry"], similarity=similarity)
    assert [(pair.responsibility, pair.strength) for pair in pairs] == [("drive", "lorry"), ("cook", "meals")]


def test_its_reason_is_the_score_and_the_margin_and_names_no_word(folder: Path) -> None:
    (pair,) = match(["drive"], ["lorry", "meals"], similarity=SemanticSimilarity(folder))
    assert pair.why == "alike in meaning: 1.00, 0.79 ahead of its nearest rival"


def test_texts_that_were_not_scored_together_are_explained_by_their_score(folder: Path) -> None:
    assert SemanticSimilarity(folder).explain("drive", "lorry") == "alike in meaning: 1.00"


def test_what_the_model_does_not_know_or_what_points_away_scores_nothing(folder: Path) -> None:
    assert SemanticSimilarity(folder)(["drive", "quixotry"], ["wash", "quixotry"]) == [[0.0, 0.0], [0.0, 0.0]]


def test_a_threshold_can_be_given(folder: Path) -> None:
    assert match(["drive"], ["lorry"], similarity=SemanticSimilarity(folder, threshold=1.0)) == []


@pytest.mark.parametrize("name", ["minishlab/potion-base-8M", "nowhere"])
def test_a_name_that_is_no_folder_is_refused_and_nothing_is_fetched(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        pytest.fail("something asked for the network")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    with pytest.raises(ModelFolderError, match="is not a folder") as caught:
        SemanticSimilarity(name)
    assert caught.value.path == Path(name)
    assert isinstance(caught.value, FollowupError)


def test_a_folder_without_a_model_is_an_error_that_names_the_folder(tmp_path: Path) -> None:
    with pytest.raises(ModelFolderError, match="holds no model that can be read"):
        SemanticSimilarity(tmp_path)


def test_a_broken_model_is_an_error_that_names_the_folder(folder: Path) -> None:
    (folder / "model.safetensors").write_bytes(b"not a model")
    with pytest.raises(ModelFolderError, match="holds no model that can be read"):
        SemanticSimilarity(folder)
