import numpy as np
import pytest

from index.fusion import Fusion, Signals, Weights, convex, reciprocal_ranks, standardised

METHODS = [convex(Weights()), standardised(Weights()), reciprocal_ranks(Weights())]


def signals(*columns: tuple[float, float, float, float]) -> Signals:
    arrays = np.array(columns, dtype=np.float32).reshape(-1, 4).T
    return Signals(np.arange(len(columns)), *arrays)


@pytest.mark.parametrize("fuse", METHODS)
def test_what_is_better_by_every_signal_comes_first(fuse: Fusion) -> None:
    scores = fuse(signals((0.2, 0.1, 3, 4), (0.9, 0.8, 12, 15), (0.5, 0.4, 6, 8)))
    assert np.argsort(-scores).tolist() == [1, 2, 0]


@pytest.mark.parametrize("fuse", METHODS)
def test_nothing_and_equals_are_no_trouble(fuse: Fusion) -> None:
    assert fuse(signals()).shape == (0,)
    alike = fuse(signals((0.5, 0.5, 0, 0), (0.5, 0.5, 0, 0)))
    assert np.isfinite(alike).all()
    assert alike[0] == alike[1]


def test_convex_takes_cosines_as_they_are_and_bm25_by_the_best() -> None:
    scores = convex(Weights(0.5, 0.1, 0.2, 0.2))(signals((0.8, 0.6, 10, 5), (0.4, 0.2, 5, 20)))
    assert np.allclose(scores, [0.4 + 0.06 + 0.2 + 0.05, 0.2 + 0.02 + 0.1 + 0.2])


def test_reciprocal_ranks_follow_the_formula() -> None:
    scores = reciprocal_ranks(Weights(1, 0, 0, 0), k=60)(signals((0.9, 0, 0, 0), (0.4, 0, 0, 0), (0.4, 0, 0, 0)))
    assert np.allclose(scores, [1 / 61, 1 / 62, 1 / 62])
