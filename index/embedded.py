"""The engine that runs inside the process, on one generation's memory-mapped files."""

import json
import os
import weakref
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus import Article
from index import dense, lexical
from index.catalog import Catalog
from index.encoder import Encoder
from index.engine import ArticleHit, Filters, Hit, RetrievedPassages, SearchResult
from index.errors import IndexMismatch
from index.files import map_array
from index.generations import hold, reading
from index.manifest import Manifest, read_manifest, verify
from index.passage import Passage
from index.ranking import Candidates, Ranker, Ranking
from index.spelling import Spelling
from index.suggestions import Suggestions
from index.tokens import spans, terms

# Passages shown under one article of a search.
_HITS_PER_ARTICLE = 3


class EmbeddedEngine:
    """A :class:`SearchEngine` over the generation in ``path``; made by :meth:`open`."""

    def __init__(self, path: Path, manifest: Manifest, encoder: Encoder) -> None:
        self._manifest, self._encoder = manifest, encoder
        self._generation = path.name
        lock = hold(path)
        self._release = weakref.finalize(self, os.close, lock) if lock is not None else None
        self._catalog = Catalog(path)
        self._lexical = lexical.read(path, "passages", manifest.passages)
        articles = lexical.read(path, "articles", manifest.articles)
        self._suggestions = Suggestions(path)
        self._spelling = Spelling(json.loads((path / "words.json").read_text()), self.knows_term)
        self._vectors: NDArray[np.float16] = map_array(path / "vectors.npy")
        nearest = dense.read(self._vectors, path, manifest.dense)
        self._ranker = Ranker(self._catalog, self._vectors, nearest, self._lexical, articles)

    @classmethod
    def open(cls, directory: Path, encoder: Encoder) -> "EmbeddedEngine":
        """Load the current generation of the index in ``directory``, every file checked against its checksum.

        Raises :class:`NoIndex`, :class:`CorruptIndex`, or :class:`IndexMismatch` if another encoder built it.
        """
        with reading(directory) as path:
            manifest = read_manifest(path)
            if manifest.encoder != encoder.name:
                raise IndexMismatch(
                    f"The index in {directory} was built with the model {manifest.encoder}, but {encoder.name} is in"
                    " force. Set FOOTNOTE_MODEL to the former, or run 'footnote index' to build it anew."
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
        corrected = self._spelling.correct(query) if correct else None
        asked = corrected or query
        ranking = self._rank(asked, filters)
        places: dict[int, list[int]] = {}
        for place, article in enumerate(self._catalog.article_of[ranking.rows].tolist()):
            places.setdefault(article, []).append(place)
        page = list(places.items())[offset : offset + limit]
        shown = [place for _, found in page for place in found[:_HITS_PER_ARTICLE]]
        hits = dict(zip(shown, self._hits(ranking, shown, asked), strict=True))
        return SearchResult(
            query=query,
            generation=self.generation,
            total=len(places),
            articles=tuple(
                self._focused(
                    asked,
                    [
                        ArticleHit(
                            self._catalog.article_at(article),
                            tuple(hits[place] for place in found[:_HITS_PER_ARTICLE]),
                        )
                        for article, found in page
                    ],
                )
            ),
            corrected=corrected,
            facets={
                "publisher": _counts(self._catalog.publishers, places),
                "verdict": _counts(self._catalog.verdicts, places),
            },
        )

    def retrieve(
        self, query: str, *, limit: int, filters: Filters | None = None, correct: bool = True
    ) -> RetrievedPassages:
        corrected = self._spelling.correct(query) if correct else None
        asked = corrected or query
        ranking = self._rank(asked, filters)
        places = range(min(limit, len(ranking.rows)))
        return RetrievedPassages(tuple(self._hits(ranking, places, asked)), corrected)

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

    def _rank(self, query: str, filters: Filters | None) -> Ranking:
        return self._ranker.rank(self._encoder.encode_query(query), terms(query), self._catalog.allowed(filters))

    def _focused(self, query: str, found: list[ArticleHit]) -> list[ArticleHit]:
        """``found``; a lead hit that holds no word of the query is given its sentence nearest in meaning."""
        leads = [(n, hit.hits[0]) for n, hit in enumerate(found) if not hit.hits[0].matched_terms]
        spans_of = {
            n: [(s.start, s.end) for s in found[n].article.sentences[lead.passage.first : lead.passage.last + 1]]
            for n, lead in leads
        }
        texts = [found[n].article.text[start:end] for n, sentences in spans_of.items() for start, end in sentences]
        if not texts:
            return found
        nearness = iter(self._encoder.encode(texts) @ self._encoder.encode_query(query))
        for n, lead in leads:
            _, focus = max((float(next(nearness)), span) for span in spans_of[n])
            found[n] = replace(found[n], hits=(replace(lead, focus=focus), *found[n].hits[1:]))
        return found

    def _hits(self, ranking: Ranking, places: Sequence[int], query: str) -> list[Hit]:
        chosen = list(places)
        rows = ranking.rows[chosen]
        words = {query[start:end]: found for start, end, found in spans(query) if found}
        holds = {word: np.any([self._lexical.holds(rows, term) for term in words[word]], axis=0) for word in words}
        return [
            Hit(
                passage=self._catalog.passage_at(int(row)),
                score=float(ranking.scores[place]),
                dense_rank=int(ranking.dense_ranks[place]) or None,
                bm25_rank=int(ranking.bm25_ranks[place]) or None,
                dense_score=float(ranking.dense_scores[place]),
                bm25_score=float(ranking.bm25_scores[place]),
                matched_terms=tuple(word for word in words if holds[word][n]),
            )
            for n, (place, row) in enumerate(zip(chosen, rows, strict=True))
        ]


def _counts(values: Sequence[str], articles: dict[int, list[int]]) -> dict[str, int]:
    return dict(Counter(values[article] for article in articles if values[article]).most_common())
