"""How high the search box puts an article that holds an answer, over single items.

nDCG with binary gains (Järvelin and Kekäläinen 2002); every article of an alternative is relevant.
"""

import math

from qa.evaluation.metrics.metric import Metric, is_single, mean_of
from qa.evaluation.result import TurnResult


def reciprocal_rank(result: TurnResult) -> float:
    """1 / rank of the first relevant article, 0 if none is ranked."""
    return next((1 / n for n, found in enumerate(result.ranked, start=1) if found in result.relevant), 0.0)


def ndcg(result: TurnResult, depth: int = 10) -> float:
    """Discounted gain of the first ``depth`` articles over the best there could be."""
    gain = sum(1 / math.log2(n + 1) for n, found in enumerate(result.ranked[:depth], 1) if found in result.relevant)
    best = sum(1 / math.log2(n + 1) for n in range(1, min(depth, len(result.relevant)) + 1))
    return gain / best


def _hit_at(depth: int) -> Metric:
    return mean_of(
        f"article_hit@{depth}",
        f"an article that answers is among the first {depth} of the search",
        lambda result: float(not result.relevant.isdisjoint(result.ranked[:depth])),
        is_single,
    )


ARTICLE_HIT_1 = _hit_at(1)
ARTICLE_HIT_5 = _hit_at(5)
MRR = mean_of("mrr", "mean reciprocal rank of the first article that answers", reciprocal_rank, is_single)
NDCG_10 = mean_of("ndcg@10", "normalized discounted gain of the first ten articles", ndcg, is_single)
RECALL_50 = mean_of(
    "recall@50",
    "share of the articles that answer among the first 50",
    lambda result: len(result.relevant.intersection(result.ranked[:50])) / len(result.relevant),
    is_single,
)
METRICS = (ARTICLE_HIT_1, ARTICLE_HIT_5, MRR, NDCG_10, RECALL_50)
