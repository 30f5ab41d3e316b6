from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.encoder import HashEncoder, load_encoder
from index.errors import ModelError


@given(st.lists(st.text(), max_size=5))
def test_rows_have_length_one_and_equal_the_query(texts: list[str]) -> None:
    encoder = HashEncoder(32)
    vectors = encoder.encode(texts)
    assert vectors.shape == (len(texts), 32)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    for text, vector in zip(texts, vectors, strict=True):
        assert np.array_equal(encoder.encode_query(text), vector)


def test_common_words_make_texts_alike() -> None:
    encoder = HashEncoder()
    flood = encoder.encode_query("the Nile flood")
    assert flood @ encoder.encode_query("floods of the Nile") > 0.99
    assert flood @ encoder.encode_query("honey bees") < 0.3


def test_progress_counts_every_text() -> None:
    done: list[int] = []
    HashEncoder().encode(["a", "b", "c"], progress=done.append)
    assert sum(done) == 3


def test_the_name_tells_the_dimension() -> None:
    assert HashEncoder(64).name != HashEncoder(128).name


def test_hash_is_an_encoder_that_needs_no_model() -> None:
    assert load_encoder("hash").name == HashEncoder().name


def test_a_missing_model_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no-such-model"):
        load_encoder(str(tmp_path / "no-such-model"))


def test_a_folder_without_weights_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="safetensors"):
        load_encoder(str(tmp_path))


@pytest.mark.model
def test_the_packaged_model_reads_meaning(tmp_path_factory: pytest.TempPathFactory) -> None:
    encoder = load_encoder()
    vectors = encoder.encode(["Immunisation does not cause autism.", "The river floods every year."])
    assert vectors.shape == (2, encoder.dimension)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)
    query = encoder.encode_query("Are vaccines behind autism?")
    assert query @ vectors[0] > 0.5 > 0.2 > query @ vectors[1]


@pytest.mark.model
def test_both_runtimes_agree() -> None:
    texts = ["Did DHS sign 1,000 agreements?", "", "A sentence. " * 200]
    fast, plain = load_encoder(runtime="openvino"), load_encoder(runtime="torch")
    assert fast.name == plain.name
    assert ((fast.encode(texts) * plain.encode(texts)).sum(axis=1) > 0.999).all()
