"""The ranking metrics against ir-measures, which calls trec_eval."""

import ir_measures
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ir_measures import RR, R, Success, nDCG

from qa.evaluation.gold import GoldAnswer
from qa.evaluation.metrics.registry import BY_NAME
from qa.evaluation.result import TurnResult
from tests.qa.evaluation.results import GOLD, lost, result

PEERS = {
    "article_hit@1": Success @ 1,
    "article_hit@5": Success @ 5,
    "mrr": RR,
    "ndcg@10": nDCG @ 10,
    "recall@50": R @ 50,
}
ARTICLES = [f"a{n}" for n in range(60)]


@st.composite
def searches(draw: st.DrawFn) -> list[TurnResult]:
    """Questions with one to four relevant articles and up to 50 ranked ones."""
    made = []
    for n in range(draw(st.integers(1, 6))):
        relevant = draw(st.lists(st.sampled_from(ARTICLES), min_size=1, max_size=4, unique=True))
        pool = draw(st.permutations(ARTICLES))
        ranked = tuple(pool[: draw(st.integers(0, 50))])
        answers = tuple(GoldAnswer(article_id, GOLD) for article_id in relevant)
        made.append(result(f"i{n}", answers=answers, ranked=ranked))
    return made


@pytest.mark.parametrize("name", PEERS)
@settings(max_examples=30)
@given(results=searches())
def test_a_ranking_metric_is_that_of_trec_eval(name: str, results: list[TurnResult]) -> None:
    qrels = {r.item_id: dict.fromkeys(r.relevant, 1) for r in results}
    ranked = {r.item_id: {a: 1 / rank for rank, a in enumerate(r.ranked, 1)} for r in results}
    expected = ir_measures.calc_aggregate([PEERS[name]], qrels, ranked)[PEERS[name]]
    assert BY_NAME[name].over(results) == pytest.approx(expected)


@pytest.mark.parametrize("name", PEERS)
def test_a_missing_question_scores_the_worst_and_stays_in_the_mean(name: str) -> None:
    found = result(ranked=("toll",))
    assert BY_NAME[name].over([found]) == 1.0
    assert BY_NAME[name].over([found, lost()]) == 0.5


@pytest.mark.parametrize("name", PEERS)
def test_ranking_is_measured_on_single_items_only(name: str) -> None:
    assert BY_NAME[name].value([result(kind="unanswerable"), result(kind="conversation")]) is None
