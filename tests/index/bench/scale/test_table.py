from pathlib import Path

from index.bench.scale.running import Outcome, Results
from index.bench.scale.table import cost_lines, lines, notes

BUILT = {"build_s": 500.0, "build_cpu_s": 360.0, "passages": 100_000, "embedded": 0, "bytes": 300 * 2**20}
SEARCHED = {"open_s": 1.0, "p50_ms": 8.0, "p95_ms": 12.5, "cpu_ms": 7.0, "engine_mib": 400.0, "recall": 0.987}


def measured() -> Results:
    results = Results(Path("unused"))
    results.outcomes.update({
        "1000000 - prepare": Outcome(),
        "1000000 Milvus build": Outcome({}, "not finished in 20 min (Indexing: 400 of 125,000)"),
        "archive - embed": Outcome({"embedded_per_cpu_s": 200.0}),
        "archive embedded build": Outcome(BUILT),
        "archive embedded search": Outcome(SEARCHED),
        "archive Milvus build": Outcome(BUILT),
        "archive Milvus search": Outcome(SEARCHED | {"server_mib": 624.0}),
    })  # fmt: skip
    return results


def test_archives_stand_by_size_and_engines_side_by_side() -> None:
    header, *body = lines(measured())
    assert header[:2] == ("passages", "engine")
    assert [line[:2] for line in body] == [
        ("100,000 (archive)", "embedded"),
        ("100,000 (archive)", "Milvus"),
        ("1,000,000 (generated)", "Milvus"),
    ]
    assert all(len(line) == len(header) for line in body)
    assert list(body[1][2:]) == ["500", "360", "300", "1.0", "400", "624", "8.0", "12.5", "7.0", "0.9870"]


def test_what_was_not_measured_is_a_dash() -> None:
    assert set(lines(measured())[-1][2:]) == {"–"}


def test_a_step_that_ran_out_of_time_is_told() -> None:
    assert notes(measured()) == [
        "1000000, build with Milvus: not finished in 20 min (Indexing: 400 of 125,000)."
    ]  # fmt: skip


def test_costs_are_scaled_to_a_million_passages() -> None:
    header, embedded, milvus = cost_lines(measured())
    assert header[2:] == ("disk GiB", "memory GiB", "build, processor h", "embedding, processor h")
    assert embedded == ("100,000", "embedded", "2.9", "3.9", "1.00", "1.4")
    assert milvus == ("100,000", "Milvus", "2.9", "10.0", "1.00", "1.4")
