"""Whether the right questions are refused, over single and unanswerable items."""

from collections.abc import Sequence

from qa.evaluation.metrics.metric import Metric
from qa.evaluation.metrics.selecting import is_decided
from qa.evaluation.result import TurnResult


def precision(results: Sequence[TurnResult]) -> float:
    """Of the refused items, the share that the archive does not answer; 0 if none was refused."""
    refused = [result for result in results if not result.answered]
    return sum(not result.answerable for result in refused) / len(refused) if refused else 0.0


def recall(results: Sequence[TurnResult]) -> float:
    """Of the items that the archive does not answer, the share refused; 0 if there are none."""
    unanswerable = [result for result in results if not result.answerable]
    return sum(not result.answered for result in unanswerable) / len(unanswerable) if unanswerable else 0.0


def f1(results: Sequence[TurnResult]) -> float:
    """Harmonic mean of the two."""
    p, r = precision(results), recall(results)
    return 2 * p * r / (p + r) if p + r else 0.0


METRICS = (
    Metric(
        "refusal_precision", "of the refused items, the share that the archive does not answer",
        "higher", 0.0, is_decided, precision,
    ),
    Metric(
        "refusal_recall", "of the items that the archive does not answer, the share refused",
        "higher", 0.0, is_decided, recall,
    ),
    Metric("refusal_f1", "harmonic mean of the two", "higher", 0.0, is_decided, f1),
)  # fmt: skip
