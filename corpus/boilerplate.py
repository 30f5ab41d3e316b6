"""What the site prints around its articles, and must not reach their text."""

import re
from collections.abc import Iterator

_LINE = re.compile(
    r"^\W*(?:loading\W|time left\b|goal\W*\s*\W?[$€£]|keep \w[\w ]{0,40} independent\b|"
    r"\[?learn more\]?(?:\([^)]*\))?\W*$|.{0,40}\bmay be outdated\b|consider refreshing|share this|print this|"
    r"subscribe\b.{0,60}$|sign up\b.{0,80}$|advertisement\W*$|donate\b.{0,60}$)",
    re.IGNORECASE,
)
_DONATION = re.compile(r"^\W*keep \w[\w ]{0,40} independent\b", re.IGNORECASE)
_DONATION_END = re.compile(r"goal\W*\s*\W?[$€£]|time left", re.IGNORECASE)
# Lines that a donation block may have before its counter.
_DONATION_LINES = 8


def without_boilerplate(body: str) -> Iterator[str]:
    """Lines that hold text, stripped, in order; a donation block goes as a whole."""
    lines = [line.strip() for line in body.split("\n")]
    at = 0
    while at < len(lines):
        line = lines[at]
        if _DONATION.match(line):
            at = _after_donation(lines, at)
            continue
        if line and not _LINE.match(line):
            yield line
        at += 1


def _after_donation(lines: list[str], at: int) -> int:
    """The line after the block that starts at ``at``: its counter where there is one near, else the heading alone."""
    seen = 0
    end = at + 1
    for n in range(at + 1, len(lines)):
        if not lines[n]:
            continue
        seen += 1
        if _DONATION_END.search(lines[n]):
            end = n + 1
        elif seen > _DONATION_LINES or end > at + 1:
            break
    return end
