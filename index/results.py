"""From a ranking to what is shown: pages of articles, single passages, spelling, facets. The same for every engine."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from corpus import Article
from index.encoder import Encoder
from index.engine import ArticleHit, Filters, Hit, RetrievedPassages, SearchResult
from index.passage import Passage
from index.ranking import Ranking
from index.spelling import Spelling
from index.tokens import spans

# Passages shown under one article of a search.
_HITS_PER_ARTICLE = 3

Places = Sequence[int]


class Ranked(Protocol):
    """The passages that one query brought, best first. A place counts them from 0."""

    @property
    def ranking(self) -> Ranking: ...

    @property
    def article_ids(self) -> Sequence[str]:
        """Article of the passage in each place."""
        ...

    def publisher(self, article_id: str) -> str: ...

    def verdict(self, article_id: str) -> str:
        """Empty for an article without one."""
        ...

    def articles(self, article_ids: Sequence[str]) -> list[Article]:
        """The articles, in the order of their ids here."""
        ...

    def passages(self, places: Places) -> list[Passage]: ...

    def holds(self, places: Places, term: str) -> NDArray[np.bool_]:
        """Which of the passages in ``places`` hold ``term``, shape (places,)."""
        ...


class Results:
    """What an engine answers with. Thread-safe if ``rank`` is.

    ``rank`` ranks the passages that pass the filters for a query whose spelling needs no more correction.
    """

    def __init__(
        self,
        generation: str,
        encoder: Encoder,
        spelling: Spelling,
        rank: Callable[[str, Filters | None], Ranked],
    ) -> None:
        self._generation, self._encoder, self._spelling, self._rank = generation, encoder, spelling, rank

    def search(self, query: str, limit: int, offset: int, filters: Filters | None, correct: bool) -> SearchResult:
        """See :meth:`index.engine.SearchEngine.search`."""
        corrected = self._spelling.correct(query) if correct else None
        asked = corrected or query
        ranked = self._rank(asked, filters)
        places: dict[str, list[int]] = {}
        for place, article_id in enumerate(ranked.article_ids):
            places.setdefault(article_id, []).append(place)
        page = {
            article_id: found[:_HITS_PER_ARTICLE] for article_id, found in list(places.items())[offset : offset + limit]
        }
        shown = [place for found in page.values() for place in found]
        hits = dict(zip(shown, _hits(ranked, shown, asked), strict=True))
        articles = ranked.articles(list(page))
        groups = [
            ArticleHit(article, tuple(hits[place] for place in found))
            for article, found in zip(articles, page.values(), strict=True)
        ]
        return SearchResult(
            query=query,
            generation=self._generation,
            total=len(places),
            articles=tuple(self._focused(asked, groups)),
            corrected=corrected,
            facets={
                "publisher": _counts(map(ranked.publisher, places)),
                "verdict": _counts(map(ranked.verdict, places)),
            },
        )

    def retrieve(self, query: str, limit: int, filters: Filters | None, correct: bool) -> RetrievedPassages:
        """See :meth:`index.engine.SearchEngine.retrieve`."""
        corrected = self._spelling.correct(query) if correct else None
        asked = corrected or query
        ranked = self._rank(asked, filters)
        places = range(min(limit, len(ranked.ranking.rows)))
        return RetrievedPassages(tuple(_hits(ranked, places, asked)), corrected)

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


def _hits(ranked: Ranked, places: Places, query: str) -> list[Hit]:
    ranking = ranked.ranking
    words = {query[start:end]: found for start, end, found in spans(query) if found}
    holds = {word: np.any([ranked.holds(places, term) for term in words[word]], axis=0) for word in words}
    return [
        Hit(
            passage=passage,
            score=float(ranking.scores[place]),
            dense_rank=int(ranking.dense_ranks[place]) or None,
            bm25_rank=int(ranking.bm25_ranks[place]) or None,
            dense_score=float(ranking.dense_scores[place]),
            bm25_score=float(ranking.bm25_scores[place]),
            matched_terms=tuple(word for word in words if holds[word][n]),
        )
        for n, (place, passage) in enumerate(zip(places, ranked.passages(places), strict=True))
    ]


def _counts(values: Iterable[str]) -> dict[str, int]:
    return dict(Counter(value for value in values if value).most_common())
