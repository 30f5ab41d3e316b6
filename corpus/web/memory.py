"""What was fetched before: contents and validators for conditional requests (RFC 9110, section 13)."""

import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from corpus.errors import StoreError


class Memory:
    """Pages by address in one SQLite file; without a path it forgets at the end.

    Every method raises :class:`~corpus.errors.StoreError` if the file can't be used.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        with self._told():
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(path if path is not None else ":memory:", isolation_level=None)
        self._execute(
            "CREATE TABLE IF NOT EXISTS pages (url TEXT PRIMARY KEY, final_url TEXT NOT NULL, etag TEXT NOT NULL,"
            " last_modified TEXT NOT NULL, fetched_at REAL NOT NULL, content BLOB NOT NULL)"
        )

    def validators(self, url: str) -> dict[str, str]:
        """Request headers that ask for the page at ``url`` only if it changed."""
        row = self._first("SELECT etag, last_modified FROM pages WHERE url = ?", url)
        names = ("If-None-Match", "If-Modified-Since")
        return {name: value for name, value in zip(names, row or (), strict=False) if value}

    def kept(self, url: str, *, max_age_s: float | None = None) -> tuple[str, bytes] | None:
        """(address after redirects, content) of the page as fetched last, if no longer ago than ``max_age_s``."""
        row = self._first("SELECT final_url, content, fetched_at FROM pages WHERE url = ?", url)
        if row is None or (max_age_s is not None and time.time() - row[2] > max_age_s):
            return None
        return str(row[0]), bytes(row[1])

    def keep(self, url: str, final_url: str, content: bytes, headers: Mapping[str, str]) -> None:
        """Keep the page that ``url`` led to."""
        self._execute(
            "INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?)",
            url, final_url, headers.get("etag", ""), headers.get("last-modified", ""), time.time(), content,
        )  # fmt: skip

    def touch(self, url: str) -> None:
        """Note that the page at ``url`` is still what it was."""
        self._execute("UPDATE pages SET fetched_at = ? WHERE url = ?", time.time(), url)

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _first(self, query: str, *values: object) -> Any:
        with self._told():
            return self._database.execute(query, values).fetchone()

    def _execute(self, statement: str, *values: object) -> None:
        with self._told():
            self._database.execute(statement, values)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise StoreError(
                f"What was fetched before can't be kept in {self._path} ({error}). Make room, or remove the file: it"
                " only spares fetching pages again."
            ) from error
