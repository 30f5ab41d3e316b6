"""Serves one system over JSON lines: what every worker script in this folder runs.

A request a line on standard input, a reply a line on standard output, both JSON objects; the request's ``op`` names
one of the operations below, its other fields are the operation's arguments. A reply with ``error`` says what failed.
Whatever a library prints goes to standard error. Only the standard library is used, since each worker is run by the
interpreter of the system that it serves.
"""

import json
import os
import statistics
import sys
import time
import traceback
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

# Passages that a search ranks, and those of them whose sentences an answer is chosen from.
DEPTH = 100
READ = 10

Passage = Mapping[str, Any]


class System:
    """One system: ``build`` writes an index into a folder, ``open`` loads it, ``search`` and ``similarity`` use it.

    A passage has ``id``, ``article_id``, ``title``, ``heading``, ``text`` and ``sentences``.
    """

    def build(self, passages: Sequence[Passage], model: str, folder: str, vectors: str | None) -> None:
        """Index ``passages`` with the embedding model in the folder ``model``. ``vectors`` is a ``.npy`` file of the
        passages' vectors, or ``None``: then the system embeds.
        """
        raise NotImplementedError

    def open(self, folder: str, model: str) -> None:
        raise NotImplementedError

    def embed(self, texts: list[str]) -> bool:
        """Embed texts as ``build`` does; ``False`` if the system has no embedding model."""
        return False

    def files(self, folder: str) -> Path:
        """What of ``folder`` has to be on disk to serve."""
        return Path(folder)

    def search(self, query: str, depth: int) -> list[str]:
        """Ids of the best passages, best first."""
        raise NotImplementedError

    def similarity(self, query: str, sentences: list[str]) -> list[float]:
        """How near each sentence is to the query, higher is nearer."""
        raise NotImplementedError

    def ask(self, question: str, sentences: int, passages: Mapping[str, Passage]) -> dict[str, Any]:
        """The ``sentences`` nearest to the question of all sentences in the best passages, and how near the best is.

        Systems with answers of their own override this.
        """
        ranked = self.search(question, DEPTH)
        read = [passages[passage_id] for passage_id in ranked[:READ]]
        pairs = [(passage, sentence) for passage in read for sentence in passage["sentences"]]
        scores = self.similarity(question, [sentence for _, sentence in pairs]) if pairs else []
        best = sorted(range(len(pairs)), key=lambda n: -scores[n])[:sentences]
        quotes = [{"passage_id": pairs[n][0]["id"], "sentences": [pairs[n][1]]} for n in best]
        confidence = float(scores[best[0]]) if best else 0.0
        return {"passages": ranked, "quotes": quotes, "confidence": confidence}


def index_text(passage: Passage) -> str:
    """What is indexed of a passage: title, heading and its words, as Footnote's own encoder reads them."""
    return "\n".join(part for part in (passage["title"], passage["heading"], passage["text"]) if part)


def read_passages(path: str) -> list[Passage]:
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


class _Serving:
    def __init__(self, system: System) -> None:
        self._system = system
        self._path = ""
        self._passages: dict[str, Passage] = {}

    def build(self, passages: str, model: str, folder: str, vectors: str | None) -> dict[str, Any]:
        read = read_passages(passages)
        began, processor = time.perf_counter(), time.process_time()
        self._system.build(read, model, folder, vectors)
        return {
            "seconds": time.perf_counter() - began,
            "processor_s": time.process_time() - processor,
            "peak_mib": _peak_mib(),
            "bytes": _bytes_of(self._system.files(folder)),
        }

    def open(self, folder: str, model: str, passages: str) -> dict[str, Any]:
        self._path = passages
        self._system.open(folder, model)
        return {}

    def embed(self, texts: list[str]) -> dict[str, Any]:
        if not self._system.embed(texts[:32]):
            return {"seconds": None}
        began = time.perf_counter()
        self._system.embed(texts)
        return {"seconds": time.perf_counter() - began}

    def search(self, query: str) -> dict[str, Any]:
        began, processor = time.perf_counter(), time.process_time()
        found = self._system.search(query, DEPTH)
        took_ms, processor_ms = (time.perf_counter() - began) * 1000, (time.process_time() - processor) * 1000
        return {"passages": found, "took_ms": took_ms, "processor_ms": processor_ms}

    def ask(self, question: str, sentences: int) -> dict[str, Any]:
        if not self._passages:
            self._passages = {passage["id"]: passage for passage in read_passages(self._path)}
        began = time.perf_counter()
        found = self._system.ask(question, sentences, self._passages)
        return {**found, "took_ms": (time.perf_counter() - began) * 1000}

    def load(self, queries: list[str], clients: int, budget_s: float) -> dict[str, Any]:
        """Milliseconds a search as ``clients`` see it that ask at once, after one search each to warm up.

        Stops when all queries were asked, or after ``budget_s`` seconds; then only what was asked counts.
        """
        took: list[float] = []

        def ask(query: str) -> float:
            began = time.perf_counter()
            self._system.search(query, DEPTH)
            return (time.perf_counter() - began) * 1000

        with ThreadPoolExecutor(clients) as pool:
            list(pool.map(ask, queries[:clients]))
            until = time.perf_counter() + budget_s

            def ask_in_time(query: str) -> None:
                if time.perf_counter() < until:
                    took.append(ask(query))

            list(pool.map(ask_in_time, queries))
        return {"searches": len(took), **_percentiles(took)}

    def stats(self) -> dict[str, Any]:
        return {"peak_mib": _peak_mib()}


def _percentiles(took: list[float]) -> dict[str, float]:
    if len(took) == 1:
        return {"p50": took[0], "p95": took[0], "p99": took[0]}
    cuts = statistics.quantiles(took, n=100, method="inclusive")
    return {"p50": cuts[49], "p95": cuts[94], "p99": cuts[98]}


def _peak_mib() -> float | None:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return None


def _bytes_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def serve(system: System) -> None:
    """Answer requests until standard input ends."""
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    serving = _Serving(system)
    for line in sys.stdin:
        request = json.loads(line)
        try:
            reply = getattr(serving, request.pop("op"))(**request)
        except Exception as error:  # noqa: BLE001 - the outermost door of this process: the caller is told
            traceback.print_exc()
            reply = {"error": f"{type(error).__name__}: {error}"}
        replies.write(json.dumps(reply) + "\n")
        replies.flush()
