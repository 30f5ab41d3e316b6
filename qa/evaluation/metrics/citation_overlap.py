"""Whether the answer carries the citation numbers of the sentences that answer.

Over single items with an alternative whose sentences carry numbers. A number counts with its article: ``[1]`` of one
article is not ``[1]`` of another.
"""

from qa.evaluation.metrics.metric import mean_of
from qa.evaluation.metrics.selecting import is_answered, is_single
from qa.evaluation.result import TurnResult

Numbers = frozenset[tuple[str, int]]


def given(result: TurnResult) -> Numbers:
    """Article and number of every citation of sentence scope."""
    return frozenset((quote.article_id, number) for quote in result.quotes for number in quote.numbers)


def overlap(result: TurnResult) -> tuple[float, float]:
    """Precision and recall of the given numbers against the alternative they fit best (by F1)."""
    shown = given(result)
    found = []
    for answer, numbers in zip(result.answers, result.gold_numbers, strict=True):
        expected = frozenset((answer.article_id, number) for number in numbers)
        if expected:
            common = len(shown & expected)
            found.append((common / len(shown) if shown else 0.0, common / len(expected)))
    return max(found, key=lambda pair: (pair[0] * pair[1] / ((pair[0] + pair[1]) or 1.0), pair[1]))


def _is_cited(result: TurnResult) -> bool:
    return is_single(result) and any(result.gold_numbers)


def _exact(result: TurnResult) -> float:
    return sum(quote.numbers == quote.own_numbers for quote in result.quotes) / len(result.quotes)


METRICS = (
    mean_of(
        "citation_precision", "share of the shown numbers that stand in sentences that answer",
        lambda result: overlap(result)[0], _is_cited,
    ),
    mean_of(
        "citation_recall", "share of the numbers of sentences that answer which are shown",
        lambda result: overlap(result)[1], _is_cited,
    ),
    mean_of(
        "citations_exact", "quotes whose numbers are exactly those that the article prints in them", _exact, is_answered
    ),
)  # fmt: skip
