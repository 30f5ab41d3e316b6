"""A query's candidates out of Milvus: two rankings of passages, two of articles, and the scores they leave open."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from index.engine import Filters
from index.fusion import Signals
from index.milvus import collection
from index.milvus.contents import Contents
from index.milvus.expressions import among, visible
from index.milvus.keys import Key
from index.milvus.server import Server
from index.ranking import ARTICLE_DEPTH, DEPTH, Candidates

_Scores = Mapping[Key, float]


@dataclass(frozen=True, slots=True)
class Found:
    """Candidates whose rows are positions in ``keys``, which are sorted by article and place in it."""

    candidates: Candidates
    keys: Sequence[Key]


@dataclass(frozen=True, slots=True)
class _Ranking:
    """One ranking of rows, for one query. One by words brings only rows that hold a word of the query."""

    search: Callable[[int, str], list[collection.Scored]]
    depth: int
    by_words: bool

    def best(self, where: str, shows: Callable[[Key], bool]) -> _Scores:
        """The best ``depth`` rows that are shown, best first. Where too few of those found are, more are asked for."""
        count = self.depth
        while True:
            found = self.search(count, where)
            scores = {key: one.score for one in found if shows(key := Key.parse(one.id))}
            if len(scores) >= self.depth or len(found) < count or count >= collection.MAX_ROWS:
                return dict(list(scores.items())[: self.depth])
            count *= 4

    def rest(self, known: _Scores, keys: Iterable[Key]) -> _Scores:
        """Scores of those ``keys`` that :meth:`best` did not bring."""
        missing = set(keys) - known.keys()
        if not missing or (self.by_words and len(known) < self.depth):
            return {}
        return {Key.parse(one.id): one.score for one in self.search(len(missing), among(missing))}


class Finder:
    """Finds candidates in one generation. Thread-safe.

    Rows are filtered by the server to builds no later than this generation's, and here to the revision that it shows of
    each article: until replaced rows are removed, both are there.
    """

    def __init__(
        self,
        server: Server,
        passages: collection.Collection,
        articles: collection.Collection,
        contents: Contents,
        build: int,
    ) -> None:
        self._server, self._passages, self._articles = server, passages, articles
        self._entries, self._build = contents.entries, build

    def find(self, vector: NDArray[np.float32], terms: Sequence[str], filters: Filters | None) -> Found:
        """As :meth:`index.ranker.Ranker.candidates`, in two rounds of requests that are sent at the same time."""
        of_passages = (
            _Ranking(partial(self._passages.nearest, vector), DEPTH, by_words=False),
            _Ranking(partial(self._passages.matching, terms), DEPTH, by_words=True),
        )
        of_articles = (
            _Ranking(partial(self._articles.nearest, vector), DEPTH, by_words=False),
            _Ranking(partial(self._articles.matching, terms), ARTICLE_DEPTH, by_words=True),
        )
        rankings = (*of_passages, *of_articles)
        where = visible(self._build, filters)
        if not self._entries:
            # Some servers fail to rank the rows of an empty collection.
            return Found(Candidates(_signals((), {}, {}, {}, {}), _rows((), {}), _rows((), {})), ())
        best = self._server.together([partial(one.best, where, self._shows) for one in rankings])
        near, words, near_heads, article_words = best
        # Passages and heads compete for one depth, as they do where they lie in one index.
        floor = sorted([*near.values(), *near_heads.values()], reverse=True)[:DEPTH][-1:]
        by_meaning = [key for key, score in near.items() if [score] >= floor]
        heads = [key for key, score in near_heads.items() if [score] >= floor][:ARTICLE_DEPTH]
        passages = {*by_meaning, *words, *self._passages_of({*heads, *article_words})}
        articles = {key.head for key in passages}
        wanted = (passages, passages, articles, articles)
        more = self._server.together(
            [partial(one.rest, known, keys) for one, known, keys in zip(rankings, best, wanted, strict=True)]
        )
        scores = [{**known, **others} for known, others in zip(best, more, strict=True)]
        # Without a vector is what was removed in the meantime.
        keys = sorted(key for key in passages if key in scores[0] and key.head in scores[2])
        place = {key: n for n, key in enumerate(keys)}
        return Found(Candidates(_signals(keys, *scores), _rows(by_meaning, place), _rows(words, place)), keys)

    def knows(self, term: str) -> bool:
        """Whether any article holds ``term``."""
        ranking = _Ranking(partial(self._articles.matching, [term]), 1, by_words=True)
        return bool(self._entries) and bool(ranking.best(visible(self._build, None), self._shows))

    def _shows(self, key: Key) -> bool:
        entry = self._entries.get(key.article_id)
        return entry is not None and entry.revision == key.revision

    def _passages_of(self, articles: Iterable[Key]) -> Iterable[Key]:
        for key in articles:
            for n in range(self._entries[key.article_id].passages):
                yield Key(key.article_id, key.revision, n)


def _signals(
    keys: Sequence[Key], near: _Scores, words: _Scores, near_heads: _Scores, article_words: _Scores
) -> Signals:
    def scores(known: _Scores, wanted: Iterable[Key]) -> NDArray[np.float32]:
        return np.array([known.get(key, 0.0) for key in wanted], dtype=np.float32)

    heads = [key.head for key in keys]
    return Signals(
        rows=np.arange(len(keys)),
        passage_dense=scores(near, keys),
        head_dense=scores(near_heads, heads),
        passage_bm25=scores(words, keys),
        article_bm25=scores(article_words, heads),
    )


def _rows(keys: Collection[Key], place: Mapping[Key, int]) -> NDArray[np.int64]:
    return np.array([place[key] for key in keys if key in place], dtype=np.int64)
