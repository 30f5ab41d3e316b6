"""How long answering takes, in milliseconds, altogether and stage by stage."""

from collections.abc import Sequence

import numpy as np

from qa.evaluation.metrics.metric import Metric
from qa.evaluation.result import MISSING_MS, TurnResult

STAGES = ("resolve", "retrieve", "select", "compose", "confidence", "suggest")
"""Stages of answering that the answerer times."""


def _total(percent: int) -> Metric:
    def over(results: Sequence[TurnResult]) -> float:
        return float(np.percentile([result.took_ms for result in results], percent))

    return Metric(f"latency_p{percent}", "milliseconds a question", "lower", MISSING_MS, lambda _: True, over)


def _of_stage(stage: str, percent: int) -> Metric:
    def over(results: Sequence[TurnResult]) -> float:
        return float(np.percentile([result.timings_ms.get(stage, MISSING_MS) for result in results], percent))

    def applies(result: TurnResult) -> bool:
        return result.missing or stage in result.timings_ms

    return Metric(f"latency_p{percent}.{stage}", f"milliseconds, stage {stage}", "lower", MISSING_MS, applies, over)


METRICS = (
    *map(_total, (50, 95)),
    *(_of_stage(stage, percent) for stage in STAGES for percent in (50, 95)),
)
