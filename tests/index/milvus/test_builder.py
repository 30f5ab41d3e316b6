import subprocess
import sys
from pathlib import Path

import pytest

from index.encoder import HashEncoder
from index.errors import CorruptIndex
from index.milvus.backend import MilvusBackend
from index.milvus.collection import Collection
from index.milvus.schema import Schema, space_of
from index.milvus.server import Server
from tests.index.conftest import ARTICLES, MemoryStore, make_article
from tests.index.milvus_server import server_at

QUERY = "Did the Nile flood, do bees die out, is the wall visible, café?"


class Rows:
    """The rows of an index, seen past the engine."""

    def __init__(self, backend: MilvusBackend, encoder: HashEncoder) -> None:
        self.schema: Schema = backend._schema
        self.passages: Collection = self.schema.passages(space_of(encoder))
        self.generations: Collection = self.schema.generations

    def of(self, article_id: str) -> list[str]:
        return sorted(row["id"] for row in self.passages.rows(f'article_id == "{article_id}"', ["id"]))


@pytest.fixture
def rows(backend: MilvusBackend, encoder: HashEncoder) -> Rows:
    return Rows(backend, encoder)


def test_replaced_rows_go_with_the_next_build(
    backend: MilvusBackend, store: MemoryStore, encoder: HashEncoder, rows: Rows
) -> None:
    backend.build(store, encoder)
    first = rows.of("dam")
    store.put(make_article("dam", "The dam", ("", "It stands.")))
    backend.build(store, encoder)
    assert set(first) < set(rows.of("dam"))
    backend.build(store, encoder)
    assert len(rows.of("dam")) == 1
    assert not set(first) & set(rows.of("dam"))


def test_replaced_rows_stay_while_readers_may_need_them(
    uri: str, directory: Path, store: MemoryStore, encoder: HashEncoder, backend: MilvusBackend, rows: Rows
) -> None:
    patient = MilvusBackend(server_at(uri), directory, prefix=rows.generations.name.removesuffix("_generations"))
    patient.build(store, encoder)
    engine = patient.open(encoder, store)
    for n in range(3):
        store.put(make_article("dam", f"Dam {n}", ("", f"It stands {n}.")))
        patient.build(store, encoder)
    assert len(rows.of("dam")) == 2 + 3
    assert engine.article("dam") == ARTICLES[0]
    assert engine.search("Aswan Nasser").articles[0].article == ARTICLES[0]
    assert len([hit for hit in engine.retrieve("dam", limit=50).hits if hit.passage.article_id == "dam"]) == 2


def test_rows_of_a_build_that_died_are_never_seen(
    backend: MilvusBackend, store: MemoryStore, encoder: HashEncoder, rows: Rows
) -> None:
    backend.build(store, encoder)
    (newest,) = {row["rev"] for row in rows.passages.rows("rev > 0", ["rev"])}
    lost = {
        "id": f"dam#{newest + 1}#0", "article_id": "dam", "rev": newest + 1, "checked_on": 1, "publisher": "",
        "verdict": "", "lang": "en", "text": "aswan dam", "dense": encoder.encode_query("Aswan dam"),
    }  # fmt: skip
    rows.passages.insert([lost])
    engine = backend.open(encoder, store)
    assert engine.search("Aswan dam").articles[0].article == ARTICLES[0]
    backend.build(store, encoder)
    assert not any(row.startswith(f"dam#{newest + 1}") for row in rows.of("dam"))


def test_lost_rows_are_written_anew(
    backend: MilvusBackend, store: MemoryStore, encoder: HashEncoder, rows: Rows
) -> None:
    first = backend.build(store, encoder)
    rows.passages.delete('article_id == "dam"')
    second = backend.build(store, encoder)
    assert second.changed
    assert second.embedded == 0
    assert second.generation != first.generation
    assert {hit.article.id for hit in backend.open(encoder, store).search(QUERY).articles} == {a.id for a in ARTICLES}


def test_a_lost_collection_is_made_anew(
    backend: MilvusBackend, store: MemoryStore, encoder: HashEncoder, rows: Rows
) -> None:
    backend.build(store, encoder)
    rows.passages.drop()
    backend.build(store, encoder)
    assert backend.open(encoder, store).search(QUERY).total == len(ARTICLES)


def test_a_damaged_generation_is_named_and_built_anew(
    backend: MilvusBackend, store: MemoryStore, encoder: HashEncoder, rows: Rows
) -> None:
    backend.build(store, encoder)
    rows.generations.delete("build == 0")
    with pytest.raises(CorruptIndex, match="footnote index"):
        backend.open(encoder, store)
    assert backend.build(store, encoder).changed
    assert backend.open(encoder, store).search(QUERY).total == len(ARTICLES)


def test_texts_of_old_generations_are_removed(
    backend: MilvusBackend, store: MemoryStore, encoder: HashEncoder, rows: Rows
) -> None:
    counts = []
    for n in range(4):
        store.put(make_article("dam", f"Dam {n}", ("", f"It stands {n}.")))
        backend.build(store, encoder)
        counts.append(len(rows.generations.rows("build >= 0", ["id"])))
    assert counts[1:] == counts[1:2] * 3


def test_an_article_the_store_never_held_says_what_to_do(
    backend: MilvusBackend, store: MemoryStore, encoder: HashEncoder
) -> None:
    backend.build(store, encoder)
    with pytest.raises(CorruptIndex, match="FOOTNOTE_DATABASE_URL"):
        backend.open(encoder, MemoryStore()).article("dam")


def test_two_indexes_on_one_server_know_nothing_of_each_other(
    uri: str, backend: MilvusBackend, store: MemoryStore, encoder: HashEncoder, tmp_path: Path, rows: Rows
) -> None:
    backend.build(store, encoder)
    prefix = rows.generations.name.removesuffix("_generations")
    other = MilvusBackend(Server(uri), tmp_path / "other", prefix=f"{prefix}_more", grace_s=0)
    other.build(MemoryStore(ARTICLES[0]), HashEncoder(64))
    other.build(MemoryStore(ARTICLES[1]), encoder)
    other.drop()
    assert backend.open(encoder, store).search(QUERY).total == len(ARTICLES)


def test_a_build_killed_at_any_moment_leaves_the_old_generation_or_the_new_one(uri: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.index.milvus.dying_builds", uri, str(tmp_path / "index")]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
