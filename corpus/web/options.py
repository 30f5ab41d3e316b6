"""How pages are fetched."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class WebOptions:
    """Limits of a visit.

    ``memory`` is a file that keeps what was fetched: an unchanged page is not sent twice, and a listed page that was
    fetched less than ``fresh_s`` ago not asked for, so that a visit that broke off can be taken up again.
    """

    allow_private_addresses: bool = False
    user_agent: str = "FootnoteBot/1.0"
    timeout_s: float = 20.0
    delay_s: float = 1.0
    max_bytes: int = 10_000_000
    max_redirects: int = 5
    max_pages: int = 1000
    fresh_s: float = 3600.0
    memory: Path | None = None


def is_address(path: str) -> bool:
    """Whether ``path`` is to be fetched."""
    return path.lower().startswith(("http://", "https://"))
