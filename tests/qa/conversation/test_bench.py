import json
from pathlib import Path

import pytest

from qa.conversation.bench import main, resolved, turns


@pytest.fixture
def canard(tmp_path: Path) -> Path:
    item = {
        "History": ["Ada Lovelace", "Work", "What did Ada write?", "Notes on the engine."],
        "Question": "When did she write it?",
        "Rewrite": "When did Ada Lovelace write the notes on the engine?",
    }
    first = {"History": ["Ada Lovelace", "Work"], "Question": "Who was Ada?", "Rewrite": "Who was Ada?"}
    path = tmp_path / "canard.jsonl"
    path.write_text("\n".join(map(json.dumps, (item, first))))
    return path


@pytest.fixture
def cast(tmp_path: Path) -> Path:
    item = {
        "utterance": "Is it treatable?",
        "history": [{"question": "What is throat cancer?", "response": ""}],
        "manual_rewrite": "Is throat cancer treatable?",
    }
    path = tmp_path / "cast.jsonl"
    path.write_text(json.dumps(item))
    return path


def test_turns_whose_rewrite_adds_nothing_are_left_out(canard: Path) -> None:
    [turn] = turns(canard)
    assert turn.added == {"ada", "lovelac", "note", "engin"}
    assert "Lovelace" in resolved(turn)


def test_a_table_of_raw_resolved_and_human_is_printed(
    canard: Path, cast: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(canard), str(cast)]) == 0
    lines = capsys.readouterr().out.splitlines()
    values = {line.split()[0]: float(line.split()[1]) for line in lines[7:10]}
    assert values == {"raw": 0.0, "resolved": 1.0, "human": 1.0}
