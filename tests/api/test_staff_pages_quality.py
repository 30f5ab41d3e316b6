"""Runs over time, one run, its report, and what another threshold would trade."""

import json
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from qa.evaluation.result import Run, TurnResult
from qa.evaluation.run import write_run
from tests.api.staff_visit import sign_in, staff_client
from tests.qa.evaluation.results import answered, result

# Confidences on both sides of a threshold of 0.5.
RESULTS = (
    answered("s1", right=True, confidence=0.9, question="Surely right?"),
    answered("s2", right=False, confidence=0.7, question="Wrong?"),
    result("s3", confidence=0.4, supported=True, question="Withheld?"),
    answered("u1", "unanswerable", right=False, confidence=0.6, question="Nobody knows?"),
    result("u2", "unanswerable", confidence=0.1, question="Rightly refused?"),
)


def explained(one: TurnResult) -> TurnResult:
    """With the threshold that was in force."""
    return replace(one, explanation={"confidence": {"threshold": 0.5}})


def write(folder: Path, name: str, *results: TurnResult, finished: str = "") -> None:
    write_run(Run("g1", 0, tuple(map(explained, results))), folder / name, settings={"gold": "gold.jsonl"})
    if finished:
        path = folder / name / "run.json"
        path.write_text(json.dumps({**json.loads(path.read_text()), "finished": finished}))


@pytest.fixture(scope="module")
def runs_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("runs")
    write(folder, "first", *RESULTS[:1], *RESULTS[2:], finished="2026-01-01T08:00:00+00:00")
    write(folder, "second", *RESULTS, finished="2026-01-02T08:00:00+00:00")
    write(folder, "third", *RESULTS, finished="2026-01-03T08:00:00+00:00")
    return folder


@pytest.fixture(scope="module")
def visitor(data_dir: Path, runs_dir: Path) -> TestClient:
    client = staff_client(data_dir, runs_dir=runs_dir)
    sign_in(client)
    return client


def text(client: TestClient, path: str, status: int = 200, **params: Any) -> str:
    reply = client.get(f"/staff{path}", params=params)
    assert reply.status_code == status, reply.text
    words = " ".join(re.sub(r"<[^>]+>", " ", unescape(reply.text)).split())
    return words.replace("( ", "(").replace(" )", ")")


def test_runs_over_the_same_questions_are_drawn_over_time_the_newest_first(visitor: TestClient) -> None:
    page = visitor.get("/staff/quality").text
    assert re.findall(r'<th scope="row"><a href="/staff/quality/([^"]+)"', page) == ["third", "second"]
    assert "answer_hit over 2 runs" in page
    first = re.search(r'<option value="([0-9a-f]{12})">gold.jsonl, 4 turns', page)
    assert first
    page = visitor.get("/staff/quality", params={"gold": first[1]}).text
    assert re.findall(r'<th scope="row"><a href="/staff/quality/([^"]+)"', page) == ["first"]
    assert "<svg" not in page


def test_a_run_shows_every_metric_and_what_was_run(visitor: TestClient) -> None:
    page = text(visitor, "/quality/second")
    for words in ("answer_hit 0.333", "verbatim 1.000", "generation g1", "gold gold.jsonl", "2026-01-02 08:00"):
        assert words in page


def test_the_report_of_a_run_can_not_reach_the_session(visitor: TestClient, runs_dir: Path) -> None:
    reply = visitor.get("/staff/quality/second/report")
    assert reply.text == (runs_dir / "second" / "report.html").read_text(encoding="utf-8")
    assert reply.headers["content-security-policy"].startswith("sandbox allow-scripts; default-src 'none'")


@pytest.mark.parametrize("name", ["none", "%2e%2e%2ffirst", "..%2ffirst", "first%2frun.json", "%00"])
def test_what_is_no_run_is_not_found(visitor: TestClient, name: str) -> None:
    for path in (f"/staff/quality/{name}", f"/staff/quality/{name}/report"):
        assert visitor.get(path).status_code in {404, 307}
    assert visitor.get("/staff/threshold", params={"run": "../first"}).status_code == 404


def test_without_a_run_the_pages_say_how_to_make_one(data_dir: Path, tmp_path: Path) -> None:
    client = staff_client(data_dir, runs_dir=tmp_path / "nowhere")
    sign_in(client)
    assert "footnote evaluate GOLD --out" in text(client, "/quality")
    assert "There is no run in" in text(client, "/threshold")


def test_a_damaged_run_is_told_and_the_others_are_shown(data_dir: Path, tmp_path: Path) -> None:
    write(tmp_path, "good", *RESULTS)
    for name, content in {"broken": "{", "list": "[]", "empty": "{}", "old": '{"format": 0}'}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "run.json").write_text(content)
    client = staff_client(data_dir, runs_dir=tmp_path)
    sign_in(client)
    page = text(client, "/quality")
    assert "1 run" in page
    for name in ("broken", "list", "empty", "old"):
        assert f"{tmp_path / name} holds no run that can be read" in page
    (tmp_path / "good" / "results.jsonl").unlink()
    assert "The results of the run 'good' can't be read" in text(client, "/threshold", 503)


def test_the_threshold_page_begins_with_what_is_in_force(visitor: TestClient) -> None:
    page = text(visitor, "/threshold")
    for words in (
        "33 % of the 3 questions that the archive answers are answered right (1)",
        "50 % of the 2 questions that it does not answer are refused (1)",
        "33 % of the answers are right (2 are wrong)",
        "In force in this run: 0.500",
    ):
        assert words in page
    assert "What would change" not in page


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (0.3, "1 question more would be answered: right Withheld?"),
        (0.65, "1 question fewer would be answered: should be refused Nobody knows?"),
        (0.55, "No question of this run."),
        (1, "3 questions fewer would be answered: right Surely right?"),
    ],
)
def test_another_threshold_says_which_questions_it_would_change(visitor: TestClient, at: float, words: str) -> None:
    assert words in text(visitor, "/threshold", at=at, run="second")


@pytest.mark.parametrize("at", ["-1", "2", "nan", "x"])
def test_a_threshold_that_is_none_is_refused_with_a_page(visitor: TestClient, at: str) -> None:
    assert "can't be used" in text(visitor, "/threshold", 422, at=at)
