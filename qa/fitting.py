"""Fit the confidence on labelled questions and choose the threshold. Deterministic; numpy only."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from qa.calibration import Calibration, Expected
from qa.errors import CalibrationError
from qa.features import FITTED, NEVER_AGAINST
from qa.statistics import Bin, reliability, worth

_FOLDS = 10
_RIDGE = 1.0
_Z95 = 1.959964


@dataclass(frozen=True, slots=True)
class Observation:
    """A labelled question: its features, whether the archive answers it, and whether the composed answer was right.

    ``group`` keeps questions about one article in one fold. One that was ``made`` of another (see
    :mod:`qa.contradicting`) teaches the weights, but threshold and expected values don't count it.
    """

    values: Mapping[str, float]
    answerable: bool
    right: bool
    group: str = ""
    made: bool = False


def fit(
    observations: Sequence[Observation],
    selector: str,
    *,
    features: Sequence[str] = FITTED,
    ridge: float = _RIDGE,
) -> Calibration:
    """Logistic regression on "answerable and rightly answered", by Newton steps with an L2 penalty.

    Reliability, expected values and the threshold come from ``10``-fold cross-validation, folds by group; the weights
    from all observations. The threshold is the one with the best sum of two F1: of answering right (a refused
    answerable question counts as missed) and of refusing right. Features of :data:`NEVER_AGAINST` that would count
    against an answer are left out.
    Raises :class:`CalibrationError` with fewer than 20 observations or with labels of one kind only.
    """
    labels = np.array([o.answerable and o.right for o in observations], dtype=float)
    if len(labels) < 20 or len(set(labels)) < 2:
        raise CalibrationError(
            f"{len(labels)} labelled questions, {int(labels.sum())} of them rightly answered, can't fit a confidence; "
            "20 or more of both kinds are needed"
        )
    features = _speaking_for(observations, labels, features, ridge)
    matrix = _matrix(observations, features)
    held_out = _cross_validated(matrix, labels, _folds(observations), ridge)
    asked = np.array([not o.made for o in observations])
    real = [o for o in observations if not o.made]
    threshold = _threshold(held_out[asked], real)
    means, scales, weights, bias = _logistic(matrix, labels, ridge)
    fitted = Calibration(
        selector=selector,
        threshold=threshold,
        features=tuple(features),
        means=tuple(round(float(v), 6) for v in means),
        scales=tuple(round(float(v), 6) for v in scales),
        weights=tuple(round(float(v), 6) for v in weights),
        bias=round(float(bias), 6),
        n_questions=len(real),
    )
    return replace(
        fitted,
        reliability=tuple(map(_rounded, reliability(held_out[asked], labels[asked] > 0))),
        expected=_expected(held_out[asked], real, threshold),
    )


def _speaking_for(
    observations: Sequence[Observation], labels: NDArray[np.float64], features: Sequence[str], ridge: float
) -> tuple[str, ...]:
    """``features`` without those that must not count against an answer and would, the worst one at a time."""
    while True:
        _, _, weights, _ = _logistic(_matrix(observations, features), labels, ridge)
        against = {name: w for name, w in zip(features, weights, strict=True) if name in NEVER_AGAINST and w < 0}
        if not against:
            return tuple(features)
        worst = min(against, key=against.__getitem__)
        features = [name for name in features if name != worst]


def _matrix(observations: Sequence[Observation], features: Sequence[str]) -> NDArray[np.float64]:
    return np.array([[o.values[name] for name in features] for o in observations], dtype=float)


def _logistic(
    matrix: NDArray[np.float64], labels: NDArray[np.float64], ridge: float
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64], float]:
    means = matrix.mean(axis=0)
    scales = matrix.std(axis=0)
    scales[scales < 1e-6] = 1.0
    design = np.hstack([(matrix - means) / scales, np.ones((len(matrix), 1))])
    penalty = np.full(design.shape[1], ridge)
    penalty[-1] = 1e-6
    beta = np.zeros(design.shape[1])
    for _ in range(50):
        probability = 1 / (1 + np.exp(-np.clip(design @ beta, -30, 30)))
        gradient = design.T @ (labels - probability) - penalty * beta
        hessian = (design * (probability * (1 - probability))[:, None]).T @ design + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta += step
        if float(np.abs(step).max()) < 1e-8:
            break
    return means, scales, beta[:-1], float(beta[-1])


def _folds(observations: Sequence[Observation]) -> NDArray[np.int64]:
    order: dict[str, int] = {}
    for i, observation in enumerate(observations):
        order.setdefault(observation.group or f"#{i}", len(order))
    return np.array([order[o.group or f"#{i}"] % _FOLDS for i, o in enumerate(observations)])


def _cross_validated(
    matrix: NDArray[np.float64], labels: NDArray[np.float64], folds: NDArray[np.int64], ridge: float
) -> NDArray[np.float64]:
    held_out = np.full(len(labels), labels.mean())
    for fold in range(_FOLDS):
        test = folds == fold
        if not test.any() or len(set(labels[~test])) < 2:
            continue
        means, scales, weights, bias = _logistic(matrix[~test], labels[~test], ridge)
        logits = ((matrix[test] - means) / scales) @ weights + bias
        held_out[test] = 1 / (1 + np.exp(-np.clip(logits, -30, 30)))
    return held_out


def _counts(held_out: NDArray[np.float64], observations: Sequence[Observation], threshold: float) -> dict[str, int]:
    answered = [bool(p >= threshold) for p in held_out]
    pairs = list(zip(answered, observations, strict=True))
    return {
        "answered": sum(answered),
        "answered_right": sum(a and o.answerable and o.right for a, o in pairs),
        "answerable": sum(o.answerable for o in observations),
        "refused": len(answered) - sum(answered),
        "refused_right": sum(not a and not o.answerable for a, o in pairs),
        "unanswerable": sum(not o.answerable for o in observations),
    }


def _threshold(held_out: NDArray[np.float64], observations: Sequence[Observation]) -> float:
    answerable = np.array([o.answerable for o in observations])
    right = np.array([o.right for o in observations])
    levels = np.unique(np.round(held_out, 3)).clip(0.01, 0.99)
    return round(float(max(levels, key=lambda level: (worth(held_out >= level, answerable, right), level))), 4)


def _wilson(hits: int, n: int) -> Expected:
    if n == 0:
        return Expected(0.0, 0.0, 1.0)
    share = hits / n
    centre = (share + _Z95**2 / (2 * n)) / (1 + _Z95**2 / n)
    half = _Z95 * math.sqrt(share * (1 - share) / n + _Z95**2 / (4 * n * n)) / (1 + _Z95**2 / n)
    return Expected(round(share, 4), round(max(centre - half, 0.0), 4), round(min(centre + half, 1.0), 4))


def _expected(
    held_out: NDArray[np.float64], observations: Sequence[Observation], threshold: float
) -> dict[str, Expected]:
    count = _counts(held_out, observations, threshold)
    return {
        "answered_precision": _wilson(count["answered_right"], count["answered"]),
        "answered_recall": _wilson(count["answered_right"], count["answerable"]),
        "refusal_precision": _wilson(count["refused_right"], count["refused"]),
        "refusal_recall": _wilson(count["refused_right"], count["unanswerable"]),
    }


def _rounded(found: Bin) -> Bin:
    return replace(found, confidence=round(found.confidence, 4), observed=round(found.observed, 4))
