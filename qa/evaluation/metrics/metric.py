"""A metric is data and a function over results."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from qa.evaluation.result import TurnResult

Better = Literal["higher", "lower"]


@dataclass(frozen=True, slots=True)
class Metric:
    """``over`` gives the value over results that ``applies`` to (never none); ``worst`` is what a missing turn scores.

    ``per_turn`` is set where the value is a mean over turns: then two runs can be compared turn by turn.
    """

    name: str
    meaning: str
    better: Better
    worst: float
    applies: Callable[[TurnResult], bool]
    over: Callable[[Sequence[TurnResult]], float]
    per_turn: Callable[[TurnResult], float] | None = None

    def value(self, results: Sequence[TurnResult]) -> float | None:
        """The metric over ``results``; ``None`` if it applies to none of them."""
        chosen = [result for result in results if self.applies(result)]
        return self.over(chosen) if chosen else None


def mean_of(
    name: str,
    meaning: str,
    per_turn: Callable[[TurnResult], float],
    applies: Callable[[TurnResult], bool],
    *,
    better: Better = "higher",
    worst: float = 0.0,
) -> Metric:
    """The mean of ``per_turn`` over the turns it applies to; a missing turn scores ``worst``."""

    def score(result: TurnResult) -> float:
        return worst if result.missing else per_turn(result)

    def mean(results: Sequence[TurnResult]) -> float:
        return sum(map(score, results)) / len(results)

    return Metric(name, meaning, better, worst, applies, mean, score)
