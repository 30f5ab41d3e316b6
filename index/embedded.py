"""The engine that runs inside the process, on one generation's memory-mapped files."""

import os
import weakref
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus import Article
from index import dense, lexical
from index.catalog import Catalog
from index.encoder import Encoder
from index.engine import Filters, RetrievedPassages, SearchResult
from index.errors import CorruptIndex, IndexMismatch
from index.files import map_array, read_json
from index.generations import hold, holding, older, reading
from index.manifest import Manifest, read_manifest, verify
from index.passage import Passage
from index.ranker import Ranker
from index.ranking import Candidates, Ranking
from index.results import Places, Results
from index.spelling import Spelling
from index.suggestions import Suggestions
from index.tokens import terms


class EmbeddedEngine:
    """A :class:`SearchEngine` over the generation in ``path``; made by :meth:`open`."""

    def __init__(self, path: Path, manifest: Manifest, encoder: Encoder) -> None:
        self._manifest, self._encoder = manifest, encoder
        self._generation = path.name
        lock = hold(path)
        self._release = weakref.finalize(self, os.close, lock) if lock is not None else None
        self._catalog = Catalog(path)
        self._lexical = lexical.read(path, "passages", manifest.passages, manifest.lexical["passages"])
        articles = lexical.read(path, "articles", manifest.articles, manifest.lexical["articles"])
        self._suggestions = Suggestions.read(path)
        self._vectors: NDArray[np.float16] = map_array(path / "vectors.npy")
        nearest = dense.read(self._vectors, path, manifest.dense)
        self._ranker = Ranker(self._catalog, self._vectors, nearest, self._lexical, articles)
        spelling = Spelling(read_json(path / "words.json"), self.knows_term)
        self._results = Results(self._generation, encoder, spelling, self._rank)

    @classmethod
    def open(cls, directory: Path, encoder: Encoder) -> "EmbeddedEngine":
        """Load the current generation of the index in ``directory``, every file checked against its checksum.

        Raises :class:`NoIndex`, :class:`CorruptIndex`, or :class:`IndexMismatch` if another encoder built it.
        """
        with reading(directory) as path:
            return cls._opened(path, encoder)

    @classmethod
    def open_older(cls, directory: Path, encoder: Encoder) -> "EmbeddedEngine | None":
        """Load the newest of the other generations that is whole, ``None`` if there is none.

        What was withdrawn or replaced since it was built is still in it, see :meth:`unlike`.
        """
        for path in older(directory):
            with suppress(CorruptIndex, IndexMismatch), holding(path):
                return cls._opened(path, encoder)
        return None

    @classmethod
    def _opened(cls, path: Path, encoder: Encoder) -> "EmbeddedEngine":
        manifest = read_manifest(path)
        if manifest.encoder != encoder.name:
            raise IndexMismatch(
                f"The index {path} was built with the model {manifest.encoder}, but {encoder.name} is in force."
                " Set FOOTNOTE_MODEL to the former, or run 'footnote index' to build it anew."
            )
        verify(path, manifest)
        return cls(path, manifest, encoder)

    def close(self) -> None:
        """Let the generation's files be removed once another one is current; the engine must not be asked any more."""
        if self._release is not None:
            self._release()

    @property
    def manifest(self) -> Manifest:
        return self._manifest

    @property
    def generation(self) -> str:
        return self._generation

    @property
    def article_count(self) -> int:
        return self._manifest.articles

    @property
    def passage_count(self) -> int:
        return self._manifest.passages

    def search(
        self, query: str, *, limit: int = 10, offset: int = 0, filters: Filters | None = None, correct: bool = True
    ) -> SearchResult:
        return self._results.search(query, limit, offset, filters, correct)

    def retrieve(
        self, query: str, *, limit: int, filters: Filters | None = None, correct: bool = True
    ) -> RetrievedPassages:
        return self._results.retrieve(query, limit, filters, correct)

    def article(self, article_id: str) -> Article | None:
        return self._catalog.article(article_id)

    def passage(self, passage_id: str) -> Passage | None:
        row = self._catalog.row_of(passage_id)
        return None if row is None else self._catalog.passage_at(row)

    def passages_of(self, article_id: str) -> Sequence[Passage]:
        return [self._catalog.passage_at(row) for row in self._catalog.rows_of(article_id)]

    def suggest(self, prefix: str, *, limit: int = 8) -> Sequence[str]:
        return self._suggestions.complete(prefix, limit)

    def knows_term(self, term: str) -> bool:
        return all(self._lexical.knows(one) for one in terms(term))

    def articles(self) -> Iterator[Article]:
        """All articles, in the order of their ids."""
        return map(self._catalog.article_at, range(self.article_count))

    def unlike(self, hashes: Mapping[str, str]) -> frozenset[str]:
        """Ids of the articles whose content hash isn't the one that a store gives in ``hashes``."""
        return self._catalog.unlike(hashes)

    def candidates(self, query: str) -> Candidates:
        """What is ranked for ``query``, before it is ranked: for measuring other fusions."""
        return self._ranker.candidates(self._encoder.encode_query(query), terms(query))

    def passage_vectors(self) -> NDArray[np.float32]:
        """Vectors of all passages, shape (passages, dimension), in the order of :meth:`articles`."""
        vectors: NDArray[np.float32] = self._vectors[: self.passage_count].astype(np.float32)
        return vectors

    def positions(self, article_ids: Iterable[str]) -> frozenset[int]:
        """Positions, as :meth:`articles_of` gives them, of those articles that the archive holds."""
        found = (self._catalog.position(article_id) for article_id in article_ids)
        return frozenset(position for position in found if position is not None)

    def articles_of(self, rows: NDArray[np.int64]) -> list[int]:
        """Position of the article of each passage row."""
        positions: list[int] = self._catalog.article_of[rows].tolist()
        return positions

    def _rank(self, query: str, filters: Filters | None) -> "_Ranked":
        allowed = self._catalog.allowed(filters)
        ranking = self._ranker.rank(self._encoder.encode_query(query), terms(query), allowed)
        return _Ranked(ranking, self._catalog, self._lexical)


class _Ranked:
    """A ranking whose rows are those of the catalog: see :class:`index.results.Ranked`."""

    def __init__(self, ranking: Ranking, catalog: Catalog, words: lexical.LexicalIndex) -> None:
        self.ranking, self._catalog, self._words = ranking, catalog, words
        self.article_ids = [catalog.ids[position] for position in catalog.article_of[ranking.rows].tolist()]

    def publisher(self, article_id: str) -> str:
        return self._catalog.publishers[self._catalog.positions[article_id]]

    def verdict(self, article_id: str) -> str:
        return self._catalog.verdicts[self._catalog.positions[article_id]]

    def articles(self, article_ids: Sequence[str]) -> list[Article]:
        return [self._catalog.article_at(self._catalog.positions[article_id]) for article_id in article_ids]

    def passages(self, places: Places) -> list[Passage]:
        return [self._catalog.passage_at(row) for row in self._rows(places).tolist()]

    def holds(self, places: Places, term: str) -> NDArray[np.bool_]:
        return self._words.holds(self._rows(places), term)

    def _rows(self, places: Places) -> NDArray[np.int64]:
        return self.ranking.rows[list(places)]
