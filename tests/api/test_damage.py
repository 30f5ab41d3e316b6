"""A service that starts on a damaged index."""

from pathlib import Path

import httpx
import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.services import Services
from index.builder import build
from index.generations import current_generation, path_of
from tests.api.conftest import TOKEN, settings_for
from tests.api.live import served, wait_until
from tests.api.test_cli import footnote

STAFF = {"Authorization": f"Bearer {TOKEN}"}
WALL = "can-you-see-the-great-wall-of-china-from-the-moon"
NAPOLEON = "was-napoleon-unusually-short"


@pytest.fixture
def damaged(own_data_dir: Path) -> Path:
    """The sample archive after a second build, one article withdrawn in between, and a bit of that build flipped."""
    settings = settings_for(own_data_dir)
    services = Services(settings)
    services.store.withdraw(NAPOLEON)
    build(services.store, settings.index_dir, services.encoder)
    file = path_of(settings.index_dir, current_generation(settings.index_dir) or "") / "vectors.npy"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    return own_data_dir


def test_it_answers_from_the_generation_before_and_says_so_everywhere(damaged: Path) -> None:
    app = create_app(settings_for(damaged, staff_token=TOKEN))
    app.state.footnote.services.serving()
    client = TestClient(app, headers=STAFF)
    ready = client.get("/readyz")
    status = client.get("/v1/staff/index").json()
    asked = client.post("/v1/ask", json={"question": "Can the Great Wall of China be seen from the Moon?"}).json()
    assert (ready.status_code, ready.json()["status"], ready.json()["articles"]) == (200, "degraded", 27)
    assert "vectors.npy was altered or truncated" in status["degraded"]
    assert asked["articles"][0]["article_id"] == WALL
    assert "-without-" in asked["generation"]


def test_what_was_withdrawn_since_does_not_come_back(damaged: Path) -> None:
    app = create_app(settings_for(damaged, staff_token=TOKEN))
    app.state.footnote.services.serving()
    client = TestClient(app, headers=STAFF)
    found = client.get("/v1/search", params={"q": "Was Napoleon short?"}).text
    asked = client.post("/v1/ask", json={"question": "Was Napoleon unusually short?"}).text
    assert NAPOLEON not in found + asked
    assert client.get(f"/v1/articles/{NAPOLEON}").status_code == 404
    assert client.delete(f"/v1/staff/articles/{WALL}").status_code == 200
    assert client.get(f"/v1/articles/{WALL}").status_code == 404
    assert client.get("/readyz").json()["status"] == "degraded"


def test_the_next_build_is_served_and_the_trouble_forgotten(damaged: Path) -> None:
    app = create_app(settings_for(damaged, staff_token=TOKEN))
    services = app.state.footnote.services
    assert services.serving().problem is not None
    build(services.store, services.settings.index_dir, services.encoder)
    client = TestClient(app, headers=STAFF)
    assert client.post("/v1/staff/reload").json()["degraded"] is None
    assert client.get("/readyz").json()["status"] == "ready"
    assert "footnote_degraded 0.0" in client.get("/metrics").text


def test_commands_answer_and_warn(damaged: Path) -> None:
    ran = footnote(damaged, "ask", "Can the Great Wall of China be seen from the Moon?", "--json")
    assert ran.returncode == 0, ran.stderr
    assert WALL in ran.stdout
    assert "vectors.npy was altered or truncated" in " ".join(ran.stderr.split())
    assert footnote(damaged, "index").returncode == 0
    assert "altered" not in footnote(damaged, "ask", "Was Napoleon short?", "--json").stderr


def test_a_service_that_starts_on_it_repairs_it(damaged: Path) -> None:
    with served(damaged) as service:
        wait_until(lambda: httpx.get(f"{service.url}/readyz").json()["status"] == "ready", service.log)
        ready = httpx.get(f"{service.url}/readyz").json()
        assert "-without-" not in ready["generation"]
        assert ready["articles"] == 27
        log = service.stop()
    assert "older_generation_loaded" in log
    assert "vectors.npy was altered or truncated" in log
