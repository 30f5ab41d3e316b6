"""How long answering takes, in milliseconds."""

from collections.abc import Callable, Sequence

import numpy as np

from qa.evaluation.metrics.metric import Metric
from qa.evaluation.result import TurnResult


def _percentile(percent: float) -> Callable[[Sequence[TurnResult]], float]:
    def over(results: Sequence[TurnResult]) -> float:
        return float(np.percentile([result.took_ms for result in results], percent))

    return over


METRICS = tuple(
    Metric(f"latency_p{percent}", "milliseconds a question", "lower", 1e9, lambda _: True, _percentile(percent))
    for percent in (50, 95)
)
