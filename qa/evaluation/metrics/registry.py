"""All metrics, in the order in which they are shown."""

from qa.evaluation.metrics import (
    answer_hit,
    answered_precision,
    article_hit,
    auroc,
    citation_overlap,
    follow_up,
    latency,
    mrr,
    ndcg,
    quoted_length,
    recall,
    refusal,
    reliability,
    restated_alone,
    risk_coverage,
    sentence_overlap,
    token_f1,
    verbatim,
    wrong_passage,
)
from qa.evaluation.metrics.metric import Metric

ALL: tuple[Metric, ...] = (
    *answer_hit.METRICS,
    *answered_precision.METRICS,
    *refusal.METRICS,
    *article_hit.METRICS,
    *mrr.METRICS,
    *ndcg.METRICS,
    *recall.METRICS,
    *sentence_overlap.METRICS,
    *token_f1.METRICS,
    *wrong_passage.METRICS,
    *follow_up.METRICS,
    *citation_overlap.METRICS,
    *verbatim.METRICS,
    *restated_alone.METRICS,
    *auroc.METRICS,
    *risk_coverage.METRICS,
    *reliability.METRICS,
    *quoted_length.METRICS,
    *latency.METRICS,
)
BY_NAME = {metric.name: metric for metric in ALL}
