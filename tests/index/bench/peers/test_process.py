"""A real worker over a small archive: the hand-made one, whose libraries Footnote has too."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.bench.comparison import Inputs, measure_system
from index.bench.peers.building import model_folder
from index.bench.peers.catalog import BY_NAME, Peer
from index.bench.peers.errors import PeerError
from index.bench.peers.passages import Exported, article_ids, export, index_texts
from index.bench.peers.process import Worker
from index.bench.quality import Quality
from index.bench.questions import Query
from index.builder import build
from index.embedded import EmbeddedEngine
from index.encoder import HashEncoder
from tests.index.conftest import ARTICLES, MemoryStore

PYTHON = Path(sys.executable)
# A system whose script is not there.
BROKEN = Peer("broken", "Broken 1.0", (), "")
GLUED = replace(BY_NAME["glued"], requirements=())
QUERIES = [Query("aswan dam nile", frozenset({"dam"})), Query("great wall moon", frozenset({"wall"}))]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    folder = tmp_path_factory.mktemp("exported")
    build(MemoryStore(*ARTICLES), folder / "index", HashEncoder())
    return export(EmbeddedEngine.open(folder / "index", HashEncoder()), folder)


@pytest.fixture(scope="module")
def worker(exported: Exported, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Worker]:
    folder = tmp_path_factory.mktemp("worker")
    with Worker(GLUED, PYTHON, folder / "log") as running:
        # Vectors of the model that is asked for, not of the small encoder.
        running.build(exported.passages, model_folder(), folder / "index", None)
        running.open(folder / "index", model_folder(), exported.passages)
        yield running


@pytest.mark.model
def test_a_worker_finds_passages(worker: Worker, exported: Exported) -> None:
    article_of = article_ids(exported)
    for query in QUERIES:
        found = worker.search(query.text)
        assert article_of[found.passages[0]] in query.relevant
        assert found.took_ms > 0
        assert found.processor_ms > 0


@pytest.mark.model
def test_a_worker_quotes_the_nearest_sentences(worker: Worker) -> None:
    answer = worker.ask("How much did the Aswan dam cost to build?", 2)
    assert answer.quotes[0].sentences == ("Building it cost about $1 billion.",)
    assert len(answer.quotes) == 2
    assert 0.3 < answer.confidence <= 1
    assert worker.ask("How do I bake bread?", 2).confidence < answer.confidence


@pytest.mark.model
def test_a_worker_serves_several_clients(worker: Worker) -> None:
    load = worker.load([query.text for query in QUERIES] * 8, 4, 60)
    assert (load.clients, load.searches) == (4, 16)
    assert 0 < load.p50 <= load.p95 <= load.p99
    assert worker.peak_mib() > 50


@pytest.mark.model
def test_a_failure_is_told_and_the_worker_goes_on(worker: Worker, exported: Exported, tmp_path: Path) -> None:
    with pytest.raises(PeerError, match=r"rank-bm25 \+ FAISS flat failed at 'build': FileNotFoundError"):
        worker.build(tmp_path / "missing.jsonl", model_folder(), tmp_path, None)
    assert worker.search("aswan dam").passages


def test_a_worker_that_ends_is_told_with_its_log(tmp_path: Path) -> None:
    with (
        Worker(BROKEN, PYTHON, tmp_path / "log") as running,
        pytest.raises(PeerError, match=r"Broken 1\.0 ended during 'search' \(exit code 2\)"),
    ):
        running.search("anything")
    assert "broken_worker.py" in (tmp_path / "log").read_text()


@pytest.mark.model
def test_a_system_is_measured_from_build_to_search(exported: Exported, tmp_path: Path) -> None:
    texts = list(index_texts(exported))
    inputs = Inputs(exported, article_ids(exported), texts, QUERIES, budget_s=60)
    measured = measure_system(GLUED, PYTHON, inputs, tmp_path / "index", tmp_path / "log", vectors=None)
    assert measured.quality == Quality(1, 1, 1, 1)
    assert (measured.passages, measured.alone.searches, measured.crowd.searches) == (len(texts), 2, 2)
    assert measured.embedding_rate is not None
    assert measured.built.size == sum(file.stat().st_size for file in (tmp_path / "index").iterdir())
    assert measured.whole_build_s > measured.built.seconds > 0
    assert measured.cold_start_s > 0
