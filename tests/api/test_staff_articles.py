"""Articles from the newsroom's publishing system."""

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.services import Services
from tests.api.conftest import TOKEN, settings_for

STAFF = {"Authorization": f"Bearer {TOKEN}"}
WALL = "can-you-see-the-great-wall-of-china-from-the-moon"
BRIDGE = {
    "title": "Is the Elm Falls bridge open?",
    "body": "The bridge was closed in May [1].\n\nIt opened again in June [2].",
    "checked_on": "2025-10-18",
    "sources": [{"number": 1, "title": "Notice", "url": "https://roads.example/closure"}],
    "a field of another system": {"kept": False},
}


@pytest.fixture
def newsroom(own_data_dir: Path) -> TestClient:
    app = create_app(settings_for(own_data_dir, staff_token=TOKEN))
    app.state.footnote.services.serving()
    # Without the lifespan: no builds run beside the test.
    return TestClient(app, headers=STAFF)


def stored(own_data_dir: Path, article_id: str) -> Any:
    return Services(settings_for(own_data_dir)).store.get(article_id)


def test_an_article_is_stored_with_its_numbers_and_a_build_is_wanted(newsroom: TestClient, own_data_dir: Path) -> None:
    reply = newsroom.put("/v1/staff/articles/bridge", json=BRIDGE).json()
    assert reply == {"article_id": "bridge", "change": "added", "revision": 1, "building": True}
    article = stored(own_data_dir, "bridge")
    assert article.text.startswith("The bridge was closed in May.")
    assert (article.citations_of(0), article.dangling) == ((1,), (2,))


def test_the_same_again_changes_nothing_and_another_text_is_a_revision(newsroom: TestClient) -> None:
    changes = []
    for body in ("One.", "One.", "Two."):
        reply = newsroom.put("/v1/staff/articles/bridge", json={**BRIDGE, "body": body}).json()
        changes.append((reply["change"], reply["revision"]))
    assert changes == [("added", 1), ("unchanged", 1), ("updated", 2)]


def test_a_withdrawn_article_is_nowhere_at_once_and_can_come_back(newsroom: TestClient, own_data_dir: Path) -> None:
    kept_generation = newsroom.get("/readyz").json()["generation"]
    kept = newsroom.get(f"/v1/articles/{WALL}").json()
    assert newsroom.delete(f"/v1/staff/articles/{WALL}").json() == {"article_id": WALL, "withdrawn": True}
    asked = newsroom.post("/v1/ask", json={"question": "Can the Great Wall of China be seen from the Moon?"}).json()
    found = newsroom.get("/v1/search", params={"q": "great wall moon"}).json()
    assert newsroom.get(f"/v1/articles/{WALL}").status_code == 404
    assert WALL not in str(asked) + str(found)
    assert asked["generation"] == found["generation"]
    assert "-without-" in found["generation"]
    assert newsroom.delete(f"/v1/staff/articles/{WALL}").status_code == 404
    again = {"title": kept["title"], "body": kept["text"]}
    assert newsroom.put(f"/v1/staff/articles/{WALL}", json=again).json()["change"] == "added"
    # What was withdrawn does not come back; what took its place does, when it is indexed.
    assert newsroom.get(f"/v1/articles/{WALL}").status_code == 404
    Services(settings_for(own_data_dir)).bring_up()
    assert newsroom.post("/v1/staff/reload").json()["generation"] not in {asked["generation"], kept_generation}
    assert newsroom.get(f"/v1/articles/{WALL}").json()["revision"] == 3


def test_a_withdrawal_that_was_a_mistake_is_undone_at_once(newsroom: TestClient, own_data_dir: Path) -> None:
    store = Services(settings_for(own_data_dir)).store
    article = store.get(WALL)
    assert article is not None
    store.withdraw(WALL)
    assert newsroom.get(f"/v1/articles/{WALL}").status_code == 404
    store.upsert(article)
    assert newsroom.get(f"/v1/articles/{WALL}").status_code == 200


@pytest.mark.parametrize(
    ("article_id", "changes"),
    [
        ("bridge", {"title": ""}),
        ("bridge", {"body": " \n "}),
        ("bridge", {"body": "[1]"}),
        ("bridge", {"body": 3}),
        ("bridge", {"sources": [{"number": 0}]}),
        ("-bridge", {}),
        ("bridge with spaces", {}),
    ],
)
def test_what_is_no_article_is_refused_and_nothing_stored(
    newsroom: TestClient, own_data_dir: Path, article_id: str, changes: dict[str, Any]
) -> None:
    response = newsroom.put(f"/v1/staff/articles/{article_id}", json={**BRIDGE, **changes})
    assert (response.status_code, response.headers["content-type"]) == (422, "application/problem+json")
    assert len(Services(settings_for(own_data_dir)).store) == 28


def test_nul_leaves_the_text(newsroom: TestClient, own_data_dir: Path) -> None:
    body = "A bridge\x00 stands. A path is written \\u0000 in some tongues."
    assert newsroom.put("/v1/staff/articles/bridge", json={**BRIDGE, "body": body}).status_code == 200
    assert stored(own_data_dir, "bridge").text == "A bridge stands. A path is written \\u0000 in some tongues."


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", "/v1/staff/articles/bridge"),
        ("DELETE", f"/v1/staff/articles/{WALL}"),
        ("POST", "/v1/staff/index"),
        ("POST", "/v1/staff/reload"),
        ("GET", "/v1/staff/questions"),
        ("GET", "/v1/staff/unanswered"),
        ("GET", "/v1/staff/feedback"),
    ],
)
def test_every_staff_address_needs_the_token(newsroom: TestClient, method: str, path: str) -> None:
    response = newsroom.request(method, path, json=BRIDGE, headers={"Authorization": "Bearer wrong"})
    assert response.status_code == 401
