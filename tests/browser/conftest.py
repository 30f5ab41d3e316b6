"""A real service over the sample archive, and headless Chromium in front of it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.elsewhere import Elsewhere
from tests.browser.stage import Stage

START_TIMEOUT_S = 120
STAFF_TOKEN = "staff-token-for-tests"


@pytest.fixture(scope="session")
def elsewhere() -> Iterator[Elsewhere]:
    with Elsewhere() as server:
        yield server


@pytest.fixture(scope="session")
def runs_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the service looks for runs of evaluations."""
    return tmp_path_factory.mktemp("runs")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, elsewhere: Elsewhere, runs_dir: Path) -> Iterator[str]:
    """Address of the service. ``FOOTNOTE_TEST_SITE`` names one that runs already, for quick turns while developing."""
    if running := os.environ.get("FOOTNOTE_TEST_SITE"):
        yield running
        return
    folder = tmp_path_factory.mktemp("site")
    port = _free_port()
    environment = os.environ | {
        "FOOTNOTE_DATA_DIR": str(folder / "data"),
        "FOOTNOTE_CORS_ORIGINS": elsewhere.origin,
        "FOOTNOTE_MODEL": "hash",
        "FOOTNOTE_RATE_LIMIT": "0",
        "FOOTNOTE_STAFF_TOKEN": STAFF_TOKEN,
        "FOOTNOTE_QUESTION_LOG": "full",
        "FOOTNOTE_RUNS_DIR": str(runs_dir),
        "OMP_NUM_THREADS": "1",
    }
    log = folder / "log.txt"
    command = [sys.executable, "-m", "api.cli.main", "demo", "--port", str(port)]
    with log.open("wb") as output:
        process = subprocess.Popen(command, env=environment, stdout=output, stderr=subprocess.STDOUT)
        try:
            _wait_until_ready(f"http://127.0.0.1:{port}", process, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(site: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{site}/readyz", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    pytest.fail(f"the service did not get ready:\n{log.read_text()[-3000:]}")


# One browser a module, not a session: while Playwright runs, no other test can run an event loop of its own.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("needs Chromium (Debian's package chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="en-US", viewport={"width": 1000, "height": 800})
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page on which nothing may go wrong unseen: script errors and refused loads fail the test."""
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if "Content Security Policy" in said.text else None)
    yield page
    assert wrong == []


@pytest.fixture
def stage(page: Page, site: str) -> Stage:
    return Stage(page, site)
