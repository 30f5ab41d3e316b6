import socket
import threading
import time
from pathlib import Path

import pytest

from index.encoder import HashEncoder
from index.errors import IndexingError, NoIndex, SearchUnavailable
from index.milvus.backend import MilvusBackend
from index.milvus.server import Server
from tests.index.conftest import MemoryStore
from tests.index.milvus_server import local_server, milvus_backend, server_at


@pytest.mark.parametrize("uri", ["", "milvus.db", "ftp://host:1", "http://"])
def test_an_address_that_is_none_is_named(uri: str) -> None:
    with pytest.raises(IndexingError, match="must look like http"):
        Server(uri)


@pytest.mark.parametrize("prefix", ["", "1st", "two words", "a-b"])
def test_a_prefix_that_cannot_begin_a_name_is_refused(prefix: str, tmp_path: Path) -> None:
    with pytest.raises(IndexingError, match="can't be called"):
        MilvusBackend(Server("http://127.0.0.1:1"), tmp_path, prefix=prefix)


def test_a_server_that_is_not_there_is_unavailable_and_secrets_stay_secret() -> None:
    pytest.importorskip("pymilvus")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        server = Server(f"http://user:secret@127.0.0.1:{probe.getsockname()[1]}")
        with pytest.raises(SearchUnavailable, match="can't be asked") as raised:
            server.read("list_collections")
    assert "secret" not in str(raised.value)


def test_a_collection_that_is_not_there_is_no_index(uri: str) -> None:
    with pytest.raises(NoIndex, match="footnote index"):
        server_at(uri).read("query", "nothing_of_that_name", filter="rev > 0", limit=1)


def wait_for(backend: MilvusBackend) -> None:
    """Until the client has found the server again."""
    pause, deadline = threading.Event(), time.monotonic() + 30
    while True:
        try:
            return backend.check()
        except SearchUnavailable:
            assert time.monotonic() < deadline
            pause.wait(0.05)


def test_an_engine_serves_again_once_its_server_is_back(
    store: MemoryStore, directory: Path, encoder: HashEncoder
) -> None:
    with local_server() as local, milvus_backend(local.uri, directory) as backend:
        backend.build(store, encoder)
        engine = backend.open(encoder, store)
        before = engine.search("Aswan dam")
        local.kill()
        with pytest.raises(SearchUnavailable):
            engine.search("Aswan dam")
        with pytest.raises(SearchUnavailable):
            backend.check()
        with pytest.raises(SearchUnavailable):
            backend.build(store, encoder)
        local.start()
        wait_for(backend)
        assert engine.search("Aswan dam") == before
        assert not backend.build(store, encoder).changed
