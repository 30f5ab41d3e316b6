"""All metrics, in the order in which they are shown."""

from qa.evaluation.metrics import answering, following, latency, quoting, ranking, refusing
from qa.evaluation.metrics.metric import Metric

ALL: tuple[Metric, ...] = (
    *ranking.METRICS,
    *answering.METRICS,
    *refusing.METRICS,
    *quoting.METRICS,
    *following.METRICS,
    *latency.METRICS,
)
BY_NAME = {metric.name: metric for metric in ALL}
