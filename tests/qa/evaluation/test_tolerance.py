import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import GoldError
from qa.evaluation.compare import compare
from qa.evaluation.metrics.metric import Metric
from qa.evaluation.metrics.registry import ALL
from qa.evaluation.tolerance import Tolerance, parse_tolerance, regressions
from tests.qa.evaluation.results import answered, result, run


@given(st.sampled_from(ALL), st.integers(0, 500).map(lambda n: n / 1000))
def test_the_sign_is_that_of_getting_worse(metric: Metric, limit: float) -> None:
    sign = "-" if metric.better == "higher" else "+"
    assert parse_tolerance(f"{metric.name}:{sign}{limit}") == Tolerance(metric.name, limit)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("answer_hit", "no tolerance"),
        ("answer_hit:", "no tolerance"),
        ("answer_hit:much", "no tolerance"),
        ("answer_hit:nan", "no tolerance"),
        ("beauty:-0.01", "no metric 'beauty'"),
        ("answer_hit:0.01", "falls: write answer_hit:-0.01"),
        ("ece:-0.02", r"rises: write ece:\+0.02"),
    ],
)
def test_another_form_is_an_error_that_says_what_to_write(text: str, message: str) -> None:
    with pytest.raises(GoldError, match=message):
        parse_tolerance(text)


def test_a_loss_within_the_tolerance_is_no_regression() -> None:
    before = run(*(answered(f"i{n}", right=True) for n in range(10)))
    after = run(*(answered(f"i{n}", right=n > 0) for n in range(10)))
    comparison = compare(before, after)
    assert regressions(comparison, [Tolerance("answer_hit", 0.1)]) == []
    assert [one.metric.name for one in regressions(comparison, [Tolerance("answer_hit", 0.09)])] == ["answer_hit"]


def test_a_gain_is_no_regression() -> None:
    comparison = compare(run(result(took_ms=20.0)), run(answered(right=True, took_ms=10.0)))
    assert regressions(comparison, [Tolerance("answer_hit", 0.0), Tolerance("latency_p95", 0.0)]) == []


def test_a_metric_that_the_runs_lack_is_an_error() -> None:
    with pytest.raises(GoldError, match="no metric 'follow_up_gap'"):
        regressions(compare(run(result()), run(result())), [Tolerance("follow_up_gap", 0.0)])
