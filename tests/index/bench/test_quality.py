import numpy as np
import pytest

from index.bench.quality import METHODS, Judged, Quality, judge, measure
from index.bench.questions import Query
from index.embedded import EmbeddedEngine
from index.fusion import Signals, Weights, convex

BY_MEANING = convex(Weights(1, 0, 0, 0))


def judged(relevant: set[int], *passages: tuple[int, float]) -> Judged:
    """Passages as (article, cosine)."""
    zeros = np.zeros(len(passages), dtype=np.float32)
    scores = np.array([score for _, score in passages], dtype=np.float32)
    signals = Signals(np.arange(len(passages)), scores, zeros, zeros, zeros)
    return Judged(signals, [article for article, _ in passages], frozenset(relevant))


def test_articles_are_ranked_by_their_best_passage() -> None:
    found = measure([judged({2}, (1, 0.9), (1, 0.8), (2, 0.7), (3, 0.1))], BY_MEANING)
    assert found == Quality(hit_1=0, hit_5=1, mrr=0.5, map_5=0.5)


def test_average_precision_counts_every_right_article() -> None:
    found = measure([judged({1, 3}, (1, 0.9), (2, 0.8), (3, 0.7))], BY_MEANING)
    assert found.map_5 == pytest.approx((1 / 1 + 2 / 3) / 2)


def test_a_right_article_that_is_no_candidate_scores_nothing() -> None:
    assert measure([judged({9}, (1, 0.9))], BY_MEANING) == Quality(0, 0, 0, 0)


@pytest.mark.parametrize("name", METHODS)
def test_every_method_finds_what_is_plain(name: str, engine: EmbeddedEngine) -> None:
    queries = [
        Query("Did the Aswan High Dam end the Nile flood?", frozenset({"dam"})),
        Query("great wall moon", frozenset({"wall"})),
        Query("of an article that is not here", frozenset({"unknown"})),
    ]
    found = judge(engine, queries)
    assert len(found) == 2
    assert measure(found, METHODS[name]).hit_1 == 1
