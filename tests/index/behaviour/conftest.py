"""What every engine has to do, run over each of them. Engines of one kind share what takes long to start."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from index.backend import Backend, EmbeddedBackend
from index.encoder import HashEncoder
from index.engine import SearchEngine
from tests.index.conftest import ARTICLES, MemoryStore
from tests.index.milvus_server import milvus_backend, milvus_uri

Backends = Callable[[Path], AbstractContextManager[Backend]]


@pytest.fixture(scope="session", params=["embedded", "milvus"])
def backends(request: pytest.FixtureRequest) -> Iterator[Backends]:
    """Makes empty backends, each with a folder of its own."""
    if request.param == "embedded":
        yield _embedded
        return
    with milvus_uri() as uri:
        yield lambda directory: milvus_backend(uri, directory)


@contextmanager
def _embedded(directory: Path) -> Iterator[Backend]:
    yield EmbeddedBackend(directory)


@pytest.fixture
def backend(backends: Backends, directory: Path) -> Iterator[Backend]:
    with backends(directory) as made:
        yield made


@pytest.fixture(scope="module")
def engine(backends: Backends, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchEngine]:
    """Over the small archive; for tests that change nothing."""
    store, encoder = MemoryStore(*ARTICLES), HashEncoder()
    with backends(tmp_path_factory.mktemp("index")) as made:
        made.build(store, encoder)
        yield made.open(encoder, store)
