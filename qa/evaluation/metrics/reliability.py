"""Whether a confidence of 0.8 is right eight times in ten, over single and unanswerable items."""

from collections.abc import Sequence

from qa.evaluation.metrics.metric import Metric
from qa.evaluation.metrics.selecting import is_decided
from qa.evaluation.result import TurnResult
from qa.statistics import Bin, reliability


def bins_of(results: Sequence[TurnResult]) -> tuple[Bin, ...]:
    """The results by confidence, with the share that is right. What would be said counts, whatever the threshold."""
    return reliability([result.confidence for result in results], [result.supported for result in results])


def ece(results: Sequence[TurnResult]) -> float:
    """Expected calibration error: mean distance of confidence and share right (Naeini et al. 2015, ten bins).

    A missing result is as far off as can be: no confidence of it is to be believed.
    """
    present = [result for result in results if not result.missing]
    off = sum(one.n * abs(one.confidence - one.observed) for one in bins_of(present))
    return (off + len(results) - len(present)) / len(results)


METRICS = (
    Metric("ece", "mean distance of the confidence from the share that is right", "lower", 1.0, is_decided, ece),
)
