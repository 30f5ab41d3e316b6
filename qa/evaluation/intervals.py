"""Bootstrap intervals that draw whole items, since the turns of a conversation stand or fall together."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from qa.evaluation.metrics.metric import Metric
from qa.evaluation.result import TurnResult

N_RESAMPLES = 1000
LEVEL = 0.95


def interval(
    metric: Metric, results: Sequence[TurnResult], *, seed: int, n_resamples: int = N_RESAMPLES
) -> tuple[float, float]:
    """Percentile bootstrap over the items of ``results``, all of which the metric applies to (Efron 1979,
    doi:10.1214/aos/1176344552).
    """
    items = list(by_item(results).values())
    draws = np.random.default_rng(seed).integers(0, len(items), (n_resamples, len(items)))
    if metric.per_turn is not None:
        sums = np.array([sum(map(metric.per_turn, item)) for item in items])
        counts = np.array([len(item) for item in items])
        values = sums[draws].sum(axis=1) / counts[draws].sum(axis=1)
    else:
        values = np.array([metric.over([result for n in draw for result in items[n]]) for draw in draws])
    return bounds(values)


def bounds(values: NDArray[np.float64]) -> tuple[float, float]:
    """The middle 95 % of ``values``."""
    low, high = np.percentile(values, [100 * (1 - LEVEL) / 2, 100 * (1 + LEVEL) / 2])
    return float(low), float(high)


def by_item(results: Sequence[TurnResult]) -> dict[str, list[TurnResult]]:
    """Results of each item, in order."""
    found: dict[str, list[TurnResult]] = {}
    for result in results:
        found.setdefault(result.item_id, []).append(result)
    return found
