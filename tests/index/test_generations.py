from pathlib import Path

import pytest

from index import generations
from index.builder import build
from index.embedded import EmbeddedEngine
from index.encoder import HashEncoder
from index.errors import BuilderBusy, NoIndex
from index.generations import building, current_generation, path_of, remove_unused
from tests.index.conftest import MemoryStore


def test_there_is_no_generation_before_the_first_build(directory: Path, encoder: HashEncoder) -> None:
    assert current_generation(directory) is None
    with pytest.raises(NoIndex, match="footnote index"):
        EmbeddedEngine.open(directory, encoder)


def test_one_builder_at_a_time(store: MemoryStore, directory: Path, encoder: HashEncoder) -> None:
    with building(directory), pytest.raises(BuilderBusy, match="Another process"):
        build(store, directory, encoder)
    assert build(store, directory, encoder).changed


def test_a_reader_keeps_the_generation_it_started_with(
    store: MemoryStore, directory: Path, encoder: HashEncoder
) -> None:
    build(store, directory, encoder)
    engine = EmbeddedEngine.open(directory, encoder)
    store.remove("dam")
    build(store, directory, encoder)
    assert path_of(directory, engine.generation).exists()
    assert engine.search("Aswan dam").articles[0].article.id == "dam"


def test_old_generations_go_when_no_reader_holds_them(
    store: MemoryStore, directory: Path, encoder: HashEncoder
) -> None:
    build(store, directory, encoder)
    engine = EmbeddedEngine.open(directory, encoder)
    first = engine.generation
    later = []
    for article_id in ("dam", "bees"):
        store.remove(article_id)
        later.append(build(store, directory, encoder).generation)
    assert remove_unused(directory) == []
    engine.close()
    assert remove_unused(directory) == [first]
    assert {path.name for path in (directory / "generations").iterdir()} == set(later)


def test_a_generation_that_goes_while_it_is_being_opened_is_not_the_one_that_is_served(
    store: MemoryStore, directory: Path, encoder: HashEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = path_of(directory, build(store, directory, encoder).generation)
    hold = generations.hold

    def two_builds_later(path: Path) -> int | None:
        monkeypatch.undo()
        for article_id in ("dam", "bees"):
            store.remove(article_id)
            build(store, directory, encoder)
        # Half removed: the folder is there, its manifest isn't.
        first.mkdir()
        return hold(path)

    monkeypatch.setattr(generations, "hold", two_builds_later)
    engine = EmbeddedEngine.open(directory, encoder)
    assert engine.generation == current_generation(directory) != first.name
    assert engine.article("dam") is None


def test_the_older_generation_that_is_kept_is_a_whole_one(
    store: MemoryStore, directory: Path, encoder: HashEncoder
) -> None:
    first = build(store, directory, encoder).generation
    store.remove("dam")
    second = build(store, directory, encoder).generation
    (path_of(directory, second) / "vectors.npy").write_bytes(b"")
    third = build(store, directory, encoder).generation
    assert {path.name for path in (directory / "generations").iterdir()} == {first, third}


def test_going_back_to_an_older_state_does_not_disturb_its_readers(
    store: MemoryStore, directory: Path, encoder: HashEncoder
) -> None:
    first = build(store, directory, encoder).generation
    engine = EmbeddedEngine.open(directory, encoder)
    removed = engine.article("dam")
    assert removed is not None
    store.remove("dam")
    build(store, directory, encoder)
    store.put(removed)
    third = build(store, directory, encoder).generation
    assert third != first
    assert third.startswith(first)
