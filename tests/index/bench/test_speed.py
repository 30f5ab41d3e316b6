import os
import time
from pathlib import Path

from index.bench.speed import (
    bytes_of,
    embedding_processor_rate,
    embedding_rate,
    latency,
    processor_ms,
    processor_s,
    resident_mib,
)
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
    assert embedding_processor_rate(HashEncoder(), ["a text"] * 200) > 1


def test_bytes_are_of_all_files_below(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").write_bytes(b"12345")
    (tmp_path / "c").write_bytes(b"123")
    assert bytes_of(tmp_path) == 8


def test_another_process_is_measured_as_this_one_is() -> None:
    began = time.process_time()
    while time.process_time() < began + 0.05:
        pass
    # The kernel counts others in hundredths of a second.
    assert abs(processor_s(os.getpid()) - processor_s()) < 0.1
    assert resident_mib(os.getpid()) == resident_mib()
