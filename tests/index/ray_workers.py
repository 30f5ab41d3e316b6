"""Encoders for workers on a Ray cluster that write down what they do, and a cluster of two nodes on loopback."""

import json
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.encoder import HashEncoder

#: A worker that comes upon this word for the first time dies of signal 9, in the middle of its work.
DEADLY = "shibboleth"
_PATIENCE_S = 120.0
_TRIES = 3
_ENVIRONMENT = {
    "RAY_AUTH_MODE": "token",
    "RAY_AUTH_TOKEN": "a" * 64,
    "RAY_USAGE_STATS_ENABLED": "0",
    # Workers usually give way to everything else; on a busy machine they would never start.
    "RAY_worker_niceness": "0",
}


@dataclass(frozen=True, slots=True)
class Work:
    """A call of an encoder that was answered."""

    pid: int
    node: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Noting:
    """Makes encoders that note their work in ``folder``.

    None begins before ``together`` of them are there. Each text is computed ``effort`` times.
    """

    folder: Path
    together: int = 1
    effort: int = 1

    def __call__(self) -> "NotedEncoder":
        return NotedEncoder(self)

    def work(self) -> list[Work]:
        """All that was noted."""
        return [
            Work(int(file.stem), call["node"], tuple(call["texts"]))
            for file in self.folder.glob("*.jsonl")
            for call in map(json.loads, file.read_text().splitlines())
        ]

    def pids(self) -> list[int]:
        """Processes in which an encoder was made."""
        return sorted(int(file.stem) for file in self.folder.glob("*.jsonl"))


class NotedEncoder(HashEncoder):
    """Appends each answered call to a file of its process."""

    def __init__(self, noting: Noting) -> None:
        super().__init__()
        self._noting = noting
        noting.folder.mkdir(parents=True, exist_ok=True)
        self._file = noting.folder / f"{os.getpid()}.jsonl"
        self._file.touch()

    def encode(self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        import ray

        self._wait_for_the_others()
        if any(DEADLY in text for text in texts):
            self._die_once()
        for _ in range(self._noting.effort):
            vectors = super().encode(texts)
        line = json.dumps({"node": ray.get_runtime_context().get_node_id(), "texts": list(texts)})
        with self._file.open("a") as file:
            file.write(line + "\n")
        return vectors

    def _wait_for_the_others(self) -> None:
        deadline = time.monotonic() + _PATIENCE_S
        pause = threading.Event()
        while len(self._noting.pids()) < self._noting.together:
            if time.monotonic() > deadline:
                raise TimeoutError(f"{self._noting.together} workers were to come together in {_PATIENCE_S} s")
            pause.wait(0.02)

    def _die_once(self) -> None:
        try:
            (self._noting.folder / "died").touch(exist_ok=False)
        except FileExistsError:
            return
        os.kill(os.getpid(), signal.SIGKILL)


@contextmanager
def two_nodes() -> Iterator[str]:
    """Address of a cluster of two nodes with one CPU each, on this machine, behind a token of its own."""
    before = dict(os.environ)
    # Ray reads them when it is imported.
    os.environ.update(_ENVIRONMENT)
    cluster = None
    try:
        cluster = _started()
        yield cluster.address
    finally:
        if cluster is not None:
            cluster.shutdown()
        os.environ.clear()
        os.environ.update(before)


def _started() -> Any:
    from ray.cluster_utils import Cluster

    node = {"num_cpus": 1, "include_dashboard": False, "object_store_memory": 80_000_000}
    tries = 0
    while True:
        cluster, tries = Cluster(), tries + 1
        try:
            cluster.add_node(**node)
            cluster.add_node(**node)
        except Exception:  # Ray has no narrower one for a busy machine that does not start a node within 30 s.
            cluster.shutdown()
            if tries == _TRIES:
                raise
        else:
            return cluster
