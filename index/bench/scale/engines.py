"""The engines, each in a folder of its own that holds all it needs to serve."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from index.backend import Backend, EmbeddedBackend
from index.bench.speed import bytes_of
from index.generations import current_generation, path_of


@dataclass(frozen=True, slots=True)
class Place:
    """``directory`` is the index's, ``server`` the id of the process that serves it, if another than one's own."""

    backend: Backend
    directory: Path
    server: int | None = None


@contextmanager
def _embedded(folder: Path) -> Iterator[Place]:
    yield Place(EmbeddedBackend(folder / "index"), folder / "index")


@contextmanager
def _milvus(folder: Path) -> Iterator[Place]:
    from index.milvus.backend import MilvusBackend
    from index.milvus.local import running
    from index.milvus.server import Server

    with running(folder / "milvus") as local, closing(Server(local.uri)) as server:
        yield Place(MilvusBackend(server, folder / "index"), folder / "index", local.pid)


#: Starts what an engine needs; it ends with the context.
ENGINES: Mapping[str, Callable[[Path], AbstractContextManager[Place]]] = {"embedded": _embedded, "Milvus": _milvus}


def size_of(engine: str, folder: Path) -> int:
    """Bytes on disk of what serves, without the embedding cache."""
    if engine == "Milvus":
        return bytes_of(folder / "milvus")
    generation = current_generation(folder / "index")
    return bytes_of(path_of(folder / "index", generation)) if generation else 0
