"""A claim that is quoted without what was found, over answered turns of every kind."""

from qa.evaluation.metrics.metric import mean_of
from qa.evaluation.metrics.selecting import is_answered
from qa.evaluation.result import TurnResult


def restates_alone(result: TurnResult) -> bool:
    """Whether some article is quoted with nothing but sentences that restate its claim."""
    by_article: dict[str, list[bool]] = {}
    for quote in result.quotes:
        by_article.setdefault(quote.article_id, []).extend(quote.restating)
    return any(all(restating) for restating in by_article.values())


METRICS = (
    mean_of(
        "restated_alone", "answers that quote an article's claim without its finding",
        lambda result: float(restates_alone(result)), is_answered, better="lower", worst=1.0,
    ),
)  # fmt: skip
