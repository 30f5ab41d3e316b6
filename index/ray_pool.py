"""A pool of encoders on a Ray cluster."""

import logging
import os
import socket
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.encoder import Encoder
from index.errors import ClusterError, ModelError

# Texts a worker is given at a time: what is lost with a worker that dies, and what comes back together.
_BLOCK = 512
# Without this Ray itself waits for a head that is not there, and for ever.
_CONNECT_S = 10.0
_KEPT = "What was embedded so far is kept: run the command again, and only the rest is."

#: Which texts are done (their positions), and their vectors, shape (positions, dimension).
Part = tuple[NDArray[np.int64], NDArray[np.float16]]


@dataclass(frozen=True, slots=True)
class RayPool:
    """Encoders on all CPUs of a cluster, one a CPU.

    ``load`` is called once in every worker, so it must be picklable, and Footnote installed wherever workers run;
    ``encoder`` is the name that every loaded encoder must have. ``address`` is that of the cluster's head
    (``host:port``), ``None`` for a cluster on this machine that lasts as long as the work.
    """

    load: Callable[[], Encoder]
    encoder: str
    address: str | None = None

    def embed(self, texts: Sequence[str]) -> Generator[Part, None, None]:
        """Vectors of ``texts``, in parts, as workers finish them: each text once, in no order.

        A worker that dies is replaced, and what it had not finished is done again. Raises :class:`ClusterError` if Ray
        is not installed, the cluster can't be reached or the work can't be done there.
        """
        if not texts:
            return
        blocks = [range(at, min(at + _BLOCK, len(texts))) for at in range(0, len(texts), _BLOCK)]
        with _connected(self.address) as ray:
            workers = min(len(blocks), int(ray.cluster_resources().get("CPU", 0)))
            if workers == 0:
                raise ClusterError(
                    "No node of the Ray cluster has a CPU for workers. Start one that has: ray start --num-cpus."
                )
            try:
                yield from self._parts(ray, texts, blocks, workers)
            except ray.exceptions.RayError as error:
                raise ClusterError(f"The Ray workers could not embed: {_cause(error)} {_KEPT}") from error

    def _parts(self, ray: Any, texts: Sequence[str], blocks: Sequence[range], workers: int) -> Iterator[Part]:
        import pyarrow

        # Put into the object store by this process: a task that reads would wait for a CPU, and workers hold them all.
        tables = [pyarrow.table({"row": list(block), "text": [texts[row] for row in block]}) for block in blocks]
        embedded = ray.data.from_arrow(tables).map_batches(
            _Worker,
            fn_constructor_args=(self.load, self.encoder),
            batch_size=None,
            num_cpus=1,
            compute=ray.data.ActorPoolStrategy(min_size=1, max_size=workers, initial_size=workers),
        )
        # Run once and read as it runs: a second look at a dataset would embed it a second time.
        for batch in embedded.iter_batches(batch_size=None, batch_format="numpy"):
            yield batch["row"], batch["vector"]


class _Worker:
    """Lives in a worker's process."""

    def __init__(self, load: Callable[[], Encoder], expected: str) -> None:
        self._encoder = load()
        if self._encoder.name != expected:
            raise ModelError(
                f"A worker on {socket.gethostname()} has loaded {self._encoder.name}, but {expected} is in force. Give"
                " every machine the same model."
            )

    def __call__(self, block: dict[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
        return {"row": block["row"], "vector": self._encoder.encode(block["text"].tolist()).astype(np.float16)}


@contextmanager
def _connected(address: str | None) -> Iterator[Any]:
    """The ``ray`` module, connected to a cluster; one that is connected already stays so."""
    # Nothing about this machine or the archive is told to anyone.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise ClusterError(f"Ray is not installed ({error}): pip install 'footnote-qa[ray]'") from error
    if ray.is_initialized():
        yield ray
        return
    if address is not None:
        _reach(address)
    logging.getLogger("ray.data").setLevel(logging.WARNING)
    try:
        ray.init(
            address=address or "local",
            log_to_driver=False,
            logging_level=logging.ERROR,
            **({} if address else {"include_dashboard": False}),
        )
    except (OSError, RuntimeError, ValueError, ray.exceptions.RayError) as error:
        where = f"to the Ray cluster {address}" if address else "to a Ray cluster of its own"
        raise ClusterError(f"Footnote could not connect {where}: {error}") from error
    ray.data.DataContext.get_current().enable_progress_bars = False
    try:
        yield ray
    finally:
        ray.shutdown()


def _reach(address: str) -> None:
    """Raises :class:`ClusterError` unless something listens at ``address``."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal():
        raise ClusterError(f"{address!r} is no address of a Ray cluster; it looks like 10.0.0.1:6379.")
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=_CONNECT_S).close()
    except (OSError, OverflowError) as error:
        raise ClusterError(
            f"No Ray cluster answers at {address} ({error}). Start its head with 'ray start --head', and run this on a"
            " machine that has joined it with 'ray start --address'."
        ) from error


def _cause(error: BaseException) -> str:
    """What was said in the worker: the last line of the innermost exception that says anything."""
    chain: list[BaseException] = [error]
    while chain[-1].__cause__ is not None:
        chain.append(chain[-1].__cause__)
    said = [str(one).strip() for one in reversed(chain)]
    return next((text.splitlines()[-1] for text in said if text), type(error).__name__)
