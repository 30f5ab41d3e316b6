"""What was fetched before: contents and validators for conditional requests (RFC 9110, section 13)."""

import sqlite3
import time
from collections.abc import Mapping
from pathlib import Path


class Memory:
    """Pages by address in one SQLite file; without a path it forgets at the end."""

    def __init__(self, path: Path | None) -> None:
        self._database = sqlite3.connect(path if path is not None else ":memory:", isolation_level=None)
        self._database.execute(
            "CREATE TABLE IF NOT EXISTS pages (url TEXT PRIMARY KEY, final_url TEXT NOT NULL, etag TEXT NOT NULL,"
            " last_modified TEXT NOT NULL, fetched_at REAL NOT NULL, content BLOB NOT NULL)"
        )

    def validators(self, url: str) -> dict[str, str]:
        """Request headers that ask for the page at ``url`` only if it changed."""
        row = self._database.execute("SELECT etag, last_modified FROM pages WHERE url = ?", (url,)).fetchone()
        names = ("If-None-Match", "If-Modified-Since")
        return {name: value for name, value in zip(names, row or (), strict=False) if value}

    def kept(self, url: str, *, max_age_s: float | None = None) -> tuple[str, bytes] | None:
        """(address after redirects, content) of the page as fetched last, if no longer ago than ``max_age_s``."""
        row = self._database.execute(
            "SELECT final_url, content, fetched_at FROM pages WHERE url = ?", (url,)
        ).fetchone()
        if row is None or (max_age_s is not None and time.time() - row[2] > max_age_s):
            return None
        return str(row[0]), bytes(row[1])

    def keep(self, url: str, final_url: str, content: bytes, headers: Mapping[str, str]) -> None:
        """Keep the page that ``url`` led to."""
        self._database.execute(
            "INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?)",
            (url, final_url, headers.get("etag", ""), headers.get("last-modified", ""), time.time(), content),
        )

    def touch(self, url: str) -> None:
        """Note that the page at ``url`` is still what it was."""
        self._database.execute("UPDATE pages SET fetched_at = ? WHERE url = ?", (time.time(), url))

    def close(self) -> None:
        """Close the file."""
        self._database.close()
