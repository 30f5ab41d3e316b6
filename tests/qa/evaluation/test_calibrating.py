from pathlib import Path

from qa.evaluation.calibrating import labelled
from qa.observing import observe
from tests.qa.evaluation.asked import CONVERSATION, GOLD, answerer


def test_every_turn_is_asked_in_its_stand_alone_words() -> None:
    questions = [one.question.text for one in labelled(GOLD)]
    assert len(questions) == 4
    assert questions[-1] == CONVERSATION.turns[1].standalone


def test_turns_about_one_article_are_one_group() -> None:
    assert {one.group for one in labelled(GOLD)} == {"toll"}


def test_what_is_observed_says_which_answers_are_right(tmp_path: Path) -> None:
    observed = list(observe(answerer(tmp_path), labelled(GOLD)))
    assert [one.answerable for one in observed] == [True, False, True, True]
    assert [one.right for one in observed] == [True, False, True, True]
