import pytest
from hypothesis import given

from qa.evaluation.metrics.metric import Metric
from qa.evaluation.metrics.registry import ALL, BY_NAME
from qa.evaluation.result import TurnResult
from tests.qa.evaluation.results import decided_sets, lost


def test_names_are_unique_and_every_metric_says_what_it_means() -> None:
    assert len(BY_NAME) == len(ALL)
    assert all(metric.meaning and metric.better in {"higher", "lower"} for metric in ALL)


@pytest.mark.parametrize("metric", ALL, ids=lambda metric: metric.name)
def test_missing_results_score_the_worst_value(metric: Metric) -> None:
    if metric.per_turn is not None:
        assert metric.per_turn(lost()) == metric.worst
    chosen = [r for r in (lost(), lost("unanswerable"), lost("conversation", 2)) if metric.applies(r)]
    if chosen:
        assert metric.over(chosen) == pytest.approx(metric.worst)


@given(decided_sets(both_kinds=True))
def test_a_missing_result_never_makes_a_metric_better(results: list[TurnResult]) -> None:
    for metric in ALL:
        before, after = metric.value(results), metric.value([*results, lost()])
        if before is None or after is None:
            continue
        gain = after - before if metric.better == "higher" else before - after
        assert gain <= 1e-9, metric.name
