"""What an answer is worth, over answered single and unanswerable items."""

from qa.evaluation.metrics.metric import mean_of
from qa.evaluation.metrics.selecting import is_decided_answer

METRICS = (
    mean_of(
        "answered_precision", "of the answered items, the share answered right",
        lambda result: float(result.hit), is_decided_answer,
    ),
)  # fmt: skip
