"""The threshold that decides between a system's answer and silence, where the system leaves it open."""

from collections.abc import Sequence

import numpy as np

from qa.evaluation.result import TurnResult
from qa.statistics import worth


def fit_threshold(practised: Sequence[TurnResult]) -> float:
    """The confidence from which to answer: the best sum of two F1, of answering right and of refusing.

    That is how Footnote's own threshold is chosen. Ties go to the lower threshold; 0 if nothing was practised.
    """
    confidence = np.array([result.confidence for result in practised])
    answerable = np.array([result.answerable for result in practised])
    right = np.array([result.supported for result in practised])
    levels = np.unique(confidence)
    return float(max(levels, key=lambda level: (worth(confidence >= level, answerable, right), -level), default=0.0))
