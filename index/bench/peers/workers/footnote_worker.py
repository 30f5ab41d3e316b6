"""Footnote itself, measured as the others are. The archive's articles are read from its store, not from passages."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import harness
from harness import Passage

from corpus.sql_store import open_store
from index.builder import build
from index.embedded import EmbeddedEngine
from index.encoder import load_encoder
from index.generations import current_generation, path_of

_CACHE = "embeddings.sqlite3"
# A search is asked for articles, not for passages.
_ARTICLES = 10


class Footnote(harness.System):
    """``model`` is ignored (the packaged model is the same one); ``vectors`` may be the folder of an index whose cached
    vectors are used."""

    def __init__(self, store: str) -> None:
        self._store = store

    def build(self, passages: Sequence[Passage], model: str, folder: str, vectors: str | None) -> None:
        if vectors:
            Path(folder).mkdir(parents=True, exist_ok=True)
            shutil.copy(Path(vectors) / _CACHE, Path(folder) / _CACHE)
        build(open_store(self._store), Path(folder), load_encoder())

    def files(self, folder: str) -> Path:
        # Cached vectors beside it make the next build short; serving does without.
        return path_of(Path(folder), current_generation(Path(folder)) or "")

    def open(self, folder: str, model: str) -> None:
        self._encoder = load_encoder()
        self._engine = EmbeddedEngine.open(Path(folder), self._encoder)

    def embed(self, texts: list[str]) -> bool:
        self._encoder.encode(texts)
        return True

    def search(self, query: str, depth: int) -> list[str]:
        found = self._engine.search(query, limit=_ARTICLES)
        return [hit.passage.id for article in found.articles for hit in article.hits[:1]]


if __name__ == "__main__":
    import sys

    harness.serve(Footnote(sys.argv[1]))
