from pathlib import Path

from index.bench.speed import bytes_of, embedding_rate, latency, processor_ms
from index.embedded import EmbeddedEngine
from index.encoder import HashEncoder


def test_percentiles_are_in_order(engine: EmbeddedEngine) -> None:
    for clients in (1, 8):
        found = latency(engine.search, ["Nile flood", "honey bees", "great wall"], clients)
        assert found.clients == clients
        assert 0 < found.p50 <= found.p95 <= found.p99


def test_processor_time_is_counted(engine: EmbeddedEngine) -> None:
    assert 0 < processor_ms(engine.search, ["Nile flood", "honey bees"]) < 10_000


def test_a_rate_is_texts_a_second() -> None:
    assert embedding_rate(HashEncoder(), ["a text"] * 200) > 1


def test_bytes_are_of_all_files_below(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").write_bytes(b"12345")
    (tmp_path / "c").write_bytes(b"123")
    assert bytes_of(tmp_path) == 8
