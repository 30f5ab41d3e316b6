import numpy as np
import pytest

from qa.statistics import auroc, reliability, worth


@pytest.mark.parametrize(
    ("positive", "negative", "expected"),
    [([2.0, 3.0], [1.0], 1.0), ([1.0], [2.0], 0.0), ([1.0], [1.0], 0.5), ([2.0, 0.0], [1.0], 0.5), ([], [1.0], 0.5)],
)
def test_auroc_is_the_chance_of_the_right_order(positive: list[float], negative: list[float], expected: float) -> None:
    assert auroc(positive, negative) == expected


def test_bins_hold_their_lower_edge_and_the_last_one_both() -> None:
    low, high = reliability([0.1, 0.15, 1.0], [True, False, True], bins=10)
    assert (low.low, low.n, low.confidence, low.observed) == pytest.approx((0.1, 2, 0.125, 0.5))
    assert (high.low, high.high, high.n) == pytest.approx((0.9, 1.0, 1))


def test_a_decision_is_worth_what_it_answers_right_and_refuses_right() -> None:
    answerable, right = np.array([True, True, False, False]), np.array([True, False, False, False])
    assert worth(answerable, answerable, answerable) == 2.0
    assert worth(~answerable, answerable, right) == 0.0
    # Two answers, one of them right: F1 1/2; both refusals right: F1 1.
    assert worth(answerable, answerable, right) == 1.5
