import numpy as np
import pytest
from hypothesis import given, settings
from scipy.stats import bootstrap

from qa.evaluation.intervals import by_item, interval
from qa.evaluation.metrics.registry import BY_NAME
from qa.evaluation.result import TurnResult
from tests.qa.evaluation.results import answered, decided_sets, result

HIT = BY_NAME["answer_hit"]


@settings(max_examples=20)
@given(decided_sets(both_kinds=True))
def test_an_interval_is_ordered_and_repeatable(results: list[TurnResult]) -> None:
    for name in ("answer_hit", "auroc"):
        chosen = [r for r in results if BY_NAME[name].applies(r)]
        low, high = interval(BY_NAME[name], chosen, seed=5, n_resamples=50)
        assert 0 <= low <= high <= 1
        assert (low, high) == interval(BY_NAME[name], chosen, seed=5, n_resamples=50)


def test_the_interval_agrees_with_that_of_scipy() -> None:
    hits = [n % 3 != 0 for n in range(90)]
    results = [answered(f"i{n}", right=hit) for n, hit in enumerate(hits)]
    peer = bootstrap((hits,), np.mean, method="percentile", n_resamples=4000, rng=np.random.default_rng(1))
    low, high = interval(HIT, results, seed=0, n_resamples=4000)
    assert low == pytest.approx(peer.confidence_interval.low, abs=0.015)
    assert high == pytest.approx(peer.confidence_interval.high, abs=0.015)


def test_turns_of_one_item_are_drawn_together() -> None:
    metric = BY_NAME["answer_hit.conversation"]
    turns = [answered(f"i{n // 2}", "conversation", right=n // 2 % 2 == 0, turn=n % 2 + 1) for n in range(8)]
    apart = [answered(f"i{n}", "conversation", right=n // 2 % 2 == 0) for n in range(8)]
    low, high = interval(metric, turns, seed=0)
    narrow_low, narrow_high = interval(metric, apart, seed=0)
    assert high - low > narrow_high - narrow_low


def test_another_seed_draws_other_items() -> None:
    results = [result(f"i{n}", took_ms=float(n * n)) for n in range(30)]
    assert interval(BY_NAME["latency_p50"], results, seed=1) != interval(BY_NAME["latency_p50"], results, seed=2)


def test_results_are_grouped_by_item_in_order() -> None:
    results = [result("b"), result("a"), result("b", turn=2)]
    assert {name: [r.turn for r in group] for name, group in by_item(results).items()} == {"b": [1, 2], "a": [1]}
