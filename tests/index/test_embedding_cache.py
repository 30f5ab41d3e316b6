import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.embedding_cache import EmbeddingCache, open_cache
from index.encoder import Encoder, HashEncoder
from index.errors import IndexingError


class CountingEncoder(HashEncoder):
    """Remembers what it was asked to encode."""

    def __init__(self, dimension: int = 256) -> None:
        super().__init__(dimension)
        self.seen: list[str] = []

    def encode(self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        self.seen += texts
        return super().encode(texts, progress=progress)


@contextmanager
def opened(path: Path, encoder: Encoder) -> Iterator[EmbeddingCache]:
    with closing(EmbeddingCache(path, encoder)) as cache:
        yield cache


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "embeddings.sqlite3"


def test_a_text_is_embedded_once(path: Path) -> None:
    encoder = CountingEncoder()
    with opened(path, encoder) as cache:
        first, computed = cache.vectors(["dam", "bee", "dam"])
        assert computed == 2
    with opened(path, encoder) as cache:
        again, computed = cache.vectors(["bee", "wall", "dam"])
        assert computed == 1
    assert sorted(encoder.seen) == ["bee", "dam", "wall"]
    assert np.array_equal(first[0], again[2])
    assert np.array_equal(again[0], encoder.encode(["bee"])[0].astype(np.float16))


def test_progress_counts_known_and_new_texts(path: Path) -> None:
    done: list[int] = []
    with opened(path, HashEncoder()) as cache:
        cache.vectors(["dam"])
        cache.vectors(["dam", "bee", "bee"], progress=done.append)
    assert sum(done) == 3


def test_vectors_of_another_encoder_are_not_taken(path: Path) -> None:
    with opened(path, HashEncoder(64)) as cache:
        cache.vectors(["dam"])
    with opened(path, HashEncoder(32)) as cache:
        vectors, computed = cache.vectors(["dam"])
    assert (vectors.shape, computed) == ((1, 32), 1)


def damage_pages(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))


def damage_schema(path: Path) -> None:
    """As SQLite then quotes it in its message: in no encoding."""
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE", b"CREA\x93E TABLE"))


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def overwrite(path: Path) -> None:
    path.write_bytes(b"no database at all" * 1000)


@pytest.mark.parametrize("damage", [overwrite, cut_short, damage_pages, damage_schema])
def test_a_damaged_file_is_replaced(path: Path, damage: Callable[[Path], None]) -> None:
    with opened(path, HashEncoder()) as cache:
        cache.vectors(["dam"])
    damage(path)
    for computed in (1, 0):
        with opened(path, HashEncoder()) as cache:
            assert cache.vectors(["dam"])[1] == computed


def test_a_locked_file_is_kept_and_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(path, HashEncoder()) as cache:
        cache.vectors(["dam"])
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, timeout=0))
        with pytest.raises(IndexingError, match=rf"{path}.*locked.*Close"), open_cache(path.parent, HashEncoder()):
            pytest.fail("it was opened")
    with opened(path, HashEncoder()) as cache:
        assert cache.vectors(["dam"])[1] == 0


def test_a_full_disk_has_its_own_remedy(tmp_path: Path) -> None:
    with (
        pytest.raises(IndexingError, match=r"full.*Free some space"),
        open_cache(tmp_path, HashEncoder()),
        closing(sqlite3.connect(":memory:")) as full,
    ):
        full.executescript("PRAGMA max_page_count = 1; CREATE TABLE too_much (value)")


def test_a_flipped_bit_in_a_vector_is_noticed(path: Path) -> None:
    encoder = HashEncoder()
    with opened(path, encoder) as cache:
        cache.vectors(["dam"])
    blob = encoder.encode(["dam"])[0].astype(np.float16).tobytes()
    content = bytearray(path.read_bytes())
    at = content.index(blob)
    content[at + 8] ^= 1
    path.write_bytes(content)
    with opened(path, encoder) as cache:
        vectors, computed = cache.vectors(["dam"])
    assert computed == 1
    assert vectors[0].tobytes() == blob


def test_vectors_of_lost_texts_are_dropped_once_they_are_the_majority(path: Path) -> None:
    encoder = CountingEncoder()
    with opened(path, encoder) as cache:
        cache.vectors(["a", "b", "c"])
        cache.forget_others(["a", "b"])
        assert cache.vectors(["c"])[1] == 0
        cache.forget_others(["a"])
        assert cache.vectors(["a"])[1] == 0
        assert cache.vectors(["c"])[1] == 1
