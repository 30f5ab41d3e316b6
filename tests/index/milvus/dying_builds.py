"""Builds into Milvus that die before their first, second, ... request. Run as ``python -m ... URI DIR``.

Every build and every look at what it left is a process of its own. After each death the old generation must be served
whole, or the new one, and the next build must finish what was begun.
"""

import os
import signal
import sys
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

from index.encoder import HashEncoder
from index.milvus.backend import MilvusBackend
from index.milvus.server import Server
from tests.index.conftest import ARTICLES, MemoryStore, make_article

NEW = make_article(
    "bees", "Bees, told anew", ("", "They do not die out. Einstein never said so."), ("More", "They winter in hives.")
)
OLD_STORE = MemoryStore(*ARTICLES)
# It knows every revision, as a real store does.
NEW_STORE = MemoryStore(*ARTICLES, NEW)
NEW_STORE.remove("dam")
QUERY = "Did the Nile flood, do bees die out, is the wall visible, café?"
_MOST = 60


class DyingServer(Server):
    """Its process dies before the ``nth`` request that changes anything."""

    def __init__(self, uri: str, nth: int) -> None:
        super().__init__(uri)
        self._left = nth

    def write(self, method: str, *args: Any, **options: Any) -> Any:
        self._left -= 1
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().write(method, *args, **options)


def in_child(work: Callable[[], int]) -> int:
    """Exit code of ``work`` in a process of its own; negative if a signal ended it."""
    child = os.fork()
    if child == 0:
        code = 70
        try:
            code = work()
        finally:
            sys.stderr.flush()
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def build(backend: MilvusBackend, store: MemoryStore) -> int:
    backend.build(store, HashEncoder())
    return 0


def look(backend: MilvusBackend) -> int:
    """0 if the old generation is served whole, 1 if the new one is, 2 if it is neither."""
    engine = backend.open(HashEncoder(), NEW_STORE)
    found = {hit.article.id: hit.article for hit in engine.search(QUERY).articles}
    hits = {hit.passage for hit in engine.retrieve(QUERY, limit=50).hits}
    whole = hits == {passage for article_id in found for passage in engine.passages_of(article_id)}
    for code, expected in enumerate((ARTICLES, (NEW, *ARTICLES[2:]))):
        if whole and found == {article.id: article for article in expected}:
            return code
    return 2


def main() -> int:
    uri, directory = sys.argv[1], Path(sys.argv[2])
    prefix = f"test_{uuid.uuid4().hex[:12]}"

    def backend(nth: int = 0, grace_s: float = 0) -> MilvusBackend:
        return MilvusBackend(DyingServer(uri, nth), directory, prefix=prefix, grace_s=grace_s)

    def drop() -> int:
        backend().drop()
        return 0

    try:
        if in_child(lambda: build(backend(), OLD_STORE)) or in_child(lambda: look(backend())):
            raise SystemExit("the first build failed")
        nth, served = 0, set[int]()
        while (died := in_child(lambda n=nth: build(backend(n + 1), NEW_STORE))) == -signal.SIGKILL:
            nth += 1
            served.add(found := in_child(lambda: look(backend())))
            if found not in (0, 1) or nth > _MOST:
                raise SystemExit(f"after dying before request {nth}, what is served is neither old nor new")
        if died or nth < 5:
            raise SystemExit(f"the build that was not killed ended with {died}, after {nth} that were")
        if in_child(lambda: look(backend())) != 1:
            raise SystemExit("the last build does not serve the new generation")
        sys.stdout.write(f"died {nth} times, served {sorted(served)}\n")
        return 0
    finally:
        in_child(drop)


if __name__ == "__main__":
    # Ready before the first fork: importing takes longer than all the rest.
    import pymilvus  # noqa: F401

    sys.exit(main())
