"""Footnote and other systems side by side."""

from collections.abc import Mapping, Sequence

from qa.evaluation.metrics.metric import Metric
from qa.evaluation.metrics.registry import BY_NAME
from qa.evaluation.result import TurnResult
from qa.evaluation.table import Row, rows_of

METRICS = tuple(
    BY_NAME[name]
    for name in (
        "article_hit@1", "article_hit@5", "mrr", "answer_hit", "answer_hit.question", "answer_hit.search",
        "answer_hit.claim", "answered_precision", "refusal_precision", "refusal_recall", "auroc", "sentence_f1",
        "quoted_sentences", "latency_p50", "latency_p95",
    )
)  # fmt: skip
"""What every system can be measured by: nothing about citations or conversations, which only Footnote has."""


def side_by_side(results: Mapping[str, Sequence[TurnResult]], seed: int) -> list[tuple[str, ...]]:
    """A header and a row a metric: its name, then each system's value and 95 % interval. The best are starred."""
    tables = {
        title: {row.metric.name: row for row in rows_of(found, seed, METRICS)} for title, found in results.items()
    }
    lines = [("metric", *tables)]
    for metric in METRICS:
        found = [table.get(metric.name) for table in tables.values()]
        best = _best(metric, [row.value for row in found if row is not None])
        lines.append((metric.name, *(_cell(row, best) for row in found)))
    return lines


def _best(metric: Metric, values: Sequence[float]) -> float | None:
    # Quoting less is not better by itself.
    if not values or metric.name == "quoted_sentences":
        return None
    return max(values) if metric.better == "higher" else min(values)


def _cell(row: Row | None, best: float | None) -> str:
    if row is None:
        return "–"
    digits = 0 if row.metric.name.startswith("latency") else 3
    star = " *" if row.value == best else ""
    return f"{row.value:.{digits}f} ({row.low:.{digits}f}–{row.high:.{digits}f}){star}"
