"""Whether the confidence tells what the archive answers from what it does not, over single and unanswerable items."""

from collections.abc import Sequence

from qa import statistics
from qa.evaluation.metrics.metric import Metric
from qa.evaluation.metrics.selecting import is_decided
from qa.evaluation.result import TurnResult


def auroc(results: Sequence[TurnResult]) -> float:
    """Chance that an answerable item has more confidence than an unanswerable one, ties counting half; 0 if there are
    no items of one of the two.
    """
    positive = [result.confidence for result in results if result.answerable]
    negative = [result.confidence for result in results if not result.answerable]
    return statistics.auroc(positive, negative) if positive and negative else 0.0


METRICS = (
    Metric(
        "auroc", "chance that an answerable item has more confidence than an unanswerable one",
        "higher", 0.0, is_decided, auroc,
    ),
)  # fmt: skip
