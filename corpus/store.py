"""What every article store does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from corpus.article import Article


class Change(StrEnum):
    """What an upsert did."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Revision:
    """One kept state of an article. ``number`` starts at 1 and counts per article."""

    number: int
    content_hash: str
    stored_at: datetime
    withdrawn: bool


class ArticleStore(Protocol):
    """Articles by id, with revisions. Every method is one transaction; safe under several writers."""

    def upsert(self, article: Article) -> Change:
        """Store ``article``; a new revision only when its content hash differs from the live one."""
        ...

    def withdraw(self, article_id: str) -> bool:
        """Take an article out of answers at once, keeping its history. False if it isn't live."""
        ...

    def get(self, article_id: str) -> Article | None:
        """The live article."""
        ...

    def version(self, article_id: str, content_hash: str) -> Article | None:
        """The article as it was when it had that content hash, whatever became of it since."""
        ...

    def articles(self) -> Iterator[Article]:
        """All live articles by id, without holding them in memory together."""
        ...

    def hashes(self) -> Mapping[str, str]:
        """Content hash by id, of live articles: what an index compares itself with."""
        ...

    def revisions(self, article_id: str) -> tuple[Revision, ...]:
        """All revisions, oldest first; empty if the id was never stored."""
        ...

    def __len__(self) -> int:
        """Number of live articles."""
        ...
