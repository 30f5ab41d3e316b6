"""Two runs over the same gold, turn by turn: what changed, and whether chance explains it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.errors import GoldError
from qa.evaluation.intervals import bounds
from qa.evaluation.metrics.metric import Metric
from qa.evaluation.metrics.registry import ALL
from qa.evaluation.result import Run, TurnResult

N_SWAPS = 2000
_NOISE = 1e-12


@dataclass(frozen=True, slots=True)
class Difference:
    """A metric of both runs; ``difference`` is ``second`` less ``first``, ``low`` to ``high`` its 95 % interval.

    ``wins``, ``ties`` and ``losses`` count turns on which the second run is better, the same or worse; ``None`` for
    metrics that have no value a turn. ``p`` is that of the randomization test.
    """

    metric: Metric
    first: float
    second: float
    low: float
    high: float
    p: float
    wins: int | None = None
    ties: int | None = None
    losses: int | None = None

    @property
    def difference(self) -> float:
        return self.second - self.first

    @property
    def p_text(self) -> str:
        """``p`` with three decimals; never 0, which no test can tell."""
        return "<0.001" if self.p < 0.001 else f"{self.p:.3f}"

    @property
    def gain(self) -> float:
        """The difference, above zero where the second run is better."""
        return self.difference if self.metric.better == "higher" else -self.difference


@dataclass(frozen=True, slots=True)
class Comparison:
    """``changed`` are the turns whose quotes or status differ, those whose outcome differs first; ``n_left_out`` turns
    are held by one run only.
    """

    first: Run
    second: Run
    differences: tuple[Difference, ...]
    changed: tuple[tuple[TurnResult, TurnResult], ...]
    n_left_out: int = 0

    def of(self, name: str) -> Difference:
        """The difference in one metric. Raises :class:`GoldError` if the runs don't have it."""
        for difference in self.differences:
            if difference.metric.name == name:
                return difference
        known = ", ".join(difference.metric.name for difference in self.differences)
        raise GoldError(f"The runs have no metric {name!r}. They have: {known}.")


def compare(first: Run, second: Run, *, seed: int = 0, partial: bool = False) -> Comparison:
    """Pair the turns of two runs over the same gold; ``partial`` leaves out the turns that only one of them holds.

    Raises :class:`GoldError` if the runs hold different turns (with ``partial``: share none), or asked different things
    under one id.
    """
    pairs, n_left_out = _paired(first, second, partial=partial)
    return Comparison(
        first,
        second,
        tuple(found for metric in ALL if (found := _difference(metric, pairs, seed)) is not None),
        tuple(sorted((pair for pair in pairs if _told(pair[0]) != _told(pair[1])), key=_same_outcome)),
        n_left_out,
    )


def as_json(comparison: Comparison) -> dict[str, Any]:
    """For machines: metric name to values, difference, interval, p and counts."""
    return {
        "generations": [comparison.first.generation, comparison.second.generation],
        "left_out": comparison.n_left_out,
        "changed": [{"item_id": b.item_id, "turn": b.turn} for _, b in comparison.changed],
        "metrics": {
            one.metric.name: {
                "first": round(one.first, 4),
                "second": round(one.second, 4),
                "difference": round(one.difference, 4),
                "low": round(one.low, 4),
                "high": round(one.high, 4),
                "p": round(one.p, 4),
                "wins": one.wins,
                "ties": one.ties,
                "losses": one.losses,
                "better": one.metric.better,
            }
            for one in comparison.differences
        },
    }


def _told(result: TurnResult) -> tuple[object, ...]:
    return result.outcome, tuple((quote.article_id, quote.text) for quote in result.quotes)


def _same_outcome(pair: tuple[TurnResult, TurnResult]) -> bool:
    return pair[0].outcome == pair[1].outcome


def _paired(first: Run, second: Run, *, partial: bool) -> tuple[list[tuple[TurnResult, TurnResult]], int]:
    """The turns that both runs hold, and how many only one of them holds."""
    firsts, seconds = ({result.key: result for result in run.results} for run in (first, second))
    pairs = [(a, seconds[key]) for key, a in firsts.items() if key in seconds]
    if not pairs:
        raise GoldError("The runs share no question: they were made with other gold files. Evaluate both on the same.")
    only_first, only_second = len(firsts) - len(pairs), len(seconds) - len(pairs)
    if (only_first or only_second) and not partial:
        raise GoldError(
            f"The runs hold different turns: {len(pairs)} stand in both, {only_first} in the first only and "
            f"{only_second} in the second only. Evaluate both on the same gold, or compare what they share: --partial."
        )
    for a, b in pairs:
        if (a.question, a.answers) != (b.question, b.answers):
            raise GoldError(
                f"Item {a.item_id}, turn {a.turn}, asks or expects something else in the two runs. Evaluate both alike."
            )
    return pairs, only_first + only_second


