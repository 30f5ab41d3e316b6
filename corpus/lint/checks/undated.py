"""Articles that don't say when they were checked."""

from collections.abc import Iterator

from corpus.article import Article
from corpus.lint.finding import Finding, Severity


def undated(article: Article) -> Iterator[Finding]:
    """A warning: answers can't say as of when they hold."""
    if article.checked_on is None:
        yield Finding("undated", Severity.WARNING, article.id, "has no date on which it was checked")
