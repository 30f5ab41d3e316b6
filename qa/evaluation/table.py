"""A run's numbers, with 95 % bootstrap intervals."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from qa.evaluation.metrics.metric import Metric
from qa.evaluation.metrics.registry import ALL
from qa.evaluation.result import TurnResult
from qa.evaluation.runner import Run

_RESAMPLES = 300


@dataclass(frozen=True, slots=True)
class Row:
    """A metric's value over the turns it applies to, and its interval."""

    metric: Metric
    value: float
    low: float
    high: float
    n: int


def rows(run: Run) -> list[Row]:
    """One row for each metric that applies to some turn of the run."""
    found = []
    for metric in ALL:
        chosen = [result for result in run.results if metric.applies(result)]
        if chosen:
            low, high = _interval(metric, chosen, run.seed)
            found.append(Row(metric, metric.over(chosen), low, high, len(chosen)))
    return found


def as_json(run: Run) -> dict[str, Any]:
    """The table for machines: metric name to value, interval and number of turns."""
    return {
        "generation": run.generation,
        "turns": len(run.results),
        "metrics": {
            row.metric.name: {
                "value": round(row.value, 4),
                "low": round(row.low, 4),
                "high": round(row.high, 4),
                "n": row.n,
                "better": row.metric.better,
            }
            for row in rows(run)
        },
    }


def _interval(metric: Metric, results: Sequence[TurnResult], seed: int) -> tuple[float, float]:
    """Percentile bootstrap over turns (Efron 1979)."""
    random = np.random.default_rng(seed)
    draws = random.integers(0, len(results), (_RESAMPLES, len(results)))
    if metric.per_turn is not None:
        each = np.array([metric.per_turn(result) for result in results])
        values = each[draws].mean(axis=1)
    else:
        values = np.array([metric.over([results[n] for n in draw]) for draw in draws])
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)
