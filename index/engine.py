"""What every search engine does, embedded or distributed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from corpus import Article
from index.passage import Passage


@dataclass(frozen=True, slots=True)
class Filters:
    """Restrict a search; empty fields don't restrict. ``date_from`` and ``date_to`` are inclusive.

    ``article_ids`` are the only articles to show, ``excluded_ids`` articles never to show.
    """

    article_ids: frozenset[str] = frozenset()
    publishers: frozenset[str] = frozenset()
    verdicts: frozenset[str] = frozenset()
    date_from: date | None = None
    date_to: date | None = None
    language: str | None = None
    excluded_ids: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that matched.

    ``score`` is the fused score: it orders hits of one search and means nothing else. Ranks start at 1 and are ``None``
    where that ranking did not bring the passage; ``dense_score`` is a cosine, ``bm25_score`` a raw BM25 sum. ``focus``
    are offsets in the article's text of the sentence nearest in meaning, where a search shows a hit by meaning alone.
    """

    passage: Passage
    score: float
    dense_rank: int | None = None
    bm25_rank: int | None = None
    dense_score: float | None = None
    bm25_score: float | None = None
    matched_terms: tuple[str, ...] = ()
    focus: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article and its matching passages, best first (never empty)."""

    article: Article
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """One page of a search, grouped by article, best first.

    ``total`` counts all matching articles (those that one of the rankings brought, however deep the engine looks),
    ``facets`` maps a field (``publisher``, ``verdict``) to counts over them.
    ``corrected`` is the query after spelling correction, ``None`` where nothing was corrected.
    """

    query: str
    generation: str
    total: int
    articles: tuple[ArticleHit, ...]
    corrected: str | None = None
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RetrievedPassages:
    """What the answering code gets: the best passages of the whole archive, best first, not grouped."""

    hits: tuple[Hit, ...]
    corrected: str | None = None


class SearchEngine(Protocol):
    """A loaded generation. Thread-safe; a loaded engine never changes: a new generation is a new engine."""

    @property
    def generation(self) -> str:
        """Id of the generation; changes whenever the archive's content changes."""
        ...

    @property
    def article_count(self) -> int: ...

    @property
    def passage_count(self) -> int: ...

    def search(
        self, query: str, *, limit: int = 10, offset: int = 0, filters: Filters | None = None, correct: bool = True
    ) -> SearchResult:
        """Articles that match ``query``, best first; misspelt words are put right if ``correct``."""
        ...

    def retrieve(
        self, query: str, *, limit: int, filters: Filters | None = None, correct: bool = True
    ) -> RetrievedPassages:
        """The best ``limit`` passages; misspelt words are put right if ``correct``."""
        ...

    def article(self, article_id: str) -> Article | None: ...

    def passage(self, passage_id: str) -> Passage | None: ...

    def passages_of(self, article_id: str) -> Sequence[Passage]: ...

    def suggest(self, prefix: str, *, limit: int = 8) -> Sequence[str]:
        """Titles and questions of the archive that complete ``prefix``."""
        ...

    def knows_term(self, term: str) -> bool:
        """Whether a word (any form) stands anywhere in the archive."""
        ...
