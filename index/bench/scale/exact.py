"""The passages truly nearest to a question: it is compared with all of them."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.store import ArticleStore
from index.cutting import cut, passage_text

#: Neighbours that a ranking is compared in.
DEPTH = 50
# Passages compared at a time.
_PART = 8192

Vectors = Callable[[Sequence[str]], NDArray[np.float16]]


def nearest_passages(store: ArticleStore, vectors_of: Vectors, queries: NDArray[np.float32]) -> list[list[str]]:
    """Ids of the ``DEPTH`` passages nearest to each of ``queries`` (rows of unit length), best first."""
    scores = np.zeros((len(queries), 0), dtype=np.float32)
    ids = np.zeros((len(queries), 0), dtype=object)
    for names, texts in _parts(store):
        part = queries @ vectors_of(texts).astype(np.float32).T
        scores = np.concatenate([scores, part], axis=1)
        ids = np.concatenate([ids, np.broadcast_to(np.array(names, dtype=object), part.shape)], axis=1)
        best = np.argsort(-scores, axis=1, kind="stable")[:, :DEPTH]
        scores, ids = np.take_along_axis(scores, best, axis=1), np.take_along_axis(ids, best, axis=1)
    found: list[list[str]] = ids.tolist()
    return found


def recall(found: Sequence[Sequence[str]], truth: Sequence[Sequence[str]]) -> float:
    """The share of the true neighbours that were found, over all questions."""
    common = sum(len({*some} & {*true}) for some, true in zip(found, truth, strict=True))
    return common / sum(map(len, truth))


def _parts(store: ArticleStore) -> Iterator[tuple[list[str], list[str]]]:
    names: list[str] = []
    texts: list[str] = []
    for article in store.articles():
        for passage in cut(article):
            names.append(passage.id)
            texts.append(passage_text(article, passage))
        if len(texts) >= _PART:
            yield names, texts
            names, texts = [], []
    if texts:
        yield names, texts
