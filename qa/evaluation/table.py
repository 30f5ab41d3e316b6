"""A run's numbers as rows, with 95 % bootstrap intervals."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from qa.evaluation.intervals import interval
from qa.evaluation.metrics.metric import Metric
from qa.evaluation.metrics.registry import ALL
from qa.evaluation.result import Run, TurnResult


@dataclass(frozen=True, slots=True)
class Row:
    """A metric's value over the ``n`` turns it applies to, and its interval."""

    metric: Metric
    value: float
    low: float
    high: float
    n: int


def rows(run: Run) -> list[Row]:
    """One row for each metric that applies to some turn of the run."""
    return rows_of(run.results, run.seed)


def rows_of(results: Sequence[TurnResult], seed: int, metrics: Sequence[Metric] = ALL) -> list[Row]:
    """:func:`rows` over some of a run's results."""
    found = []
    for metric in metrics:
        chosen = [result for result in results if metric.applies(result)]
        if chosen:
            low, high = interval(metric, chosen, seed=seed)
            found.append(Row(metric, metric.over(chosen), low, high, len(chosen)))
    return found


def as_json(run: Run, table: Sequence[Row] | None = None) -> dict[str, Any]:
    """The table for machines: metric name to value, interval and number of turns. ``table`` is :func:`rows`."""
    return {
        "generation": run.generation,
        "turns": len(run.results),
        "metrics": {row.metric.name: row_json(row) for row in (rows(run) if table is None else table)},
    }


def row_json(row: Row) -> dict[str, Any]:
    """A row for machines, values with four decimals."""
    return {
        "value": round(row.value, 4),
        "low": round(row.low, 4),
        "high": round(row.high, 4),
        "n": row.n,
        "better": row.metric.better,
    }
