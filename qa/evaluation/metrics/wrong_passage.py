"""The right article, but not the sentences that answer, over single items."""

from qa.evaluation.metrics.metric import mean_of
from qa.evaluation.metrics.selecting import is_single

METRICS = (
    mean_of(
        "wrong_passage", "quotes the right article, but not the sentences that answer",
        lambda result: float(result.outcome == "wrong passage"), is_single, better="lower", worst=1.0,
    ),
)  # fmt: skip
