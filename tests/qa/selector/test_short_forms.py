import random
from dataclasses import replace

import pytest

from index import SearchEngine
from qa.selector.questions import TrainingQuestion
from qa.selector.short_forms import shortened
from tests.qa.archive import ARCHIVE
from tests.qa.engine_of import engine

EARLIER = TrainingQuestion("q1", "What do lorries pay on the bridge?", "train", "toll", frozenset({2}), near_miss=False)
ASKED = replace(EARLIER, id="q2", text="Who paid for the bridge?", answers=frozenset({1}))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> SearchEngine:
    return engine(ARCHIVE, tmp_path_factory.mktemp("index"))


def test_a_question_leaves_out_what_the_earlier_one_said(archive: SearchEngine) -> None:
    worded = {shortened([EARLIER, ASKED], archive, 1.0, random.Random(seed))[1].text for seed in range(8)}
    assert "who paid for it?" in worded
    assert any(text.startswith("who paid for it") and text != "who paid for it?" for text in worded)


def test_labels_stay_with_the_question(archive: SearchEngine) -> None:
    _, asked = shortened([EARLIER, ASKED], archive, 1.0, random.Random(1))
    assert replace(asked, text=ASKED.text) == ASKED


def test_without_an_earlier_question_nothing_is_left_out(archive: SearchEngine) -> None:
    assert shortened([ASKED], archive, 1.0, random.Random(1)) == [ASKED]


def test_no_share_changes_nothing(archive: SearchEngine) -> None:
    assert shortened([EARLIER, ASKED], archive, 0.0, random.Random(1)) == [EARLIER, ASKED]
