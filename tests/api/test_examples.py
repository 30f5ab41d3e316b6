"""The questions that the home page offers."""

import html
import re

from fastapi.testclient import TestClient


def offered(client: TestClient) -> list[str]:
    attribute = re.search(r'examples="([^"]*)"', client.get("/").text)
    assert attribute is not None
    return [question.strip() for question in html.unescape(attribute[1]).split("|") if question.strip()]


def test_each_is_answered(client: TestClient) -> None:
    questions = offered(client)
    assert questions
    for question in questions:
        assert client.post("/v1/ask", json={"question": question}).json()["status"] == "answered"


def test_they_stay_the_same_for_a_generation(client: TestClient) -> None:
    assert offered(client) == offered(client)
