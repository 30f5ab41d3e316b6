"""Whether a gold sentence was quoted.

A gold sentence counts as quoted when at least 0.8 of its words (markers, case and punctuation ignored) stand in one
quote, in runs of three or more; a sentence of fewer than three words must stand there whole.
"""

import re
from collections.abc import Sequence

from qa.evaluation.gold import GoldAnswer

_MARKER = re.compile(r"\[\d+(?:\s*[,–-]\s*\d+)*\]")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SHARE = 0.8
_RUN = 3


def words(text: str) -> list[str]:
    """The words of ``text``, folded, without citation markers."""
    return [word.replace("’", "'") for word in _WORD.findall(_MARKER.sub(" ", text).lower())]


def covered(sentence: str, quote: str) -> float:
    """Share of the words of ``sentence`` that stand in ``quote`` in runs of three or more."""
    wanted, given = words(sentence), words(quote)
    if not wanted:
        return 0.0
    run = min(_RUN, len(wanted))
    runs = {tuple(given[n : n + run]) for n in range(len(given) - run + 1)}
    held = [False] * len(wanted)
    for n in range(len(wanted) - run + 1):
        if tuple(wanted[n : n + run]) in runs:
            held[n : n + run] = [True] * run
    return sum(held) / len(wanted)


def is_quoted(sentence: str, quotes: Sequence[str]) -> bool:
    """Whether one of ``quotes`` holds ``sentence``."""
    return any(covered(sentence, quote) >= _SHARE for quote in quotes)


def is_hit(answers: Sequence[GoldAnswer], quotes: Sequence[tuple[str, str]]) -> bool:
    """Whether all sentences of at least one alternative are quoted from its article; ``quotes`` are (article, text)."""
    return any(
        all(
            is_quoted(sentence, [text for article, text in quotes if article == answer.article_id])
            for sentence in answer.quotes
        )
        for answer in answers
    )
