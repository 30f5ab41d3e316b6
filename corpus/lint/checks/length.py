"""Articles so short or long that something was lost or swept in."""

from collections.abc import Iterator

from corpus.article import Article
from corpus.lint.finding import Finding, Severity

_MIN_WORDS = 40
_MAX_WORDS = 8000


def length(article: Article) -> Iterator[Finding]:
    """A warning under 40 and over 8,000 words."""
    n_words = len(article.text.split())
    if n_words < _MIN_WORDS:
        yield Finding("length", Severity.WARNING, article.id, f"very short: {n_words} words")
    elif n_words > _MAX_WORDS:
        yield Finding("length", Severity.WARNING, article.id, f"very long: {n_words:,} words")
