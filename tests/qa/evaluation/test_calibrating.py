from dataclasses import replace
from pathlib import Path

import pytest

from index import SearchEngine
from qa.evaluation.calibrating import labelled
from qa.evaluation.gold import GoldAnswer
from qa.observing import observe
from qa.question import Question
from tests.qa.archive import ARCHIVE
from tests.qa.engine_of import engine
from tests.qa.evaluation.asked import CONVERSATION, GOLD, RESIDENTS, answerer


@pytest.fixture(scope="module")
def island(tmp_path_factory: pytest.TempPathFactory) -> SearchEngine:
    return engine(ARCHIVE, tmp_path_factory.mktemp("index"))


def test_every_turn_is_asked_in_its_stand_alone_words() -> None:
    questions = [one.question for one in labelled(GOLD)]
    assert len(questions) == 4
    assert questions[-1] == Question(CONVERSATION.turns[1].standalone)


def test_with_an_engine_follow_ups_are_asked_as_typed_behind_what_was_shown(island: SearchEngine) -> None:
    questions = [one.question for one in labelled(GOLD, island)]
    assert len(questions) == 5
    follow_up = questions[-1]
    assert follow_up.text == CONVERSATION.turns[1].question
    [earlier] = follow_up.history
    assert earlier.question == CONVERSATION.turns[0].question
    passages = {passage.id: passage for passage in island.passages_of("toll")}
    shown = [passages[passage_id] for passage_id in earlier.passage_ids]
    assert all(passage.first <= 1 <= passage.last for passage in shown)
    assert shown


def test_an_article_that_the_archive_lacks_shows_nothing(island: SearchEngine) -> None:
    gone = replace(CONVERSATION.turns[0], answers=(GoldAnswer("moon", (RESIDENTS,)),))
    item = replace(CONVERSATION, turns=(gone, CONVERSATION.turns[1]))
    assert labelled([item], island)[-1].question.history[0].passage_ids == ()


def test_turns_about_one_article_are_one_group() -> None:
    assert {one.group for one in labelled(GOLD)} == {"toll"}


def test_what_is_observed_says_which_answers_are_right(tmp_path: Path) -> None:
    observed = list(observe(answerer(tmp_path), labelled(GOLD)))
    assert [one.answerable for one in observed] == [True, False, True, True]
    assert [one.right for one in observed] == [True, False, True, True]
