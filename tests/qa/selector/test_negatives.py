import random

import pytest

from index import SearchEngine
from qa.selector.encoding import PassageEncoder
from qa.selector.negatives import QuestionGroups
from qa.selector.questions import TrainingQuestion
from tests.qa.archive import ARCHIVE
from tests.qa.engine_of import engine

ASKED = TrainingQuestion("q1", "what do lorries pay on the bridge?", "train", "toll", frozenset({2}), near_miss=False)
NEAR_MISS = TrainingQuestion("q2", "who built the bridge?", "train", "toll", frozenset(), near_miss=True)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> SearchEngine:
    return engine(ARCHIVE, tmp_path_factory.mktemp("index"))


def test_an_answerable_question_has_the_passage_with_its_answer_and_others(
    archive: SearchEngine, encoder: PassageEncoder
) -> None:
    (group,) = QuestionGroups(archive, encoder, [ASKED])(random.Random(1))
    assert [row.answers for row in group].count(True) == 1
    assert sum(sum(row.gold) for row in group) == 1
    assert len(group) > 2
    assert len({row.window.ids for row in group}) == len(group)


def test_a_near_miss_has_negatives_alone(archive: SearchEngine, encoder: PassageEncoder) -> None:
    (group,) = QuestionGroups(archive, encoder, [NEAR_MISS])(random.Random(1))
    assert len(group) > 2
    assert not any(row.answers for row in group)


def test_the_same_seed_draws_the_same_and_epochs_differ(archive: SearchEngine, encoder: PassageEncoder) -> None:
    groups = QuestionGroups(archive, encoder, [ASKED, NEAR_MISS] * 4, n_retrieved=1)
    assert groups(random.Random(1)) == groups(random.Random(1))
    assert any(groups(random.Random(1)) != groups(random.Random(seed)) for seed in range(2, 12))


def test_a_question_whose_answer_no_passage_holds_is_left_out(archive: SearchEngine, encoder: PassageEncoder) -> None:
    lost = TrainingQuestion("q3", "what?", "train", "toll", frozenset({99}), near_miss=False)
    assert QuestionGroups(archive, encoder, [lost])(random.Random(1)) == []
