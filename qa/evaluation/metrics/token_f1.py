"""How many words the quotes share with the expected ones, over single items."""

from collections import Counter

from qa.evaluation.matching import words
from qa.evaluation.metrics.metric import mean_of
from qa.evaluation.metrics.selecting import is_single
from qa.evaluation.result import TurnResult

_ARTICLES = frozenset({"a", "an", "the"})


def token_f1(result: TurnResult) -> float:
    """F1 of the bags of words without "a", "an", "the", of the best alternative (Rajpurkar et al. 2016, 1606.05250)."""
    given = _bag(" ".join(quote.text for quote in result.quotes))
    return max(f1(given, _bag(" ".join(answer.quotes))) for answer in result.answers)


def f1(given: Counter[str], expected: Counter[str]) -> float:
    """Harmonic mean of the shares of common words in both bags; 0 if they have none in common."""
    common = (given & expected).total()
    return 2 * common / (given.total() + expected.total()) if common else 0.0


def _bag(text: str) -> Counter[str]:
    return Counter(word for word in words(text) if word not in _ARTICLES)


METRICS = (mean_of("token_f1", "overlap of words with the expected quotes", token_f1, is_single),)
