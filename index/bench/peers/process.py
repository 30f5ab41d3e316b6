"""A running system: requests go to its worker as JSON lines, replies come back the same way."""

import json
import os
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from index.bench.peers.catalog import Peer
from index.bench.peers.errors import PeerError

# A model library that looks for its files on a hub would hang where there is none.
_OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "HAYSTACK_TELEMETRY_ENABLED": "False"}

# How long a worker may take to end once it has nothing more to read.
_ENDING_S = 30


@dataclass(frozen=True, slots=True)
class Built:
    """What a build took; ``size`` is what has to be on disk to serve, in bytes.

    ``processor_s`` is processor time, all threads together: what it costs on a machine that is busy.
    """

    seconds: float
    processor_s: float
    peak_mib: float
    size: int


@dataclass(frozen=True, slots=True)
class Found:
    """Ids of passages, best first, and the milliseconds it took, by the clock and of processor time."""

    passages: tuple[str, ...]
    took_ms: float
    processor_ms: float


@dataclass(frozen=True, slots=True)
class PeerQuote:
    """Sentences of one passage, as they stand in it."""

    passage_id: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeerAnswer:
    """What the system would say whatever its confidence, which is higher for surer answers and means nothing else."""

    passages: tuple[str, ...]
    quotes: tuple[PeerQuote, ...]
    confidence: float
    took_ms: float


@dataclass(frozen=True, slots=True)
class Load:
    """Milliseconds a search, seen by one of ``clients`` that ask at once."""

    clients: int
    searches: int
    p50: float
    p95: float
    p99: float


class Worker:
    """The worker script of ``peer`` in a process of its own; a context manager that ends it.

    Every method raises :class:`PeerError` if the system fails or its process ends.
    """

    def __init__(self, peer: Peer, python: Path, log: Path, *arguments: str) -> None:
        self._title = peer.title
        self._log = log
        log.parent.mkdir(parents=True, exist_ok=True)
        root = str(Path(__file__).parents[3])
        with log.open("a") as errors:
            self._process = subprocess.Popen(
                (str(python), str(peer.script), *arguments),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                # Only Footnote's own worker is to find Footnote.
                env=os.environ | _OFFLINE | {"PYTHONPATH": "" if peer.requirements else root},
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.stdin is not None:
            # What a dead worker never read can't be flushed to it.
            with suppress(OSError):
                self._process.stdin.close()
        if kind is not None:
            self._process.kill()
        try:
            self._process.wait(_ENDING_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def build(self, passages: Path, model: Path, folder: Path, vectors: Path | None) -> Built:
        """Index the passages into ``folder``, from given vectors or embedding them."""
        reply = self._ask(
            "build",
            passages=str(passages),
            model=str(model),
            folder=str(folder),
            vectors=None if vectors is None else str(vectors),
        )
        return Built(
            float(reply["seconds"]), float(reply["processor_s"]), float(reply["peak_mib"]), int(reply["bytes"])
        )

    def open(self, folder: Path, model: Path, passages: Path) -> None:
        """Load what was built."""
        self._ask("open", folder=str(folder), model=str(model), passages=str(passages))

    def embedding_rate(self, texts: Sequence[str]) -> float | None:
        """Texts embedded a second; ``None`` for a system without an embedding model."""
        seconds = self._ask("embed", texts=list(texts))["seconds"]
        return None if seconds is None else len(texts) / float(seconds)

    def search(self, query: str) -> Found:
        reply = self._ask("search", query=query)
        return Found(tuple(map(str, reply["passages"])), float(reply["took_ms"]), float(reply["processor_ms"]))

    def ask(self, question: str, sentences: int) -> PeerAnswer:
        """An answer of at most ``sentences`` sentences, where the system lets that be chosen."""
        reply = self._ask("ask", question=question, sentences=sentences)
        quotes = tuple(
            PeerQuote(str(quote["passage_id"]), tuple(map(str, quote["sentences"]))) for quote in reply["quotes"]
        )
        ranked = tuple(map(str, reply["passages"]))
        return PeerAnswer(ranked, quotes, float(reply["confidence"]), float(reply["took_ms"]))

    def load(self, queries: Sequence[str], clients: int, budget_s: float) -> Load:
        """Search as ``clients`` at once, each query once or for ``budget_s`` seconds, whichever is sooner."""
        reply = self._ask("load", queries=list(queries), clients=clients, budget_s=budget_s)
        return Load(clients, int(reply["searches"]), *(float(reply[name]) for name in ("p50", "p95", "p99")))

    def peak_mib(self) -> float:
        """Peak resident memory of the process so far."""
        return float(self._ask("stats")["peak_mib"])

    def _ask(self, op: str, **arguments: object) -> dict[str, Any]:
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise PeerError(f"{self._title} was started without pipes.")
        try:
            stdin.write(json.dumps({"op": op, **arguments}) + "\n")
            stdin.flush()
            line = stdout.readline()
        except OSError:
            line = ""
        if not line:
            raise PeerError(f"{self._title} ended during '{op}' (exit code {self._process.wait()}): see {self._log}.")
        reply: dict[str, Any] = json.loads(line)
        if "error" in reply:
            raise PeerError(f"{self._title} failed at '{op}': {reply['error']}. See {self._log}.")
        return reply
