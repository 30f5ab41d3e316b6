"""Sentences that look like what sites print around their articles."""

import re
from collections.abc import Iterator

from corpus.article import Article
from corpus.boilerplate import is_boilerplate
from corpus.lint.finding import Finding, Severity

_SUSPECT = re.compile(
    r"\b(?:sign up for|subscribe to|follow us on|click here to|all rights reserved|cookie (?:policy|settings)|"
    r"share this (?:article|story|page)|read more:|donate (?:now|today)|your (?:gift|donation)|newsletter)\b|©",
    re.IGNORECASE,
)
_MAX_LENGTH = 200


def boilerplate(article: Article) -> Iterator[Finding]:
    """An error for a line the site is known to print, a warning for one that only sounds like it."""
    for n, sentence in enumerate(article.sentences):
        text = article.sentence_text(n)
        if len(text) > _MAX_LENGTH:
            continue
        known = is_boilerplate(text)
        if known or _SUSPECT.search(text):
            severity = Severity.ERROR if known else Severity.WARNING
            yield Finding("boilerplate", severity, article.id, "boilerplate suspected", sentence.start, text)
