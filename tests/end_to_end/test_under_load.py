"""Nobody's request fails while the archive changes, or when the service stops."""

import json
from pathlib import Path

import httpx
import pytest

from api.services import Services
from api.settings import Settings
from index.builder import build
from tests.api.conftest import build_samples, settings_for
from tests.api.live import QUESTIONS, TOKEN, Crowd, served, wait_until

STAFF = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return build_samples(tmp_path / "data")


def test_a_new_generation_is_taken_up_without_a_failed_request(settings: Settings) -> None:
    crowd = Crowd()
    with served(settings.data_dir) as service, httpx.Client(base_url=service.url) as client:
        with crowd.asking(service.url, 8):
            services = Services(settings)
            for article_id in ("was-napoleon-unusually-short", "do-you-need-eight-glasses-of-water-a-day"):
                services.store.withdraw(article_id)
                built = build(services.store, settings.index_dir, services.encoder)
                assert client.post("/v1/staff/reload", headers=STAFF).json()["generation"] == built.generation
        metrics = client.get("/metrics").text
    assert set(crowd.statuses) == {200}
    assert len(crowd.generations) >= 2
    assert f'footnote_generation{{generation="{built.generation}"}} 1.0' in metrics


def test_requests_that_run_when_the_service_stops_are_answered(settings: Settings) -> None:
    crowd = Crowd()
    with served(settings.data_dir) as service, crowd.asking(service.url, 8):
        crowd.wait_for(20, 200)
        log = service.stop()
    assert crowd.statuses[200] >= 20
    assert set(crowd.statuses) == {200}
    # A reply that had begun was never cut; the next request found the service gone.
    assert not any("incomplete" in text for text in crowd.broken)
    assert "unforeseen_error" not in log


def test_processes_share_the_port_and_add_their_counters_up(settings: Settings) -> None:
    crowd = Crowd()
    with served(settings.data_dir, "--processes", "2") as service:
        with crowd.asking(service.url, 4):
            crowd.wait_for(40, 200)
        counted = httpx.get(f"{service.url}/metrics").text
    assert set(crowd.statuses) == {200}
    (line,) = (line for line in counted.splitlines() if line.startswith('footnote_requests_total{route="/v1/ask"'))
    assert float(line.split()[-1]) == sum(crowd.statuses.values())


def test_above_the_limit_clients_are_turned_away_and_nothing_breaks(settings: Settings) -> None:
    crowd = Crowd()
    limits = {"FOOTNOTE_WORKERS": "1", "FOOTNOTE_QUEUE": "1"}
    with served(settings.data_dir, **limits) as service, crowd.asking(service.url, 12):
        crowd.wait_for(5, 200, 503)
        assert httpx.get(f"{service.url}/healthz").status_code == 200
    assert set(crowd.statuses) == {200, 503}


def test_an_article_of_the_newsroom_is_answered_from_and_withdrawn_at_once(tmp_path: Path) -> None:
    settings = settings_for(tmp_path / "data")
    services = Services(settings)
    build(services.store, settings.index_dir, services.encoder)
    article = {"title": "Is the Elm Falls bridge open?", "body": "The Elm Falls bridge opened again in June [1]."}
    with served(settings.data_dir) as service, httpx.Client(base_url=service.url, timeout=60) as client:
        stored = client.put("/v1/staff/articles/elm-falls", json=article, headers=STAFF).json()
        assert stored == {"article_id": "elm-falls", "change": "added", "revision": 1, "building": True}
        wait_until(lambda: not client.get("/v1/staff/index", headers=STAFF).json()["building"], service.log)
        client.post("/v1/staff/reload", headers=STAFF)
        asked = {"question": "Is the Elm Falls bridge open?"}
        assert [group["article_id"] for group in client.post("/v1/ask", json=asked).json()["articles"]] == ["elm-falls"]
        assert client.delete("/v1/staff/articles/elm-falls", headers=STAFF).json()["withdrawn"] is True
        assert client.get("/v1/articles/elm-falls").status_code == 404
        assert client.post("/v1/ask", json=asked).json()["status"] == "not_found"


def test_the_log_is_json_and_holds_no_readers_words(settings: Settings) -> None:
    with served(settings.data_dir, FOOTNOTE_LOG_LEVEL="info") as service:
        for question in QUESTIONS:
            httpx.post(f"{service.url}/v1/ask", json={"question": question})
            httpx.get(f"{service.url}/search", params={"q": question})
        log = service.stop()
    lines = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    asked = [line for line in lines if line.get("route") == "/v1/ask"]
    assert len(asked) == len(QUESTIONS)
    assert all(line["request_id"] and line["status"] == 200 for line in asked)
    assert not any(word in log for word in ("Wall", "Napoleon", "Mongolia", "vikings"))
