import gzip
import json
from pathlib import Path

import pytest

from qa.errors import GoldError
from qa.evaluation.gold import GoldAnswer
from qa.evaluation.peers.practice import practice

BODY = "The toll rose in March.\n\nIt is now two crowns."


def write(shared: Path, *questions: dict[str, object]) -> None:
    for name, records in (
        ("train/factcheck-qa.jsonl.gz", questions),
        ("data/newsroom.jsonl.gz", ({"id": "toll", "body": BODY}, {"id": "other", "body": ""})),
    ):
        (shared / name).parent.mkdir(exist_ok=True)
        with gzip.open(shared / name, "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(record) + "\n" for record in records)


def test_offsets_become_quotes(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "id": "q",
            "kind": "question",
            "article_id": "toll",
            "question": "What does it cost?",
            "answers": [[[25, 46]]],
        },
    )
    (item,) = practice(tmp_path, 10)
    assert item.kind == "single"
    assert item.turns[0].answers == (GoldAnswer("toll", ("It is now two crowns.",)),)


def test_a_near_miss_is_unanswerable(tmp_path: Path) -> None:
    write(tmp_path, {"id": "q", "kind": "question", "article_id": "toll", "question": "Who built it?", "answers": []})
    (item,) = practice(tmp_path, 10)
    assert (item.kind, item.about, item.turns[0].answerable) == ("unanswerable", "toll", False)


def test_the_same_questions_are_drawn_every_time(tmp_path: Path) -> None:
    write(
        tmp_path,
        *(
            {"id": str(n), "kind": "near_miss", "article_id": "toll", "question": f"{n}?", "answers": []}
            for n in range(40)
        ),
    )
    assert practice(tmp_path, 5) == practice(tmp_path, 5)
    assert len(practice(tmp_path, 5)) == 5


def test_a_missing_set_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="factcheck-qa"):
        practice(tmp_path, 5)
