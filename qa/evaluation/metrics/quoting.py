"""Whether quotes keep the rules that never bend, and how long answers are."""

from collections.abc import Sequence

from qa.evaluation.metrics.metric import Metric, mean_of
from qa.evaluation.result import TurnResult


def _is_answered(result: TurnResult) -> bool:
    return result.answered and bool(result.quotes)


def _verbatim(results: Sequence[TurnResult]) -> float:
    quotes = [quote for result in results for quote in result.quotes]
    return sum(quote.verbatim for quote in quotes) / len(quotes)


def _citations(results: Sequence[TurnResult]) -> float:
    quotes = [quote for result in results for quote in result.quotes]
    return sum(quote.numbers == quote.own_numbers for quote in quotes) / len(quotes)


def _restates(result: TurnResult) -> float:
    return float(all(quote.restates_only for quote in result.quotes))


def _sentences(result: TurnResult) -> float:
    return float(sum(quote.n_sentences for quote in result.quotes))


def _words(result: TurnResult) -> float:
    return float(sum(len(quote.text.split()) for quote in result.quotes))


METRICS = (
    Metric("verbatim", "quotes that stand letter for letter at their offsets", "higher", 0.0, _is_answered, _verbatim),
    Metric(
        "citations_exact",
        "quotes whose sentence-scope numbers are exactly those printed in them",
        "higher",
        0.0,
        _is_answered,
        _citations,
    ),
    mean_of(
        "restated_alone", "answers that only restate the claim", _restates, _is_answered, better="lower", worst=1.0
    ),
    mean_of("quoted_sentences", "sentences an answer", _sentences, _is_answered, better="lower", worst=99.0),
    mean_of("quoted_words", "words an answer", _words, _is_answered, better="lower", worst=999.0),
)
