"""Sentences that speak of a day after the check."""

from collections.abc import Iterator

from corpus.article import Article
from corpus.dates import all_dates
from corpus.lint.finding import Finding, Severity


def later_events(article: Article) -> Iterator[Finding]:
    """A warning for each such sentence: the date of the check is wrong, or the text was changed without saying so.

    Only dates with a month count; "by 2030" is a forecast.
    """
    if article.checked_on is None:
        return
    for n, sentence in enumerate(article.sentences):
        later = [day for day in all_dates(article.sentence_text(n)) if day > article.checked_on]
        if later:
            yield Finding(
                "later-event", Severity.WARNING, article.id,
                f"checked on {article.checked_on}, speaks of {max(later):%B %Y}",
                sentence.start, article.sentence_text(n),
            )  # fmt: skip
