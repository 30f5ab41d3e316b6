import numpy as np
import pytest

from index.dense import FlatIndex


@pytest.fixture
def vectors() -> np.ndarray[tuple[int, int], np.dtype[np.float16]]:
    rows = np.random.default_rng(7).normal(size=(50, 16))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float16)


def test_the_nearest_come_first(vectors: np.ndarray[tuple[int, int], np.dtype[np.float16]]) -> None:
    query = vectors[3].astype(np.float32)
    rows, scores = FlatIndex(vectors).nearest(query, 50)
    assert rows.tolist() == np.argsort(-(vectors.astype(np.float32) @ query), kind="stable").tolist()
    assert rows[0] == 3
    assert (np.diff(scores) <= 0).all()


def test_only_allowed_rows_are_found(vectors: np.ndarray[tuple[int, int], np.dtype[np.float16]]) -> None:
    allowed = np.zeros(50, dtype=bool)
    allowed[[5, 8, 49]] = True
    rows, _ = FlatIndex(vectors).nearest(vectors[3].astype(np.float32), 10, allowed)
    assert sorted(rows.tolist()) == [5, 8, 49]


def test_no_rows_no_hits() -> None:
    rows, scores = FlatIndex(np.zeros((0, 16), dtype=np.float16)).nearest(np.ones(16, dtype=np.float32), 5)
    assert (len(rows), len(scores)) == (0, 0)
