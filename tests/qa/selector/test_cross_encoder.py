"""Tiny real models, saved and loaded as a user's own would be."""

from pathlib import Path

import pytest

from qa.errors import SelectorError
from qa.evidence import Candidate
from qa.selector.cross_encoder import CrossEncoderSelector, ReaderSelector, load_model
from qa.selector.encoding import PassageEncoder


def save_model(directory: Path, kind: str, encoder: PassageEncoder, **settings: object) -> str:
    import torch
    import transformers

    torch.manual_seed(5)
    shape = {
        "vocab_size": encoder.tokenizer.get_vocab_size(),
        "hidden_size": 32,
        "num_hidden_layers": 1,
        "num_attention_heads": 2,
        "intermediate_size": 32,
        "max_position_embeddings": 66,
        "initializer_range": 0.5,
    }
    config = transformers.BertConfig(**(shape | settings))
    getattr(transformers, kind)(config).save_pretrained(directory)
    transformers.BertTokenizerFast(
        tokenizer_object=encoder.tokenizer,
        unk_token="[UNK]",
        cls_token="[CLS]",
        sep_token="[SEP]",
        pad_token="[PAD]",
        model_max_length=64,
    ).save_pretrained(directory)
    return str(directory)


@pytest.fixture
def cross_encoder(tmp_path: Path, encoder: PassageEncoder) -> str:
    return save_model(tmp_path / "ranker", "BertForSequenceClassification", encoder, num_labels=1)


@pytest.fixture
def reader(tmp_path: Path, encoder: PassageEncoder) -> str:
    return save_model(tmp_path / "reader", "BertForQuestionAnswering", encoder)


def test_a_cross_encoder_scores_every_sentence_and_passage(cross_encoder: str, candidates: list[Candidate]) -> None:
    selector = load_model(cross_encoder)
    assert isinstance(selector, CrossEncoderSelector)
    scores = selector.score("who pays for the wall ?", candidates)
    assert [len(score.sentences) for score in scores] == [3, 2]
    assert len({logit for score in scores for logit in score.sentences}) > 2
    assert scores[0].sentences == pytest.approx(
        selector.score("who pays for the wall ?", candidates[:1])[0].sentences, abs=1e-4
    )


def test_a_reader_scores_every_sentence_and_passage(reader: str, candidates: list[Candidate]) -> None:
    selector = load_model(reader)
    assert isinstance(selector, ReaderSelector)
    scores = selector.score("who pays for the wall ?", candidates)
    assert [len(score.sentences) for score in scores] == [3, 2]
    assert all(score.answerable == max(score.sentences) for score in scores)
    assert len(set(scores[0].sentences)) == 3
    assert scores[1:] == selector.score("who pays for the wall ?", candidates[1:])


def test_sentences_beyond_a_readers_window_are_scored_too(reader: str, long_candidate: Candidate) -> None:
    (score,) = ReaderSelector(reader).score("who pays for the wall ?", [long_candidate])
    assert len(score.sentences) == len(long_candidate.article.sentences)
    assert score.sentences[-1] == min(score.sentences)


def test_nothing_to_score_is_no_error(cross_encoder: str, reader: str) -> None:
    assert CrossEncoderSelector(cross_encoder).score("who ?", []) == []
    assert ReaderSelector(reader).score("who ?", []) == []


def test_the_name_tells_the_weights(cross_encoder: str, tmp_path: Path, encoder: PassageEncoder) -> None:
    name = CrossEncoderSelector(cross_encoder).name
    assert name.startswith("ranker@")
    assert name == CrossEncoderSelector(cross_encoder).name
    other = save_model(
        tmp_path / "other" / "ranker", "BertForSequenceClassification", encoder, num_labels=1, intermediate_size=64
    )
    assert CrossEncoderSelector(other).name != name


def test_a_classifier_with_several_labels_is_refused(tmp_path: Path, encoder: PassageEncoder) -> None:
    model = save_model(tmp_path / "nli", "BertForSequenceClassification", encoder, num_labels=3)
    with pytest.raises(SelectorError, match="3 labels"):
        load_model(model)


def test_a_model_of_another_kind_is_refused(tmp_path: Path, encoder: PassageEncoder) -> None:
    with pytest.raises(SelectorError, match="neither"):
        load_model(save_model(tmp_path / "plain", "BertModel", encoder))


def test_a_missing_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SelectorError, match="there is no model"):
        load_model(str(tmp_path / "nothing"))
