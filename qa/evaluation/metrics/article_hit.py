"""Whether the search box shows an article that answers, over single items."""

from qa.evaluation.metrics.metric import Metric, mean_of
from qa.evaluation.metrics.selecting import is_single


def article_hit_at(depth: int) -> Metric:
    """1 if an article of any alternative is among the first ``depth`` of the search, else 0."""
    return mean_of(
        f"article_hit@{depth}",
        f"an article that answers is among the first {depth} of the search" if depth > 1 else
        "the first article of the search answers",
        lambda result: float(not result.relevant.isdisjoint(result.ranked[:depth])),
        is_single,
    )  # fmt: skip


METRICS = (article_hit_at(1), article_hit_at(5))
