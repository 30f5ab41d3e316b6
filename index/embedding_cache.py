"""Vectors that were computed once, by encoder and text, so that an unchanged passage is never embedded again."""

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.encoder import Encoder
from index.errors import IndexingError

# Passages embedded between two commits: a build that is killed loses no more than this many.
_BATCH = 1024
_LOOKUP = 500
# By primary result code. A used up quota is an I/O error to SQLite, as a broken disk is; only a full disk is "full".
_REMEDIES = {
    sqlite3.SQLITE_FULL: "Free some space",
    sqlite3.SQLITE_IOERR: "Check the disk and your quota of it",
    sqlite3.SQLITE_BUSY: "Close whatever else has it open",
}


@contextmanager
def open_cache(directory: Path, encoder: Encoder) -> Iterator["EmbeddingCache"]:
    """The cache of the index in ``directory``. Raises :class:`IndexingError` when it can't be read or written."""
    path = directory / "embeddings.sqlite3"
    try:
        with closing(EmbeddingCache(path, encoder)) as cache:
            yield cache
    except sqlite3.Error as error:
        # The low byte is the primary code; errors of Python's own have none.
        remedy = _REMEDIES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, "Put that right")
        raise IndexingError(
            f"The embedding cache {path} can't be used: {error}. {remedy} and run the command again; the index built"
            " before is untouched and goes on serving, and what was embedded so far is kept."
        ) from error


class EmbeddingCache:
    """Rows of ``key, vector (fp16), checksum`` in SQLite. A damaged file is replaced, a damaged row recomputed."""

    def __init__(self, path: Path, encoder: Encoder) -> None:
        self._encoder = encoder
        self._database = sqlite3.connect(path)
        if not _is_whole(self._database):
            self._database.close()
            path.unlink(missing_ok=True)
            self._database = sqlite3.connect(path)
        with self._database:
            self._database.execute(
                "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL, crc INTEGER NOT NULL)"
                " WITHOUT ROWID"
            )

    def close(self) -> None:
        self._database.close()

    def vectors(
        self, texts: Sequence[str], *, progress: Callable[[int], None] | None = None
    ) -> tuple[NDArray[np.float16], int]:
        """Vectors of ``texts``, shape (n, dimension), and how many of them had to be computed.

        ``progress`` is called with the number of texts done since the last call.
        """
        keys = [self._key(text) for text in texts]
        result = np.zeros((len(texts), self._encoder.dimension), dtype=np.float16)
        known = self._read(set(keys))
        missing: dict[bytes, str] = {}
        for row, key in enumerate(keys):
            if key in known:
                result[row] = known[key]
            else:
                missing[key] = texts[row]
        if progress is not None:
            progress(len(texts) - len(missing))
        computed: dict[bytes, NDArray[np.float16]] = {}
        # Sorted by length, so that a batch holds texts of one length.
        order = sorted(missing, key=lambda key: -len(missing[key]))
        for at in range(0, len(order), _BATCH):
            batch = order[at : at + _BATCH]
            vectors = self._encoder.encode([missing[key] for key in batch], progress=progress).astype(np.float16)
            computed.update(zip(batch, vectors, strict=True))
            self._write(zip(batch, vectors, strict=True))
        for row, key in enumerate(keys):
            if key in computed:
                result[row] = computed[key]
        return result, len(computed)

    def missing(self, texts: Iterable[str]) -> list[str]:
        """Those of ``texts`` that have no vector yet, each once."""
        wanted = {self._key(text): text for text in texts}
        known = self._read(set(wanted))
        return [text for key, text in wanted.items() if key not in known]

    def add(self, texts: Sequence[str], vectors: NDArray[np.float16]) -> None:
        """Keep ``vectors`` of ``texts``, row by row; they are on disk when this returns."""
        self._write(zip(map(self._key, texts), vectors, strict=True))

    def forget_others(self, texts: Iterable[str]) -> None:
        """Drop vectors of other texts and encoders once they outnumber those of ``texts``."""
        keys = {self._key(text) for text in texts}
        (stored,) = self._database.execute("SELECT count(*) FROM vectors").fetchone()
        if stored <= 2 * len(keys):
            return
        with self._database:
            self._database.execute("CREATE TEMP TABLE kept (key BLOB PRIMARY KEY) WITHOUT ROWID")
            self._database.executemany("INSERT INTO kept VALUES (?)", ((key,) for key in keys))
            self._database.execute("DELETE FROM vectors WHERE key NOT IN (SELECT key FROM kept)")
            self._database.execute("DROP TABLE kept")
        with closing(self._database.cursor()) as cursor:
            cursor.execute("VACUUM")

    def _key(self, text: str) -> bytes:
        return hashlib.sha256(f"{self._encoder.name}\0{text}".encode()).digest()

    def _read(self, keys: set[bytes]) -> dict[bytes, NDArray[np.float16]]:
        wanted = list(keys)
        found: dict[bytes, NDArray[np.float16]] = {}
        for at in range(0, len(wanted), _LOOKUP):
            some = wanted[at : at + _LOOKUP]
            marks = ",".join("?" * len(some))
            for key, blob, crc in self._database.execute(
                f"SELECT key, vector, crc FROM vectors WHERE key IN ({marks})", some
            ):
                if zlib.crc32(blob) == crc and len(blob) == 2 * self._encoder.dimension:
                    found[key] = np.frombuffer(blob, dtype=np.float16)
        return found

    def _write(self, rows: Iterable[tuple[bytes, NDArray[np.float16]]]) -> None:
        with self._database:
            self._database.executemany(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)",
                ((key, vector.tobytes(), zlib.crc32(vector.tobytes())) for key, vector in rows),
            )


def _is_whole(database: sqlite3.Connection) -> bool:
    """Whether the file is undamaged, as a new one is. One that is locked or can't be read raises: it may well be."""
    try:
        return bool(database.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.OperationalError:
        raise
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        # The latter where SQLite quotes a damaged schema in its message.
        return False
