"""Whether the quotes answer; a refused question that the archive answers is a miss."""

from qa.evaluation.gold import STYLES
from qa.evaluation.metrics.metric import Metric, mean_of
from qa.evaluation.metrics.selecting import is_conversation, is_single
from qa.evaluation.result import TurnResult


def _hit(result: TurnResult) -> float:
    return float(result.hit)


def _of_style(style: str) -> Metric:
    return mean_of(
        f"answer_hit.{style}",
        f"answered right, {style} style",
        _hit,
        lambda result: is_single(result) and result.style == style,
    )


METRICS = (
    mean_of("answer_hit", "answered right: an alternative's sentences are all quoted", _hit, is_single),
    *map(_of_style, STYLES),
    mean_of("answer_hit.conversation", "answered right, all turns of conversations", _hit, is_conversation),
)
