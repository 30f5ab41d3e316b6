"""Whether quotes stand letter for letter where they say, over answered turns of every kind."""

from collections.abc import Sequence

from qa.evaluation.metrics.metric import Metric
from qa.evaluation.metrics.selecting import is_answered
from qa.evaluation.result import TurnResult


def verbatim(results: Sequence[TurnResult]) -> float:
    """Share of quotes that are exactly the article's text at their offsets; anything below 1 is a defect."""
    quotes = [quote for result in results for quote in result.quotes]
    return sum(quote.verbatim for quote in quotes) / len(quotes)


METRICS = (
    Metric("verbatim", "quotes that stand letter for letter at their offsets", "higher", 0.0, is_answered, verbatim),
)
