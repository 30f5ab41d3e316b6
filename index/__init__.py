"""Articles become searchable."""

from index.engine import ArticleHit, Filters, Hit, RetrievedPassages, SearchEngine, SearchResult
from index.errors import (
    BuilderBusy,
    ClusterError,
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
    "ClusterError",
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
