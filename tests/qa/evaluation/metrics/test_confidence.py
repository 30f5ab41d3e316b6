"""AUROC, risk and coverage, reliability: what the confidence is worth."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from sklearn.calibration import calibration_curve
from sklearn.metrics import roc_auc_score

from qa.evaluation.metrics.auroc import auroc
from qa.evaluation.metrics.reliability import bins_of, ece
from qa.evaluation.metrics.risk_coverage import aurc, risks
from qa.evaluation.result import TurnResult
from tests.qa.evaluation.results import decided_sets, lost, result


@given(decided_sets(both_kinds=True))
def test_auroc_is_that_of_scikit_learn(results: list[TurnResult]) -> None:
    expected = roc_auc_score([r.answerable for r in results], [r.confidence for r in results])
    assert auroc(results) == pytest.approx(expected)


def test_auroc_is_the_worst_where_one_kind_is_lacking() -> None:
    assert auroc([result(confidence=0.9)]) == 0.0


def test_a_missing_result_is_ranked_on_the_wrong_side() -> None:
    sure, unsure = result(confidence=0.9), result(kind="unanswerable", confidence=0.1)
    assert auroc([sure, unsure]) == 1.0
    assert auroc([sure, unsure, lost("unanswerable")]) == auroc([sure, unsure, lost()]) == 0.5


@given(decided_sets())
def test_risk_at_full_coverage_is_the_share_of_wrong_drafts(results: list[TurnResult]) -> None:
    assert risks(results)[-1] == pytest.approx(np.mean([not r.supported for r in results]))


def test_risk_with_ties_is_the_mean_over_their_orders() -> None:
    tied = [
        result("a", confidence=0.8, supported=True),
        result("b", confidence=0.8),
        result("c", confidence=0.8, supported=True),
        result("d", confidence=0.3),
    ]
    orders = [[not r.supported for r in order] + [True] for order in itertools.permutations(tied[:3])]
    expected = np.mean([np.cumsum(order) / np.arange(1, 5) for order in orders], axis=0)
    assert risks(tied) == pytest.approx(expected)


def test_the_area_rewards_confidence_in_what_is_right() -> None:
    right, wrong = result("a", confidence=0.9, supported=True), result("b", confidence=0.1)
    turned = [result("a", confidence=0.1, supported=True), result("b", confidence=0.9)]
    assert aurc([right, wrong]) == pytest.approx(0.25)
    assert aurc(turned) == pytest.approx(0.75)


@given(decided_sets())
def test_reliability_is_that_of_scikit_learn(results: list[TurnResult]) -> None:
    # Bins there are open on the left, here on the right: values off the edges say the same to both.
    off_edges = [result(r.item_id, confidence=r.confidence * 0.9 + 0.007, supported=r.supported) for r in results]
    observed, confidence = calibration_curve(
        [r.supported for r in off_edges], [r.confidence for r in off_edges], n_bins=10
    )
    bins = bins_of(off_edges)
    assert [b.observed for b in bins] == pytest.approx(observed)
    assert [b.confidence for b in bins] == pytest.approx(confidence)


@given(decided_sets())
def test_every_item_is_in_one_bin_and_the_error_is_a_share(results: list[TurnResult]) -> None:
    assert sum(b.n for b in bins_of(results)) == len(results)
    assert 0 <= ece(results) <= 1


def test_the_error_is_the_distance_of_confidence_and_outcome() -> None:
    assert ece([result("a", confidence=1.0, supported=True), result("b", confidence=0.0)]) == 0.0
    assert ece([result("a", confidence=0.75, supported=True), result("b", confidence=0.75)]) == pytest.approx(0.25)
    assert ece([lost(), result("a", confidence=1.0, supported=True)]) == pytest.approx(0.5)
