from qa.conversation.ellipsis import elliptical
from qa.conversation.salience import Shown

HISTORY = [Shown("How high is the bridge toll?", (("toll", "The bridge toll"),))]


def test_what_was_said_becomes_a_pronoun_and_the_context() -> None:
    reading = elliptical("Who decides on the bridge toll?", HISTORY)
    assert reading is not None
    assert reading.asked == "who decides on it?"
    assert "toll" in reading.context
    assert reading.article_ids == ("toll",)


def test_a_question_about_something_else_can_not_be_shortened() -> None:
    assert elliptical("Who built the lighthouse?", HISTORY) is None


def test_a_question_that_would_ask_nothing_is_left_alone() -> None:
    assert elliptical("What is the bridge toll?", HISTORY) is None


def test_search_words_are_left_alone() -> None:
    assert elliptical("bridge toll lorries", HISTORY) is None
