"""Footnote and other systems over the same passages, each in a process of its own, measured in one run."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.bench.peers.building import model_folder
from index.bench.peers.catalog import Peer
from index.bench.peers.passages import Exported
from index.bench.peers.process import Built, Load, Worker
from index.bench.quality import Quality, quality_of
from index.bench.questions import Query

# Articles that count for quality.
_ARTICLES = 10
_CROWD = 8


@dataclass(frozen=True, slots=True)
class Inputs:
    """What every system gets.

    ``article_of`` maps a passage to its article, ``texts`` are passages to embed for the rate, ``budget_s`` is how long
    a system may search for each measure.
    """

    exported: Exported
    article_of: dict[str, str]
    texts: Sequence[str]
    queries: Sequence[Query]
    budget_s: float


@dataclass(frozen=True, slots=True)
class Measured:
    """What one system took.

    ``embedding_rate`` is passages a second (``None`` without a model), ``cold_start_s`` from starting the process to
    its first result, ``alone`` and ``crowd`` what 1 and 8 clients see, ``processor_ms`` the median processor time of a
    search, all threads together, ``quality`` ``None`` unless every question was asked in time.
    """

    title: str
    passages: int
    built: Built
    embedding_rate: float | None
    cold_start_s: float
    peak_mib: float
    alone: Load
    processor_ms: float
    crowd: Load
    quality: Quality | None

    @property
    def whole_build_s(self) -> float:
        """Seconds to build from nothing: the build with vectors given, and all passages at the measured rate."""
        return self.built.seconds + (self.passages / self.embedding_rate if self.embedding_rate else 0.0)


def measure_system(
    peer: Peer,
    python: Path,
    inputs: Inputs,
    folder: Path,
    log: Path,
    *,
    vectors: Path | None,
    arguments: Sequence[str] = (),
) -> Measured:
    """Build into the empty ``folder`` (from ``vectors`` if given), start anew, search. Raises :class:`PeerError`."""
    exported, model = inputs.exported, model_folder()
    with Worker(peer, python, log, *arguments) as worker:
        built = worker.build(exported.passages, model, folder, vectors)
    began = time.perf_counter()
    with Worker(peer, python, log, *arguments) as worker:
        worker.open(folder, model, exported.passages)
        worker.search(inputs.queries[0].text)
        cold_start_s = time.perf_counter() - began
        alone, processor_ms, quality = _alone(worker, inputs)
        texts = [query.text for query in inputs.queries]
        crowd = worker.load(texts, _CROWD, inputs.budget_s)
        # Embedding many texts at once takes memory that serving doesn't.
        peak_mib = worker.peak_mib()
        rate = worker.embedding_rate(inputs.texts) if peer.embeds else None
    return Measured(
        peer.title, len(inputs.article_of), built, rate, cold_start_s, peak_mib, alone, processor_ms, crowd, quality
    )


def _alone(worker: Worker, inputs: Inputs) -> tuple[Load, float, Quality | None]:
    until = time.perf_counter() + inputs.budget_s
    found, rankings = [], []
    for query in inputs.queries:
        found.append(worker.search(query.text))
        rankings.append(list(dict.fromkeys(inputs.article_of[one] for one in found[-1].passages))[:_ARTICLES])
        if time.perf_counter() > until:
            break
    times = np.percentile([one.took_ms for one in found], [50, 95, 99])
    load = Load(1, len(found), *(float(value) for value in times))
    processor_ms = float(np.median([one.processor_ms for one in found]))
    if len(rankings) < len(inputs.queries):
        return load, processor_ms, None
    return load, processor_ms, quality_of(rankings, [query.relevant for query in inputs.queries])
