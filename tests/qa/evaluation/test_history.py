import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from qa.evaluation.history import Value, history
from qa.evaluation.run import gold_id, write_run
from tests.qa.evaluation.results import answered, result, run


def write(folder: Path, name: str, *, finished: str) -> None:
    write_run(run(answered(right=True)), folder / name, settings={"selector": "lexical-1"})
    path = folder / name / "run.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | {"finished": finished}))


def test_runs_come_newest_first_with_their_numbers(tmp_path: Path) -> None:
    write(tmp_path, "new", finished="2026-01-02T10:00:00+02:00")
    write(tmp_path, "newest", finished="2026-01-02T09:00:00+00:00")
    write(tmp_path, "old", finished="2026-01-01T09:00:00+00:00")
    (tmp_path / "no run").mkdir()
    (tmp_path / "a file").write_text("")
    found = history(tmp_path)
    assert [past.name for past in found.runs] == ["newest", "new", "old"]
    assert found.problems == ()
    assert found.runs[1].finished == datetime(2026, 1, 2, 8, tzinfo=UTC)
    assert found.runs[0].metrics["answer_hit"] == Value(1.0, 1.0, 1.0, 1)
    assert found.runs[0].settings == {"selector": "lexical-1"}
    assert found.named("old") == found.runs[2]
    assert found.named("no run") is None


def test_a_folder_that_is_not_there_holds_no_runs(tmp_path: Path) -> None:
    assert history(tmp_path / "nowhere").runs == ()


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"{}", b"null", b"\xff\xfe", b'{"format": 0}', b'{"format": 1, "finished": "yesterday"}'],
)
def test_a_damaged_run_is_told_and_does_not_stop_the_others(tmp_path: Path, content: bytes) -> None:
    write(tmp_path, "good", finished="2026-01-02T09:00:00+00:00")
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "run.json").write_bytes(content)
    found = history(tmp_path)
    assert [past.name for past in found.runs] == ["good"]
    [problem] = found.problems
    assert problem.startswith(f"{tmp_path / 'bad'} holds no run that can be read")


def test_a_moment_without_a_zone_is_a_damage(tmp_path: Path) -> None:
    write(tmp_path, "one", finished="2026-01-02T09:00:00")
    assert "no time zone" in history(tmp_path).problems[0]


def test_the_id_of_the_gold_is_that_of_questions_and_answers_not_of_what_came_of_them() -> None:
    asked = [result("a", confidence=0.1), result("b", "unanswerable")]
    assert gold_id(asked) == gold_id([answered("a", right=True), result("b", "unanswerable", confidence=0.9)])
    assert gold_id(asked) != gold_id(asked[:1])
    assert gold_id(asked) != gold_id([result("a", question="Another?"), asked[1]])
    assert gold_id(asked) != gold_id([result("a", answers=()), asked[1]])
