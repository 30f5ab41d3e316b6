"""A browser's way through the staff pages, without a browser."""

import re
from pathlib import Path

import httpx
from fastapi.testclient import TestClient

from api.app import create_app
from tests.api.conftest import TOKEN, settings_for

BROWSER = {"Accept": "text/html", "Origin": "http://testserver"}


def staff_client(data_dir: Path, **changes: object) -> TestClient:
    """A service of its own over ``data_dir``, asked as a browser does. Without the lifespan: no work runs beside."""
    app = create_app(settings_for(data_dir, **{"staff_token": TOKEN, "question_log": "full", **changes}))
    app.state.footnote.services.serving()
    return TestClient(app, headers=BROWSER, follow_redirects=False)


def sign_in(client: TestClient, token: str = TOKEN, **fields: str) -> httpx.Response:
    return client.post("/staff/sign-in", data={"token": token, **fields})


def form_token(page: httpx.Response) -> str:
    """The hidden field that every form of the page carries."""
    found = re.search(r'name="form_token" value="([^"]+)"', page.text)
    assert found, page.text[:2000]
    return found[1]
