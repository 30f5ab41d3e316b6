"""A throw-away PostgreSQL server from Debian's packages."""

import os
import shutil
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


def _program(name: str) -> str:
    found = shutil.which(name)
    if found:
        return found
    return str(sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))[-1])


@dataclass(frozen=True, slots=True)
class Postgres:
    """A running server; :meth:`new_database` gives the address of an empty database on it."""

    port: int
    user: str

    @classmethod
    @contextmanager
    def started(cls) -> Iterator["Postgres"]:
        """A server in a folder of its own, gone at the end. It refuses to run as root, so root lends it a user."""
        folder = Path(tempfile.mkdtemp(prefix="footnote-pg-"))
        as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        user = "postgres" if as_user else os.environ.get("USER", "postgres")
        if as_user:
            shutil.chown(folder, "postgres")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        data = str(folder / "data")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/"}
        init = [*as_user, _program("initdb"), "-D", data, "-A", "trust", "-U", user, "--no-sync", "-E", "UTF8"]
        subprocess.run(init, check=True, **quiet)  # type: ignore[call-overload]
        control = [*as_user, _program("pg_ctl"), "-D", data, "-w"]
        subprocess.run([*control, "-o", options, "start"], check=True, **quiet)  # type: ignore[call-overload]
        try:
            yield cls(port, user)
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], check=False, **quiet)  # type: ignore[call-overload]
            shutil.rmtree(folder, ignore_errors=True)

    def new_database(self) -> str:
        """SQLAlchemy address of an empty database."""
        import psycopg

        name = f"footnote_{uuid.uuid4().hex[:12]}"
        with psycopg.connect(f"postgresql://{self.user}@127.0.0.1:{self.port}/postgres", autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[arg-type]
        return f"postgresql+psycopg://{self.user}@127.0.0.1:{self.port}/{name}"
