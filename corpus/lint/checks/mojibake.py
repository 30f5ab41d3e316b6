"""Text that was decoded wrongly and could not be repaired when it was read."""

from collections.abc import Iterator

from corpus.article import Article
from corpus.lint.finding import Finding, Severity
from corpus.repair import is_garbled


def mojibake(article: Article) -> Iterator[Finding]:
    """An error for each garbled sentence, and for a garbled title."""
    if is_garbled(article.title):
        yield Finding("mojibake", Severity.ERROR, article.id, f"the title is garbled: {article.title[:80]!r}")
    for n, sentence in enumerate(article.sentences):
        text = article.sentence_text(n)
        if is_garbled(text):
            yield Finding("mojibake", Severity.ERROR, article.id, "garbled text", sentence.start, text)
