"""Bulk embedding on two Ray nodes on loopback, and what is said where there is no Ray."""

import signal
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from index.builder import build
from index.bulk import embed_in_bulk
from index.encoder import HashEncoder, load_encoder
from index.errors import ClusterError
from index.ray_pool import RayPool
from tests.api.test_cli import footnote
from tests.index.conftest import MemoryStore
from tests.index.ray_faults import numbers
from tests.index.ray_workers import DEADLY, Noting, two_nodes

needs_ray = pytest.mark.skipif(find_spec("ray") is None, reason="Ray is not installed: pip install 'footnote-qa[ray]'")
TEXTS = [f"The number {n} is {'odd' if n % 2 else 'even'}." for n in range(6000)]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with two_nodes() as address:
        yield address


def texts_of(noting: Noting) -> Counter[str]:
    return Counter(text for work in noting.work() for text in work.texts)


@needs_ray
def test_two_nodes_share_the_work_and_give_the_vectors_of_one_process(address: str, tmp_path: Path) -> None:
    encoder, noting = HashEncoder(), Noting(tmp_path, together=2)
    vectors = np.zeros((len(TEXTS), encoder.dimension), dtype=np.float16)
    for rows, some in RayPool(noting, encoder.name, address).embed(TEXTS):
        vectors[rows] = some
    assert np.array_equal(vectors, encoder.encode(TEXTS).astype(np.float16))
    assert texts_of(noting) == Counter(TEXTS)
    assert len({work.node for work in noting.work()}) == 2


@needs_ray
def test_only_what_a_killed_worker_had_not_finished_is_done_again(address: str, tmp_path: Path) -> None:
    encoder, noting = HashEncoder(), Noting(tmp_path, together=2)
    texts = [*TEXTS[:2000], DEADLY, *TEXTS[2000:]]
    done = Counter(
        texts[row] for rows, _ in RayPool(noting, encoder.name, address).embed(texts) for row in rows.tolist()
    )
    assert (tmp_path / "died").exists()
    assert done == Counter(texts)
    assert texts_of(noting) == Counter(texts)
    assert len(noting.pids()) == 3


@needs_ray
def test_a_run_after_a_killed_one_embeds_only_the_rest(address: str, tmp_path: Path) -> None:
    index, notes, encoder, n_articles = tmp_path / "index", Noting(tmp_path / "again"), HashEncoder(), 1500
    ran = subprocess.run(
        [sys.executable, "-m", "tests.index.ray_faults", "dies", address, index, tmp_path / "first", str(n_articles)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == -signal.SIGKILL, ran.stderr
    store = numbers(n_articles)
    report = embed_in_bulk(store, index, encoder, RayPool(notes, encoder.name, address))
    assert 0 < report.embedded < 2 * n_articles
    assert report.embedded + report.known == 2 * n_articles
    assert texts_of(notes).total() == report.embedded
    assert build(store, index, encoder).embedded == 0


@needs_ray
def test_the_command_embeds_each_text_once(address: str, tmp_path: Path) -> None:
    pages = tmp_path / "pages.jsonl"
    pages.write_text('{"id": "a", "title": "Is the bridge safe?", "body": "The bridge is safe."}\n')
    assert footnote(tmp_path / "data", "ingest", str(pages)).returncode == 0
    ran = footnote(tmp_path / "data", "index", "--ray", FOOTNOTE_RAY_ADDRESS=address)
    assert ran.returncode == 0, ran.stderr
    assert "2 texts embedded on Ray, 0 known before" in ran.stdout
    assert "0 texts embedded, 2 reused" in ran.stdout
    assert "0 texts embedded on Ray" in footnote(tmp_path / "data", "index", "--ray-address", address).stdout


@needs_ray
def test_a_worker_with_another_model_is_refused(address: str, store: MemoryStore, directory: Path) -> None:
    encoder = HashEncoder()
    pool = RayPool(partial(HashEncoder, 64), encoder.name, address)
    with pytest.raises(ClusterError, match="has loaded hash-64, but hash-256 is in force"):
        embed_in_bulk(store, directory, encoder, pool)


@needs_ray
@pytest.mark.model
def test_the_model_gives_the_vectors_it_gives_without_ray(address: str) -> None:
    encoder = load_encoder()
    pool = RayPool(partial(load_encoder, threads=1), encoder.name, address)
    (part,) = pool.embed(TEXTS[:40])
    likeness = np.sum(part[1].astype(np.float32) * encoder.encode(TEXTS[:40]), axis=1)
    assert likeness.min() >= 0.9999


@needs_ray
def test_an_address_where_nothing_listens_is_named() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(ClusterError, match=rf"No Ray cluster answers at {address}.*ray start"):
        next(RayPool(HashEncoder, "hash-256", address).embed(TEXTS))


@needs_ray
@pytest.mark.parametrize("address", ["head", "head:port", ":6379"])
def test_what_is_no_address_is_said(address: str) -> None:
    with pytest.raises(ClusterError, match="is no address"):
        next(RayPool(HashEncoder, "hash-256", address).embed(TEXTS))


def test_without_ray_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(ClusterError, match=r"pip install 'footnote-qa\[ray\]'"):
        next(RayPool(HashEncoder, "hash-256").embed(TEXTS))
