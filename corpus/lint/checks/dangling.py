"""Numbers that the text cites and no source stands for."""

from collections.abc import Iterable, Iterator

from corpus.article import Article
from corpus.lint.finding import Finding, Severity


def dangling(article: Article) -> Iterator[Finding]:
    """An error where the page has a source list without the number; a notice where it has no list at all."""
    missing = article.dangling
    if not missing:
        return
    if not article.sources:
        yield Finding(
            "dangling",
            Severity.NOTICE,
            article.id,
            f"cites {_list(missing)} and lists no sources: readers see bare numbers",
        )
        return
    for n, sentence in enumerate(article.sentences):
        cited = sorted(set(article.citations_of(n)) & set(missing))
        if cited:
            yield Finding(
                "dangling", Severity.ERROR, article.id, f"cites {_list(cited)}, which the source list lacks",
                sentence.start, article.sentence_text(n),
            )  # fmt: skip


def _list(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))
