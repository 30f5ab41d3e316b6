"""The local server that comes with milvus-lite, for trying out and for tests: ``python -m index.milvus.local FOLDER``.

It has neither authentication nor TLS, so it listens on loopback only. What it acknowledged survives its sudden death.
"""

import argparse
import importlib.util
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import IndexingError

_HOST = "127.0.0.1"
_START_S = 20.0


class LocalServer:
    """A server process over the file in ``folder``. Started again, it is at the same address with the same rows."""

    def __init__(self, folder: Path, port: int | None = None) -> None:
        self._folder, self._port = folder, port or _free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def uri(self) -> str:
        return f"http://{_HOST}:{self._port}"

    @property
    def pid(self) -> int | None:
        """Id of the process, ``None`` unless it was started."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start, and wait until it listens. Raises :class:`IndexingError` if the package is missing or it ends."""
        libraries = _libraries()
        self._folder.mkdir(parents=True, exist_ok=True)
        self._process = subprocess.Popen(
            [libraries / "milvus", self._folder / "milvus.db", f"{_HOST}:{self._port}", "ERROR"],
            env={**os.environ, "LD_LIBRARY_PATH": str(libraries), "OMP_NUM_THREADS": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        limit = time.monotonic() + _START_S
        while not _listens(self._port):
            if self._process.poll() is not None or time.monotonic() > limit:
                self.stop()
                raise IndexingError(f"The local Milvus server did not start at {self.uri}; is the port free?")
            time.sleep(0.02)

    def kill(self) -> None:
        """End it without warning, as a machine that loses power would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def wait(self) -> int:
        """Until it ends; its exit code."""
        return self._process.wait() if self._process else 0

    def _end(self, with_signal: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(with_signal)
            self._process.wait()
            self._process = None


@contextmanager
def running(folder: Path, port: int | None = None) -> Iterator[LocalServer]:
    """A server that is stopped at the end."""
    server = LocalServer(folder, port)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def _libraries() -> Path:
    found = importlib.util.find_spec("milvus_lite")
    if found is None or not found.submodule_search_locations:
        raise IndexingError("The local Milvus server needs a package: pip install 'milvus-lite==2.5.1'.")
    return Path(found.submodule_search_locations[0]) / "lib"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        return int(probe.getsockname()[1])


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.2)
        return probe.connect_ex((_HOST, port)) == 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m index.milvus.local", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the rows are kept")
    parser.add_argument("--port", type=int, default=19530)
    arguments = parser.parse_args()
    with running(arguments.folder, arguments.port) as server:
        sys.stdout.write(f"FOOTNOTE_MILVUS_URI={server.uri} (Ctrl-C stops)\n")
        sys.stdout.flush()
        try:
            return server.wait()
        except KeyboardInterrupt:
            return 0


if __name__ == "__main__":
    sys.exit(main())
