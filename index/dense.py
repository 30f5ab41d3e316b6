"""Nearest vectors by dot product: one seam, and the kind of index chosen by the number of rows.

Up to ``GRAPH_FROM`` rows every one is compared. From there on a graph of neighbours is walked (HNSW, Malkov and
Yashunin 2020) over vectors in 8 bits a dimension, and what it finds is compared again exactly. How widely it is walked
is set when the index is built, as narrowly as finds 98 of 100 of the true nearest 50, and written in the manifest.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

import faiss as untyped_faiss
import numpy as np
from numpy.typing import NDArray

# Its annotations lack much of what it has.
faiss: Any = untyped_faiss

# Comparing 50,000 rows takes about 2.5 ms, walking a graph of as many 0.4 ms; but building it takes 10 s.
GRAPH_FROM = 50_000
RECALL_AT = 50
_RECALL = 0.98
# Above what is promised, because the queries that it is measured with are only a sample.
_RECALL_MARGIN = 0.01
_QUERIES = 400
# Length of the noise that makes a query of a row: the cosine between the two is then .55, as between a question and
# the passage that answers it. With less noise the graph finds more than it does for readers.
_NOISE = 1.5
_FILE = "vectors.hnsw"
# Rows handled in 32 bits at a time.
_PART = 1 << 15
_LINKS = 24
_BUILD_WIDTH = 100
# Rows taken from the 8-bit comparison for each one wanted, before they are compared exactly.
_SHORTLIST = 1.25
# Below this share of allowed rows, comparing each of them is faster than finding them in the graph.
_FEW = 0.05


class DenseIndex(Protocol):
    """Finds the rows nearest to a vector. Thread-safe."""

    def nearest(
        self, vector: NDArray[np.float32], count: int, allowed: NDArray[np.bool_] | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Up to ``count`` rows and their dot products, best first; only rows that ``allowed`` marks, if given."""
        ...


