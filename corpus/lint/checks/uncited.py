"""Sources that the text never cites."""

from collections.abc import Iterator

from corpus.article import Article
from corpus.lint.finding import Finding, Severity


def uncited(article: Article) -> Iterator[Finding]:
    """A notice, where the page prints numbers at all."""
    numbers = article.uncited
    if numbers and article.cited:
        yield Finding(
            "uncited", Severity.NOTICE, article.id, f"lists sources never cited: {', '.join(map(str, numbers))}"
        )
