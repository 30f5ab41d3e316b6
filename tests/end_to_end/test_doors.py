"""Three doors, one engine: the same question gives the same ids through each."""

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from tests.api.conftest import build_samples
from tests.api.test_cli import footnote

QUESTIONS = [
    "Can the Great Wall of China be seen from the Moon?",
    "who pays for the space station",
    "did vikings wear horned helmets",
    "What is the capital of Mongolia?",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data_dir = tmp_path_factory.mktemp("doors")
    build_samples(data_dir)
    return data_dir


def ids(reply: dict[str, object]) -> list[object]:
    articles = reply["articles"]
    assert isinstance(articles, list)
    return [(group["article_id"], [quote["passage_id"] for quote in group["quotes"]]) for group in articles]


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_widget_and_the_command_line_answer_alike(folder: Path, question: str) -> None:
    from api.settings import Settings

    with TestClient(create_app(Settings(data_dir=folder, model="hash"))) as client:  # type: ignore[call-arg]
        by_http = client.post("/v1/ask", json={"question": question}).json()
        page = client.get("/v1/search", params={"q": question}).json()
    by_command = json.loads(footnote(folder, "ask", question, "--json").stdout)
    searched = json.loads(footnote(folder, "search", question, "--json").stdout)
    assert ids(by_http) == ids(by_command)
    assert by_http["generation"] == by_command["generation"] == page["generation"]
    assert [hit["article_id"] for hit in page["hits"]] == [hit["article_id"] for hit in searched["hits"]]
