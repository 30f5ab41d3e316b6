"""What is lost when a question leans on the conversation, over later turns."""

from collections.abc import Sequence

from qa.evaluation.metrics.metric import Metric
from qa.evaluation.result import TurnResult


def _is_later(result: TurnResult) -> bool:
    return result.kind == "conversation" and result.turn > 0 and result.standalone_hit is not None and result.answerable


def _with_history(results: Sequence[TurnResult]) -> float:
    return sum(result.hit for result in results) / len(results)


def _standalone(results: Sequence[TurnResult]) -> float:
    return sum(bool(result.standalone_hit) for result in results) / len(results)


def _gap(results: Sequence[TurnResult]) -> float:
    return _standalone(results) - _with_history(results)


METRICS = (
    Metric("followup_hit", "later turns answered right, as typed", "higher", 0.0, _is_later, _with_history),
    Metric("followup_hit.standalone", "the same turns in stand-alone words", "higher", 0.0, _is_later, _standalone),
    Metric("followup_gap", "the difference of the two", "lower", 1.0, _is_later, _gap),
)
