"""What another threshold would trade, over the single and unanswerable items of a run."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa.evaluation.metrics.selecting import is_decided
from qa.evaluation.result import TurnResult


@dataclass(frozen=True, slots=True)
class Trade:
    """At ``threshold``: the share of answerable items answered right, of unanswerable ones refused, and of answers
    that are right (``None`` where nothing would be answered); ``n_right`` answers are right, ``n_wrong`` are not, and
    ``n_refused`` of the unanswerable items are refused.
    """

    threshold: float
    answer_hit: float
    refusal_recall: float
    answered_precision: float | None
    n_right: int = 0
    n_wrong: int = 0
    n_refused: int = 0


def trade(results: Sequence[TurnResult], steps: int = 50) -> list[Trade]:
    """Points for ``steps`` + 1 thresholds from 0 to 1. With a confidence of 0 there is nothing to say."""
    chosen = [result for result in results if is_decided(result)]
    return [trade_at(chosen, n / steps) for n in range(steps + 1)]


def trade_at(results: Sequence[TurnResult], limit: float) -> Trade:
    """The point for one threshold."""
    chosen = [result for result in results if is_decided(result)]
    n_answerable = sum(result.answerable for result in chosen)
    n_other = len(chosen) - n_answerable
    answered = [result for result in chosen if answered_at(result, limit)]
    right = sum(result.supported for result in answered)
    wrong_answers = sum(not result.answerable for result in answered)
    return Trade(
        limit,
        right / n_answerable if n_answerable else 0.0,
        1 - wrong_answers / n_other if n_other else 0.0,
        right / len(answered) if answered else None,
        right,
        len(answered) - right,
        n_other - wrong_answers,
    )


def answered_at(result: TurnResult, limit: float) -> bool:
    """Whether an item would be answered at a threshold of ``limit``."""
    return result.confidence >= limit and result.confidence > 0


def moved(results: Sequence[TurnResult], first: float, second: float) -> list[TurnResult]:
    """The single and unanswerable items that are answered at one of two thresholds only, the surest first."""
    found = [r for r in results if is_decided(r) and answered_at(r, first) != answered_at(r, second)]
    return sorted(found, key=lambda result: -result.confidence)
