from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from index.builder import build
from index.embedded import EmbeddedEngine
from index.encoder import HashEncoder
from index.errors import CorruptIndex
from index.fallback import Fallback, fall_back
from index.generations import path_of
from tests.index.conftest import ARTICLES, MemoryStore, make_article


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.fixture
def changed(store: MemoryStore, directory: Path, encoder: HashEncoder) -> MemoryStore:
    """The archive after two generations: between them an article was replaced, one removed, one added."""
    build(store, directory, encoder)
    store.put(replace(ARTICLES[2], verdict="Mostly false"))
    store.remove("bees")
    store.put(make_article("tea", "Does tea keep one awake?", ("", "A cup of tea holds some 40 milligrams.")))
    build(store, directory, encoder)
    return store


def fallen_back(directory: Path, encoder: HashEncoder, store: MemoryStore) -> Fallback | None:
    with pytest.raises(CorruptIndex) as damage:
        EmbeddedEngine.open(directory, encoder)
    return fall_back(directory, encoder, store, damage.value)


@pytest.mark.parametrize("harm", [truncate, flip, Path.unlink])
@pytest.mark.parametrize("name", ["vectors.npy", "articles.jsonl", "manifest.json"])
def test_the_older_generation_serves_what_has_not_changed_since(
    changed: MemoryStore, directory: Path, encoder: HashEncoder, name: str, harm: Callable[[Path], None]
) -> None:
    current = EmbeddedEngine.open(directory, encoder).generation
    harm(path_of(directory, current) / name)
    found = fallen_back(directory, encoder, changed)
    assert found is not None
    assert found.loaded != current
    assert name in found.problem
    assert "footnote index" in found.problem
    assert found.loaded in found.problem
    assert found.engine.generation.startswith(f"{found.loaded}-without-")
    shown = {hit.article.id for hit in found.engine.search("great wall dam tea bees café Nile").articles}
    assert shown <= {"dam", "cafe"}
    assert found.engine.article("dam") == ARTICLES[0]
    assert [found.engine.article(article_id) for article_id in ("wall", "bees", "tea")] == [None] * 3
    assert found.engine.article_count == 2


@pytest.mark.parametrize("content", [b"", b"\xff\x00\x10", b"../..\n", b"3f2034de84a3\n"])
def test_a_damaged_pointer_is_damage_and_not_an_index_that_was_never_built(
    changed: MemoryStore, directory: Path, encoder: HashEncoder, content: bytes
) -> None:
    current = EmbeddedEngine.open(directory, encoder).generation
    (directory / "CURRENT").write_bytes(content)
    found = fallen_back(directory, encoder, changed)
    assert found is not None
    assert found.loaded == found.engine.generation == current
    assert build(changed, directory, encoder).changed
    assert EmbeddedEngine.open(directory, encoder).article_count == len(ARTICLES)


def test_a_damaged_older_generation_serves_nobody(changed: MemoryStore, directory: Path, encoder: HashEncoder) -> None:
    for path in (directory / "generations").iterdir():
        flip(path / "vectors.npy")
    assert fallen_back(directory, encoder, changed) is None


def test_an_older_generation_of_another_model_serves_nobody(directory: Path, store: MemoryStore) -> None:
    build(store, directory, HashEncoder(64))
    current = build(store, directory, HashEncoder(128)).generation
    flip(path_of(directory, current) / "vectors.npy")
    assert fallen_back(directory, HashEncoder(128), store) is None


def test_the_next_build_repairs_and_embeds_nothing(changed: MemoryStore, directory: Path, encoder: HashEncoder) -> None:
    flip(path_of(directory, EmbeddedEngine.open(directory, encoder).generation) / "articles.jsonl")
    report = build(changed, directory, encoder)
    assert (report.changed, report.embedded) == (True, 0)
    assert EmbeddedEngine.open(directory, encoder).unlike(changed.hashes()) == frozenset()
