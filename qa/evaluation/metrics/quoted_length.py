"""How much a reader has to read, over answered turns of every kind."""

from qa.evaluation.metrics.metric import mean_of
from qa.evaluation.metrics.selecting import is_answered
from qa.evaluation.result import TurnResult


def _sentences(result: TurnResult) -> float:
    return float(sum(len(quote.sentences) for quote in result.quotes))


def _words(result: TurnResult) -> float:
    return float(sum(len(quote.text.split()) for quote in result.quotes))


METRICS = (
    mean_of("quoted_sentences", "sentences an answer", _sentences, is_answered, better="lower", worst=100.0),
    mean_of("quoted_words", "words an answer", _words, is_answered, better="lower", worst=1000.0),
)
