"""The service over a Milvus server that goes away and comes back."""

import threading
import time
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.services import Services
from api.settings import Settings
from corpus.ingest import ingest
from index.milvus.local import LocalServer
from tests.api.conftest import SAMPLES, TOKEN, settings_for
from tests.index.milvus_server import local_server

ASKED = {"question": "Can the Great Wall of China be seen from the Moon?"}
_PATIENCE_S = 30


@pytest.fixture(scope="module")
def server() -> Iterator[LocalServer]:
    with local_server() as started:
        yield started


@pytest.fixture(scope="module")
def settings(server: LocalServer, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    made = settings_for(
        tmp_path_factory.mktemp("milvus"), engine="milvus", milvus_uri=server.uri, staff_token=TOKEN, indexer="separate"
    )
    services = Services(made)
    ingest(services.store, [str(SAMPLES)])
    services.bring_up()
    return made


@pytest.fixture(scope="module")
def client(settings: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(settings)) as started:
        wait_for(started, 200)
        yield started


def wait_for(client: TestClient, status: int) -> None:
    pause, deadline = threading.Event(), time.monotonic() + _PATIENCE_S
    while client.get("/readyz").status_code != status:
        assert time.monotonic() < deadline
        pause.wait(0.05)


def test_answers_are_those_of_the_embedded_engine(client: TestClient, settings: Settings) -> None:
    embedded = Services(settings.model_copy(update={"engine": "embedded"}))
    embedded.bring_up()
    with TestClient(create_app(embedded.settings)) as other:
        for asked in (ASKED, {"question": "Was Napoleon short?"}, {"question": "What is the capital of Mongolia?"}):
            replies = [one.post("/v1/ask", json=asked).json() for one in (client, other)]
            for reply in replies:
                for varying in ("answer_id", "took_ms", "generation", "confidence"):
                    reply.pop(varying)
            assert replies[0] == replies[1]


def test_while_the_server_is_down_readers_are_told_to_come_back(client: TestClient, server: LocalServer) -> None:
    server.kill()
    for reply in (
        client.get("/readyz"),
        client.post("/v1/ask", json=ASKED),
        client.get("/v1/search", params={"q": "great wall"}),
    ):
        assert reply.status_code == 503
        assert int(reply.headers["Retry-After"]) >= 1
        assert server.uri not in reply.text
    assert client.get("/healthz").status_code == 200
    assert client.get("/v1/suggest", params={"q": "great wall"}).json()["suggestions"]
    server.start()
    wait_for(client, 200)
    assert client.post("/v1/ask", json=ASKED).json()["status"] == "answered"


def test_a_service_that_starts_before_its_server_is_ready_once_it_is_there(
    settings: Settings, server: LocalServer
) -> None:
    server.kill()
    with TestClient(create_app(settings)) as early:
        assert early.get("/readyz").status_code == 503
        assert early.post("/v1/ask", json=ASKED).status_code == 503
        server.start()
        wait_for(early, 200)
        assert early.post("/v1/ask", json=ASKED).json()["status"] == "answered"


def test_an_article_is_answered_from_after_the_build_and_withdrawn_at_once(
    client: TestClient, settings: Settings
) -> None:
    staff = {"Authorization": f"Bearer {TOKEN}"}
    bridge = {"title": "Is the Elm Falls bridge open?", "body": "The Elm Falls bridge opened again in June [1]."}
    client.put("/v1/staff/articles/elm-falls", json=bridge, headers=staff)
    Services(settings).bring_up()
    deadline = time.monotonic() + _PATIENCE_S
    while client.get("/v1/articles/elm-falls").status_code != 200:
        assert time.monotonic() < deadline
    asked = {"question": bridge["title"]}
    assert "opened again in June" in client.post("/v1/ask", json=asked).text
    assert client.delete("/v1/staff/articles/elm-falls", headers=staff).json()["withdrawn"] is True
    assert "opened again in June" not in client.post("/v1/ask", json=asked).text
    assert client.get("/v1/articles/elm-falls").status_code == 404
