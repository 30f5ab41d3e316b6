"""How high the articles that answer stand in the first ten of the search, over single items."""

import math

from qa.evaluation.metrics.metric import mean_of
from qa.evaluation.metrics.selecting import is_single
from qa.evaluation.result import TurnResult

_DEPTH = 10


def ndcg(result: TurnResult, depth: int = _DEPTH) -> float:
    """Discounted gain of the first ``depth`` articles over the best there could be, gains of 0 and 1.

    Järvelin and Kekäläinen 2002, doi:10.1145/582415.582418; every article of an alternative is relevant.
    """
    gain = sum(1 / math.log2(n + 1) for n, found in enumerate(result.ranked[:depth], 1) if found in result.relevant)
    best = sum(1 / math.log2(n + 1) for n in range(1, min(depth, len(result.relevant)) + 1))
    return gain / best


METRICS = (mean_of("ndcg@10", "normalized discounted gain of the first ten articles", ndcg, is_single),)