def _difference(metric: Metric, pairs: Sequence[tuple[TurnResult, TurnResult]], seed: int) -> Difference | None:
    a, b = (metric.value([pair[side] for pair in pairs]) for side in (0, 1))
    if a is None or b is None:
        return None
    sampled = _by_turn if metric.per_turn is not None else _by_set
    drawn, swapped = sampled(metric, pairs, np.random.default_rng(seed))
    # Smucker et al. 2007, doi:10.1145/1321440.1321528. The observed labelling is one of all, hence the ones.
    p = (1 + int((np.abs(swapped) >= abs(b - a) - _NOISE).sum())) / (1 + len(swapped))
    low, high = bounds(drawn)
    return Difference(metric, a, b, low, high, p, *_counts(metric, pairs))


def _counts(
    metric: Metric, pairs: Sequence[tuple[TurnResult, TurnResult]]
) -> tuple[int | None, int | None, int | None]:
    if metric.per_turn is None:
        return None, None, None
    sign = 1 if metric.better == "higher" else -1
    gains = [
        sign * (metric.per_turn(b) - metric.per_turn(a)) for a, b in pairs if metric.applies(a) and metric.applies(b)
    ]
    wins, losses = sum(gain > _NOISE for gain in gains), sum(gain < -_NOISE for gain in gains)
    return wins, len(gains) - wins - losses, losses


def _by_turn(
    metric: Metric, pairs: Sequence[tuple[TurnResult, TurnResult]], random: np.random.Generator
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Differences over bootstrap draws of items, and over random swaps of the runs on items."""
    places = {item: n for n, item in enumerate(dict.fromkeys(a.item_id for a, _ in pairs))}
    sums, counts = np.zeros((2, len(places))), np.zeros((2, len(places)))
    for pair in pairs:
        for side, result in enumerate(pair):
            if metric.per_turn is not None and metric.applies(result):
                sums[side, places[result.item_id]] += metric.per_turn(result)
                counts[side, places[result.item_id]] += 1
    draws = random.integers(0, len(places), (N_SWAPS, len(places)))
    drawn = _mean(sums[1][draws], counts[1][draws]) - _mean(sums[0][draws], counts[0][draws])
    flips = random.random((N_SWAPS, len(places))) < 0.5
    swapped = _mean(np.where(flips, sums[0], sums[1]), np.where(flips, counts[0], counts[1])) - _mean(
        np.where(flips, sums[1], sums[0]), np.where(flips, counts[1], counts[0])
    )
    return drawn[np.isfinite(drawn)], swapped[np.isfinite(swapped)]


def _mean(sums: NDArray[np.float64], counts: NDArray[np.float64]) -> NDArray[np.float64]:
    totals = counts.sum(axis=1)
    means = np.full(len(totals), np.nan)
    np.divide(sums.sum(axis=1), totals, out=means, where=totals > 0)
    return means


def _by_set(
    metric: Metric, pairs: Sequence[tuple[TurnResult, TurnResult]], random: np.random.Generator
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """:func:`_by_turn` for a metric that has a value over a set only. Turns are drawn, fewer times for the effort."""
    drawn, swapped = [], []
    for _ in range(N_SWAPS // 4):
        chosen = [pairs[n] for n in random.integers(0, len(pairs), len(pairs))]
        drawn.append(_gap(metric, chosen))
        flips = random.random(len(pairs)) < 0.5
        swapped.append(_gap(metric, [(b, a) if flip else (a, b) for (a, b), flip in zip(pairs, flips, strict=True)]))
    return np.array([d for d in drawn if d is not None]), np.array([d for d in swapped if d is not None])


def _gap(metric: Metric, pairs: Sequence[tuple[TurnResult, TurnResult]]) -> float | None:
    a, b = (metric.value([pair[side] for pair in pairs]) for side in (0, 1))
    return None if a is None or b is None else b - a
