"""What a weekend gives: rank-bm25 and a flat FAISS index over the same passages and vectors, ranks summed."""

import re
from collections.abc import Sequence

import faiss
import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from index.cutting import passage_text
from index.embedded import EmbeddedEngine
from index.encoder import Encoder

_WORD = re.compile(r"\w+")
_DEPTH = 100


class Glued:
    """Articles by reciprocal rank fusion of their passages."""

    def __init__(self, engine: EmbeddedEngine, encoder: Encoder) -> None:
        self._encoder = encoder
        texts: list[str] = []
        self._article_of: list[str] = []
        for article in engine.articles():
            for passage in engine.passages_of(article.id):
                texts.append(passage_text(article, passage))
                self._article_of.append(article.id)
        self._bm25 = BM25Okapi([_words(text) for text in texts])
        vectors = engine.passage_vectors()
        self._dense = faiss.IndexFlatIP(vectors.shape[1])
        self._dense.add(vectors)

    def search(self, query: str, limit: int) -> list[str]:
        """Ids of the best articles."""
        scores = self._bm25.get_scores(_words(query))
        by_words = np.argsort(-scores)[:_DEPTH]
        _, by_meaning = self._dense.search(self._encoder.encode_query(query)[None, :], _DEPTH)
        return self._fused([by_words, by_meaning[0][by_meaning[0] >= 0]])[:limit]

    def _fused(self, rankings: Sequence[NDArray[np.int64]]) -> list[str]:
        scores: dict[int, float] = {}
        for ranking in rankings:
            for rank, row in enumerate(ranking.tolist(), start=1):
                scores[row] = scores.get(row, 0.0) + 1 / (60 + rank)
        return list(dict.fromkeys(self._article_of[row] for row in sorted(scores, key=lambda row: -scores[row])))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
