"""How far down the first article that answers stands, over single items."""

from qa.evaluation.metrics.metric import mean_of
from qa.evaluation.metrics.selecting import is_single
from qa.evaluation.result import TurnResult


def reciprocal_rank(result: TurnResult) -> float:
    """1 / rank of the first relevant article of the 50 looked at, 0 if none is ranked (Voorhees 1999)."""
    return next((1 / n for n, found in enumerate(result.ranked, start=1) if found in result.relevant), 0.0)


METRICS = (mean_of("mrr", "mean reciprocal rank of the first article that answers", reciprocal_rank, is_single),)
