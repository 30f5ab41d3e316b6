"""An engine as if some of its articles were not there: withdrawals hold at once, before the next build."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from corpus import Article
from index.engine import Filters, RetrievedPassages, SearchEngine, SearchResult
from index.passage import Passage


class WithoutArticles:
    """A :class:`SearchEngine` over ``engine`` that never shows the articles called ``withdrawn``.

    What ``engine`` knows of spelling and words stays as it is.
    """

    def __init__(self, engine: SearchEngine, withdrawn: frozenset[str]) -> None:
        self._engine = engine
        known = {article_id: engine.article(article_id) for article_id in withdrawn}
        self._withdrawn = frozenset(article_id for article_id, article in known.items() if article is not None)
        self._texts = frozenset(
            text for article in known.values() if article is not None for text in (article.title, *article.dive_deeper)
        )
        self._passages = sum(len(engine.passages_of(article_id)) for article_id in self._withdrawn)
        self._digest = sha256("\n".join(sorted(self._withdrawn)).encode()).hexdigest()[:8]

    @property
    def generation(self) -> str:
        return f"{self._engine.generation}-without-{self._digest}" if self._withdrawn else self._engine.generation

    @property
    def article_count(self) -> int:
        return self._engine.article_count - len(self._withdrawn)

    @property
    def passage_count(self) -> int:
        return self._engine.passage_count - self._passages

    def search(
        self, query: str, *, limit: int = 10, offset: int = 0, filters: Filters | None = None, correct: bool = True
    ) -> SearchResult:
        found = self._engine.search(query, limit=limit, offset=offset, filters=self._narrowed(filters), correct=correct)
        return replace(found, generation=self.generation)

    def retrieve(
        self, query: str, *, limit: int, filters: Filters | None = None, correct: bool = True
    ) -> RetrievedPassages:
        return self._engine.retrieve(query, limit=limit, filters=self._narrowed(filters), correct=correct)

    def article(self, article_id: str) -> Article | None:
        return None if article_id in self._withdrawn else self._engine.article(article_id)

    def passage(self, passage_id: str) -> Passage | None:
        found = self._engine.passage(passage_id)
        return None if found is None or found.article_id in self._withdrawn else found

    def passages_of(self, article_id: str) -> Sequence[Passage]:
        return [] if article_id in self._withdrawn else self._engine.passages_of(article_id)

    def suggest(self, prefix: str, *, limit: int = 8) -> Sequence[str]:
        found = self._engine.suggest(prefix, limit=limit + len(self._texts))
        return [text for text in found if text not in self._texts][:limit]

    def knows_term(self, term: str) -> bool:
        return self._engine.knows_term(term)

    def _narrowed(self, filters: Filters | None) -> Filters:
        given = filters or Filters()
        return replace(given, excluded_ids=given.excluded_ids | self._withdrawn)
