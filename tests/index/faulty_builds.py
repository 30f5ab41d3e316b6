"""Builds that go wrong for real, and a reader, in processes of their own.

Run as ``python -m tests.index.faulty_builds WHAT DIR``.

``kill``: forks builds that are killed (signal 9) at their first, second, ... file operation until one survives, and
checks after each that the index serves. ``hold``: takes the builder's lock and waits to be killed. ``full``: builds
under a limit on file sizes, as a disk without room would refuse to write. ``open``: opens the index that is there.
"""

import os
import resource
import signal
import sys
from pathlib import Path

from index.builder import build
from index.embedded import EmbeddedEngine
from index.encoder import HashEncoder
from index.errors import IndexingError
from index.generations import building
from tests.index.conftest import ARTICLES, MemoryStore

_OPERATIONS = {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "shutil.rmtree"}
_STEP = 2


def kill_at(nth: int, directory: Path) -> bool:
    """Build in a child that dies at its ``nth`` file operation; True if it lived to the end."""
    child = os.fork()
    if child == 0:
        seen = 0

        def count(event: str, _: object) -> None:
            nonlocal seen
            if event in _OPERATIONS:
                seen += 1
                if seen == nth:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        build(MemoryStore(*ARTICLES[1:]), directory, HashEncoder())
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return False
    if status != 0:
        raise SystemExit(f"the build failed with status {status}")
    return True


def kill(directory: Path) -> None:
    encoder = HashEncoder()
    before = build(MemoryStore(*ARTICLES), directory, encoder).generation
    nth, lived, served = 0, False, set()
    while not lived:
        nth += _STEP
        lived = kill_at(nth, directory)
        engine = EmbeddedEngine.open(directory, encoder)
        served.add(engine.generation)
        whole = engine.article_count == len(ARTICLES)
        if (engine.generation == before) != whole or engine.search("great wall").articles[0].article.id != "wall":
            raise SystemExit(f"after dying at operation {nth}, generation {engine.generation} is neither old nor new")
        engine.close()
    if len(served) != 2 or nth < 10 * _STEP:
        raise SystemExit(f"{nth} operations, generations {served}: the builds were not killed where it matters")


def hold(directory: Path) -> None:
    with building(directory):
        sys.stdout.write("held\n")
        sys.stdout.flush()
        signal.pause()


def full(directory: Path) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, resource.RLIM_INFINITY))
    try:
        build(MemoryStore(*ARTICLES[1:]), directory, HashEncoder())
    except IndexingError as error:
        sys.stdout.write(str(error))
        return
    raise SystemExit("the build should have found no room")


def open_index(directory: Path) -> None:
    engine = EmbeddedEngine.open(directory, HashEncoder())
    sys.stdout.write(ascii(engine.suggest("caf")))


if __name__ == "__main__":
    {"kill": kill, "hold": hold, "full": full, "open": open_index}[sys.argv[1]](Path(sys.argv[2]))
