"""Fit what a sentence is worth besides its words: weights of its signals beside the selector's logit. Deterministic."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.errors import CalibrationError
from qa.ranking import SIGNALS, Priors

_STEPS = 400
_RATE = 0.05
_RIDGE = 0.01


@dataclass(frozen=True, slots=True)
class RankedQuestion:
    """The sentences of one question: selector logits (n,), signals (n, len(SIGNALS)), and which of them answer (n,)."""

    logits: NDArray[np.float64]
    signals: NDArray[np.float64]
    right: NDArray[np.bool_]


def fit_priors(questions: Sequence[RankedQuestion]) -> Priors:
    """Maximise the softmax probability that goes to answering sentences, with an L2 penalty on standardised weights.

    The logit's own weight is fitted along and divided out, so that the priors are in its units. Questions without an
    answering sentence say nothing about ranking and are left out. Raises :class:`CalibrationError` if fewer than 20
    remain.
    """
    useful = [question for question in questions if question.right.any() and not question.right.all()]
    if len(useful) < 20:
        raise CalibrationError(
            f"{len(useful)} questions with an answering sentence can't fit the priors; 20 are needed"
        )
    columns = [np.column_stack([question.logits, question.signals]) for question in useful]
    scales = np.concatenate(columns).std(axis=0)
    still = scales < 1e-6
    scales[still] = 1.0
    matrices = [matrix / scales for matrix in columns]
    weights = _ascend(matrices, [question.right for question in useful])
    weights[still] = 0.0
    weights /= scales
    unit = max(float(weights[0]), 1e-3)
    return Priors(**{name: round(float(weight) / unit, 3) for name, weight in zip(SIGNALS, weights[1:], strict=True)})


def _ascend(matrices: Sequence[NDArray[np.float64]], right: Sequence[NDArray[np.bool_]]) -> NDArray[np.float64]:
    """Adam (Kingma and Ba 2015) over all questions at once: a few hundred steps reach the optimum of this concave
    problem.
    """
    weights = np.zeros(matrices[0].shape[1])
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        gradient = -_RIDGE * weights
        for matrix, answers in zip(matrices, right, strict=True):
            worth = matrix @ weights
            mass = np.exp(worth - worth.max())
            chosen = mass * answers
            gradient += matrix.T @ (chosen / max(chosen.sum(), 1e-12) - mass / mass.sum()) / len(matrices)
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient**2
        weights += _RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights
