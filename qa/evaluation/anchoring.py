"""Where a gold quote stands in its article, and where it went when the article was revised."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from corpus import Article

# Indel similarity from which a sentence is the same one reworded: a changed number or name stays above it in a
# sentence of ten words, another sentence on the same subject stays below.
SAME_SENTENCE = 80.0
_MAX_SENTENCES = 4
_CHUNK = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Span:
    """Offsets into the article's text, and the sentences ``first`` to ``last`` (inclusive) that they touch."""

    start: int
    end: int
    first: int
    last: int


def locate(article: Article, quote: str) -> Span | None:
    """Where ``quote`` stands word for word, white space collapsed; ``None`` if it does not."""
    collapsed, offsets = _collapsed(article.text)
    wanted = " ".join(quote.split())
    at = collapsed.find(wanted)
    if not wanted or at < 0:
        return None
    start, end = offsets[at], offsets[at + len(wanted) - 1] + 1
    touched = [n for n, s in enumerate(article.sentences) if s.start < end and start < s.end]
    return Span(start, end, touched[0], touched[-1]) if touched else None


def numbers_of(article: Article, quotes: tuple[str, ...]) -> tuple[int, ...]:
    """Ascending citation numbers that the article prints in the sentences of ``quotes``."""
    found: set[int] = set()
    for quote in quotes:
        span = locate(article, quote)
        if span is not None:
            for n in range(span.first, span.last + 1):
                found.update(article.citations_of(n))
    return tuple(sorted(found))


def moved(article: Article, quote: str) -> str | None:
    """What ``quote`` reads like in a revised article, white space collapsed; ``None`` if nothing is like it."""
    best = max(_stretches(article), key=lambda text: fuzz.ratio(quote, text), default="")
    return best if fuzz.ratio(quote, best) >= SAME_SENTENCE else None


def _stretches(article: Article) -> Iterator[str]:
    for first in range(len(article.sentences)):
        for last in range(first, min(first + _MAX_SENTENCES, len(article.sentences))):
            stretch = article.text[article.sentences[first].start : article.sentences[last].end]
            if last > first and "\n\n" in stretch:
                break
            yield " ".join(stretch.split())


def _collapsed(text: str) -> tuple[str, list[int]]:
    """``text`` with white space collapsed, and the offset in ``text`` of each of its characters."""
    parts: list[str] = []
    offsets: list[int] = []
    for chunk in _CHUNK.finditer(text):
        if parts:
            parts.append(" ")
            offsets.append(chunk.start() - 1)
        parts.append(chunk.group())
        offsets.extend(range(chunk.start(), chunk.end()))
    return "".join(parts), offsets
