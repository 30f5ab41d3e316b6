"""``footnote evaluate``, ``compare`` and ``gold`` as staff see them."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from api.feedback import FeedbackStore
from api.question_log import Asked, QuestionLog
from api.services import Services
from qa.evaluation.gold import load_gold
from tests.api.conftest import settings_for
from tests.api.test_cli import ROOT, footnote

GOLD = ROOT / "tests" / "data" / "samples_gold.jsonl"


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dozen items of the sample gold, every kind among them."""
    lines = GOLD.read_text(encoding="utf-8").splitlines()
    kinds: dict[str, list[str]] = {}
    for line in lines:
        kinds.setdefault(json.loads(line)["kind"], []).append(line)
    path = tmp_path_factory.mktemp("gold") / "gold.jsonl"
    path.write_text("\n".join(line for found in kinds.values() for line in found[:4]) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def run(data_dir: Path, gold: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run")
    ran = footnote(data_dir, "evaluate", str(gold), "--out", str(folder))
    assert ran.returncode == 0, ran.stderr
    assert "answer_hit" in ran.stdout
    assert "95 % interval" in ran.stdout
    return folder


def test_evaluating_writes_a_run_that_says_what_was_run(run: Path) -> None:
    about = json.loads((run / "run.json").read_text(encoding="utf-8"))
    assert about["metrics"]["verbatim"]["value"] == 1.0
    assert about["settings"]["FOOTNOTE_MODEL"] == "hash"
    assert about["settings"]["selector"].startswith("lexical")
    assert {path.name for path in run.iterdir()} >= {"results.jsonl", "report.html", "search.trec"}


def test_the_table_comes_as_json_too(data_dir: Path, gold: Path) -> None:
    ran = footnote(data_dir, "evaluate", str(gold), "--json")
    assert json.loads(ran.stdout)["metrics"]["verbatim"]["better"] == "higher"


def test_comparing_tells_worse_from_could_not_run(data_dir: Path, run: Path, tmp_path: Path) -> None:
    worse = tmp_path / "worse"
    worse.mkdir()
    (worse / "run.json").write_bytes((run / "run.json").read_bytes())
    results = [json.loads(line) for line in (run / "results.jsonl").read_text(encoding="utf-8").splitlines()]
    for result in results:
        result |= {"answered": False, "hit": False, "supported": False, "quotes": [], "draft": []}
    (worse / "results.jsonl").write_text("".join(json.dumps(result) + "\n" for result in results), encoding="utf-8")

    def compare(*arguments: str | Path) -> int:
        return footnote(data_dir, "compare", *map(str, arguments)).returncode

    assert compare(run, run, "--fail-on", "answer_hit:-0.01") == 0
    assert compare(run, worse) == 0
    assert compare(run, worse, "--fail-on", "answer_hit:-0.01", "--html", tmp_path / "page.html") == 1
    assert "<!doctype html>" in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert compare(run, tmp_path / "nowhere", "--fail-on", "answer_hit:-0.01") == 2
    assert compare(run, run, "--fail-on", "beauty:-0.01") == 2


def test_runs_of_different_gold_are_not_compared_unless_in_part(data_dir: Path, run: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut"
    cut.mkdir()
    (cut / "run.json").write_bytes((run / "run.json").read_bytes())
    lines = (run / "results.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (cut / "results.jsonl").write_text(lines[0], encoding="utf-8")
    ran = footnote(data_dir, "compare", str(cut), str(run), "--fail-on", "answer_hit:-0.01")
    assert ran.returncode == 2
    assert f"{len(lines) - 1} in the second only" in ran.stderr
    ran = footnote(data_dir, "compare", str(cut), str(run), "--partial")
    assert ran.returncode == 0
    assert f"left out: {len(lines) - 1} turns" in ran.stderr


def test_the_differences_fit_into_80_columns_with_whole_names(data_dir: Path, run: Path) -> None:
    metrics = json.loads((run / "run.json").read_text(encoding="utf-8"))["metrics"]
    ran = footnote(data_dir, "compare", str(run), str(run), COLUMNS="80")
    lines = ran.stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert {line.split()[0] for line in lines if line.strip()} >= set(metrics)
    assert "+0.000 +0.000" in ran.stdout


def test_checking_gold_names_line_and_remedy(data_dir: Path, tmp_path: Path) -> None:
    item = json.loads(GOLD.read_text(encoding="utf-8").splitlines()[0])
    good = tmp_path / "good.jsonl"
    good.write_text(json.dumps(item), encoding="utf-8")
    assert footnote(data_dir, "gold", "check", str(good)).returncode == 0
    item["turns"][0]["answers"][0]["quotes"][0]["text"] = "Nobody wrote this anywhere."
    bad = tmp_path / "bad.jsonl"
    bad.write_text("\n" + json.dumps(item), encoding="utf-8")
    ran = footnote(data_dir, "gold", "check", str(bad))
    assert ran.returncode == 1
    assert f"{bad}, line 2" in ran.stdout
    assert "Quote the article word for word." in ran.stdout


def test_checking_gold_names_every_fault_and_leaves_the_file_alone(data_dir: Path, tmp_path: Path) -> None:
    good = GOLD.read_text(encoding="utf-8").splitlines()[0]
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(['{"id": 1}', good, "{broken", good]), encoding="utf-8")
    before = path.read_bytes()
    ran = footnote(data_dir, "gold", "check", "--follow", str(path))
    assert ran.returncode == 1
    for fault in ('line 1: "kind" is missing', "line 3: not valid JSON", "the id stands twice", "asks the same as"):
        assert fault in ran.stdout
    assert "2 items, 4 problems" in ran.stdout
    assert path.read_bytes() == before
    assert footnote(data_dir, "gold", "check", str(tmp_path / "absent.jsonl")).returncode == 2
    assert footnote(tmp_path / "nothing", "gold", "check", str(path)).returncode == 2


def test_quotes_follow_their_revised_article(data_dir: Path, tmp_path: Path) -> None:
    item = json.loads(GOLD.read_text(encoding="utf-8").splitlines()[0])
    quote = item["turns"][0]["answers"][0]["quotes"][0]
    before = quote["text"]
    quote["text"] = before.replace("recognized", "acknowledged")
    assert quote["text"] != before
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(item), encoding="utf-8")
    assert footnote(data_dir, "gold", "check", "--follow", str(path)).returncode == 0
    assert json.loads(path.read_text(encoding="utf-8"))["turns"][0]["answers"][0]["quotes"][0]["text"] == before


def test_a_question_becomes_a_draft_once(data_dir: Path, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    question = "Can the Great Wall of China be seen from the Moon?"
    assert footnote(data_dir, "gold", "add", str(path), question).returncode == 0
    assert "lacks" in footnote(data_dir, "gold", "add", str(path), question).stderr
    [line] = path.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["draft"] is True
    assert "is a draft" in footnote(data_dir, "gold", "check", str(path)).stdout


@pytest.mark.parametrize("typed", ["", "   ", "thanks!"])
def test_what_asks_nothing_does_not_become_a_draft(data_dir: Path, tmp_path: Path, typed: str) -> None:
    path = tmp_path / "gold.jsonl"
    ran = footnote(data_dir, "gold", "add", str(path), typed)
    assert ran.returncode == 2
    assert "asks nothing" in ran.stderr
    assert not path.exists()


def test_a_blank_question_of_the_log_does_not_become_a_draft(own_data_dir: Path, tmp_path: Path) -> None:
    engine = Services(settings_for(own_data_dir)).store.engine
    now = datetime.now(UTC)
    QuestionLog(engine, "full").add_all(
        [Asked("1", "  ", "no_match", 0.0, (), "g", 1.0, now), Asked("2", "Who?", "no_match", 0.0, (), "g", 1.0, now)]
    )
    FeedbackStore(engine).add("3", "hello", "down", None, "")
    path = tmp_path / "gold.jsonl"
    assert footnote(own_data_dir, "gold", "add", str(path)).returncode == 0
    assert [item.turns[0].question for item in load_gold(path)] == ["Who?"]


def test_drafts_are_not_asked_and_not_fitted_on(data_dir: Path, tmp_path: Path) -> None:
    good = GOLD.read_text(encoding="utf-8").splitlines()[0]
    drafted = json.dumps(json.loads(good) | {"id": "log-1", "draft": True})
    path = tmp_path / "gold.jsonl"
    path.write_text(drafted + "\n", encoding="utf-8")
    for command in ("evaluate", "calibrate"):
        ran = footnote(data_dir, command, str(path))
        assert ran.returncode == 2
        assert "left out: 1 drafts" in ran.stderr
    path.write_text(drafted + "\n" + good + "\n", encoding="utf-8")
    ran = footnote(data_dir, "evaluate", str(path), "--json")
    assert json.loads(ran.stdout)["turns"] == 1
    assert "left out: 1 drafts" in ran.stderr


def test_refused_questions_of_the_log_become_drafts(own_data_dir: Path, tmp_path: Path) -> None:
    engine = Services(settings_for(own_data_dir)).store.engine
    answered = "Can the Great Wall of China be seen from the Moon?"
    refused = "What is the capital of Mongolia?"
    now = datetime.now(UTC)
    QuestionLog(engine, "full").add_all(
        [
            Asked("1", answered, "answered", 0.9, (), "g", 1.0, now),
            Asked("2", refused, "no_match", 0.1, (), "g", 1.0, now),
            Asked("3", refused, "no_match", 0.1, (), "g", 1.0, now),
        ]
    )
    FeedbackStore(engine).add("2", refused, "down", None, "I know that you know.")
    path = tmp_path / "gold.jsonl"
    assert footnote(own_data_dir, "gold", "add", str(path), "--refused").returncode == 0
    [item] = load_gold(path)
    assert (item.kind, item.draft, item.turns[0].question) == ("unanswerable", True, refused)
    assert "I know that you know." in item.note
    assert footnote(own_data_dir, "gold", "add", str(path)).returncode == 0
    assert {item.turns[0].question for item in load_gold(path)} == {refused, answered}


def test_gold_that_can_not_be_read_ends_with_the_line_and_exit_code_2(data_dir: Path, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": 1}', encoding="utf-8")
    for command in ("evaluate", "calibrate"):
        ran = footnote(data_dir, command, str(path))
        assert ran.returncode == 2
        assert f"{path}, line 1" in ran.stderr
        assert "Traceback" not in ran.stderr
