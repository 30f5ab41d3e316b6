"""A ranking of passages: the candidates of one query and their four signals put in order.

By meaning (the passage, and its article's head) and by words (the passage, and its whole article); a head is an
article's title and claim. What brings the candidates differs between engines, their order does not.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.fusion import Fusion, Signals

#: Passages that each ranking brings into the fusion, and articles whose passages all come along.
DEPTH = 200
ARTICLE_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Ranking:
    """Passages best first; all arrays have one entry a passage. A rank of 0 says that ranking did not bring it."""

    rows: NDArray[np.int64]
    scores: NDArray[np.float32]
    dense_scores: NDArray[np.float32]
    bm25_scores: NDArray[np.float32]
    dense_ranks: NDArray[np.int64]
    bm25_ranks: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Passages to be ordered, and the rows of the two passage rankings that brought them, best first."""

    signals: Signals
    by_meaning: NDArray[np.int64]
    by_words: NDArray[np.int64]

    def ranked(self, fuse: Fusion) -> Ranking:
        """Best first as ``fuse`` scores them; equal ones by row."""
        signals = self.signals
        scores = fuse(signals)
        order = np.lexsort((signals.rows, -scores))
        rows = signals.rows[order]
        return Ranking(
            rows,
            scores[order],
            signals.passage_dense[order],
            signals.passage_bm25[order],
            _ranks(rows, self.by_meaning),
            _ranks(rows, self.by_words),
        )


def _ranks(rows: NDArray[np.int64], ranked: NDArray[np.int64]) -> NDArray[np.int64]:
    """1-based place of each of ``rows`` in ``ranked``, 0 where it isn't there."""
    if not len(ranked):
        return np.zeros(len(rows), dtype=np.int64)
    order = np.argsort(ranked)
    at = np.minimum(np.searchsorted(ranked[order], rows), len(ranked) - 1)
    return np.where(ranked[order[at]] == rows, order[at] + 1, 0)
