import pytest
from hypothesis import given
from sklearn.metrics import precision_recall_fscore_support

from qa.evaluation.metrics.refusal import f1, precision, recall
from qa.evaluation.metrics.registry import BY_NAME
from qa.evaluation.result import TurnResult
from tests.qa.evaluation.results import answered, decided_sets, lost, result


@given(decided_sets())
def test_refusal_is_measured_as_scikit_learn_does(results: list[TurnResult]) -> None:
    expected = precision_recall_fscore_support(
        [not r.answerable for r in results], [not r.answered for r in results], average="binary", zero_division=0.0
    )
    assert (precision(results), recall(results), f1(results)) == pytest.approx(expected[:3])


def test_a_missing_result_is_no_right_refusal() -> None:
    refused = result(kind="unanswerable")
    assert recall([refused, lost("unanswerable")]) == 0.5
    assert precision([refused, lost("single")]) == 0.5


def test_answered_precision_counts_answers_to_what_has_none() -> None:
    answers = [answered("a", right=True), answered("b", right=False), answered("c", "unanswerable", right=False)]
    metric = BY_NAME["answered_precision"]
    assert metric.value([*answers, result("d")]) == pytest.approx(1 / 3)
    assert metric.value([result("d")]) is None
