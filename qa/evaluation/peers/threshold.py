"""The threshold that decides between a system's answer and silence, where the system leaves it open."""

from collections.abc import Sequence

from qa.evaluation.result import TurnResult


def fit_threshold(practised: Sequence[TurnResult]) -> float:
    """The confidence from which to answer: the best sum of two F1, of answering right and of refusing.

    That is how Footnote's own threshold is chosen. Ties go to the lower threshold; 0 if nothing was practised.
    """
    levels = sorted({result.confidence for result in practised})
    return max(levels, key=lambda level: (_worth(practised, level), -level), default=0.0)


def _worth(practised: Sequence[TurnResult], level: float) -> float:
    answered = [result for result in practised if result.confidence >= level]
    refused = [result for result in practised if result.confidence < level]
    answerable = sum(result.answerable for result in practised)
    right = sum(result.supported for result in answered)
    rightly_refused = sum(not result.answerable for result in refused)
    answering = 2 * right / max(len(answered) + answerable, 1)
    refusing = 2 * rightly_refused / max(len(refused) + len(practised) - answerable, 1)
    return answering + refusing
