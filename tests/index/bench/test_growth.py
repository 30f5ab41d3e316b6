import pytest

from index import dense
from index.bench.growth import grow


def test_both_kinds_are_grown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dense, "GRAPH_FROM", 2000)
    flat, graph = grow([2000, 1000])
    assert (flat.rows, flat.kind) == (1000, "flat")
    assert (graph.rows, graph.kind) == (2000, "hnsw-sq8")
    assert graph.recall >= 0.98
    assert graph.disk_mib > flat.disk_mib
