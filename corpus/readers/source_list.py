"""One line of a source list."""

import re

from corpus.article import Source
from corpus.identity import publisher_of
from corpus.markers import Unmarked, unmark

_NUMBER = re.compile(
    r"^\W*(?:source\s*)?(?:\[\^?(?P<framed>\d{1,3})\]|(?P<number>\d{1,3})(?=[.):\]]|\s+[—–-]))"
    r"\s*[.):\]—–-]*\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_BULLET = re.compile(r"^\s*[-*•]\s+")
_NUMBER_AND_URL = re.compile(r"^\W*\[?\d{1,3}\]?[.):]?\s+<?https?://\S+\s*$")
_FOOTNOTE = re.compile(r"^\[\^\d{1,3}\]:\s+\S")
_URL = re.compile(r"https?://[^\s<>\"'\]]+")
_MARKDOWN = re.compile(r"\[(?P<text>[^\]\n]{1,500})\]\(\s*<?(?P<url>https?://[^\s<>]{1,2000}?)>?\)(?=[\s.,;)]|$)")
_DASHES = re.compile(r"(?<!\s)\s+(?:[—–|]|-{1,2})\s+")
_LONG_DASHES = re.compile(r"(?<!\s)\s+[—–|]\s+")

# An entry of one part with so many words and more is a title, with fewer an outlet.
_TITLE_WORDS = 4


def starts_with_number_and_url(line: str) -> bool:
    """Whether ``line`` is an entry that needs no heading to be known: ``[1] https://…`` or ``[^1]: …``."""
    return bool(_NUMBER_AND_URL.match(line) or _FOOTNOTE.match(line))


def parse_source(line: str, next_number: int) -> Source | None:
    """The source of ``1. Outlet — title — URL``, ``[1] URL``, ``Source [2]: …``, a bullet or a plain line.

    An entry without a number takes ``next_number``. ``None`` if the line says nothing.
    """
    numbered = _NUMBER.match(line)
    rest = numbered["rest"] if numbered else _BULLET.sub("", line)
    number = int(numbered["framed"] or numbered["number"]) if numbered else next_number
    linked = _MARKDOWN.search(rest)
    tokens = unmark(rest)
    if tokens.links:
        return _linked(number, tokens)
    url = linked["url"] if linked else ""
    words = _MARKDOWN.sub(lambda m: m["text"], rest)
    if not url and (found := _URL.search(words)):
        url = _closed(found.group())
    words = _URL.sub("", words)
    parts = [part.strip(" .,;:—–()<>*_") for part in (_DASHES if url else _LONG_DASHES).split(words)]
    parts = [part for part in parts if part]
    if number < 1 or not (url or parts):
        return None
    if len(parts) > 1:
        return Source(number, " — ".join(parts[1:]), parts[0], url)
    only = parts[0] if parts else ""
    if linked or only.count(" ") >= _TITLE_WORDS:
        return Source(number, only, publisher_of(url), url)
    return Source(number, "", only or publisher_of(url), url)


def _linked(number: int, entry: Unmarked) -> Source | None:
    """The source of an entry whose link is known: its outlet is what stands before the link, set off by a dash."""
    link = entry.links[0]
    before = entry.text[: link.start].rstrip()
    if number < 1:
        return None
    if before.endswith(("—", "–", "|", " -")):
        return Source(number, entry.text[link.start :].strip(), before.rstrip("—–|- "), link.url)
    return Source(number, entry.text.strip(), publisher_of(link.url), link.url)


def _closed(url: str) -> str:
    """``url`` without the punctuation of the sentence around it; a bracket stays if it was opened in it."""
    url = url.rstrip(".,;:!?")
    bare = url.rstrip(".,;:)")
    n_open = max(0, bare.count("(") - bare.count(")"))
    return bare + "".join(f"{part})" for part in url[len(bare) :].split(")")[:-1][:n_open])
