"""Everything that can go wrong with an index.

IndexingError
├── NoIndex           there is no generation to serve yet
├── CorruptIndex      a file of the generation is missing, truncated or altered
├── IndexMismatch     the generation was built by another model or format than is in force
├── ModelError        the embedding model can't be loaded or isn't the one expected
├── ClusterError      the Ray cluster can't be reached, or its workers failed
├── BuilderBusy       another process is building
└── SearchUnavailable the search server can't be asked just now
"""


class IndexingError(Exception):
    """Base of this package's errors; its text is fit to be shown to the user."""


class NoIndex(IndexingError):
    """There is no generation to serve yet."""


class CorruptIndex(IndexingError):
    """A file of the generation is missing, truncated or altered."""


class IndexMismatch(IndexingError):
    """The generation was built by another model or format than is in force."""


class ModelError(IndexingError):
    """The embedding model can't be loaded or isn't the one expected."""


class ClusterError(IndexingError):
    """The Ray cluster can't be reached, or its workers failed."""


class BuilderBusy(IndexingError):
    """Another process is building an index in the same directory."""


class SearchUnavailable(IndexingError):
    """The search server can't be asked just now; it is tried again with the next question."""
