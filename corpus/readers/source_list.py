"""One line of a source list."""

import re

from corpus.article import Source
from corpus.identity import publisher_of

_NUMBER = re.compile(r"^\W*(?:source\s*)?\[?(?P<number>\d{1,3})\]?\s*[.):\]—–-]*\s+(?P<rest>.*)$", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\"'\])]+")
_MARKDOWN = re.compile(r"\[(?P<text>[^\]]+)\]\((?P<url>https?://[^)\s]+)\)")
_DASHES = re.compile(r"\s+[—–|-]\s+")


def parse_source(line: str, next_number: int) -> Source | None:
    """The source of ``1. Outlet — title — URL``, ``[1] URL``, ``Source [2]: …`` or a bullet; ``None`` if it is none.

    A bullet without a number takes ``next_number``.
    """
    numbered = _NUMBER.match(line)
    bullet = re.match(r"^\s*[-*•]\s+(?P<rest>.*)$", line)
    if not numbered and not bullet and not _URL.search(line):
        return None
    rest = numbered["rest"] if numbered else bullet["rest"] if bullet else line
    number = int(numbered["number"]) if numbered else next_number
    if number < 1:
        return None
    linked = _MARKDOWN.search(rest)
    found = _URL.search(rest)
    url = linked["url"] if linked else found.group().rstrip(".,;") if found else ""
    words = _MARKDOWN.sub(lambda m: m["text"], rest)
    parts = [part.strip(" .,;:—–") for part in _DASHES.split(_URL.sub("", words)) if part.strip(" .,;:—–")]
    if len(parts) > 1:
        return Source(number, " — ".join(parts[1:]), parts[0], url)
    outlet = parts[0] if parts else ""
    return Source(number, "", outlet or publisher_of(url), url)
