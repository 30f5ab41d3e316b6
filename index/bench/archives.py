"""Archives of articles to measure on: a store and an index in one folder."""

from pathlib import Path

from corpus.ingest import ingest
from corpus.sql_store import SqlStore, open_store
from index.builder import build
from index.building import BuildReport, Progress
from index.encoder import Encoder


def store_in(folder: Path) -> SqlStore:
    """The store of an archive, made if there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    return open_store(f"sqlite:///{folder / 'footnote.sqlite3'}")


def build_archive(data: Path, folder: Path, encoder: Encoder, *, on_progress: Progress | None = None) -> BuildReport:
    """Read the articles in ``data`` into the store in ``folder``, and build the index there."""
    store = store_in(folder)
    ingest(store, [str(data)])
    return build(store, folder / "index", encoder, on_progress=on_progress)
