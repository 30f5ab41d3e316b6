"""Whether the quotes answer, over answerable questions; a refused one is a miss."""

from qa.evaluation.matching import is_quoted
from qa.evaluation.metrics.metric import Metric, is_single, mean_of
from qa.evaluation.result import TurnResult


def _hit_of(style: str) -> Metric:
    return mean_of(
        f"answer_hit.{style}",
        f"answered right, {style} style",
        lambda result: float(result.hit),
        lambda result: is_single(result) and result.style == style,
    )


def sentence_recall(result: TurnResult) -> float:
    """Share of an alternative's sentences that are quoted, of the best alternative."""
    quotes = [(quote.article_id, quote.text) for quote in result.quotes]
    return max(
        sum(is_quoted(s, [text for article, text in quotes if article == answer.article_id]) for s in answer.quotes)
        / len(answer.quotes)
        for answer in result.answers
    )


def _is_answered_single(result: TurnResult) -> bool:
    return is_single(result) and result.answered


def _wrong_passage(result: TurnResult) -> float:
    return float(not result.hit and any(quote.article_id in result.relevant for quote in result.quotes))


ANSWER_HIT = mean_of("answer_hit", "answered right", lambda result: float(result.hit), is_single)
SENTENCE_RECALL = mean_of(
    "sentence_recall", "share of the sentences that answer which are quoted", sentence_recall, is_single
)
WRONG_PASSAGE = mean_of(
    "wrong_passage", "the right article, but not the sentences that answer", _wrong_passage, is_single,
    better="lower", worst=1.0,
)  # fmt: skip
ANSWERED_PRECISION = mean_of(
    "answered_precision", "of the answered items, the share answered right",
    lambda result: float(result.hit), lambda result: result.kind in {"single", "unanswerable"} and result.answered,
)  # fmt: skip
CONVERSATION_HIT = mean_of(
    "conversation_hit", "answered right, all turns of conversations", lambda result: float(result.hit),
    lambda result: result.kind == "conversation" and result.answerable,
)  # fmt: skip
METRICS = (
    ANSWER_HIT,
    *map(_hit_of, ("question", "search", "claim")),
    SENTENCE_RECALL,
    WRONG_PASSAGE,
    ANSWERED_PRECISION,
    CONVERSATION_HIT,
)
