"""The headline numbers by kind, style, publisher and turn."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qa.evaluation.metrics.registry import BY_NAME
from qa.evaluation.result import Run, TurnResult
from qa.evaluation.table import Row, row_json, rows_of

DIMENSIONS: Mapping[str, Callable[[TurnResult], str]] = {
    "kind": lambda result: result.kind,
    "style": lambda result: result.style,
    "publisher": lambda result: result.publisher,
    "turn": lambda result: str(result.turn) if result.kind == "conversation" else "",
}
"""What a run can be cut by; a result without a value of the dimension is in none of its slices."""

METRICS = tuple(
    BY_NAME[name]
    for name in (
        "answer_hit", "answer_hit.conversation", "answered_precision", "refusal_recall", "article_hit@5",
        "wrong_passage", "follow_up_gap",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slice:
    """The turns with one value of a dimension. ``rows`` maps a metric's name to its row, where it applies."""

    dimension: str
    value: str
    n: int
    rows: Mapping[str, Row]


def slices(run: Run) -> list[Slice]:
    """Every slice that holds a turn, dimension by dimension, values in alphabetical order."""
    found = []
    for dimension, value_of in DIMENSIONS.items():
        for value in sorted({value_of(result) for result in run.results} - {""}):
            chosen = [result for result in run.results if value_of(result) == value]
            # Refusing is right or wrong only against questions that should be refused.
            metrics = [m for m in METRICS if m.name != "refusal_recall" or any(not r.answerable for r in chosen)]
            table = rows_of(chosen, run.seed, metrics)
            found.append(Slice(dimension, value, len(chosen), {row.metric.name: row for row in table}))
    return found


def as_json(found: Sequence[Slice]) -> list[dict[str, Any]]:
    """For machines: dimension, value, number of turns, and metric name to value and interval."""
    return [
        {
            "dimension": one.dimension,
            "value": one.value,
            "turns": one.n,
            "metrics": {name: row_json(row) for name, row in one.rows.items()},
        }
        for one in found
    ]
