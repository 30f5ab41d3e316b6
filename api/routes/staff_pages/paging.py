"""Pages of a long list."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

PER_PAGE = 50

Offset = Annotated[int, Query(ge=0, le=1_000_000)]


@dataclass(frozen=True, slots=True)
class Part:
    """Entries from ``offset`` (counted from 0) of ``total``."""

    offset: int
    total: int
    limit: int = PER_PAGE

    @property
    def first(self) -> int:
        return min(self.offset + 1, self.total)

    @property
    def last(self) -> int:
        return min(self.offset + self.limit, self.total)

    @property
    def before(self) -> int | None:
        """Offset of the page before, if there is one."""
        return max(0, min(self.offset, self.total) - self.limit) if self.offset else None

    @property
    def after(self) -> int | None:
        """Offset of the next page, if there is one."""
        return self.offset + self.limit if self.offset + self.limit < self.total else None
