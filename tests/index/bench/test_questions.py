import gzip
import json
from pathlib import Path

from index.bench.questions import QUESTION_SETS, Query

SETS = {one.name: one for one in QUESTION_SETS}


def test_only_single_items_of_the_gold_are_asked(tmp_path: Path) -> None:
    turn = {"question": "Who pays?", "answers": [{"article_id": "a"}, {"article_id": "b"}]}
    items = [{"kind": "single", "turns": [turn]}, {"kind": "conversation", "turns": [turn]}]
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "dev.jsonl").write_text("\n".join(map(json.dumps, items)))
    found = SETS["development gold, single"].queries(tmp_path)
    assert found == [Query("Who pays?", frozenset({"a", "b"}))]


def test_claims_are_read_from_a_packed_file(tmp_path: Path) -> None:
    (tmp_path / "bench").mkdir()
    with gzip.open(tmp_path / "bench" / "checkthat2b-dev.jsonl.gz", "wt") as file:
        file.write(json.dumps({"sentence": "It rained.", "relevant": ["x"]}))
    assert SETS["CheckThat 2022 2B dev"].queries(tmp_path) == [Query("It rained.", frozenset({"x"}))]


def test_a_missing_file_has_no_questions(tmp_path: Path) -> None:
    assert [one.queries(tmp_path) for one in QUESTION_SETS] == [[]] * len(QUESTION_SETS)
