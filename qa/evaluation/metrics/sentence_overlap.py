"""Which quoted sentences answer, and how many of those that answer are quoted, over single items."""

from qa.evaluation.matching import SHARE, covered, is_quoted
from qa.evaluation.metrics.metric import mean_of
from qa.evaluation.metrics.selecting import is_single
from qa.evaluation.result import TurnResult


def precision(result: TurnResult) -> float:
    """Share of the quoted sentences that are one of any alternative, or part of one; 0 where nothing is quoted."""
    given = [(quote.article_id, sentence) for quote in result.quotes for sentence in quote.sentences]
    return sum(_is_gold(result, *one) for one in given) / len(given) if given else 0.0


def recall(result: TurnResult) -> float:
    """Share of an alternative's sentences that are quoted, of the best alternative."""
    return max(
        sum(
            is_quoted(sentence, [quote.text for quote in result.quotes if quote.article_id == answer.article_id])
            for sentence in answer.quotes
        )
        / len(answer.quotes)
        for answer in result.answers
    )


def f1(result: TurnResult) -> float:
    """Harmonic mean of the two."""
    p, r = precision(result), recall(result)
    return 2 * p * r / (p + r) if p + r else 0.0


def _is_gold(result: TurnResult, article_id: str, sentence: str) -> bool:
    # A gold quote may span two of the article's sentences, or be part of one.
    return any(
        covered(sentence, gold) >= SHARE or covered(gold, sentence) >= SHARE
        for answer in result.answers
        if answer.article_id == article_id
        for gold in answer.quotes
    )


METRICS = (
    mean_of("sentence_precision", "share of the quoted sentences that answer", precision, is_single),
    mean_of("sentence_recall", "share of the sentences that answer which are quoted", recall, is_single),
    mean_of("sentence_f1", "harmonic mean of the two, a question", f1, is_single),
)
