from typing import Any

import pytest

from qa.evaluation.diagnosis import diagnosis, rank_of_answer
from qa.evaluation.result import TurnResult
from tests.qa.evaluation.results import GOLD, answered, lost, quote, result


def explained(hits: tuple[str, ...] = (), sentences: tuple[tuple[str, str], ...] = ()) -> dict[str, Any]:
    return {
        "hits": [{"passage_id": passage_id} for passage_id in hits],
        "sentences": [{"article_id": article_id, "text": text} for article_id, text in sentences],
        "confidence": {"threshold": 0.7},
    }


TURNS = {
    "": answered(right=True),
    "Answering ended in an error": lost(),
    "Was taken for answerable: confidence 0.90 against a threshold of 0.70": answered(
        "u", "unanswerable", right=False, confidence=0.9, explanation=explained()
    ),
    "The right answer was withheld: confidence 0.50": result(supported=True),
    "Nothing was looked up (underspecified)": result(reason="underspecified"),
    "No article that answers was among the 2 passages read": result(explanation=explained(("seals#0", "ferry#1"))),
    "no sentence that answers was among the best 1": result(
        explanation=explained(("toll#0",), (("toll", "Other words entirely here."),))
    ),
    "ranked 2 of all sentences read": result(
        explanation=explained(("toll#0",), (("seals", GOLD[0]), ("toll", GOLD[0])))
    ),
}


@pytest.mark.parametrize("said", TURNS)
def test_a_failure_is_put_down_to_the_stage_where_it_went_wrong(said: str) -> None:
    assert said in diagnosis(TURNS[said])
    assert bool(diagnosis(TURNS[said])) is TURNS[said].failed


def test_a_hash_in_an_article_id_is_no_end_of_it() -> None:
    turn: TurnResult = result(
        answers=(type(result().answers[0])("a#b", GOLD),),
        explanation=explained(("a#b#3",), (("a#b", "Else is said."),)),
    )
    assert diagnosis(turn).startswith("The article was read")


def test_the_place_of_the_answer_counts_a_gold_quote_of_two_sentences() -> None:
    turn = result(explanation=explained(("toll#0",), (("toll", "The bridge office raised the toll to two crowns."),)))
    assert rank_of_answer(turn) == 1
    assert rank_of_answer(result(quotes=(quote("Else."),))) is None
