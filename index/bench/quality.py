"""Which fusion finds the right article: every method on the same candidates of the same questions."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from index.bench.questions import Query
from index.embedded import EmbeddedEngine
from index.fusion import Fusion, Signals, Weights, convex, reciprocal_ranks, standardised

Key = TypeVar("Key", bound=Hashable)

_EQUAL = Weights(0.25, 0.25, 0.25, 0.25)
_NO_HEAD = Weights(0.6, 0.0, 0.2, 0.2)
_PASSAGES = Weights(0.5, 0.0, 0.5, 0.0)

METHODS: dict[str, Fusion] = {
    "dense passages alone": convex(Weights(1, 0, 0, 0)),
    "BM25 passages alone": convex(Weights(0, 0, 1, 0)),
    "BM25 articles alone": convex(Weights(0, 0, 0, 1)),
    "RRF, passages (k 60)": reciprocal_ranks(_PASSAGES),
    "RRF, four signals (k 60)": reciprocal_ranks(_EQUAL),
    "RRF, chosen weights (k 10)": reciprocal_ranks(Weights(), k=10),
    "standardised, chosen weights": standardised(Weights()),
    "convex, passages": convex(_PASSAGES),
    "convex, no head": convex(_NO_HEAD),
    "convex, four equal": convex(_EQUAL),
    "convex, chosen weights": convex(Weights()),
}


@dataclass(frozen=True, slots=True)
class Quality:
    """Shares of questions with a right article first and among five; mean reciprocal rank; MAP@5."""

    hit_1: float
    hit_5: float
    mrr: float
    map_5: float


@dataclass(frozen=True, slots=True)
class Judged:
    """One question's candidates, and which of them are passages of a right article."""

    signals: Signals
    articles: Sequence[int]
    relevant: frozenset[int]


def judge(engine: EmbeddedEngine, queries: Sequence[Query]) -> list[Judged]:
    """Candidates of every query of which the archive holds a right article."""
    judged = []
    for query in queries:
        relevant = engine.positions(query.relevant)
        if relevant:
            signals = engine.candidates(query.text).signals
            judged.append(Judged(signals, engine.articles_of(signals.rows), relevant))
    return judged


def measure(judged: Sequence[Judged], fuse: Fusion) -> Quality:
    """A question whose right article is not among its candidates scores 0."""
    orders = (np.argsort(-fuse(one.signals), kind="stable") for one in judged)
    rankings = [[one.articles[n] for n in order] for one, order in zip(judged, orders, strict=True)]
    return quality_of(rankings, [one.relevant for one in judged])


def quality_of(rankings: Sequence[Sequence[Key]], relevant: Sequence[frozenset[Key]]) -> Quality:
    """Quality of rankings, best first, of which ``relevant`` says what is right; what stands twice counts once."""
    ranks, precisions = [], []
    for ranking, right in zip(rankings, relevant, strict=True):
        places = [place for place, key in enumerate(dict.fromkeys(ranking), start=1) if key in right]
        ranks.append(places[0] if places else np.inf)
        found = [n / place for n, place in enumerate(places, start=1) if place <= 5]
        precisions.append(sum(found) / min(len(right), 5))
    rank = np.array(ranks)
    return Quality(
        hit_1=float((rank <= 1).mean()),
        hit_5=float((rank <= 5).mean()),
        mrr=float((1 / rank).mean()),
        map_5=float(np.mean(precisions)),
    )
