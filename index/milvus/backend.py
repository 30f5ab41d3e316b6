"""An index in Milvus."""

import re
import threading
from pathlib import Path

from corpus.store import ArticleStore
from index.building import BuildReport, Progress
from index.encoder import Encoder
from index.errors import CorruptIndex, IndexingError, NoIndex
from index.milvus.builder import Builder
from index.milvus.engine import MilvusEngine
from index.milvus.generations import GRACE_S, Generations
from index.milvus.schema import Schema
from index.milvus.server import Server

# A probe asks every second or so; one that waits longer than this is as good as none.
_CHECK_TIMEOUT_S = 2.0


class MilvusBackend:
    """A :class:`~index.backend.Backend` over the collections of ``server`` whose names begin with ``prefix``.

    ``directory`` holds this machine's embedding cache and its builders' lock. Raises :class:`IndexingError` if
    ``prefix`` can't begin a name.
    """

    def __init__(self, server: Server, directory: Path, *, prefix: str = "footnote", grace_s: float = GRACE_S) -> None:
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,99}", prefix):
            raise IndexingError(f"Collections in Milvus can't be called {prefix!r}: use letters, digits and _.")
        self._server, self._directory, self._grace_s = server, directory, grace_s
        self._schema = Schema(server, prefix)
        self._generations = Generations(self._schema.generations)
        self._loading = threading.Lock()

    def build(self, store: ArticleStore, encoder: Encoder, *, on_progress: Progress | None = None) -> BuildReport:
        builder = Builder(self._schema, self._directory, encoder, grace_s=self._grace_s)
        return builder.build(store, on_progress=on_progress)

    def open(self, encoder: Encoder, store: ArticleStore) -> MilvusEngine:
        with self._loading:
            generation = self._generations.load(self._generations.latest())
        return MilvusEngine(self._server, self._schema, generation, encoder, store)

    def open_older(self, encoder: Encoder, store: ArticleStore, damage: CorruptIndex) -> None:
        """Generations share their rows: where those of one are lost, those of the others are too."""

    def newest(self) -> str | None:
        try:
            pointers = self._generations.pointers()
        except NoIndex:
            return None
        return pointers[0].generation if pointers else None

    def check(self) -> None:
        self._server.read("list_collections", timeout_s=_CHECK_TIMEOUT_S)

    def drop(self) -> None:
        """Remove the index and all its generations."""
        for collection in (*self._schema.other_spaces(frozenset()), self._schema.generations):
            collection.drop()
