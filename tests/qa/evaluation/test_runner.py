from collections.abc import Sequence
from dataclasses import replace
from typing import NoReturn

import pytest

from index import IndexingError
from index.encoder import HashEncoder
from qa.answerer import Answerer
from qa.evaluation.gold import GoldItem
from qa.evaluation.result import TurnResult
from qa.evaluation.runner import evaluate
from qa.evidence import Candidate
from qa.lexical_selector import LexicalSelector
from tests.qa.archive import CALIBRATION
from tests.qa.evaluation.asked import CONVERSATION, GOLD, SINGLE, UNANSWERABLE, answerer


class Broken:
    """A selector whose model is gone."""

    name = "broken"

    def score(self, question: str, candidates: Sequence[Candidate]) -> NoReturn:
        raise IndexingError("The model is gone. Install it again.")


@pytest.fixture(scope="module")
def island(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer(tmp_path_factory.mktemp("index"))


@pytest.fixture(scope="module")
def results(island: Answerer) -> dict[tuple[str, int], TurnResult]:
    return {result.key: result for result in evaluate(island, GOLD).results}


def test_every_turn_is_asked_in_the_order_of_the_gold(island: Answerer) -> None:
    run = evaluate(island, GOLD, seed=3)
    assert [result.key for result in run.results] == [("single", 1), ("none", 1), ("talk", 1), ("talk", 2)]
    assert (run.seed, run.generation) == (3, island.engine.generation)


def test_a_right_answer_keeps_all_that_the_metrics_need(results: dict[tuple[str, int], TurnResult]) -> None:
    result = results["single", 1]
    assert (result.outcome, result.hit, result.supported) == ("right", True, True)
    assert result.quotes[0].numbers == result.quotes[0].own_numbers == (1,)
    assert result.gold_numbers == ((1,),)
    assert result.ranked[0] == "toll"
    assert result.quotes[0].verbatim
    assert result.explanation["sentences"]
    assert result.timings_ms["retrieve"] >= 0
    assert result.took_ms > 0


def test_an_unanswerable_question_is_rightly_refused(results: dict[tuple[str, int], TurnResult]) -> None:
    result = results["none", 1]
    assert result.outcome == "rightly refused"
    assert result.reason in {"no_match", "weak_evidence"}
    assert result.draft == result.ranked == result.quotes == ()


def test_a_follow_up_is_asked_with_history_and_in_stand_alone_words(
    results: dict[tuple[str, int], TurnResult],
) -> None:
    assert results["talk", 1].standalone_hit is None
    follow_up = results["talk", 2]
    assert follow_up.standalone_hit is True
    assert follow_up.hit
    assert "toll" in follow_up.interpreted_as


def test_a_refused_question_keeps_what_it_would_have_been_told(island: Answerer) -> None:
    strict = Answerer(island.engine, LexicalSelector(HashEncoder()), replace(CALIBRATION, threshold=0.999))
    [result] = evaluate(strict, [SINGLE]).results
    assert (result.outcome, result.answered, result.hit) == ("refused", False, False)
    assert result.supported
    assert result.draft


def test_a_turn_that_ends_in_an_error_is_missing_and_the_rest_goes_on(island: Answerer) -> None:
    broken = Answerer(island.engine, Broken(), CALIBRATION)
    outcomes = [result.outcome for result in evaluate(broken, [SINGLE, UNANSWERABLE, CONVERSATION]).results]
    assert outcomes == ["missing"] * 4


def test_progress_counts_items(island: Answerer) -> None:
    seen: list[tuple[int, int]] = []
    evaluate(island, GOLD, on_progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_two_runs_differ_in_timings_only(island: Answerer) -> None:
    assert _untimed(island, GOLD) == _untimed(island, GOLD)


def _untimed(island: Answerer, gold: Sequence[GoldItem]) -> list[object]:
    return [replace(result, took_ms=0.0, timings_ms={}) for result in evaluate(island, gold).results]
