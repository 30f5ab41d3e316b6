"""Articles become searchable."""

from index.engine import ArticleHit, Filters, Hit, RetrievedPassages, SearchEngine, SearchResult
from index.errors import (
    BuilderBusy,
    CorruptIndex,
    IndexingError,
    IndexMismatch,
    ModelError,
    NoIndex,
    SearchUnavailable,
)
from index.passage import Passage

__all__ = [
    "ArticleHit",
    "BuilderBusy",
    "CorruptIndex",
    "Filters",
    "Hit",
    "IndexMismatch",
    "IndexingError",
    "ModelError",
    "NoIndex",
    "Passage",
    "RetrievedPassages",
    "SearchEngine",
    "SearchResult",
    "SearchUnavailable",
]
