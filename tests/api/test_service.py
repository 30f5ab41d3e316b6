"""Probes, limits, staff, errors, reload."""

import asyncio
import threading
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.rate_limit import RateLimiter
from api.services import Services
from api.work_pool import Overloaded, WorkPool
from index.builder import build
from tests.api.conftest import TOKEN, build_samples, settings_for

STAFF = {"Authorization": f"Bearer {TOKEN}"}


def test_probes(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    ready = client.get("/readyz").json()
    assert (ready["status"], ready["articles"]) == ("ready", 28)
    client.get("/v1/search", params={"q": "moon"})
    assert 'footnote_requests_total{route="/v1/search",status="200"}' in client.get("/metrics").text


def test_without_an_index_the_service_lives_and_says_what_to_do(tmp_path: Path) -> None:
    with TestClient(create_app(settings_for(tmp_path))) as client:
        assert client.get("/healthz").status_code == 200
        assert client.get("/readyz").status_code == 503
        refused = client.post("/v1/ask", json={"question": "Is it so?"})
        assert (refused.status_code, refused.headers["content-type"]) == (503, "application/problem+json")
        assert "footnote index" in refused.json()["detail"]
        assert "retry-after" in refused.headers
        assert "0 fact-checks" in client.get("/").text


@pytest.mark.parametrize(
    ("headers", "status"),
    [({}, 401), ({"Authorization": "Bearer wrong"}, 401), ({"Authorization": "Basic x"}, 401), (STAFF, 200)],
)
def test_staff_endpoints_need_the_token(client: TestClient, headers: dict[str, str], status: int) -> None:
    assert client.get("/v1/staff/index", headers=headers).status_code == status


def test_staff_endpoints_are_closed_without_a_token(data_dir: Path) -> None:
    with TestClient(create_app(settings_for(data_dir))) as client:
        assert client.get("/v1/staff/index", headers=STAFF).status_code == 403


def test_a_large_body_is_turned_away(client: TestClient) -> None:
    response = client.post("/v1/ask", content=b"x" * 300_000, headers={"Content-Type": "application/json"})
    assert (response.status_code, response.headers["content-type"]) == (413, "application/problem+json")


@pytest.mark.parametrize("body", [b"", b"{", b"[" * 100_000, b"\xff\xfe", b'{"question": NaN}'])
def test_broken_json_is_a_problem_document(client: TestClient, body: bytes) -> None:
    response = client.post("/v1/ask", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code in {400, 422}
    assert response.headers["content-type"] == "application/problem+json"


def test_every_response_has_a_request_id(client: TestClient) -> None:
    assert client.get("/healthz", headers={"X-Request-ID": "abc-1"}).headers["x-request-id"] == "abc-1"
    assert len(client.get("/healthz", headers={"X-Request-ID": "no good\x7f"}).headers["x-request-id"]) == 32


def test_a_client_that_asks_too_often_waits(data_dir: Path) -> None:
    with TestClient(create_app(settings_for(data_dir, rate_limit=2))) as client:
        statuses = [client.get("/v1/suggest", params={"q": "moon"}).status_code for _ in range(3)]
        assert statuses == [200, 200, 429]
        refused = client.get("/v1/suggest", params={"q": "moon"})
        assert int(refused.headers["retry-after"]) > 0
        assert client.get("/healthz").status_code == 200


def test_the_bucket_refills() -> None:
    now = 0.0
    limiter = RateLimiter(60, clock=lambda: now)
    assert [limiter.wait_s("a") > 0 for _ in range(61)] == [False] * 60 + [True]
    assert limiter.wait_s("b") == 0
    now = 1.5
    assert limiter.wait_s("a") == 0
    assert limiter.wait_s("a") == pytest.approx(0.5)


def test_more_than_the_queue_holds_is_turned_away_at_once() -> None:
    async def crowd() -> list[str]:
        release = threading.Event()
        pool = WorkPool("test", workers=1, queue=1, timeout_s=5)
        calls = [asyncio.create_task(pool.run(lambda: str(release.wait(5)))) for _ in range(3)]
        done, _ = await asyncio.wait(calls, return_when=asyncio.FIRST_COMPLETED)
        release.set()
        results = await asyncio.gather(*calls, return_exceptions=True)
        assert len(done) == 1
        pool.close()
        return [type(result).__name__ for result in results]

    assert sorted(asyncio.run(crowd())) == ["Overloaded", "str", "str"]


def test_waiting_too_long_is_turned_away() -> None:
    async def wait() -> None:
        release = threading.Event()
        pool = WorkPool("test", workers=1, queue=1, timeout_s=0.05)
        try:
            await pool.run(lambda: release.wait(5))
        finally:
            release.set()
            pool.close()

    with pytest.raises(Overloaded):
        asyncio.run(wait())


def test_origins_that_are_allowed_may_ask(data_dir: Path) -> None:
    app = create_app(settings_for(data_dir, cors_origins=("https://news.example",)))
    with TestClient(app) as client:
        preflight = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
        allowed = client.options("/v1/ask", headers={"Origin": "https://news.example", **preflight})
        refused = client.options("/v1/ask", headers={"Origin": "https://evil.example", **preflight})
    assert allowed.headers["access-control-allow-origin"] == "https://news.example"
    assert "access-control-allow-origin" not in refused.headers


def test_a_new_generation_is_served_and_a_withdrawn_article_is_gone(tmp_path: Path) -> None:
    settings = build_samples(tmp_path)
    article_id = "was-napoleon-unusually-short"
    with TestClient(create_app(settings.model_copy(update={"staff_token": None}))) as client:
        before = client.get(f"/v1/articles/{article_id}")
        services = Services(settings)
        services.store.withdraw(article_id)
        build(services.store, settings.index_dir, services.encoder)
        client.app.state.footnote.services.reload()  # type: ignore[attr-defined]
        after = client.get(f"/v1/articles/{article_id}")
    assert (before.status_code, after.status_code) == (200, 404)


def test_the_description_names_every_route_with_examples(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    assert {
        "/v1/ask",
        "/v1/search",
        "/v1/suggest",
        "/v1/articles/{article_id}",
        "/v1/feedback",
        "/healthz",
        "/readyz",
        "/metrics",
    } <= set(described["paths"])
    assert described["components"]["schemas"]["AskIn"]["examples"]
    assert "Problem" in described["components"]["schemas"]
    assert "HTTPValidationError" not in str(described)
