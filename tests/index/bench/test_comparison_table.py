from index.bench.comparison import Measured
from index.bench.comparison_table import comparison_lines
from index.bench.peers.process import Built, Load
from index.bench.quality import Quality


def measured(title: str, times: float, quality: Quality | None, rate: float | None = 100.0) -> Measured:
    return Measured(
        title=title,
        passages=1000,
        built=Built(2.0 * times, 1.0, 100.0, 2**20),
        embedding_rate=rate,
        cold_start_s=1.0,
        peak_mib=50.0 * times,
        alone=Load(1, 150, 4.0 * times, 8.0, 9.0),
        processor_ms=3.0,
        crowd=Load(8, 120, 5.0, 6.0, 7.0),
        quality=quality,
    )


LINES = dict(
    (name, values)
    for name, *values in comparison_lines(
        [measured("Footnote", 1, Quality(0.99, 1.0, 0.995, 0.99)), measured("Other", 25, None, rate=None)]
    )
)


def test_systems_stand_side_by_side() -> None:
    assert LINES["measure"] == ["Footnote", "Other"]
    assert LINES["searches, 1 and 8 clients"] == ["150 and 120", "150 and 120"]


def test_a_ratio_says_how_many_times_the_first_value() -> None:
    assert LINES["search, 1 client, p50, ms"] == ["4.0", "100.0 (25×)"]
    assert LINES["search, 8 clients, p50, ms"] == ["5.0", "5.0 (1×)"]


def test_what_was_not_measured_is_a_dash() -> None:
    assert LINES["article hit@1"] == ["0.990", "–"]
    assert LINES["embedding, passages/s"] == ["100", "–"]


def test_a_build_from_nothing_adds_embedding_at_the_measured_rate() -> None:
    assert LINES["build with embedding, s (estimated)"] == ["12", "50 (4.2×)"]
