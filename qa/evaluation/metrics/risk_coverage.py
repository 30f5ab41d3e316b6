"""How wrong answers would be, at any share of questions answered, over single and unanswerable items."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from qa.evaluation.metrics.metric import Metric
from qa.evaluation.metrics.selecting import is_decided
from qa.evaluation.result import TurnResult


def risks(results: Sequence[TurnResult]) -> NDArray[np.float64]:
    """Share of wrong answers while the 1, 2, … n most confident items are answered.

    What would be said counts, whatever the threshold; answering an unanswerable item is wrong. Items of one confidence
    can't be told apart: each counts as wrong as they are on average, which is the expectation over their orders.
    Missing results come before all others, where they do most harm.
    """
    confidence = np.array([-np.inf if result.missing else -result.confidence for result in results])
    wrong = np.array([not result.supported for result in results], dtype=float)
    _, place, counts = np.unique(confidence, return_inverse=True, return_counts=True)
    mean_wrong = np.bincount(place, weights=wrong) / counts
    ordered = np.repeat(mean_wrong, counts)
    return np.asarray(np.cumsum(ordered) / np.arange(1, len(ordered) + 1))


def aurc(results: Sequence[TurnResult]) -> float:
    """Area under the risk-coverage curve (Geifman and El-Yaniv 2017, arXiv:1705.08500)."""
    return float(risks(results).mean())


METRICS = (
    Metric("aurc", "share of wrong answers, averaged over all shares answered", "lower", 1.0, is_decided, aurc),
)  # fmt: skip
