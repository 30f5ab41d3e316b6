from itertools import pairwise

import pytest
from hypothesis import given

from qa.evaluation.metrics.refusal import recall
from qa.evaluation.result import TurnResult
from qa.evaluation.trade import answered_at, moved, trade, trade_at
from tests.qa.evaluation.results import decided_sets, result


@given(decided_sets(both_kinds=True))
def test_a_higher_threshold_refuses_more_and_answers_less(results: list[TurnResult]) -> None:
    points = trade(results, steps=20)
    assert [point.threshold for point in points] == pytest.approx([n / 20 for n in range(21)])
    for low, high in pairwise(points):
        assert high.refusal_recall >= low.refusal_recall
        assert high.answer_hit <= low.answer_hit


def test_the_point_in_force_is_what_the_run_measured() -> None:
    limit = 0.6
    results = [
        result(f"s{n}", confidence=n / 10, supported=n > 4, hit=n > 5, answered=n / 10 >= limit) for n in range(1, 10)
    ] + [result(f"u{n}", "unanswerable", confidence=n / 10, answered=n / 10 >= limit) for n in range(1, 10)]
    [point] = [point for point in trade(results, steps=10) if point.threshold == pytest.approx(limit)]
    assert point.refusal_recall == pytest.approx(recall(results))
    assert point.answer_hit == pytest.approx(4 / 9)
    assert point.answered_precision == pytest.approx(4 / 8)


def test_where_nothing_would_be_answered_answers_have_no_worth() -> None:
    assert trade([result(confidence=0.5)], steps=1)[-1].answered_precision is None


def test_an_item_with_nothing_to_say_is_refused_at_any_threshold() -> None:
    assert trade([result(kind="unanswerable", confidence=0.0)], steps=1)[0].refusal_recall == 1.0


def test_conversations_are_left_out() -> None:
    alone = trade([result(confidence=0.5)])
    assert trade([result(confidence=0.5), result("c", "conversation", confidence=0.9)]) == alone


@given(decided_sets(both_kinds=True))
def test_the_counts_of_a_point_are_its_shares(results: list[TurnResult]) -> None:
    n_answerable = sum(one.answerable for one in results)
    for point in trade(results, steps=10):
        assert point == trade_at(results, point.threshold)
        assert point.n_right == pytest.approx(point.answer_hit * n_answerable)
        assert point.n_refused == pytest.approx(point.refusal_recall * (len(results) - n_answerable))
        n_answered = point.n_right + point.n_wrong
        assert n_answered == sum(answered_at(one, point.threshold) for one in results)
        assert point.answered_precision == (pytest.approx(point.n_right / n_answered) if n_answered else None)


@given(decided_sets())
def test_what_moves_between_two_thresholds_is_what_lies_between_them(results: list[TurnResult]) -> None:
    found = moved(results, 0.3, 0.7)
    assert found == moved(results, 0.7, 0.3)
    assert {one.key for one in found} == {one.key for one in results if 0.3 <= one.confidence < 0.7}
    assert [one.confidence for one in found] == sorted((one.confidence for one in found), reverse=True)
    assert moved(results, 0.5, 0.5) == []
