"""Whether the right questions are refused, over single and unanswerable items."""

from collections.abc import Callable, Sequence

import numpy as np

from qa.evaluation.metrics.metric import Metric, is_decided
from qa.evaluation.result import TurnResult


def auroc(results: Sequence[TurnResult]) -> float:
    """Chance that an answerable item has more confidence than an unanswerable one, ties counting half.

    The Mann-Whitney statistic over ranks (Hanley and McNeil 1982).
    """
    labels = np.array([result.answerable for result in results])
    confidence = np.array([result.confidence for result in results])
    positive, negative = int(labels.sum()), int((~labels).sum())
    if not positive or not negative:
        return 0.0
    _, place, counts = np.unique(confidence, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[place]
    return float((ranks[labels].sum() - positive * (positive + 1) / 2) / (positive * negative))


def aurc(results: Sequence[TurnResult]) -> float:
    """Area under the risk-coverage curve: mean share of wrong answers while the most confident items are answered.

    Geifman and El-Yaniv 2017, arXiv:1705.08500. Answering an unanswerable item is wrong.
    """
    ordered = sorted(results, key=lambda result: -result.confidence)
    wrong = np.cumsum([not result.hit for result in ordered])
    return float((wrong / np.arange(1, len(ordered) + 1)).mean())


def ece(results: Sequence[TurnResult], bins: int = 10) -> float:
    """Expected calibration error of ``confidence`` as a probability of a right answer, over equal-width bins.

    Naeini et al. 2015.
    """
    confidence = np.array([result.confidence for result in results])
    right = np.array([result.hit for result in results], dtype=float)
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    return float(
        sum(
            abs(confidence[place == n].mean() - right[place == n].mean()) * (place == n).mean()
            for n in range(bins)
            if (place == n).any()
        )
    )


def _precision(results: Sequence[TurnResult]) -> float:
    refused = [result for result in results if not result.answered]
    return sum(not result.answerable for result in refused) / len(refused) if refused else 0.0


def _recall(results: Sequence[TurnResult]) -> float:
    unanswerable = [result for result in results if not result.answerable]
    return sum(not result.answered for result in unanswerable) / len(unanswerable) if unanswerable else 0.0


def _f1(results: Sequence[TurnResult]) -> float:
    precision, recall = _precision(results), _recall(results)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _metric(name: str, meaning: str, over: Callable[[Sequence[TurnResult]], float]) -> Metric:
    return Metric(name, meaning, "higher", 0.0, is_decided, over)


METRICS = (
    _metric("refusal_precision", "of the refused items, the share that the archive does not answer", _precision),
    _metric("refusal_recall", "of the items that the archive does not answer, the share refused", _recall),
    _metric("refusal_f1", "harmonic mean of the two", _f1),
    _metric("auroc", "confidence tells answerable from unanswerable items", auroc),
    Metric("aurc", "share of wrong answers, averaged over coverage", "lower", 1.0, is_decided, aurc),
    Metric("ece", "confidence against the share answered right", "lower", 1.0, is_decided, ece),
)
