"""How search time and memory grow with the archive, on generated vectors and words."""

import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index import dense
from index.bench.speed import resident_mib
from index.files import map_array, save_array

_DIMENSION = 384
# One subject for so many passages, as in the newsroom archive (about seven passages an article).
_PER_SUBJECT = 7
_SEARCHES = 200


@dataclass(frozen=True, slots=True)
class Grown:
    """Dense search over ``rows`` generated vectors. ``resident_mib`` is the peak of the process, building included."""

    rows: int
    kind: str
    recall: float
    build_s: float
    p50_ms: float
    p95_ms: float
    disk_mib: float
    resident_mib: float


def grow(sizes: list[int]) -> Iterator[Grown]:
    """Build and search an index of each size, smallest first."""
    for rows in sorted(sizes):
        with tempfile.TemporaryDirectory() as folder:
            yield _measure(rows, Path(folder))


def _measure(rows: int, folder: Path) -> Grown:
    vectors = _vectors(rows)
    began = time.perf_counter()
    description = dense.write(vectors, folder)
    build_s = time.perf_counter() - began
    save_array(folder / "vectors.npy", vectors)
    index = dense.read(map_array(folder / "vectors.npy"), folder, description)
    random = np.random.default_rng(1)
    took = []
    for row in random.integers(rows, size=_SEARCHES):
        query = vectors[row].astype(np.float32) + random.normal(size=_DIMENSION).astype(np.float32) / 100
        query /= np.linalg.norm(query)
        began = time.perf_counter()
        index.nearest(query, 200)
        took.append((time.perf_counter() - began) * 1000)
    p50, p95 = np.percentile(took, [50, 95])
    size = sum(path.stat().st_size for path in folder.iterdir()) / 2**20
    recall = float(description["recall"])
    return Grown(rows, str(description["kind"]), recall, build_s, float(p50), float(p95), size, resident_mib())


def _vectors(rows: int) -> NDArray[np.float16]:
    """Unit vectors around subjects, themselves around 40 fields."""
    random = np.random.default_rng(rows)
    fields = random.normal(size=(40, _DIMENSION))
    subjects = fields[random.integers(40, size=rows // _PER_SUBJECT + 1)]
    vectors = np.empty((rows, _DIMENSION), dtype=np.float16)
    subjects = (subjects + 1.5 * random.normal(size=subjects.shape)).astype(np.float32)
    for at in range(0, rows, 50_000):
        part = subjects[random.integers(len(subjects), size=min(50_000, rows - at))]
        part = part + random.normal(size=part.shape).astype(np.float32)
        vectors[at : at + len(part)] = part / np.linalg.norm(part, axis=1, keepdims=True)
    return vectors
