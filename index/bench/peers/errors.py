"""What can go wrong with another system.

IndexingError
└── PeerError         a system can't be installed, doesn't answer, or answers with an error
"""

from index.errors import IndexingError


class PeerError(IndexingError):
    """A system can't be installed, doesn't answer, or answers with an error."""
