"""What fitting, training and evaluation say with one voice: of confidences, how well they tell, and where to cut."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Of ``n`` questions with a confidence in ``[low, high)``: the mean confidence and the share rightly answered."""

    low: float
    high: float
    n: int
    confidence: float
    observed: float


def auroc(positive: Sequence[float], negative: Sequence[float]) -> float:
    """Chance that one of ``positive`` is above one of ``negative``, ties counting half; 0.5 if there are none of one.

    The Mann-Whitney statistic over ranks (Hanley and McNeil 1982, doi:10.1148/radiology.143.1.7063747).
    """
    if not len(positive) or not len(negative):
        return 0.5
    values = np.concatenate([positive, negative])
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[place]
    n = len(positive)
    return float((ranks[:n].sum() - n * (n + 1) / 2) / (n * len(negative)))


def reliability(confidence: Sequence[float], right: Sequence[bool], bins: int = _BINS) -> tuple[Bin, ...]:
    """Bins of equal width that hold a question, lowest first."""
    sure, observed = np.asarray(confidence, float), np.asarray(right, float)
    place = np.minimum((sure * bins).astype(int), bins - 1)
    return tuple(
        Bin(n / bins, (n + 1) / bins, int(held.sum()), float(sure[held].mean()), float(observed[held].mean()))
        for n in range(bins)
        if (held := place == n).any()
    )


def worth(answered: NDArray[np.bool_], answerable: NDArray[np.bool_], right: NDArray[np.bool_]) -> float:
    """What a decision to answer is worth, 0 to 2: F1 of answering right (an answerable question that is refused counts
    as missed) and F1 of refusing what can't be answered, added.
    """
    answering = 2 * (answered & answerable & right).sum() / max(answered.sum() + answerable.sum(), 1)
    refusing = 2 * (~answered & ~answerable).sum() / max((~answered).sum() + (~answerable).sum(), 1)
    return float(answering + refusing)
