import importlib.util
import json
from pathlib import Path

import pytest

from index.bench.scale.archive import Archive, load
from index.bench.scale.engines import ENGINES
from index.bench.scale.step import build, prepare, search

MILVUS = all(importlib.util.find_spec(name) for name in ("pymilvus", "milvus_lite"))


@pytest.mark.parametrize("engine", [name for name in ENGINES if MILVUS or name != "Milvus"])
def test_an_engine_is_measured(engine: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    loaded = load("160", tmp_path, tmp_path)
    archive = Archive(loaded.name, loaded.store, loaded.encoder, loaded.queries[:5], loaded.embeddings)
    prepare(archive, "-", tmp_path)
    build(archive, engine, tmp_path)
    search(archive, engine, tmp_path)
    said: dict[str, float] = {}
    for line in capsys.readouterr().out.splitlines():
        said.update(json.loads(line))
    assert said["passages"] == 160
    assert said["embedded"] == 180
    assert said["build_cpu_s"] > 0
    assert said["recall"] == 1.0
    assert 0 < said["p50_ms"] <= said["p95_ms"]
    assert said["bytes"] > 160 * 384 * 2
    assert ("server_mib" in said) == (engine == "Milvus")
