import gzip
import json
from pathlib import Path

import pytest

from qa.evaluation.gold import load_gold
from qa.evaluation.training_gold import main

BODY = "The toll went up in May. Lorries pay six crowns. The parish pays for collecting it."


def questions() -> list[dict[str, object]]:
    def answer(text: str) -> list[list[list[int]]]:
        return [[[BODY.index(text), BODY.index(text) + len(text)]]]

    shared = {"article_id": "toll", "split": "valid", "kind": "question"}
    return [
        {**shared, "id": "q1", "question": "What do lorries pay on the bridge?", "answers": answer("Lorries pay six")},
        {**shared, "id": "q2", "question": "Who paid for the bridge?", "answers": answer("The parish pays")},
        {**shared, "id": "q3", "question": "Who drew the bridge?", "answers": [], "kind": "near_miss"},
        {**shared, "id": "q4", "question": "Trained on?", "answers": answer("The toll"), "split": "train"},
    ]


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    files: dict[str, list[dict[str, object]]] = {
        "train/factcheck-qa": questions(),
        "data/newsroom": [{"id": "toll", "title": "Did the bridge toll rise?", "body": BODY}],
        "bench/offtopic": [{"text": "tell me a story"}],
        "bench/cast2019": [{"turn_id": 1, "utterance": "What is rain?"}, {"turn_id": 2, "utterance": "Why?"}],
        "bench/squad2": [{"question": "Where is Normandy?"}],
    }
    for name, records in files.items():
        path = tmp_path / f"{name}.jsonl.gz"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(gzip.compress("\n".join(map(json.dumps, records)).encode()))
    return tmp_path


def test_held_out_questions_their_short_forms_and_others(shared: Path, tmp_path: Path) -> None:
    out = tmp_path / "gold.jsonl"
    assert main([str(shared), str(out)]) == 0
    items = {item.id: item for item in load_gold(out)}
    assert {"q1", "q2", "q3", "q2-follow-up", "offtopic-0", "cast2019-0", "squad2-0"} <= set(items)
    assert "q4" not in items
    assert items["q1"].turns[0].answers[0].quotes == ("Lorries pay six",)
    assert items["q3"].kind == "unanswerable"
    second = items["q2-follow-up"].turns[1]
    assert second.question == "who paid for it?"
    assert second.answers == items["q2"].turns[0].answers


def test_a_set_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), str(tmp_path / "gold.jsonl")]) == 2
    assert "newsroom.jsonl.gz" in capsys.readouterr().err
