from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from qa.errors import SelectorError
from qa.selector.weights import Quantized, Shape, Weights

SHAPE = Shape(hidden=4, layers=1, heads=2, inner=8, positions=16, vocabulary=10, epsilon=1e-12)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    matrix = Quantized.of(np.arange(12, dtype=np.float32).reshape(3, 4) - 5)
    tensors: dict[str, np.ndarray] = {
        "a.weight": matrix.values,
        "a.weight.scale": matrix.scales,
        "a.bias": np.array([0.5, -0.25, 2], np.float16),
        "a.range": np.array([-1, 3], np.float32),
    }
    path = tmp_path / "selector.safetensors"
    Weights(SHAPE, tensors).save(path, seed="7")
    return path


def test_what_was_saved_is_loaded(saved: Path) -> None:
    weights = Weights.load(saved)
    assert weights.shape == SHAPE
    assert weights.names == ("a.bias", "a.weight")
    assert weights.array("a.bias").tolist() == [0.5, -0.25, 2]
    np.testing.assert_allclose(weights.array("a.weight")[0], [-5, -4, -3, -2], atol=0.02)
    assert weights.input_range("a") == (np.float32(-1), np.float32(3))
    assert weights.input_range("b") is None


def test_the_digest_names_the_file(saved: Path) -> None:
    assert saved.with_suffix(".sha256").read_text().split() == [Weights.load(saved).sha256, "selector.safetensors"]


def test_a_damaged_file_is_refused(saved: Path) -> None:
    data = bytearray(saved.read_bytes())
    data[-1] ^= 1
    saved.write_bytes(data)
    with pytest.raises(SelectorError, match="damaged"):
        Weights.load(saved)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SelectorError, match=r"selector\.safetensors can't be read"):
        Weights.load(tmp_path / "selector.safetensors")


def test_a_file_of_another_kind_is_refused(saved: Path) -> None:
    import hashlib

    saved.write_bytes(b"not tensors at all")
    saved.with_suffix(".sha256").write_text(hashlib.sha256(saved.read_bytes()).hexdigest())
    with pytest.raises(SelectorError, match="does not hold"):
        Weights.load(saved)


@given(arrays(np.float32, array_shapes(min_dims=2, max_dims=2), elements=st.floats(-1000, 1000, width=32)))
def test_eight_bits_are_off_by_at_most_half_a_step(matrix: np.ndarray) -> None:
    found = Quantized.of(matrix)
    assert found.values.dtype == np.int8
    assert (np.abs(found.array() - matrix) <= found.scales[:, None] * 0.501 + 1e-6).all()
