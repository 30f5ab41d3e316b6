import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.evaluation.metrics.registry import BY_NAME
from qa.evaluation.result import MISSING_MS
from tests.qa.evaluation.results import lost, result


@given(st.lists(st.floats(0, 1000), min_size=1, max_size=30))
def test_latency_is_a_percentile_of_all_turns(took: list[float]) -> None:
    results = [result(f"i{n}", took_ms=ms) for n, ms in enumerate(took)]
    for percent in (50, 95):
        value = BY_NAME[f"latency_p{percent}"].value(results)
        assert value == pytest.approx(np.quantile(took, percent / 100))


def test_a_missing_turn_takes_a_minute() -> None:
    assert BY_NAME["latency_p95"].value([lost()]) == MISSING_MS
    assert BY_NAME["latency_p95.select"].value([lost()]) == MISSING_MS


def test_a_stage_is_measured_where_it_ran() -> None:
    ran = result(timings_ms={"select": 4.0})
    assert BY_NAME["latency_p50.select"].value([ran, result("b", timings_ms={"resolve": 1.0})]) == 4.0
