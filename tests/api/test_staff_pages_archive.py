"""An article as an editor looks at it, and a question tried out stage by stage."""

import asyncio
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from corpus.lint import lint_article
from tests.api.staff_visit import sign_in, staff_client

ICELAND = "are-there-no-mosquitoes-in-iceland"
MOON = "Can the Great Wall of China be seen from the Moon?"


@pytest.fixture(scope="module")
def visitor(data_dir: Path) -> TestClient:
    client = staff_client(data_dir)
    sign_in(client)
    return client


def text(client: TestClient, path: str, status: int = 200, **params: Any) -> str:
    reply = client.get(f"/staff{path}", params=params)
    assert reply.status_code == status, reply.text
    return " ".join(re.sub(r"<[^>]+>", " ", unescape(reply.text)).split())


def test_an_article_shows_its_findings_and_leads_to_their_place(visitor: TestClient) -> None:
    page = visitor.get(f"/staff/articles/{ICELAND}").text
    assert "cites 4, which the source list lacks" in page
    place = re.search(rf'href="(/articles/{ICELAND}\?quote=\d+-\d+#s\d+)">See it', page)
    assert place
    quoted = re.search(r"<blockquote[^>]*>(.*?)</blockquote>", page)
    assert quoted
    assert f"<mark>{quoted[1]}</mark>" in visitor.get(place[1]).text


def test_an_article_without_findings_says_so(visitor: TestClient) -> None:
    store = visitor.app.state.footnote.services.store  # type: ignore[attr-defined]
    flawless = next(article.id for article in store.articles() if not lint_article(article))
    assert "What the checks find Nothing." in text(visitor, f"/articles/{flawless}")


def test_articles_are_found_by_words_and_by_id(visitor: TestClient) -> None:
    assert "Are there no mosquitoes in Iceland?" in text(visitor, "/articles", q="mosquitoes iceland")
    assert text(visitor, "/articles", q=ICELAND).count("Are there no mosquitoes in Iceland?") == 1
    assert "1 error" in text(visitor, "/articles", q=ICELAND)
    assert "Checked last" in text(visitor, "/articles")


def test_an_article_that_never_was_is_not_found(visitor: TestClient) -> None:
    assert "never held an article" in text(visitor, "/articles/none", 404)


def test_a_withdrawn_article_keeps_its_history(own_data_dir: Path) -> None:
    client = staff_client(own_data_dir)
    sign_in(client)
    services = client.app.state.footnote.services  # type: ignore[attr-defined]
    services.store.withdraw(ICELAND)
    services.apply_withdrawals()
    page = text(client, f"/articles/{ICELAND}")
    assert "This article was withdrawn. It is in no answer" in page
    assert re.search(r"2 \S+ \S+ withdrawn", page)


def test_a_question_shows_what_each_stage_made_of_it(visitor: TestClient) -> None:
    page = text(visitor, "/try", q=MOON)
    for words in (
        "The article says", "1. The question is read", "As a standalone", "2. Passages are found", "Bottom line",
        "3. Sentences are scored", "4. The rules of quoting", "picking added", "5. The decision", "answered.",
        "What the confidence is made of", "retrieve",
    ):  # fmt: skip
        assert words in page
    asked = visitor.post("/v1/ask", json={"question": MOON, "explain": True}).json()
    assert asked["articles"][0]["quotes"][0]["text"] in page
    assert f"Confidence {asked['explanation']['stages']['confidence']['probability']:.3f}" in page


def test_a_refused_question_says_why(visitor: TestClient) -> None:
    page = text(visitor, "/try", q="What is the capital of Mongolia?")
    assert "The archive does not answer this" in page
    assert "not answered." in page
    assert "Not a question" in text(visitor, "/try", q="hello")
    assert "Needs more words" in text(visitor, "/try", q="who pays for it?")


def test_a_follow_up_is_tried_with_what_its_reader_was_shown(visitor: TestClient) -> None:
    earlier = "Was Napoleon unusually short?"
    page = text(visitor, "/try", q="How tall was he?", earlier=earlier)
    assert "was-napoleon-unusually-short" in page
    assert "first in was-napoleon-unusually-short" in page


def test_a_page_that_the_archive_lacks_is_told(visitor: TestClient) -> None:
    assert "holds no article none" in text(visitor, "/try", q=MOON, article="none")
    assert "holds no article" not in text(visitor, "/try", q=MOON, article=ICELAND)


def test_a_question_that_is_tried_is_not_logged(own_data_dir: Path) -> None:
    client = staff_client(own_data_dir)
    sign_in(client)
    text(client, "/try", q=MOON, earlier="Was Napoleon unusually short?")
    client.post("/v1/ask", json={"question": "Asked by a reader?"})
    state = client.app.state.footnote  # type: ignore[attr-defined]
    asyncio.run(state.log_writer.close())
    assert [asked.question for asked in state.question_log.latest(10)] == ["Asked by a reader?"]
