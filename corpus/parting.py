"""The sentences of an article's text, headings glued to them parted, and which are a claim printed with its by-line."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from corpus.bylines import BylinedClaim, bylined_claims
from corpus.glued_headings import heading_end
from corpus.sentences import spans

# What stands in front of a claim is parted from it where it ends like a sentence, or announces the claim.
_ENDED = re.compile(r"(?:\A|[.?!:…][\"”’'»)\]]*|[\"”»])\s*\Z")


class Part(NamedTuple):
    """The half-open span of a sentence; ``is_claim`` if it holds words of a claim that has a by-line."""

    start: int
    end: int
    is_claim: bool


def parted(text: str, paragraphs: Iterable[tuple[int, int]]) -> Iterator[Part]:
    """The sentences of the ``paragraphs`` (half-open spans) of ``text``, in order.

    A by-line belongs to the last sentence of its claim, and ends it.
    """
    claims = bylined_claims(text)
    claim = next(claims, None)
    for begin, end in paragraphs:
        at = begin
        while claim is not None and claim.start < end:
            yield from _up_to(text, at, end, claim)
            at = min(claim.end, end)
            if claim.end > end:
                break
            claim = next(claims, None)
        yield from _plain(text, at, end)


def _up_to(text: str, begin: int, end: int, claim: BylinedClaim) -> Iterator[Part]:
    """The sentences from ``begin`` to the end of ``claim`` or of its paragraph."""
    start = max(begin, claim.start)
    if _ENDED.search(text[begin:start]):
        yield from _plain(text, begin, start)
        begin = start
    parts = [Part(*span, span[1] > start) for span in _spans(text, begin, min(claim.name, end))]
    if claim.end <= end:
        last = parts.pop() if parts else Part(claim.name, claim.end, True)
        parts.append(Part(last.start, claim.end, True))
    yield from parts


def _plain(text: str, begin: int, end: int) -> Iterator[Part]:
    for start, stop in _spans(text, begin, end):
        sentence = text[start:stop]
        if own := heading_end(sentence):
            yield Part(start, start + len(sentence[:own].rstrip()), False)
        yield Part(start + own, stop, False)


def _spans(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    return ((begin + start, begin + stop) for start, stop in spans(text[begin:end]))
