"""Which articles a generation holds, and in which revision: small enough for every replica to keep in memory.

Entries lie in a fixed number of buckets, each a blob: an article that changes changes one of them.
"""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from index.building import Prepared, completions

BUCKETS = 64


@dataclass(frozen=True, slots=True)
class Entry:
    """``hash`` is the content hash to ask the store with, ``revision`` the build that wrote the article's rows."""

    hash: str
    revision: int
    passages: int
    publisher: str
    verdict: str
    completions: tuple[str, ...]

    @classmethod
    def of(cls, prepared: Prepared, revision: int) -> "Entry":
        article = prepared.article
        return cls(
            prepared.hash,
            revision,
            len(prepared.passages),
            article.publisher,
            article.verdict or "",
            tuple(completions(article)),
        )


Bucket = Mapping[str, Entry]


def bucket_of(article_id: str) -> int:
    return zlib.crc32(article_id.encode()) % BUCKETS


def to_bytes(bucket: Bucket) -> bytes:
    """The same bytes for the same entries."""
    rows = [
        [article_id, e.hash, e.revision, e.passages, e.publisher, e.verdict, list(e.completions)]
        for article_id, e in sorted(bucket.items())
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()


def from_bytes(blob: bytes) -> Bucket:
    return {
        article_id: Entry(digest, revision, passages, publisher, verdict, tuple(texts))
        for article_id, digest, revision, passages, publisher, verdict, texts in json.loads(blob)
    }


class Contents:
    """The entries of one generation."""

    def __init__(self, entries: Bucket) -> None:
        self.entries = entries

    @cached_property
    def passages(self) -> int:
        return sum(entry.passages for entry in self.entries.values())

    def hashes(self) -> dict[str, str]:
        """Content hash by article id."""
        return {article_id: entry.hash for article_id, entry in self.entries.items()}

    def completions(self) -> list[str]:
        """What typing is completed with, in the order of the articles' ids."""
        return [text for _, entry in sorted(self.entries.items()) for text in entry.completions]

    def buckets(self) -> dict[int, dict[str, Entry]]:
        """Entries by bucket, empty ones left out."""
        found: dict[int, dict[str, Entry]] = {}
        for article_id, entry in self.entries.items():
            found.setdefault(bucket_of(article_id), {})[article_id] = entry
        return found
