"""One measurement in a process of its own: ``python -m index.bench.scale.step STEP ARCHIVE ENGINE SHARED WORK``.

Prints an object of JSON a line: how far it is, then what it measured. Whoever loses patience ends the process and has
the lines so far.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

import numpy as np

from index.bench.scale.archive import Archive, load
from index.bench.scale.engines import ENGINES, Place, size_of
from index.bench.scale.exact import DEPTH, nearest_passages, recall
from index.bench.speed import embedding_processor_rate, latency, processor_s, resident_mib
from index.cutting import cut, passage_text
from index.engine import SearchEngine

# Questions whose neighbours are compared, and passages embedded to measure the rate.
_COMPARED = 50
_EMBEDDED = 512
_SPREAD = 40
_PROGRESS_S = 2.0
# More than an engine ranks.
_ALL = 100_000
_NEIGHBOURS = "neighbours.json"


def prepare(archive: Archive, _engine: str, work: Path) -> None:
    """Make the archive, and find the true neighbours of its questions."""
    folder = work / archive.name
    if (folder / _NEIGHBOURS).exists():
        return
    queries = np.stack([archive.encoder.encode_query(query) for query in archive.queries[:_COMPARED]])
    if archive.embeddings is None:
        truth = nearest_passages(archive.store, lambda texts: archive.encoder.encode(texts).astype(np.float16), queries)
    else:
        with closing(archive.cache(folder)) as cache:
            truth = nearest_passages(archive.store, lambda texts: cache.vectors(texts)[0], queries)
    (folder / _NEIGHBOURS).write_text(json.dumps(truth))


def embed(archive: Archive, _engine: str, _work: Path) -> None:
    """Passages a second of one processor, over passages of some articles from all over the archive."""
    step = max(len(archive.store) // _SPREAD, 1)
    some = islice(archive.store.articles(), 0, None, step)
    texts = [passage_text(article, passage) for article in some for passage in cut(article)][:_EMBEDDED]
    _say({"embedded_per_cpu_s": embedding_processor_rate(archive.encoder, texts)})


def build(archive: Archive, engine: str, work: Path) -> None:
    """Build in an empty folder, vectors given."""
    folder = work / "engines" / archive.name / engine
    said = time.monotonic()

    def report(stage: str, done: int, total: int) -> None:
        nonlocal said
        if time.monotonic() - said > _PROGRESS_S:
            said = time.monotonic()
            _say({"stage": stage, "done": done, "total": total})

    with ENGINES[engine](folder) as place:
        archive.give_vectors(place.directory)
        used = _processor_s(place)
        built = place.backend.build(archive.store, archive.encoder, on_progress=report)
        server = {} if place.server is None else {"build_server_mib": resident_mib(place.server)}
        _say({"build_s": built.seconds, "build_cpu_s": _processor_s(place) - used, "passages": built.passages,
              "embedded": built.embedded, "build_mib": resident_mib(), **server})  # fmt: skip
    _say({"bytes": size_of(engine, folder)})


def search(archive: Archive, engine: str, work: Path) -> None:
    """Open what was built, search, and compare the neighbours found with the true ones."""
    with ENGINES[engine](work / "engines" / archive.name / engine) as place:
        began = time.perf_counter()
        opened = place.backend.open(archive.encoder, archive.store)
        opened.search(archive.queries[0])
        _say({"open_s": time.perf_counter() - began})
        used = _processor_s(place)
        found = latency(lambda query: opened.search(query), archive.queries, 1)
        # Every question was asked twice.
        cpu_ms = (_processor_s(place) - used) * 1000 / (2 * len(archive.queries))
        reading = latency(archive.encoder.encode_query, archive.queries, 1)
        server = {} if place.server is None else {"server_mib": resident_mib(place.server)}
        _say({"p50_ms": found.p50, "p95_ms": found.p95, "cpu_ms": cpu_ms, "query_ms": reading.p50,
              "engine_mib": resident_mib(), **server})  # fmt: skip
        truth = json.loads((work / archive.name / _NEIGHBOURS).read_text())
        queries = archive.queries[: len(truth)]
        _say({"recall": recall([_nearest(opened, query) for query in queries], truth)})


STEPS: Mapping[str, Callable[[Archive, str, Path], None]] = {
    "prepare": prepare, "embed": embed, "build": build, "search": search,
}  # fmt: skip


def _nearest(engine: SearchEngine, query: str) -> Sequence[str]:
    """Passages that the dense ranking put first, whatever became of them in the fusion."""
    hits = engine.retrieve(query, limit=_ALL, correct=False).hits
    return [hit.passage.id for hit in hits if hit.dense_rank and hit.dense_rank <= DEPTH]


def _processor_s(place: Place) -> float:
    """Of the engine and its server, so far."""
    return processor_s() + (processor_s(place.server) if place.server else 0)


def _say(values: Mapping[str, object]) -> None:
    sys.stdout.write(json.dumps(values) + "\n")
    sys.stdout.flush()


def main() -> int:
    step, archive, engine, shared, work = sys.argv[1:]
    STEPS[step](load(archive, Path(shared), Path(work)), engine, Path(work))
    return 0


if __name__ == "__main__":
    code = main()
    # All is said and every server stopped; the runtimes' threads may take forever to find an end.
    os._exit(code)
