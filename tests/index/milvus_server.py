"""The Milvus server that tests talk to: the one at ``FOOTNOTE_MILVUS_URI``, else a local one started for them."""

import importlib.util
import os
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index.milvus.backend import MilvusBackend
from index.milvus.local import LocalServer, running
from index.milvus.server import Server


@contextmanager
def milvus_uri() -> Iterator[str]:
    """Address of a server; the test is skipped where the packages are missing."""
    given = os.environ.get("FOOTNOTE_MILVUS_URI")
    if given:
        skip_without("pymilvus")
        yield given
        return
    with local_server() as server:
        yield server.uri


@contextmanager
def local_server() -> Iterator[LocalServer]:
    """A server that may be killed; the test is skipped where the packages are missing."""
    skip_without("pymilvus", "milvus_lite")
    # In memory where that is possible: it writes to the disk with every request.
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with (
        tempfile.TemporaryDirectory(prefix="footnote-milvus-", dir=memory) as folder,
        running(Path(folder)) as server,
    ):
        yield server


def skip_without(*packages: str) -> None:
    missing = [name for name in packages if not importlib.util.find_spec(name)]
    if missing:
        pytest.skip(f"not installed: {' and '.join(missing)}")


def server_at(uri: str) -> Server:
    return Server(uri, os.environ.get("FOOTNOTE_MILVUS_TOKEN", ""))


@contextmanager
def milvus_backend(uri: str, directory: Path) -> Iterator[MilvusBackend]:
    """An index of its own, gone at the end, that removes replaced rows with the next build."""
    server = server_at(uri)
    backend = MilvusBackend(server, directory, prefix=f"test_{uuid.uuid4().hex[:12]}", grace_s=0)
    try:
        yield backend
    finally:
        backend.drop()
        server.close()
