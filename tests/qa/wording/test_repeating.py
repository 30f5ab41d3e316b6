import time

import pytest

from qa.wording.context import in_context
from qa.wording.repeating import repeats_claim


@pytest.mark.parametrize(
    "question",
    [
        "Is it true that the mayor sold the pier?",
        "I heard the mayor sold the pier",
        "The mayor of Elm Falls sold the pier to a brewery",
        "Did the keeper really say that nobody has to pay for what was lost?",
        "Is that video of the ferry real?",
        "Ann Lund says the pier is sold, is that right?",
    ],
)
def test_a_claim_may_be_put_as_a_question_as_hearsay_or_as_a_statement(question: str) -> None:
    assert repeats_claim(question)


@pytest.mark.parametrize(
    "question",
    [
        "Who sold the pier in Elm Falls?",
        "In what year did the mayor really sell the pier?",
        "How many ships came to the pier in June?",
        "I heard the mayor sold the pier, when was that?",
        "elm falls mayor pier brewery sale",
        "Elm Falls mayor pier brewery sale",
        "The pier of Lund",
        in_context("Is it true that he sold it", "the pier"),
    ],
)
def test_a_question_for_a_detail_a_search_and_a_follow_up_repeat_none(question: str) -> None:
    assert not repeats_claim(question)


@pytest.mark.parametrize("text", ["Did " + "a " * 20_000, "so " * 20_000, "I heard " + ", " * 20_000, "The a " * 9_000])
def test_long_text_takes_no_long_time(text: str) -> None:
    began = time.process_time()
    repeats_claim(text)
    assert time.process_time() - began < 1.0
