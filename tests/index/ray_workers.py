"""Encoders for workers on a Ray cluster that write down what they do, and a cluster of two nodes on loopback."""

import json
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.encoder import HashEncoder

#: A worker that comes upon this word for the first time dies of signal 9, in the middle of its work.
DEADLY = "shibboleth"


@dataclass(frozen=True, slots=True)
class Work:
    """A call of an encoder that was answered."""

    pid: int
    node: str
    texts: tuple[str, ...]


class NotedEncoder(HashEncoder):
    """Appends each answered call to a file of its process in ``folder``."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def encode(self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        import ray

        if any(DEADLY in text for text in texts):
            self._die_once()
        vectors = super().encode(texts, progress=progress)
        line = json.dumps({"node": ray.get_runtime_context().get_node_id(), "texts": list(texts)})
        with (self._folder / f"{os.getpid()}.jsonl").open("a") as file:
            file.write(line + "\n")
        return vectors

    def _die_once(self) -> None:
        try:
            (self._folder / "died").touch(exist_ok=False)
        except FileExistsError:
            return
        os.kill(os.getpid(), signal.SIGKILL)


def noted(folder: Path) -> Callable[[], NotedEncoder]:
    """What makes workers' encoders that note their work in ``folder``."""
    folder.mkdir(exist_ok=True)
    return partial(NotedEncoder, folder)


def work_of(folder: Path) -> list[Work]:
    """All that workers noted in ``folder``."""
    return [
        Work(int(file.stem), call["node"], tuple(call["texts"]))
        for file in folder.glob("*.jsonl")
        for call in map(json.loads, file.read_text().splitlines())
    ]


@contextmanager
def two_nodes() -> Iterator[str]:
    """Address of a cluster of two nodes with one CPU each, on this machine."""
    from ray.cluster_utils import Cluster

    node = {"num_cpus": 1, "include_dashboard": False, "object_store_memory": 80_000_000}
    cluster = Cluster(initialize_head=True, head_node_args=node)
    try:
        cluster.add_node(**node)
        yield cluster.address
    finally:
        cluster.shutdown()
