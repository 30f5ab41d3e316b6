"""What another threshold would trade, over the single and unanswerable items of a run."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa.evaluation.metrics.selecting import is_decided
from qa.evaluation.result import TurnResult


@dataclass(frozen=True, slots=True)
class Trade:
    """At ``threshold``: the share of answerable items answered right, of unanswerable ones refused, and of answers
    that are right (``None`` where nothing would be answered).
    """

    threshold: float
    answer_hit: float
    refusal_recall: float
    answered_precision: float | None


def trade(results: Sequence[TurnResult], steps: int = 50) -> list[Trade]:
    """Points for ``steps`` + 1 thresholds from 0 to 1. With a confidence of 0 there is nothing to say."""
    chosen = [result for result in results if is_decided(result)]
    single = [result for result in chosen if result.answerable]
    other = [result for result in chosen if not result.answerable]
    points = []
    for n in range(steps + 1):
        limit = n / steps
        answered = [result for result in chosen if result.confidence >= limit and result.confidence > 0]
        right = sum(result.supported for result in answered)
        wrong_answers = sum(not result.answerable for result in answered)
        points.append(
            Trade(
                limit,
                right / len(single) if single else 0.0,
                1 - wrong_answers / len(other) if other else 0.0,
                right / len(answered) if answered else None,
            )
        )
    return points
