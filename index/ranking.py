"""One ranking of passages out of four: by meaning (the passage, and its article's head) and by words (the passage, and
its whole article).

A head is an article's title and claim; they also belong to the words of its passages. Scores are brought to a common
scale (cosines as they are, BM25 divided by the best of the query) and summed with fixed weights.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.catalog import Catalog
from index.dense import DenseIndex
from index.lexical import LexicalIndex

# Rows that each ranking brings into the fusion.
DEPTH = 200


@dataclass(frozen=True, slots=True)
class Weights:
    """Shares of the four rankings in the fused score; they sum to 1."""

    passage_dense: float = 0.5
    passage_bm25: float = 0.2
    head_dense: float = 0.1
    article_bm25: float = 0.2


@dataclass(frozen=True, slots=True)
class Ranking:
    """Passages best first; all arrays have one entry a passage. A rank of 0 says that ranking did not bring it."""

    rows: NDArray[np.int64]
    scores: NDArray[np.float32]
    dense_scores: NDArray[np.float32]
    bm25_scores: NDArray[np.float32]
    dense_ranks: NDArray[np.int64]
    bm25_ranks: NDArray[np.int64]


class Ranker:
    """Ranks the passages of one generation. Thread-safe."""

    def __init__(
        self,
        catalog: Catalog,
        vectors: NDArray[np.float16],
        dense: DenseIndex,
        passages: LexicalIndex,
        articles: LexicalIndex,
        weights: Weights | None = None,
    ) -> None:
        self._catalog, self._vectors, self._dense = catalog, vectors, dense
        self._passages, self._articles = passages, articles
        self._weights = weights or Weights()
        self._count = len(catalog.article_of)

    def rank(
        self, vector: NDArray[np.float32], terms: Sequence[str], allowed: NDArray[np.bool_] | None = None
    ) -> Ranking:
        """Rank what the dense and lexical rankings bring; ``allowed`` marks the articles that may appear."""
        article_of, count = self._catalog.article_of, self._count
        passage_bm25, article_bm25 = self._passages.scores(terms), self._articles.scores(terms)
        allowed_rows = None
        if allowed is not None:
            passage_bm25 = np.where(allowed[article_of], passage_bm25, 0)
            article_bm25 = np.where(allowed, article_bm25, 0)
            allowed_rows = np.concatenate([allowed[article_of], allowed])
        near, _ = self._dense.nearest(vector, DEPTH, allowed_rows)
        dense_rows, near_heads = near[near < count], near[near >= count] - count
        bm25_rows = _best(passage_bm25, DEPTH)
        heads = np.union1d(near_heads[:20], _best(article_bm25, 20))
        rows = np.unique(np.concatenate([dense_rows, bm25_rows, *map(self._passages_of, heads)])).astype(np.int64)
        articles = article_of[rows]
        dense_scores = self._vectors[rows].astype(np.float32) @ vector
        head_rows, place = np.unique(articles, return_inverse=True)
        head_dense = (self._vectors[count + head_rows].astype(np.float32) @ vector)[place]
        weights = self._weights
        scores = (
            weights.passage_dense * dense_scores
            + weights.passage_bm25 * passage_bm25[rows] / max(float(passage_bm25.max(initial=0)), 1e-9)
            + weights.head_dense * head_dense
            + weights.article_bm25 * article_bm25[articles] / max(float(article_bm25.max(initial=0)), 1e-9)
        )
        order = np.lexsort((rows, -scores))
        rows = rows[order]
        return Ranking(
            rows,
            scores[order].astype(np.float32),
            dense_scores[order],
            passage_bm25[rows],
            _ranks(rows, dense_rows),
            _ranks(rows, bm25_rows),
        )

    def _passages_of(self, article: int) -> NDArray[np.int64]:
        first = self._catalog.first_passage
        return np.arange(first[article], first[article + 1])


def _best(scores: NDArray[np.float32], count: int) -> NDArray[np.int64]:
    """Positions of the ``count`` best positive scores, best first; equal ones in their order."""
    found = np.flatnonzero(scores > 0)
    if len(found) > count:
        floor = np.partition(scores[found], -count)[-count]
        found = found[scores[found] >= floor]
    return found[np.lexsort((found, -scores[found]))][:count]


def _ranks(rows: NDArray[np.int64], ranked: NDArray[np.int64]) -> NDArray[np.int64]:
    """1-based place of each of ``rows`` in ``ranked``, 0 where it isn't there."""
    place = {int(row): n for n, row in enumerate(ranked, start=1)}
    return np.array([place.get(int(row), 0) for row in rows], dtype=np.int64)
