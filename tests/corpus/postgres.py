"""A throw-away PostgreSQL server from Debian's packages."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

#: Why a test that needs the server is skipped.
MISSING = "needs a PostgreSQL server (Debian's package postgresql)"
_PATIENCE_S = 60.0
_QUIET: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/"}


def is_installed() -> bool:
    return shutil.which("pg_ctl") is not None or any(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))


def _program(name: str) -> str:
    found = shutil.which(name)
    if found:
        return found
    return str(sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))[-1])


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True, slots=True)
class Postgres:
    """A server on loopback; :meth:`new_database` gives the address of an empty database on it."""

    folder: Path
    port: int
    user: str
    as_user: tuple[str, ...]

    @classmethod
    @contextmanager
    def started(cls) -> Iterator["Postgres"]:
        """A running server in a folder of its own, gone at the end. It refuses to be root, so root lends it a user."""
        folder = Path(tempfile.mkdtemp(prefix="footnote-pg-"))
        as_user = ("runuser", "-u", "postgres", "--") if os.geteuid() == 0 else ()
        user = "postgres" if as_user else os.environ.get("USER", "postgres")
        if as_user:
            shutil.chown(folder, "postgres")
        server = cls(folder, free_port(), user, as_user)
        init = [*as_user, _program("initdb"), "-D", server.data, "-A", "trust", "-U", user, "--no-sync", "-E", "UTF8"]
        subprocess.run(init, check=True, **_QUIET)
        server.start()
        try:
            yield server
        finally:
            server._control("-m", "immediate", "stop")
            shutil.rmtree(folder, ignore_errors=True)

    @property
    def data(self) -> str:
        return str(self.folder / "data")

    def start(self) -> None:
        """Also after :meth:`kill`: the server then recovers what was committed from its log."""
        # fsync protects from a machine that loses power, not from processes that are killed.
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder} -c fsync=off"
        deadline = time.monotonic() + _PATIENCE_S
        # A killed server is in the way until the system has cleared it off.
        while self._control("-o", options, "-l", str(self.folder / "log"), "start"):
            if time.monotonic() > deadline:
                raise RuntimeError((self.folder / "log").read_text()[-2000:])
            time.sleep(0.1)

    def kill(self) -> None:
        """Signal 9 to the server and all its processes, as the kernel does when memory runs out."""
        main = int((Path(self.data) / "postmaster.pid").read_text().split()[0])
        children = Path(f"/proc/{main}/task/{main}/children").read_text().split()
        for process in (main, *map(int, children)):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)

    def new_database(self) -> str:
        """SQLAlchemy address of an empty database."""
        import psycopg

        name = f"footnote_{uuid.uuid4().hex[:12]}"
        with psycopg.connect(f"postgresql://{self.user}@127.0.0.1:{self.port}/postgres", autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[arg-type]
        return f"postgresql+psycopg://{self.user}@127.0.0.1:{self.port}/{name}"

    def _control(self, *arguments: str) -> int:
        command = [*self.as_user, _program("pg_ctl"), "-D", self.data, "-w", *arguments]
        return subprocess.run(command, check=False, **_QUIET).returncode
