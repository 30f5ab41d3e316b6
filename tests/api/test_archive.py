"""Search, completion, articles, and the reader pages."""

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

WALL = "can-you-see-the-great-wall-of-china-from-the-moon"


def test_search_gives_one_hit_an_article_with_both_ranks(client: TestClient) -> None:
    found = client.get("/v1/search", params={"q": "great wall moon", "limit": 5}).json()
    ids = [hit["article_id"] for hit in found["hits"]]
    assert ids[0] == WALL
    assert len(set(ids)) == len(ids) == 5
    assert set(found["hits"][0]["ranks"]) == {"dense", "bm25"}
    assert found["hits"][0]["ranks"]["bm25"] >= 1
    assert any(piece["match"] for piece in found["hits"][0]["snippet"])


def test_pages_of_a_search_follow_each_other(client: TestClient) -> None:
    whole = client.get("/v1/search", params={"q": "moon", "limit": 10}).json()["hits"]
    parts = [
        hit
        for offset in (0, 5)
        for hit in client.get("/v1/search", params={"q": "moon", "limit": 5, "offset": offset}).json()["hits"]
    ]
    assert [hit["article_id"] for hit in parts] == [hit["article_id"] for hit in whole]


def test_filters_restrict_and_facets_count(client: TestClient) -> None:
    found = client.get("/v1/search", params={"q": "moon", "verdict": "False", "from": "2025-01-01"}).json()
    assert found["hits"]
    assert {hit["verdict"] for hit in found["hits"]} == {"False"}
    assert all(hit["checked_on"] >= "2025-01-01" for hit in found["hits"])
    assert found["facets"]["verdict"] == {"False": found["total"]}


@pytest.mark.parametrize(
    "params", [{}, {"q": ""}, {"q": "x" * 501}, {"q": "x", "limit": 0}, {"q": "x", "from": "soon"}]
)
def test_a_search_that_can_not_be_run_is_a_problem_document(client: TestClient, params: dict[str, str]) -> None:
    response = client.get("/v1/search", params=params)
    assert (response.status_code, response.headers["content-type"]) == (422, "application/problem+json")


def test_suggest_completes_from_the_archive(client: TestClient) -> None:
    found = client.get("/v1/suggest", params={"q": "can you see the gr"}).json()["suggestions"]
    assert "Can you see the Great Wall of China from the Moon?" in found


def test_an_article_has_every_field_of_the_contract(client: TestClient) -> None:
    article = client.get(f"/v1/articles/{WALL}").json()
    assert set(article) == {
        "id", "title", "url", "publisher", "author", "language", "checked_on", "claim", "verdict", "text", "sections",
        "sentences", "sources", "dangling", "uncited", "dive_deeper", "revision",
    }  # fmt: skip
    assert article["revision"] == 1
    assert article["sections"][0]["role"] == "summary"


def test_an_unknown_article_is_not_found(client: TestClient) -> None:
    response = client.get("/v1/articles/nobody-wrote-this")
    assert (response.status_code, response.json()["status"]) == (404, 404)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/", "28 fact-checks"),
        (f"/articles/{WALL}?quote=0-50", "<mark>"),
        ("/search?q=great+wall", "Can you see the Great Wall of China from the Moon?"),
        ("/search?q=can+you+see+the+great+wall+from+the+moon%3F", "The article says"),
        ("/search?q=x&from=soon&to=", "Narrow"),
        ("/search", "Search the fact-checks"),
        ("/how-it-works", "How this works"),
    ],
)
def test_pages_work_without_javascript(client: TestClient, path: str, words: str) -> None:
    response = client.get(path)
    assert response.status_code == 200
    assert words in response.text
    assert "default-src 'none'" in response.headers["content-security-policy"]


def test_markup_in_a_query_stays_text(client: TestClient) -> None:
    assert "<script>alert" not in client.get("/search", params={"q": "<script>alert(1)</script>"}).text


def test_the_components_may_be_loaded_from_anywhere(client: TestClient) -> None:
    response = client.get("/footnote.js")
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.headers["content-type"].startswith("text/javascript")


@pytest.mark.parametrize("day", ["0", "1700000000", "2025-13-01", "18.10.2025"])
def test_a_day_that_is_not_written_out_is_refused(client: TestClient, day: str) -> None:
    assert client.get("/v1/search", params={"q": "moon", "to": day}).status_code == 422


@pytest.mark.parametrize(
    ("params", "heading"),
    [
        ({"q": "xyzzyqq"}, "No article matches these words. Nearest in meaning:"),
        ({"q": "the"}, "No article matches these words. Nearest in meaning:"),
        ({"q": "xyzzyqq", "offset": 10}, "Nearest in meaning:"),
        ({"q": "moon xyzzyqq"}, "28 articles"),
        ({"q": "moon", "publisher": "nobody"}, "No article matches these words"),
    ],
)
def test_the_search_page_says_when_no_article_has_the_words(
    client: TestClient, params: dict[str, Any], heading: str
) -> None:
    page = client.get("/search", params=params).text
    found = re.search(r'<h2 id="results" class="label">\s*(.*?)\s*</h2>', page, re.DOTALL)
    assert found
    assert found[1] == heading


def test_the_search_page_names_a_day_that_is_none(client: TestClient) -> None:
    page = client.get("/search", params={"q": "moon", "from": "2026-99-99", "to": "2026-01-31"}).text
    assert "The filter “from” was left out: <q><bdi>2026-99-99</bdi></q> is no day." in page
    assert "The filter “to”" not in page
    assert "was left out" not in client.get("/search", params={"q": "moon", "from": "2025-01-31"}).text
