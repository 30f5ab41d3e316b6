"""The service as it is deployed: `footnote serve` in processes of its own, asked by many clients at once."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE_S = 30
TOKEN = "staff-token-for-tests"
QUESTIONS = (
    "Can the Great Wall of China be seen from the Moon?",
    "who pays for the space station",
    "did vikings wear horned helmets",
    "What is the capital of Mongolia?",
    "Was Napoleon short?",
)


@dataclass(frozen=True, slots=True)
class Served:
    """A running service and the file of its log."""

    url: str
    process: "subprocess.Popen[bytes]"
    log: Path

    def stop(self) -> str:
        """Ask it to stop as a process manager does; what it logged."""
        self.process.terminate()
        self.process.wait(_PATIENCE_S)
        return self.log.read_text()


@contextmanager
def served(data_dir: Path, *options: str, **environment: str) -> Iterator[Served]:
    """A service over ``data_dir`` that is ready. Its log goes to a file: nobody would empty a pipe."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = data_dir.parent / f"service-{port}.log"
    with log.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "api.cli.main", "serve", "--port", str(port), *options],
            cwd=ROOT,
            stderr=file,
            env={
                **os.environ,
                "FOOTNOTE_DATA_DIR": str(data_dir),
                "FOOTNOTE_MODEL": "hash",
                "FOOTNOTE_STAFF_TOKEN": TOKEN,
                "FOOTNOTE_LOG_LEVEL": "warning",
                **environment,
            },
        )
    service = Served(f"http://127.0.0.1:{port}", process, log)
    try:
        wait_until(lambda: process.poll() is not None or _answers(f"{service.url}/readyz"), log)
        assert process.poll() is None, log.read_text()
        yield service
    finally:
        # Terminated, not killed: it ends its own worker processes.
        process.terminate()
        try:
            process.wait(_PATIENCE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_until(holds: Callable[[], bool], log: Path, patience_s: float = _PATIENCE_S) -> None:
    """Look again and again, for ``patience_s`` at most."""
    deadline = time.monotonic() + patience_s
    pause = threading.Event()
    while not holds():
        assert time.monotonic() < deadline, log.read_text()
        pause.wait(0.05)


def _answers(url: str) -> bool:
    try:
        return httpx.get(url, timeout=_PATIENCE_S).status_code == 200
    except httpx.TransportError:
        return False


class Crowd:
    """Clients that ask all the time. ``statuses`` counts replies; a broken connection ends its client."""

    def __init__(self) -> None:
        self.statuses: Counter[int] = Counter()
        self.generations: set[str] = set()
        self.broken: list[str] = []
        self._changed = threading.Condition()

    @contextmanager
    def asking(self, url: str, n_clients: int) -> Iterator[None]:
        """Ask ``url`` while the block runs; at its end every request under way is answered."""
        enough = threading.Event()
        threads = [threading.Thread(target=self._ask, args=(url, n, enough)) for n in range(n_clients)]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            enough.set()
            for thread in threads:
                thread.join()

    def wait_for(self, n: int, *statuses: int) -> None:
        """Wait until there are ``n`` replies of each of ``statuses``."""
        with self._changed:
            done = self._changed.wait_for(lambda: all(self.statuses[status] >= n for status in statuses), _PATIENCE_S)
        assert done, f"{dict(self.statuses)} after {_PATIENCE_S} s; broken: {self.broken}"

    def _ask(self, url: str, n: int, enough: threading.Event) -> None:
        with httpx.Client(base_url=url, timeout=_PATIENCE_S) as client:
            while not enough.is_set():
                n += 1
                try:
                    reply = client.post("/v1/ask", json={"question": QUESTIONS[n % len(QUESTIONS)]})
                except httpx.TransportError as error:
                    with self._changed:
                        self.broken.append(repr(error))
                    return
                with self._changed:
                    self.statuses[reply.status_code] += 1
                    if reply.status_code == 200:
                        self.generations.add(reply.json()["generation"])
                    self._changed.notify_all()
