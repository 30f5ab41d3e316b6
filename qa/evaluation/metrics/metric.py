"""A metric is data and a function over results."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from qa.evaluation.result import TurnResult


@dataclass(frozen=True, slots=True)
class Metric:
    """``over`` gives the value for results that ``applies`` to; ``worst`` where there are none of them to score.

    ``per_turn`` is set where the value is a mean over turns: then runs can be compared turn by turn.
    """

    name: str
    meaning: str
    better: Literal["higher", "lower"]
    worst: float
    applies: Callable[[TurnResult], bool]
    over: Callable[[Sequence[TurnResult]], float]
    per_turn: Callable[[TurnResult], float] | None = None

    def value(self, results: Sequence[TurnResult]) -> float | None:
        """The metric over ``results``; ``None`` if none of them is of its kind."""
        chosen = [result for result in results if self.applies(result)]
        return self.over(chosen) if chosen else None


def mean_of(
    name: str,
    meaning: str,
    per_turn: Callable[[TurnResult], float],
    applies: Callable[[TurnResult], bool],
    *,
    better: Literal["higher", "lower"] = "higher",
    worst: float = 0.0,
) -> Metric:
    """The mean of ``per_turn`` over the turns it applies to."""

    def mean(results: Sequence[TurnResult]) -> float:
        return sum(map(per_turn, results)) / len(results)

    return Metric(name, meaning, better, worst, applies, mean, per_turn)


def is_single(result: TurnResult) -> bool:
    """An answerable question without a history."""
    return result.kind == "single"


def is_decided(result: TurnResult) -> bool:
    """A single or unanswerable item: over these, refusing is right or wrong."""
    return result.kind in {"single", "unanswerable"}
