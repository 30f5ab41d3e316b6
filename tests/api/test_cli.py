"""The ``footnote`` command as its user sees it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def footnote(data_dir: Path, *arguments: str, typed: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command with the encoder that needs no model."""
    return subprocess.run(
        [sys.executable, "-m", "api.cli.main", *arguments],
        input=typed,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={
            **os.environ,
            "FOOTNOTE_DATA_DIR": str(data_dir),
            "FOOTNOTE_MODEL": "hash",
            "COLUMNS": "200",
            **environment,
        },
        timeout=120,
        check=False,
    )


def test_ask_prints_quotes_numbers_and_date(data_dir: Path) -> None:
    ran = footnote(data_dir, "ask", "Can the Great Wall of China be seen from the Moon?")
    assert ran.returncode == 0, ran.stderr
    for words in ("The article says", "checked on 2025-10-18", "verdict: False", "[1]", "NASA"):
        assert words in ran.stdout


def test_search_prints_titles(data_dir: Path) -> None:
    assert "Can you see the Great Wall" in footnote(data_dir, "search", "great wall", "--limit", "2").stdout


def test_chat_answers_until_an_empty_line(data_dir: Path) -> None:
    ran = footnote(data_dir, "chat", typed="Can the Great Wall of China be seen from the Moon?\nhello\n\n")
    assert ran.returncode == 0, ran.stderr
    assert "The article says" in ran.stdout
    assert "Not found" in ran.stdout


def test_config_prints_every_setting_and_its_origin(data_dir: Path) -> None:
    printed = footnote(data_dir, "config").stdout
    assert "FOOTNOTE_MODEL" in printed
    assert "environment" in printed
    assert "default" in printed


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "no such file"),
        (b"\x00\x01\x02binary", "binary"),
        (b"", "empty"),
        (b'{"id": "a", "title": "T", "body": "B."}\n' * 16 + b'{"id": \n', "line 17"),
        (b'{"id": "a", "title": "T", "body": "B."}\n{"id": "a", "title": "T", "body": "C."}\n', "stands twice"),
    ],
)
def test_bad_input_ends_with_one_message_and_code_2(tmp_path: Path, content: bytes | None, said: str) -> None:
    bad = tmp_path / "bad.jsonl"
    if content is not None:
        bad.write_bytes(content)
    ran = footnote(tmp_path / "data", "ingest", str(bad))
    assert ran.returncode == 2
    assert said in ran.stderr
    assert "bad.jsonl" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_an_index_of_another_model_is_refused(data_dir: Path) -> None:
    ran = footnote(data_dir, "ask", "Is it so?", FOOTNOTE_MODEL="all-MiniLM-L6-v2", FOOTNOTE_SELECTOR="lexical")
    assert ran.returncode == 2
    assert "hash-256" in ran.stderr
    assert "footnote index" in ran.stderr


def test_a_corrupt_index_is_refused(data_dir: Path, tmp_path: Path) -> None:
    copy = tmp_path / "data"
    shutil.copytree(data_dir, copy)
    (vectors,) = (copy / "index" / "generations").glob("*/vectors.npy")
    damaged = bytearray(vectors.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    vectors.write_bytes(damaged)
    ran = footnote(copy, "ask", "Is it so?")
    assert ran.returncode == 2
    assert "vectors.npy" in ran.stderr


def test_without_an_index_ask_says_what_to_do(tmp_path: Path) -> None:
    ran = footnote(tmp_path, "ask", "Is it so?")
    assert (ran.returncode, "footnote index" in ran.stderr) == (2, True)


def test_ingest_index_withdraw(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps({"id": "a", "title": "Is the bridge safe?", "body": "The bridge is safe."}) + "\n")
    assert footnote(tmp_path / "data", "ingest", str(file)).returncode == 0
    assert "1 articles, 1 passages" in footnote(tmp_path / "data", "index").stdout
    assert "up to date" in footnote(tmp_path / "data", "index").stdout
    assert footnote(tmp_path / "data", "withdraw", "a").returncode == 0
    assert footnote(tmp_path / "data", "withdraw", "a").returncode == 2
    assert footnote(tmp_path / "data", "ingest", str(file)).returncode == 0
    assert "0 articles" in footnote(tmp_path / "data", "index").stdout
    reply = json.loads(footnote(tmp_path / "data", "ask", "Is the bridge safe?", "--json").stdout)
    assert (reply["status"], reply["reason"]) == ("not_found", "empty_archive")
    assert footnote(tmp_path / "data", "ingest", "--restore", str(file)).returncode == 0
    assert "1 articles" in footnote(tmp_path / "data", "index").stdout


def test_an_unknown_command_is_a_usage_error(tmp_path: Path) -> None:
    assert footnote(tmp_path, "nonsense").returncode == 2


def test_lint_prints_findings_and_fails_on_errors(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    article: dict[str, object] = {"id": "a", "title": "Is the bridge safe?", "body": "The bridge is safe [4]."}
    article |= {"sources": [{"number": 1, "title": "Report", "url": "https://roads.example/report"}]}
    file.write_text(json.dumps(article) + "\n")
    footnote(tmp_path / "data", "ingest", str(file))
    ran = footnote(tmp_path / "data", "lint", "--json")
    assert (ran.returncode, "1 articles" in ran.stderr) == (1, True)
    findings = [json.loads(line) for line in ran.stdout.splitlines()]
    assert ("dangling", "error", "a") in {(f["check"], f["severity"], f["article_id"]) for f in findings}
