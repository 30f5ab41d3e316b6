"""The article's own citation numbers of a run of sentences."""

from corpus import Article
from qa.answer import Citation, Scope


def citations(article: Article, first: int, last: int) -> tuple[Citation, ...]:
    """Numbers printed in sentences ``first`` to ``last`` (inclusive), and those that a sentence without any shares with
    its paragraph.
    """
    sentence: set[int] = set()
    paragraph: set[int] = set()
    for n in range(first, last + 1):
        sentence.update(article.citations_of(n))
        paragraph.update(article.paragraph_citations_of(n))
    return tuple(
        Citation(number, Scope.SENTENCE if number in sentence else Scope.PARAGRAPH, article.source(number))
        for number in sorted(sentence | paragraph)
    )
