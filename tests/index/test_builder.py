from pathlib import Path

import pytest

from index.builder import build
from index.embedded import EmbeddedEngine
from index.encoder import HashEncoder
from index.errors import IndexingError
from index.generations import current_generation, path_of
from index.manifest import read_manifest
from tests.index.conftest import ARTICLES, MemoryStore, make_article


def test_the_report_counts_what_was_built(store: MemoryStore, directory: Path, encoder: HashEncoder) -> None:
    report = build(store, directory, encoder)
    assert report.changed
    assert report.articles == len(ARTICLES)
    assert report.embedded + report.reused == report.articles + report.passages
    assert report.generation == current_generation(directory)


def test_only_what_changed_is_embedded(store: MemoryStore, directory: Path, encoder: HashEncoder) -> None:
    first = build(store, directory, encoder)
    store.put(make_article("bees", "No, honey bees do not die out", ("", "A new text. It has two sentences.")))
    second = build(store, directory, encoder)
    assert second.embedded == 2  # its one passage, and its title
    assert second.reused == second.articles + second.passages - 2
    assert second.generation != first.generation


def test_nothing_changed_nothing_is_built(store: MemoryStore, directory: Path, encoder: HashEncoder) -> None:
    first = build(store, directory, encoder)
    manifest = path_of(directory, first.generation) / "manifest.json"
    written = manifest.stat().st_mtime_ns
    second = build(store, directory, encoder)
    assert not second.changed
    assert second.generation == first.generation
    assert manifest.stat().st_mtime_ns == written


def test_another_encoder_makes_another_generation(store: MemoryStore, directory: Path) -> None:
    first = build(store, directory, HashEncoder(64))
    second = build(store, directory, HashEncoder(128))
    assert second.generation != first.generation
    assert EmbeddedEngine.open(directory, HashEncoder(128)).generation == second.generation


def test_a_removed_article_is_gone(store: MemoryStore, directory: Path, encoder: HashEncoder) -> None:
    build(store, directory, encoder)
    store.remove("dam")
    build(store, directory, encoder)
    engine = EmbeddedEngine.open(directory, encoder)
    assert engine.article("dam") is None
    assert engine.passages_of("dam") == []
    assert "dam" not in {hit.article.id for hit in engine.search("Aswan dam Nile flood").articles}
    assert not engine.knows_term("Aswan")
    assert engine.suggest("Did the Aswan") == []


def test_a_damaged_generation_is_built_anew(store: MemoryStore, directory: Path, encoder: HashEncoder) -> None:
    first = build(store, directory, encoder)
    (path_of(directory, first.generation) / "vectors.npy").write_bytes(b"")
    second = build(store, directory, encoder)
    assert second.changed
    assert second.embedded == 0
    assert EmbeddedEngine.open(directory, encoder).generation == second.generation


def test_an_empty_archive_has_an_index(directory: Path, encoder: HashEncoder) -> None:
    build(MemoryStore(), directory, encoder)
    engine = EmbeddedEngine.open(directory, encoder)
    assert (engine.article_count, engine.passage_count) == (0, 0)
    assert engine.search("Nile").articles == ()
    assert engine.retrieve("Nile", limit=5).hits == ()
    assert engine.suggest("N") == []


def test_a_directory_that_cannot_be_is_named(store: MemoryStore, tmp_path: Path, encoder: HashEncoder) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(IndexingError, match=r"file.*FOOTNOTE_DATA_DIR"):
        build(store, tmp_path / "file" / "index", encoder)


def test_progress_runs_to_the_end_of_each_stage(store: MemoryStore, directory: Path, encoder: HashEncoder) -> None:
    last: dict[str, tuple[int, int]] = {}
    build(store, directory, encoder, on_progress=lambda stage, done, total: last.update({stage: (done, total)}))
    assert list(last) == ["Reading", "Embedding", "Writing"]
    assert all(done == total for done, total in last.values())


def test_the_manifest_says_what_was_built(store: MemoryStore, directory: Path, encoder: HashEncoder) -> None:
    report = build(store, directory, encoder)
    path = path_of(directory, report.generation)
    manifest = read_manifest(path)
    assert (manifest.encoder, manifest.dimension) == (encoder.name, encoder.dimension)
    assert manifest.lexical["passages"] == "rank-bm25"
    assert manifest.dense["kind"] == "flat"
    assert set(manifest.files) == {file.name for file in path.iterdir()} - {"manifest.json"}
