"""Three doors, one engine: the same question gives the same ids through each."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.services import Services
from qa.evaluation.gold import load_gold
from qa.evaluation.result import TurnResult
from qa.evaluation.runner import evaluate
from tests.api.conftest import build_samples, settings_for
from tests.api.test_cli import footnote

CONVERSATION = [
    "Can the Great Wall of China be seen from the Moon?",
    "how long is it?",
    "who pays for the space station",
    "did vikings wear horned helmets",
    "What is the capital of Mongolia?",
]
# Whether an answer is right plays no part here.
_ANSWER = {"article_id": "can-you-see-the-great-wall-of-china-from-the-moon", "quotes": [{"text": "The wall is long."}]}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data_dir = tmp_path_factory.mktemp("doors")
    build_samples(data_dir)
    return data_dir


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[TestClient]:
    with TestClient(create_app(settings_for(folder))) as client:
        yield client


def quoted(reply: dict[str, Any]) -> list[tuple[str, str]]:
    """(article, passage) of every quote."""
    return [(group["article_id"], quote["passage_id"]) for group in reply["articles"] for quote in group["quotes"]]


def chatted(client: TestClient, questions: list[str]) -> list[dict[str, Any]]:
    """What the chat widget gets: each question with what was shown before."""
    history: list[dict[str, Any]] = []
    replies = []
    for question in questions:
        replies.append(client.post("/v1/ask", json={"question": question, "history": history}).json())
        shown = dict.fromkeys(passage for _, passage in quoted(replies[-1]))
        history.append({"question": question, "passage_ids": list(shown)})
    return replies


def evaluated(folder: Path, gold: Path, kind: str, conversations: list[list[str]]) -> list[TurnResult]:
    """What the evaluation gets for the same questions."""
    items = [
        {
            "id": f"i{n}", "kind": kind, "style": "question",
            "turns": [
                {"question": question, "standalone": question, "answerable": True, "answers": [_ANSWER]}
                for question in questions
            ],
        }
        for n, questions in enumerate(conversations)
    ]  # fmt: skip
    gold.write_text("".join(json.dumps(item) + "\n" for item in items))
    return list(evaluate(Services(settings_for(folder)).serving().answerer, load_gold(gold)).results)


def test_chat_and_evaluation_quote_the_same_passages(client: TestClient, folder: Path, tmp_path: Path) -> None:
    results = evaluated(folder, tmp_path / "gold.jsonl", "conversation", [CONVERSATION])
    by_chat = [quoted(reply) for reply in chatted(client, CONVERSATION)]
    by_evaluation = [[(quote.article_id, quote.passage_id) for quote in result.quotes] for result in results]
    assert by_chat == by_evaluation
    assert any(by_chat)


def test_search_box_and_evaluation_rank_the_same_articles(client: TestClient, folder: Path, tmp_path: Path) -> None:
    results = evaluated(folder, tmp_path / "gold.jsonl", "single", [[question] for question in CONVERSATION])
    for question, result in zip(CONVERSATION, results, strict=True):
        page = client.get("/v1/search", params={"q": question, "limit": 50}).json()
        assert [hit["article_id"] for hit in page["hits"]] == list(result.ranked)


def test_the_search_page_answers_as_the_chat_does(client: TestClient) -> None:
    reply = client.post("/v1/ask", json={"question": CONVERSATION[0]}).json()
    page = client.get("/search", params={"q": CONVERSATION[0]}).text
    assert quoted(reply)
    for group in reply["articles"]:
        assert f"/articles/{group['article_id']}" in page


def test_the_command_line_prints_what_http_replies(client: TestClient, folder: Path) -> None:
    question = CONVERSATION[0]
    by_http = client.post("/v1/ask", json={"question": question}).json()
    by_command = json.loads(footnote(folder, "ask", question, "--json").stdout)
    for reply in (by_http, by_command):
        del reply["answer_id"], reply["took_ms"]
    assert by_http == by_command
    found = client.get("/v1/search", params={"q": question}).json()
    printed = json.loads(footnote(folder, "search", question, "--json").stdout)
    assert {**found, "took_ms": 0} == {**printed, "took_ms": 0}
