"""What can go wrong when engines are measured.

IndexingError
└── ScaleError    an archive or an engine can't be measured
"""

from index.errors import IndexingError


class ScaleError(IndexingError):
    """An archive or an engine can't be measured; its text says what to do."""
