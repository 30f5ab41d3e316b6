"""Whether the confidence tells what the archive answers from what it does not, over single and unanswerable items."""

from collections.abc import Sequence

import numpy as np

from qa.evaluation.metrics.metric import Metric
from qa.evaluation.metrics.selecting import is_decided
from qa.evaluation.result import TurnResult


def auroc(results: Sequence[TurnResult]) -> float:
    """Chance that an answerable item has more confidence than an unanswerable one, ties counting half.

    The Mann-Whitney statistic over ranks (Hanley and McNeil 1982, doi:10.1148/radiology.143.1.7063747). 0 if there
    are no items of one of the two.
    """
    labels = np.array([result.answerable for result in results])
    confidence = np.array([result.confidence for result in results])
    positive, negative = int(labels.sum()), int((~labels).sum())
    if not positive or not negative:
        return 0.0
    _, place, counts = np.unique(confidence, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[place]
    return float((ranks[labels].sum() - positive * (positive + 1) / 2) / (positive * negative))


METRICS = (
    Metric(
        "auroc", "chance that an answerable item has more confidence than an unanswerable one",
        "higher", 0.0, is_decided, auroc,
    ),
)  # fmt: skip
