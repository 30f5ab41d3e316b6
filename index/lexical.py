"""BM25 over terms: one seam, one formula, two implementations by size.

Okapi BM25 as rank-bm25 computes it (Robertson et al. 1994; k1 1.5, b 0.75; a negative idf becomes a quarter of the
mean idf). Small indexes are rank-bm25 itself; from ``SPARSE_FROM`` rows on, the same scores are computed once, when the
index is built, and summed over the postings of the query's terms when it is asked.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.files import map_array, read_json, save_array, save_json

K1, B, EPSILON = 1.5, 0.75, 0.25
SPARSE_FROM = 1000

Terms = Sequence[str]
Rows = NDArray[np.int64]


class LexicalIndex(Protocol):
    """Scores all rows for a query. Thread-safe."""

    def scores(self, terms: Terms) -> NDArray[np.float32]:
        """BM25 of every row, shape (rows,). A term that stands twice in the query counts twice."""
        ...

    def knows(self, term: str) -> bool:
        """Whether any row holds ``term``."""
        ...

    def holds(self, rows: Rows, term: str) -> NDArray[np.bool_]:
        """Which of ``rows`` hold ``term``, shape (rows,)."""
        ...


class RankBm25Index:
    """rank-bm25's ``BM25Okapi``, for archives so small that its loop over all rows costs nothing."""

    def __init__(self, rows: Sequence[Terms]) -> None:
        from rank_bm25 import BM25Okapi

        self._count = len(rows)
        # BM25Okapi divides by the number of terms in all rows; rows without any score 0.
        self._model = BM25Okapi(rows, k1=K1, b=B, epsilon=EPSILON) if any(rows) else None

    def scores(self, terms: Terms) -> NDArray[np.float32]:
        if self._model is None:
            return np.zeros(self._count, dtype=np.float32)
        known = [term for term in terms if term in self._model.idf]
        return np.asarray(self._model.get_scores(known), dtype=np.float32)

    def knows(self, term: str) -> bool:
        return self._model is not None and term in self._model.idf

    def holds(self, rows: Rows, term: str) -> NDArray[np.bool_]:
        model = self._model
        return np.array([model is not None and term in model.doc_freqs[row] for row in rows], dtype=bool)


class SparseIndex:
    """Precomputed scores by term (compressed sparse columns), memory-mapped."""

    def __init__(
        self,
        vocabulary: Sequence[str],
        starts: NDArray[np.int64],
        rows: NDArray[np.int32],
        weights: NDArray[np.float32],
        count: int,
    ) -> None:
        self._column = {term: n for n, term in enumerate(vocabulary)}
        self._starts, self._rows, self._weights, self._count = starts, rows, weights, count

    def scores(self, terms: Terms) -> NDArray[np.float32]:
        total = np.zeros(self._count, dtype=np.float32)
        for term, times in Counter(terms).items():
            column = self._column.get(term)
            if column is not None:
                span = slice(self._starts[column], self._starts[column + 1])
                total[self._rows[span]] += self._weights[span] * np.float32(times)
        return total

    def knows(self, term: str) -> bool:
        return term in self._column

    def holds(self, rows: Rows, term: str) -> NDArray[np.bool_]:
        column = self._column.get(term)
        if column is None:
            return np.zeros(len(rows), dtype=bool)
        holders = self._rows[self._starts[column] : self._starts[column + 1]]
        at = np.minimum(np.searchsorted(holders, rows), len(holders) - 1)
        found: NDArray[np.bool_] = holders[at] == rows
        return found


def write(rows: Sequence[Terms], directory: Path, name: str) -> str:
    """Write the index of ``rows`` as files that start with ``name``; returns its kind, ``rank-bm25`` or ``sparse``."""
    if len(rows) < SPARSE_FROM:
        save_json(directory / f"{name}.terms.json", [list(row) for row in rows])
        return "rank-bm25"
    vocabulary, starts, holders, weights = precompute(rows)
    save_json(directory / f"{name}.vocabulary.json", vocabulary)
    save_array(directory / f"{name}.starts.npy", starts)
    save_array(directory / f"{name}.rows.npy", holders)
    save_array(directory / f"{name}.weights.npy", weights)
    return "sparse"


def read(directory: Path, name: str, count: int, kind: str) -> LexicalIndex:
    """The index of this kind that :func:`write` wrote over ``count`` rows."""
    if kind == "rank-bm25":
        return RankBm25Index(read_json(directory / f"{name}.terms.json"))
    return SparseIndex(
        read_json(directory / f"{name}.vocabulary.json"),
        np.load(directory / f"{name}.starts.npy"),
        map_array(directory / f"{name}.rows.npy"),
        map_array(directory / f"{name}.weights.npy"),
        count,
    )


def precompute(
    rows: Sequence[Terms],
) -> tuple[list[str], NDArray[np.int64], NDArray[np.int32], NDArray[np.float32]]:
    """Vocabulary, column starts, and the row and BM25 weight of every posting, sorted by term and row."""
    ids: dict[str, int] = {}
    columns: list[int] = []
    counts: list[int] = []
    sizes = np.zeros(len(rows), dtype=np.int64)
    lengths = np.array([len(row) for row in rows], dtype=np.float64)
    for n, row in enumerate(rows):
        frequencies = Counter(row)
        sizes[n] = len(frequencies)
        columns.extend(ids.setdefault(term, len(ids)) for term in frequencies)
        counts.extend(frequencies.values())
    column = np.array(columns, dtype=np.int64)
    frequency = np.array(counts, dtype=np.float64)
    row_of = np.repeat(np.arange(len(rows), dtype=np.int32), sizes)
    holders = np.bincount(column, minlength=len(ids)).astype(np.float64)
    idf = np.log(len(rows) - holders + 0.5) - np.log(holders + 0.5)
    if len(idf):
        idf[idf < 0] = EPSILON * idf.mean()
    mean_length = lengths.sum() / max(len(rows), 1)
    norm = K1 * (1 - B + B * lengths / (mean_length or 1.0))
    weight = idf[column] * frequency * (K1 + 1) / (frequency + norm[row_of])
    order = np.argsort(column, kind="stable")
    starts = np.zeros(len(ids) + 1, dtype=np.int64)
    np.cumsum(holders, out=starts[1:])
    return list(ids), starts, row_of[order], weight[order].astype(np.float32)
