"""The engine that asks Milvus for its rankings, and the article store for articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from corpus import Article
from corpus.store import ArticleStore
from index.building import prepare
from index.encoder import Encoder
from index.engine import Filters, RetrievedPassages, SearchResult
from index.errors import CorruptIndex, IndexMismatch
from index.fusion import Weights, convex
from index.milvus.candidates import Finder
from index.milvus.contents import Contents
from index.milvus.generations import Generation
from index.milvus.keys import Key
from index.milvus.schema import Schema
from index.milvus.server import Server
from index.passage import Passage
from index.ranking import Ranking
from index.results import Places, Results
from index.spelling import Spelling
from index.suggestions import Suggestions
from index.tokens import terms

# Articles kept at hand; one is about 50 kB.
_AT_HAND = 2048
_KNOWN_TERMS = 4096


@dataclass(frozen=True, slots=True)
class _Opened:
    """An article as it was indexed, and the words that each of its passages is found by."""

    article: Article
    passages: Sequence[Passage]
    terms: Sequence[frozenset[str]]


class MilvusEngine:
    """A :class:`~index.engine.SearchEngine` over one generation in Milvus.

    It holds the list of articles, completions and words; passages and vectors stay on the server, articles in the
    store, where each is asked for in the revision that was indexed. What other builds write meanwhile is not seen.
    """

    def __init__(
        self, server: Server, schema: Schema, generation: Generation, encoder: Encoder, store: ArticleStore
    ) -> None:
        """Raises :class:`IndexMismatch` if another encoder built the generation."""
        pointer, manifest = generation.pointer, generation.manifest
        if manifest.encoder != encoder.name:
            raise IndexMismatch(
                f"The index in Milvus was built with the model {manifest.encoder}, but {encoder.name} is in force. Set"
                " FOOTNOTE_MODEL to the former, or run 'footnote index' to build it anew."
            )
        self._pointer, self._contents, self._encoder = pointer, generation.contents, encoder
        self._fuse = convex(Weights())
        passages, articles = schema.passages(pointer.space), schema.articles(pointer.space)
        self._finder = Finder(server, passages, articles, generation.contents, pointer.build)
        self._suggestions = Suggestions.of(generation.contents.completions())
        self._knows = lru_cache(maxsize=_KNOWN_TERMS)(self._finder.knows)
        self._shelf = _Shelf(generation.contents, store)
        spelling = Spelling(generation.words, self.knows_term)
        self._results = Results(pointer.generation, encoder, spelling, self._rank)

    @property
    def generation(self) -> str:
        return self._pointer.generation

    @property
    def article_count(self) -> int:
        return len(self._contents.entries)

    @property
    def passage_count(self) -> int:
        return self._contents.passages

    def search(
        self, query: str, *, limit: int = 10, offset: int = 0, filters: Filters | None = None, correct: bool = True
    ) -> SearchResult:
        return self._results.search(query, limit, offset, filters, correct)

    def retrieve(
        self, query: str, *, limit: int, filters: Filters | None = None, correct: bool = True
    ) -> RetrievedPassages:
        return self._results.retrieve(query, limit, filters, correct)

    def article(self, article_id: str) -> Article | None:
        return self._shelf.opened(article_id).article if article_id in self._contents.entries else None

    def passage(self, passage_id: str) -> Passage | None:
        article_id, _, number = passage_id.rpartition("#")
        passages = self.passages_of(article_id)
        return passages[int(number)] if number.isdecimal() and int(number) < len(passages) else None

    def passages_of(self, article_id: str) -> Sequence[Passage]:
        return self._shelf.opened(article_id).passages if article_id in self._contents.entries else []

    def suggest(self, prefix: str, *, limit: int = 8) -> Sequence[str]:
        return self._suggestions.complete(prefix, limit)

    def knows_term(self, term: str) -> bool:
        return all(self._knows(one) for one in terms(term))

    def _rank(self, query: str, filters: Filters | None) -> "_Ranked":
        found = self._finder.find(self._encoder.encode_query(query), terms(query), filters)
        ranking = found.candidates.ranked(self._fuse)
        return _Ranked(ranking, [found.keys[row] for row in ranking.rows.tolist()], self._contents, self._shelf)


class _Shelf:
    """Articles in the revisions that one generation shows. Thread-safe."""

    def __init__(self, contents: Contents, store: ArticleStore) -> None:
        self._entries, self._store = contents.entries, store
        self.opened = lru_cache(maxsize=_AT_HAND)(self._open)

    def _open(self, article_id: str) -> _Opened:
        entry = self._entries[article_id]
        article = self._store.version(article_id, entry.hash)
        if article is None:
            raise CorruptIndex(
                f"The store does not hold article {article_id} as it was indexed: index and store don't belong"
                " together. Check FOOTNOTE_DATABASE_URL and FOOTNOTE_MILVUS_PREFIX, or run 'footnote index'."
            )
        prepared = prepare(article)
        if len(prepared.passages) != entry.passages:
            raise IndexMismatch(
                f"Article {article_id} was cut into {entry.passages} passages, this version makes"
                f" {len(prepared.passages)}. Run 'footnote index'."
            )
        return _Opened(article, prepared.passages, [frozenset(one) for one in prepared.passage_terms])


class _Ranked:
    """A ranking of passages by key: see :class:`index.results.Ranked`."""

    def __init__(self, ranking: Ranking, keys: Sequence[Key], contents: Contents, shelf: _Shelf) -> None:
        self.ranking, self._keys, self._entries, self._shelf = ranking, keys, contents.entries, shelf
        self.article_ids = [key.article_id for key in keys]

    def publisher(self, article_id: str) -> str:
        return self._entries[article_id].publisher

    def verdict(self, article_id: str) -> str:
        return self._entries[article_id].verdict

    def articles(self, article_ids: Sequence[str]) -> list[Article]:
        return [self._shelf.opened(article_id).article for article_id in article_ids]

    def passages(self, places: Places) -> list[Passage]:
        found = ((self._keys[place], self._shelf.opened(self._keys[place].article_id)) for place in places)
        return [opened.passages[key.n] for key, opened in found]

    def holds(self, places: Places, term: str) -> NDArray[np.bool_]:
        keys = [self._keys[place] for place in places]
        return np.array([term in self._shelf.opened(key.article_id).terms[key.n] for key in keys], dtype=bool)
