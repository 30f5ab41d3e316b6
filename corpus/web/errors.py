"""What can go wrong on the way to a page.

CorpusError
└── FetchError           a page could not be fetched
    └── RefusedAddress   its host is private, or this machine itself
"""

from corpus.errors import CorpusError


class FetchError(CorpusError):
    """A page could not be fetched. ``remedy`` says what the user can do."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.remedy = remedy


class RefusedAddress(FetchError):
    """The host has an address that isn't public."""

    def __init__(self, host: str, address: str) -> None:
        super().__init__(
            f"{host} has the private address {address}",
            "Footnote fetches from public addresses; allow private ones in its settings if this host is yours.",
        )
