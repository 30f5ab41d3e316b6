import json
from pathlib import Path

import pytest

from index.builder import build
from index.embedded import EmbeddedEngine
from index.encoder import HashEncoder
from index.errors import CorruptIndex, IndexMismatch
from index.generations import path_of
from tests.index.conftest import MemoryStore


@pytest.fixture
def generation(store: MemoryStore, directory: Path, encoder: HashEncoder) -> Path:
    return path_of(directory, build(store, directory, encoder).generation)


def test_a_flipped_bit_in_any_file_is_named(generation: Path, directory: Path, encoder: HashEncoder) -> None:
    for file in sorted(generation.iterdir()):
        whole = file.read_bytes()
        damaged = bytearray(whole)
        damaged[len(damaged) // 2] ^= 0x10
        file.write_bytes(damaged)
        with pytest.raises(CorruptIndex, match=file.name):
            EmbeddedEngine.open(directory, encoder)
        file.write_bytes(whole)
    EmbeddedEngine.open(directory, encoder)


@pytest.mark.parametrize("name", ["vectors.npy", "articles.jsonl", "manifest.json"])
def test_a_truncated_or_missing_file_is_named(
    name: str, generation: Path, directory: Path, encoder: HashEncoder
) -> None:
    file = generation / name
    file.write_bytes(file.read_bytes()[:-7])
    with pytest.raises(CorruptIndex, match=rf"{name}.*footnote index"):
        EmbeddedEngine.open(directory, encoder)
    file.unlink()
    with pytest.raises(CorruptIndex, match=name):
        EmbeddedEngine.open(directory, encoder)


def test_both_models_are_named_when_they_differ(generation: Path, directory: Path, encoder: HashEncoder) -> None:
    with pytest.raises(IndexMismatch, match=r"hash-256.*hash-64.*FOOTNOTE_MODEL"):
        EmbeddedEngine.open(directory, HashEncoder(64))


def test_another_format_is_not_guessed_at(generation: Path, directory: Path, encoder: HashEncoder) -> None:
    manifest = generation / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "format": 999}))
    with pytest.raises(IndexMismatch, match="999"):
        EmbeddedEngine.open(directory, encoder)
