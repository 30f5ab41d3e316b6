"""How many of the articles that answer the search finds at all, over single items."""

from qa.evaluation.metrics.metric import mean_of
from qa.evaluation.metrics.selecting import is_single
from qa.evaluation.result import TurnResult

_DEPTH = 50


def recall(result: TurnResult, depth: int = _DEPTH) -> float:
    """Share of the relevant articles that are among the first ``depth``."""
    return len(result.relevant.intersection(result.ranked[:depth])) / len(result.relevant)


METRICS = (mean_of("recall@50", "share of the articles that answer among the first 50", recall, is_single),)
