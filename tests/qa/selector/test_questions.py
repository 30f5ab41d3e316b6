import gzip
import json
from pathlib import Path

import pytest

from index import SearchEngine
from qa.errors import GoldError
from qa.selector.questions import read_questions, sentences_holding
from tests.qa.archive import ARCHIVE, TOLL
from tests.qa.engine_of import engine

BODY = "The bridge office raised the toll to two crowns in March 2021. Lorries pay  six crowns since the same\nmonth."


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> SearchEngine:
    return engine(ARCHIVE, tmp_path_factory.mktemp("index"))


def write(path: Path, *records: object) -> Path:
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(record if isinstance(record, str) else json.dumps(record) + "\n" for record in records)
    return path


def record(**changes: object) -> dict[str, object]:
    made = {"id": "q1", "split": "train", "article_id": "toll", "question": "what do lorries pay?"}
    return made | {"answers": [[[63, len(BODY)]]]} | changes


def test_offsets_into_the_page_become_sentences_of_the_article(archive: SearchEngine, tmp_path: Path) -> None:
    path = write(tmp_path / "q.jsonl.gz", record())
    (question,) = read_questions(path, {"toll": BODY}, archive)
    assert [TOLL.sentence_text(n) for n in question.answers] == ["Lorries pay six crowns since the same month."]
    assert not question.near_miss


def test_a_question_without_answers_is_a_near_miss(archive: SearchEngine, tmp_path: Path) -> None:
    (question,) = read_questions(write(tmp_path / "q.jsonl.gz", record(answers=[])), {"toll": BODY}, archive)
    assert question.near_miss
    assert question.answers == frozenset()


def test_questions_about_other_articles_or_other_words_are_left_out(archive: SearchEngine, tmp_path: Path) -> None:
    path = write(tmp_path / "q.jsonl.gz", record(article_id="elsewhere"), record())
    assert list(read_questions(path, {"toll": "Some other text of the page. " * 10}, archive)) == []


@pytest.mark.parametrize("bad", ["{not json\n", {"id": "q1"}, record(answers=[[["a", "b"]]])])
def test_a_bad_line_is_named(archive: SearchEngine, tmp_path: Path, bad: object) -> None:
    path = write(tmp_path / "q.jsonl.gz", record(), bad)
    with pytest.raises(GoldError, match="line 2"):
        list(read_questions(path, {"toll": BODY}, archive))


def test_an_answer_across_two_sentences_is_both() -> None:
    text = f"{TOLL.sentence_text(1)} {TOLL.sentence_text(2)}"
    assert sentences_holding(TOLL, text) == [1, 2]


def test_a_part_of_a_sentence_is_that_sentence() -> None:
    assert sentences_holding(TOLL, "six crowns since the same month") == [2]


def test_words_that_are_not_there_are_no_sentence() -> None:
    assert sentences_holding(TOLL, "seven crowns") == []
    assert sentences_holding(TOLL, "  ") == []
