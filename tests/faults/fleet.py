"""Several services and one indexer on one database, each a process that can be killed and started again."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from tests.api.live import ROOT, TOKEN, wait_until
from tests.corpus.postgres import free_port

# Several processes start at once, beside whatever else the machine does.
_PATIENCE_S = 240


@dataclass(slots=True)
class Program:
    """A `footnote` command, as a process manager runs it, by ``prefix`` if there is one. What it logs is added to the
    file ``log``.
    """

    arguments: tuple[str, ...]
    environment: dict[str, str]
    log: Path
    prefix: tuple[str, ...] = ()
    process: "subprocess.Popen[bytes] | None" = None

    def start(self) -> None:
        with self.log.open("ab") as file:
            self.process = subprocess.Popen(
                [*self.prefix, sys.executable, "-m", "api.cli.main", *self.arguments],
                cwd=ROOT, stdout=file, stderr=file, env=os.environ | self.environment,
            )  # fmt: skip

    def kill(self) -> None:
        """Signal 9: it can't tidy up."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(_PATIENCE_S)
        except subprocess.TimeoutExpired:
            self.kill()


@dataclass(slots=True)
class Replica:
    """One service."""

    program: Program
    url: str

    def start(self) -> None:
        """Returns when it is ready."""
        self.program.start()
        wait_until(self.is_ready, self.program.log, _PATIENCE_S)

    def is_ready(self) -> bool:
        assert self.program.process is not None
        assert self.program.process.poll() is None, self.program.log.read_text()
        try:
            return httpx.get(f"{self.url}/readyz", timeout=_PATIENCE_S).status_code == 200
        except httpx.TransportError:
            return False

    def client(self) -> httpx.Client:
        headers = {"Authorization": f"Bearer {TOKEN}"}
        return httpx.Client(base_url=self.url, headers=headers, timeout=_PATIENCE_S)


@dataclass(slots=True)
class Fleet:
    """``replicas`` and their ``indexer``. With the embedded engine they share a data folder."""

    indexer: Program
    replicas: list[Replica] = field(default_factory=list)

    @classmethod
    @contextmanager
    def started(cls, data_dir: Path, database_url: str, *, replicas: int = 2, **settings: str) -> Iterator["Fleet"]:
        """All of them, ready, and stopped at the end. ``settings`` are variables, for all of them."""
        environment = {
            "FOOTNOTE_DATA_DIR": str(data_dir),
            "FOOTNOTE_DATABASE_URL": database_url,
            "FOOTNOTE_INDEXER": "separate",
            "FOOTNOTE_MODEL": "hash",
            "FOOTNOTE_STAFF_TOKEN": TOKEN,
            "FOOTNOTE_QUESTION_LOG": "full",
            "FOOTNOTE_LOG_LEVEL": "warning",
            **settings,
        }
        fleet = cls(Program(("index", "--watch"), environment, data_dir.parent / "indexer.log"))
        for n in range(replicas):
            port = free_port()
            program = Program(("serve", "--port", str(port)), environment, data_dir.parent / f"replica-{n}.log")
            fleet.replicas.append(Replica(program, f"http://127.0.0.1:{port}"))
        try:
            for program in fleet.programs:
                program.start()
            for replica in fleet.replicas:
                wait_until(replica.is_ready, replica.program.log, _PATIENCE_S)
            yield fleet
        finally:
            for program in fleet.programs:
                program.stop()

    @property
    def programs(self) -> list[Program]:
        return [self.indexer, *(replica.program for replica in self.replicas)]

    def clients(self) -> list[httpx.Client]:
        return [replica.client() for replica in self.replicas]
