from collections.abc import Iterator
from pathlib import Path

import pytest

from index.milvus.backend import MilvusBackend
from tests.index.milvus_server import milvus_backend, milvus_uri


@pytest.fixture(scope="session")
def uri() -> Iterator[str]:
    with milvus_uri() as given:
        yield given


@pytest.fixture
def backend(uri: str, directory: Path) -> Iterator[MilvusBackend]:
    with milvus_backend(uri, directory) as made:
        yield made
