"""The date on which an article was checked, as pages print it."""

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)}
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})")
_MONTH_FIRST = re.compile(r"\b([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_ANY_MONTH = re.compile(
    r"(?:\b(?P<before>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?\b(?P<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"[a-z]{0,6})\.?,?\s+(?:(?P<after>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<year>(?:19|20)\d{2})\b"
)
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([A-Za-z]{3,9})\.?,?\s+(\d{4})\b")


def parse_date(text: str) -> date | None:
    """The first date in ``text``: ISO, "October 18, 2025" or "18th Oct 2025"; ``None`` if there is none."""
    if found := _ISO.search(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if (found := _MONTH_FIRST.search(text)) and (month := _MONTHS.get(found[1][:3].lower())):
        return _date(int(found[3]), month, int(found[2]))
    if (found := _DAY_FIRST.search(text)) and (month := _MONTHS.get(found[2][:3].lower())):
        return _date(int(found[3]), month, int(found[1]))
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def all_dates(text: str) -> Iterator[date]:
    """Every date in ``text`` that names its month; "January 2026" counts as the first of the month."""
    for found in _ISO.finditer(text):
        if day := _date(int(found[1]), int(found[2]), int(found[3])):
            yield day
    for found in _ANY_MONTH.finditer(text):
        month = _MONTHS.get(found["month"][:3].lower())
        if month and (day := _date(int(found["year"]), month, int(found["before"] or found["after"] or 1))):
            yield day
