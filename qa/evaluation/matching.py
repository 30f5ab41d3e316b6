"""Whether a gold sentence was quoted.

A gold sentence counts as quoted when at least 0.8 of its words (markers, case and punctuation ignored) stand in one
quote, in runs of three or more. A sentence of one or two words ("No.") has no such run: it counts only where it
stands as a sentence of its own, since "no" inside another sentence says something else.
"""

import re
import unicodedata
from collections.abc import Sequence

from qa.evaluation.gold import GoldAnswer

SHARE = 0.8
RUN = 3

_MARKER = re.compile(r"\[\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\]|<sup>[^<>]*</sup>|[⁰¹²³⁴-⁹]+", re.IGNORECASE)
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\ufeff]")
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_STOP = re.compile(r"[.!?:;…]+(?=\W|$)|\n")


def words(text: str) -> list[str]:
    """The words of ``text``, case folded, without citation markers and punctuation."""
    seen = unicodedata.normalize("NFKC", _UNSEEN.sub("", _MARKER.sub(" ", text))).casefold()
    return [word.replace("’", "'").replace("ʼ", "'") for word in _WORD.findall(seen)]


def covered(sentence: str, quote: str) -> float:
    """Share (0 to 1) of the words of ``sentence`` that stand in ``quote`` in runs of three or more."""
    wanted = words(sentence)
    if len(wanted) < RUN:
        return float(bool(wanted) and any(words(part) == wanted for part in _STOP.split(quote)))
    given = words(quote)
    runs = {tuple(given[n : n + RUN]) for n in range(len(given) - RUN + 1)}
    held = [False] * len(wanted)
    for n in range(len(wanted) - RUN + 1):
        if tuple(wanted[n : n + RUN]) in runs:
            held[n : n + RUN] = [True] * RUN
    return sum(held) / len(wanted)


def is_quoted(sentence: str, quotes: Sequence[str]) -> bool:
    """Whether one of ``quotes`` holds ``sentence``."""
    return any(covered(sentence, quote) >= SHARE for quote in quotes)


def is_hit(answers: Sequence[GoldAnswer], quotes: Sequence[tuple[str, str]]) -> bool:
    """Whether all sentences of at least one alternative are quoted from its article; ``quotes`` are (article, text)."""
    return any(
        all(
            is_quoted(sentence, [text for article, text in quotes if article == answer.article_id])
            for sentence in answer.quotes
        )
        for answer in answers
    )
