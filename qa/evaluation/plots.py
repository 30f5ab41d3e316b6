"""Plots of a run as points that a template draws; both axes run from 0 to 1."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa.evaluation.diagnosis import threshold
from qa.evaluation.metrics.reliability import bins_of
from qa.evaluation.metrics.risk_coverage import risks
from qa.evaluation.metrics.selecting import is_decided
from qa.evaluation.result import TurnResult
from qa.evaluation.trade import Trade, trade
from qa.statistics import Bin

_BARS = 20


@dataclass(frozen=True, slots=True)
class Bar:
    """Items with a confidence from ``low`` to ``high``: drafts that are right, drafts that are wrong though the archive
    answers, and items that it does not answer.
    """

    low: float
    high: float
    right: int
    wrong: int
    unanswerable: int

    @property
    def n(self) -> int:
        return self.right + self.wrong + self.unanswerable


@dataclass(frozen=True, slots=True)
class Plots:
    """``risk`` are (share answered, share wrong) pairs; ``at`` is the one in force, ``threshold`` its confidence."""

    bins: Sequence[Bin]
    risk: Sequence[tuple[float, float]]
    at: tuple[float, float] | None
    bars: Sequence[Bar]
    trade: Sequence[Trade]
    threshold: float | None

    @property
    def tallest(self) -> int:
        return max(bar.n for bar in self.bars)


def plots(results: Sequence[TurnResult]) -> Plots | None:
    """The plots over single and unanswerable items; ``None`` if there are none."""
    chosen = [result for result in results if is_decided(result)]
    if not chosen:
        return None
    curve = risks(chosen)
    answered = [result for result in chosen if result.answered]
    wrong = sum(not result.hit for result in answered)
    return Plots(
        bins=bins_of(chosen),
        risk=[((n + 1) / len(curve), float(risk)) for n, risk in enumerate(curve)],
        at=(len(answered) / len(chosen), wrong / len(answered)) if answered else None,
        bars=_bars(chosen),
        trade=trade(chosen),
        threshold=next((limit for limit in map(threshold, chosen) if limit is not None), None),
    )


def _bars(results: Sequence[TurnResult]) -> list[Bar]:
    counts = [[0, 0, 0] for _ in range(_BARS)]
    for result in results:
        column = 0 if result.supported else 1 if result.answerable else 2
        counts[min(int(result.confidence * _BARS), _BARS - 1)][column] += 1
    return [Bar(n / _BARS, (n + 1) / _BARS, *held) for n, held in enumerate(counts)]
