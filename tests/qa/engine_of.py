"""A real engine over a few articles: the embedded one, with the hash encoder."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from corpus import Article
from corpus.codec import content_hash
from index import SearchEngine
from index.builder import build
from index.embedded import EmbeddedEngine
from index.encoder import HashEncoder


class Shelf:
    """The part of an article store that building reads, in memory."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = {article.id: article for article in articles}

    def hashes(self) -> Mapping[str, str]:
        return {article_id: content_hash(article) for article_id, article in self._articles.items()}

    def articles(self) -> Iterator[Article]:
        return iter(self._articles.values())


def engine(articles: Sequence[Article], directory: Path) -> SearchEngine:
    """Build ``articles`` into ``directory`` and open them."""
    encoder = HashEncoder()
    build(Shelf(articles), directory, encoder)  # type: ignore[arg-type]
    return EmbeddedEngine.open(directory, encoder)
