"""The embedded engine's candidates: what its vectors and postings bring for a query, and all that is known of it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.catalog import Catalog
from index.dense import DenseIndex
from index.fusion import Fusion, Signals, Weights, convex
from index.lexical import LexicalIndex
from index.ranking import ARTICLE_DEPTH, DEPTH, Candidates, Ranking


class Ranker:
    """Ranks the passages of one generation. Thread-safe.

    Rows of ``vectors`` and ``dense`` are the passages and then the heads; those of ``passages`` are the passages, those
    of ``articles`` the articles.
    """

    def __init__(
        self,
        catalog: Catalog,
        vectors: NDArray[np.float16],
        dense: DenseIndex,
        passages: LexicalIndex,
        articles: LexicalIndex,
        fusion: Fusion | None = None,
    ) -> None:
        self._catalog, self._vectors, self._dense = catalog, vectors, dense
        self._passages, self._articles = passages, articles
        self._fuse = fusion or convex(Weights())

    def rank(
        self, vector: NDArray[np.float32], terms: Sequence[str], allowed: NDArray[np.bool_] | None = None
    ) -> Ranking:
        """Rank what the dense and lexical rankings bring; ``allowed`` marks the articles that may appear."""
        return self.candidates(vector, terms, allowed).ranked(self._fuse)

    def candidates(
        self, vector: NDArray[np.float32], terms: Sequence[str], allowed: NDArray[np.bool_] | None = None
    ) -> Candidates:
        """What :meth:`rank` orders, and all that is known of it."""
        article_of = self._catalog.article_of
        count = len(article_of)
        passage_bm25, article_bm25 = self._passages.scores(terms), self._articles.scores(terms)
        allowed_rows = None
        if allowed is not None:
            passage_bm25 = np.where(allowed[article_of], passage_bm25, np.float32(0))
            article_bm25 = np.where(allowed, article_bm25, np.float32(0))
            allowed_rows = np.concatenate([allowed[article_of], allowed])
        near, _ = self._dense.nearest(vector, DEPTH, allowed_rows)
        by_meaning, near_heads = near[near < count], near[near >= count] - count
        by_words = _best(passage_bm25, DEPTH)
        articles = np.union1d(near_heads[:ARTICLE_DEPTH], _best(article_bm25, ARTICLE_DEPTH))
        rows = np.unique(np.concatenate([by_meaning, by_words, *map(self._passages_of, articles)])).astype(np.int64)
        return Candidates(self._signals(rows, vector, passage_bm25, article_bm25), by_meaning, by_words)

    def _signals(
        self,
        rows: NDArray[np.int64],
        vector: NDArray[np.float32],
        passage_bm25: NDArray[np.float32],
        article_bm25: NDArray[np.float32],
    ) -> Signals:
        articles = self._catalog.article_of[rows]
        heads, place = np.unique(articles, return_inverse=True)
        head_dense = self._vectors[len(self._catalog.article_of) + heads].astype(np.float32) @ vector
        return Signals(
            rows=rows,
            passage_dense=self._vectors[rows].astype(np.float32) @ vector,
            head_dense=head_dense[place],
            passage_bm25=passage_bm25[rows],
            article_bm25=article_bm25[articles],
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
