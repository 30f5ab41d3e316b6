from pathlib import Path

import pytest

from index import SearchEngine
from qa.conversation.history import MAX_TURNS, current_topic, shown_turns, with_likeliest_article
from qa.conversation.salience import Shown
from qa.question import Turn
from tests.qa.archive import ARCHIVE
from tests.qa.engine_of import engine

TOLL = Shown("How high is the toll on the Hallborg bridge?", (("toll", "The Hallborg toll"),))


@pytest.mark.parametrize(
    "change",
    [
        Shown("Different topic: who built the dam in Oslo?"),
        Shown("How many lighthouses did the Danish navy build on Bornholm before 1900?"),
        Shown("seals shot hallborg beach", (("seals", "Seals were not shot on Ness beach"),)),
    ],
)
def test_what_was_said_before_the_topic_changed_is_no_longer_meant(change: Shown) -> None:
    topic = current_topic([TOLL, change])
    assert len(topic) == 1
    assert topic[0].articles == change.articles


@pytest.mark.parametrize(
    "turn",
    [
        Shown("who pays for it?", (("town", "The town hall"),)),
        Shown("toll for lorries", (("toll", "The Hallborg toll"),)),
        Shown("toll for lorries"),
    ],
)
def test_a_follow_up_stays_on_the_topic_wherever_it_was_answered_from(turn: Shown) -> None:
    assert current_topic([TOLL, turn]) == [TOLL, turn]


def test_an_announcement_is_no_part_of_what_was_asked() -> None:
    assert current_topic([Shown("Different topic: who built the dam?")])[0].question == "who built the dam?"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> SearchEngine:
    return engine(ARCHIVE, tmp_path_factory.mktemp("archive"))


def test_only_the_last_turns_are_read_and_what_the_archive_does_not_know_is_ignored(archive: SearchEngine) -> None:
    known = archive.passages_of("toll")[0].id
    history = [Turn(f"who built lighthouse {n}?", ("forged", known) * 50) for n in range(20)]
    shown = shown_turns([*history, Turn("thanks!")], archive)
    assert [turn.question for turn in shown] == [f"who built lighthouse {n}?" for n in range(16, 20)]
    assert shown[-1].articles == (("toll", ARCHIVE[0].title),)
    assert len(shown_turns(history, archive)) == MAX_TURNS


def test_a_refused_question_still_names_the_article_it_comes_nearest_to(archive: SearchEngine) -> None:
    [turn] = with_likeliest_article([Shown("who designed the toll of Hallborg bridge?")], archive)
    assert [article_id for article_id, _ in turn.articles] == ["toll"]


def test_what_was_shown_is_not_searched_again(archive: SearchEngine) -> None:
    history = [TOLL, Shown("and who pays?")]
    assert with_likeliest_article(history, archive) == history


def test_thanks_do_not_push_a_question_out_of_what_is_read(tmp_path: Path) -> None:
    said = [Turn("How high is the toll?"), *(Turn(word) for word in ("thanks", "ok", "great", "cool", "hi"))]
    assert [turn.question for turn in shown_turns(said, engine(ARCHIVE, tmp_path))] == ["How high is the toll?"]