class FlatIndex:
    """Compares with every row: exact."""

    def __init__(self, vectors: NDArray[np.float16]) -> None:
        self._index = faiss.IndexFlatIP(vectors.shape[1])
        self._index.add(np.ascontiguousarray(vectors, dtype=np.float32))

    def nearest(
        self, vector: NDArray[np.float32], count: int, allowed: NDArray[np.bool_] | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        if self._index.ntotal == 0:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
        params = None
        if allowed is not None:
            params = faiss.SearchParameters(sel=_selector(allowed))
        return _search(self._index, vector, min(count, self._index.ntotal), params)


class GraphIndex:
    """Walks the graph with a list of ``width`` candidates, then compares exactly with those it found."""

    def __init__(self, index: Any, vectors: NDArray[np.float16], width: int) -> None:
        self._index, self._vectors, self._width = index, vectors, width

    def nearest(
        self, vector: NDArray[np.float32], count: int, allowed: NDArray[np.bool_] | None = None
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        shortlist = int(_SHORTLIST * count)
        width = max(self._width, shortlist)
        options: dict[str, Any] = {}
        if allowed is not None:
            rows = np.flatnonzero(allowed)
            if len(rows) < max(_FEW * len(allowed), shortlist):
                return self._exact(rows, vector, count)
            # Of the rows on the way only this share counts, so the walk has to be wider by as much.
            width = int(width * len(allowed) / len(rows))
            options["sel"] = _selector(allowed)
        params = faiss.SearchParametersHNSW(efSearch=width, **options)
        rows, _ = _search(self._index, vector, shortlist, params)
        return self._exact(np.sort(rows), vector, count)

    def _exact(
        self, rows: NDArray[np.int64], vector: NDArray[np.float32], count: int
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        scores: NDArray[np.float32] = self._vectors[rows].astype(np.float32) @ vector
        order = np.argsort(-scores, kind="stable")[:count]
        return rows[order], scores[order]


def write(vectors: NDArray[np.float16], directory: Path) -> dict[str, float | int | str]:
    """Write what :func:`read` needs besides the vectors; returns what the manifest says of the index."""
    count = len(vectors)
    if count < GRAPH_FROM:
        return {"kind": "flat", "rows": count, "recall": 1.0}
    index = _graph(vectors)
    width, recall = _narrowest(index, vectors)
    with (directory / _FILE).open("wb") as file:
        # Through Python, so that a full disk is an OSError with its errno.
        faiss.write_index(index, faiss.PyCallbackIOWriter(file.write))
    return {
        "kind": "hnsw-sq8",
        "rows": count,
        "links": _LINKS,
        "width": width,
        "recall": round(recall, 4),
        "recall_at": RECALL_AT,
    }


def read(vectors: NDArray[np.float16], directory: Path, description: Mapping[str, float | int | str]) -> DenseIndex:
    """The index that :func:`write` wrote and described so; a graph stays on disk, memory-mapped."""
    if description["kind"] == "flat":
        return FlatIndex(vectors)
    index = faiss.read_index(str(directory / _FILE), faiss.IO_FLAG_MMAP_IFC)
    return GraphIndex(index, vectors, int(description["width"]))


def _graph(vectors: NDArray[np.float16]) -> Any:
    index = faiss.index_factory(vectors.shape[1], f"HNSW{_LINKS}_SQ8", faiss.METRIC_INNER_PRODUCT)
    index.hnsw.efConstruction = _BUILD_WIDTH
    faiss.omp_set_num_threads(os.cpu_count() or 1)
    sample = np.random.default_rng(8).permutation(len(vectors))[:_PART]
    index.train(vectors[np.sort(sample)].astype(np.float32))
    for at in range(0, len(vectors), _PART):
        index.add(vectors[at : at + _PART].astype(np.float32))
    return index


def _narrowest(index: Any, vectors: NDArray[np.float16]) -> tuple[int, float]:
    """The least width that gives the promised recall@50 against comparing with all rows, and the recall measured.

    Queries are rows moved off their place by noise: a question is near its answer, not on it.
    """
    random = np.random.default_rng(50)
    noise = random.normal(size=(_QUERIES, vectors.shape[1])).astype(np.float32)
    queries = vectors[np.sort(random.permutation(len(vectors))[:_QUERIES])].astype(np.float32)
    queries += noise * np.float32(_NOISE / vectors.shape[1] ** 0.5)
    queries /= np.linalg.norm(queries, axis=1, keepdims=True)
    truth = _exact_neighbours(queries, vectors)
    width = 64
    while True:
        graph = GraphIndex(index, vectors, width)
        found = [graph.nearest(query, RECALL_AT)[0] for query in queries]
        recall = sum(len(np.intersect1d(a, b)) for a, b in zip(found, truth, strict=True)) / truth.size
        if recall >= _RECALL + _RECALL_MARGIN or width >= len(vectors):
            return width, recall
        width += width // 2


def _exact_neighbours(queries: NDArray[np.float32], vectors: NDArray[np.float16]) -> NDArray[np.int64]:
    """Rows nearest to each query, shape (queries, RECALL_AT), comparing with all rows part by part."""
    rows = np.zeros((len(queries), 0), dtype=np.int64)
    scores = np.zeros((len(queries), 0), dtype=np.float32)
    for at in range(0, len(vectors), _PART):
        part = queries @ vectors[at : at + _PART].astype(np.float32).T
        scores = np.concatenate([scores, part], axis=1)
        rows = np.concatenate([rows, np.broadcast_to(np.arange(at, at + part.shape[1]), part.shape)], axis=1)
        best = np.argpartition(-scores, min(RECALL_AT, scores.shape[1]) - 1, axis=1)[:, :RECALL_AT]
        rows, scores = np.take_along_axis(rows, best, axis=1), np.take_along_axis(scores, best, axis=1)
    return rows


def _search(
    index: Any, vector: NDArray[np.float32], count: int, params: Any
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    # With more threads, one query waits for the slowest of them: 16 ms instead of 1.3 on a busy machine.
    faiss.omp_set_num_threads(1)
    scores, rows = index.search(vector[None, :], count, params=params)
    found = rows[0] >= 0
    return rows[0][found], scores[0][found]


def _selector(allowed: NDArray[np.bool_]) -> Any:
    return faiss.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))
