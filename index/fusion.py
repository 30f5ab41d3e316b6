"""Several scores of each candidate become one.

Every method takes the signals of one query and returns one number a candidate, for ordering only.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Signals:
    """What is known of the candidate passages of one query; every array has shape (candidates,).

    ``head_dense`` and ``article_bm25`` are of the passage's article: its title and claim by meaning, its whole text by
    words. The candidates hold the best passage and an article's passage with the best ``article_bm25`` of the index.
    """

    rows: NDArray[np.int64]
    passage_dense: Scores
    head_dense: Scores
    passage_bm25: Scores
    article_bm25: Scores


@dataclass(frozen=True, slots=True)
class Weights:
    """Shares of the four signals."""

    passage_dense: float = 0.5
    head_dense: float = 0.1
    passage_bm25: float = 0.2
    article_bm25: float = 0.2


Fusion = Callable[[Signals], Scores]


def convex(weights: Weights) -> Fusion:
    """Weighted sum of cosines and of BM25 divided by the best of the query (Bruch et al. 2023, with max scaling)."""

    def fuse(signals: Signals) -> Scores:
        return _weighted(signals, weights, lambda scores: scores, _of_best)

    return fuse


def standardised(weights: Weights) -> Fusion:
    """Weighted sum of scores with mean 0 and deviation 1 over the candidates."""

    def fuse(signals: Signals) -> Scores:
        return _weighted(signals, weights, _standard, _standard)

    return fuse


def reciprocal_ranks(weights: Weights, k: int = 60) -> Fusion:
    """Weighted sum of 1 / (k + rank) (Cormack, Clarke and Büttcher 2009)."""

    def reciprocal(scores: Scores) -> Scores:
        # Passages of one article share its scores, so equal scores share a rank.
        _, level = np.unique(-scores, return_inverse=True)
        return (1.0 / (k + 1 + level)).astype(np.float32)

    def fuse(signals: Signals) -> Scores:
        return _weighted(signals, weights, reciprocal, reciprocal)

    return fuse


def _weighted(
    signals: Signals, weights: Weights, dense: Callable[[Scores], Scores], bm25: Callable[[Scores], Scores]
) -> Scores:
    total: Scores = (
        np.float32(weights.passage_dense) * dense(signals.passage_dense)
        + np.float32(weights.head_dense) * dense(signals.head_dense)
        + np.float32(weights.passage_bm25) * bm25(signals.passage_bm25)
        + np.float32(weights.article_bm25) * bm25(signals.article_bm25)
    )
    return total


def _of_best(scores: Scores) -> Scores:
    scaled: Scores = scores / np.float32(max(float(scores.max(initial=0)), 1e-9))
    return scaled


def _standard(scores: Scores) -> Scores:
    if not len(scores):
        return scores
    scaled: Scores = (scores - scores.mean()) / np.float32(max(float(scores.std()), 1e-9))
    return scaled
