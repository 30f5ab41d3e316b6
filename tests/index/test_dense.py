import errno
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index import dense
from index.dense import DenseIndex

DIMENSION = 16
COUNT = 3000


@pytest.fixture
def vectors() -> NDArray[np.float16]:
    """Rows around 60 centres, as texts on 60 subjects would lie."""
    random = np.random.default_rng(7)
    centres = random.normal(size=(60, DIMENSION))
    rows = centres[random.integers(60, size=COUNT)] + 0.5 * random.normal(size=(COUNT, DIMENSION))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float16)


@pytest.fixture(params=["flat", "hnsw-sq8"])
def index(
    request: pytest.FixtureRequest, vectors: NDArray[np.float16], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> DenseIndex:
    monkeypatch.setattr(dense, "GRAPH_FROM", COUNT + 1 if request.param == "flat" else COUNT)
    description = dense.write(vectors, tmp_path)
    assert description["kind"] == request.param
    assert float(description["recall"]) >= 0.98
    return dense.read(vectors, tmp_path, description)


def exact(vectors: NDArray[np.float16], query: NDArray[np.float32], allowed: NDArray[np.bool_]) -> list[int]:
    scores = np.where(allowed, vectors.astype(np.float32) @ query, -2)
    return np.argsort(-scores, kind="stable").tolist()


@pytest.mark.parametrize("share", [1.0, 0.5, 0.1, 0.01, 0.001])
def test_the_nearest_of_those_allowed_are_found_best_first(
    share: float, index: DenseIndex, vectors: NDArray[np.float16]
) -> None:
    random = np.random.default_rng(3)
    recalls = []
    for row in range(0, COUNT, 300):
        query = vectors[row].astype(np.float32)
        allowed = random.random(COUNT) < share
        allowed[row] = True
        rows, scores = index.nearest(query, 50, None if share == 1.0 else allowed)
        assert rows[0] == row
        assert allowed[rows].all()
        assert (np.diff(scores) <= 0).all()
        assert np.allclose(scores, vectors[rows].astype(np.float32) @ query, atol=1e-5)
        expected = exact(vectors, query, allowed)[: min(50, int(allowed.sum()))]
        recalls.append(len(set(rows.tolist()) & set(expected)) / len(expected))
    assert np.mean(recalls) >= 0.98


def test_no_row_allowed_no_hits(index: DenseIndex) -> None:
    rows, scores = index.nearest(np.ones(DIMENSION, dtype=np.float32) / 4, 5, np.zeros(COUNT, dtype=bool))
    assert (len(rows), len(scores)) == (0, 0)


def test_no_rows_no_hits(tmp_path: Path) -> None:
    nothing = np.zeros((0, DIMENSION), dtype=np.float16)
    index = dense.read(nothing, tmp_path, dense.write(nothing, tmp_path))
    assert len(index.nearest(np.ones(DIMENSION, dtype=np.float32), 5)[0]) == 0


def test_a_full_disk_is_told_as_such(
    vectors: NDArray[np.float16], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dense, "GRAPH_FROM", COUNT)
    (tmp_path / "vectors.hnsw").symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space left") as raised:
        dense.write(vectors, tmp_path)
    assert raised.value.errno == errno.ENOSPC
