"""What a check has to say."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error misleads readers; a warning may; a notice is worth an editor's look."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark of the check called ``check``. ``start`` is the offset in the article's text, if it has a place."""

    check: str
    severity: Severity
    article_id: str
    message: str
    start: int | None = None
    quote: str = ""
