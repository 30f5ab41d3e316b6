import pytest

from index import SearchEngine
from qa.conversation.novelty import articles_stems, departs, is_subject, seems_to_follow
from qa.conversation.salience import Shown
from tests.qa.archive import ARCHIVE
from tests.qa.engine_of import engine

TOLL = [Shown("does the toll pay for the town hall?", (("toll", ARCHIVE[0].title),))]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> SearchEngine:
    return engine(ARCHIVE, tmp_path_factory.mktemp("archive"))


@pytest.mark.parametrize(
    "text", ["what do lorries pay?", "what do the critics say?", "what did the senator say?", "did the traders strike?"]
)
def test_words_of_the_articles_shown_and_words_for_roles_point_back(text: str, archive: SearchEngine) -> None:
    assert seems_to_follow(text, TOLL, articles_stems(TOLL, archive))


@pytest.mark.parametrize("text", ["seals shot on ness beach", "is the well poisoned?"])
def test_another_subject_is_new(text: str, archive: SearchEngine) -> None:
    assert not seems_to_follow(text, TOLL, articles_stems(TOLL, archive))


def test_only_the_last_two_turns_are_looked_up(archive: SearchEngine) -> None:
    later = [Shown("and then?"), Shown("and now?")]
    assert articles_stems([*TOLL, *later], archive) == frozenset()


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("ness beach seals", "Seals were not shot on Ness beach", True),
        ("ness beach", "Is Ness Beach closed?", False),
        ("seals and ferries", "Seals were not shot on Ness beach", False),
    ],
)
def test_several_words_of_a_title_are_a_subject_but_one_name_is_none(text: str, title: str, expected: bool) -> None:
    assert is_subject(text, title) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("were seals shot on ness beach?", True),
        ("seals shot on ness beach", False),
        ("is the well poisoned?", False),
        ("did lorries kill seals on ness beach?", False),
    ],
)
def test_a_complete_question_of_new_words_departs(text: str, expected: bool, archive: SearchEngine) -> None:
    assert departs(text, TOLL, articles_stems(TOLL, archive)) is expected
