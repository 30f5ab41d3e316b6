"""Whether a confidence of 0.8 is right eight times in ten, over single and unanswerable items."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from qa.evaluation.metrics.metric import Metric
from qa.evaluation.metrics.selecting import is_decided
from qa.evaluation.result import TurnResult

_BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """``n`` items with a confidence in ``[low, high)``: their mean confidence and the share that is right."""

    low: float
    high: float
    n: int
    confidence: float
    observed: float


def reliability(results: Sequence[TurnResult], bins: int = _BINS) -> list[Bin]:
    """Bins of equal width that hold an item, lowest first. What would be said counts, whatever the threshold."""
    confidence = np.array([result.confidence for result in results])
    right = np.array([result.supported for result in results], dtype=float)
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    return [
        Bin(n / bins, (n + 1) / bins, int(held.sum()), float(confidence[held].mean()), float(right[held].mean()))
        for n in range(bins)
        if (held := place == n).any()
    ]


def ece(results: Sequence[TurnResult]) -> float:
    """Expected calibration error: mean distance of confidence and share right (Naeini et al. 2015, ten bins).

    A missing result is as far off as can be: no confidence of it is to be believed.
    """
    present = [result for result in results if not result.missing]
    off = sum(one.n * abs(one.confidence - one.observed) for one in reliability(present))
    return (off + len(results) - len(present)) / len(results)


METRICS = (
    Metric("ece", "mean distance of the confidence from the share that is right", "lower", 1.0, is_decided, ece),
)
